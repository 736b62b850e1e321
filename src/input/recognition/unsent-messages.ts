import type { FieldId } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { truths } from './flag-words.ts';
import { foldHeader } from './header.ts';

/**
 * Messages that nobody got: drafts, planned and failed ones, and those that were taken back. Helpdesks keep them in the
 * list (Front's and Gorgias' drafts, Help Scout's `state`, `is_deleted`); as answers they would make a desk look quick.
 */

const flags =
  /^(?:is |was )?(?:deleted|removed|draft|a draft|unsent|recalled|redacted|trashed|geloscht|entwurf|supprimee?|brouillon|eliminad[oa]|borrad[oa]|borrador|excluid[oa]|apagad[oa]|rascunho|eliminat[oa]|bozza|verwijderd|concept)$/;
const stamps = /^(?:deleted|removed|trashed|recalled|unsent) (?:at|on|date|time)$|^deletion (?:date|time)$/;
const states =
  /^(?:message |msg |thread |delivery |send |sending |mail |email )?(?:status|state|zustand|versandstatus|statut|etat|estado|situacao|stato)$/;
const notSent: ReadonlySet<string> = new Set(
  (
    'draft|drafts|deleted|removed|trash|trashed|failed|failure|error|bounced|bounce|undelivered|undeliverable|rejected|scheduled|queued|unsent|not sent|not_sent|discarded|cancelled|canceled|recalled|' +
    'entwurf|gelöscht|fehlgeschlagen|geplant|brouillon|supprimé|supprimée|échec|programmé|borrador|eliminado|fallido|programado|rascunho|excluído|falhou|agendado|bozza|eliminato|concept|verwijderd|mislukt|' +
    'utkast|kladde|luonnos|koncept|piszkozat|черновик|удалено|taslak|silindi|草稿|已删除|下書き|임시저장|মসৌদা|ড্রাফট|ड्राफ़्ट|मसौदा|مسودة'
  )
    .split('|')
    .map(foldValue),
);

type Drop = NonNullable<TableMapping['drop']>[number];

/** The columns of a table of messages that say of some rows that nobody got them, and by what words. */
export function unsentMessages(
  looks: readonly ColumnLook[],
  choices: ReadonlyMap<FieldId, Choice>,
): readonly Drop[] {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  return looks.flatMap((look) => {
    const values = taken.has(look.index) || look.filled === 0 ? null : wordsOf(look);
    return values ? [{ column: look.index, values }] : [];
  });
}

/** Anything but nothing. */
const anything = { has: (cell: string): boolean => cell !== '' && cell !== 'null' };

function wordsOf(look: ColumnLook): Drop['values'] | null {
  const name = foldHeader(look.name.slice(look.name.lastIndexOf('.') + 1));
  if (stamps.test(name)) return isInstant(look) && look.filled < look.cells.length ? anything : null;
  if (look.flagShare >= 0.9 && flags.test(name)) return truths;
  const some = look.cells.map(foldValue).filter((cell) => cell !== '');
  const isState = states.test(name) && some.some((cell) => notSent.has(cell));
  // Where all are drafts, the word means something else there.
  return isState && some.some((cell) => !notSent.has(cell)) ? notSent : null;
}
