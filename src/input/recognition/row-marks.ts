import { withoutEntities } from '../../model/entities.ts';
import type { FieldId } from '../../model/fields.ts';
import type { MarkWords, RowMark, RowMarkMeaning } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { PresetField } from '../presets/preset.ts';
import { callRowMarks } from './call-log.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { commonPrefix, withoutPrefix, withoutTicketSection } from './common-prefix.ts';
import { falsehoods, truths } from './flag-words.ts';
import { foldHeader } from './header.ts';
import { roleVocabulary, statusVocabulary } from './vocabularies.ts';

/**
 * Columns that say what some tickets are, beside their status: merged into another, spam, deleted, begun by the desk,
 * called off. They are known by a flag (`Merged`, `is_spam`), a pointer or a stamp that only such tickets have
 * (`merged_into`, `deleted_at`), a word of the resolution (`Duplicate`), a tag (Zendesk's `closed_by_merge`), or the
 * direction (`direction = outbound`, `Started by = Agent`, a source `Outbound Email`).
 */

const merged =
  'merged?|zusammengefuhrt|zusammengefasst|zusammengelegt|fusionnee?|fusionad[oa]|combinad[oa]|unificad[oa]|mesclad[oa]|unit[oa]|samengevoegd|duplicates?|duplicated|dublette|duplikat|doublon|duplicad[oa]|duplicat[oa]|dubbel';
const spam = 'spam|junk|indesirable|pourriel';
const deleted =
  'deleted|removed|trashed|soft deleted|in trash|geloscht|entfernt|supprimee?|eliminad[oa]|borrad[oa]|excluid[oa]|apagad[oa]|removid[oa]|eliminat[oa]|verwijderd|discarded';
const otherScripts: readonly (readonly [RegExp, RowMarkMeaning])[] = [
  [/^(?:विलय|विलीन|मर्ज|একীভূত|মার্জ|已合并|是否合并|統合|統合済み|マージ済み)/u, 'merged'],
  [/^(?:स्पैम|স্প্যাম|垃圾邮件|スパム)/u, 'spam'],
  [/^(?:हटाया गया|हटाया|মুছে ফেলা|已删除|是否删除|削除済み|削除)/u, 'deleted'],
];
const noise =
  /^(?:is|was|has been|has|ist|est|es|foi|e|wurde|marked as|marked|flag|als|como|comme|closed by|closed as|ticket|case|issue)\s+|\s+(?:flag|ticket|yn|y n|ja nein|oui non|by user)$/g;
const flagOf: readonly (readonly [RegExp, RowMarkMeaning])[] = [
  [new RegExp(`^(?:${merged}|merge)$`), 'merged'],
  [new RegExp(`^(?:${spam})$`), 'spam'],
  [new RegExp(`^(?:${deleted})$`), 'deleted'],
  ...otherScripts,
  [
    /^(?:outbound|outgoing|from agent|created by agent|opened by agent|started by agent|agent initiated|initiated by agent|proactive|ausgehend|sortant|saliente|uitgaand|in uscita|saida|de saida|ativo)$/,
    'begun_by_desk',
  ],
];
/** Flags whose no says that the desk began. */
const inboundFlag =
  /^(?:inbound|incoming|from customer|created by customer|customer initiated|initiated by customer|eingehend|entrant|entrante|inkomend|in entrata|de entrada|receptivo)$/;
/** Columns that hold something only where it happened: the other ticket, or when it was. */
const happened: readonly (readonly [RegExp, RowMarkMeaning])[] = [
  [
    new RegExp(
      `^(?:(?:${merged}) (?:in|into|to|with|mit|avec|dans|con|com|em|en|a|met|of|de|van|von|into id|to id|into ticket|into ticket id|ticket id|ticket|parent|parent id|target|at|on|am|le|el|time|date|timestamp|by|by id)|merge (?:target|parent|date|time)|duplicate of(?: id)?|canonical id)$`,
    ),
    'merged',
  ],
  [/^(?:spam|spammed|marked (?:as )?spam|marked as spam) (?:at|on|time|date|timestamp)$/, 'spam'],
  [
    new RegExp(
      `^(?:${deleted}|trashed) (?:at|on|am|le|el|em|il|op|time|date|timestamp|datetime)$|^(?:deletion|trash) (?:date|time)$`,
    ),
    'deleted',
  ],
];
/** GitHub's lists of issues hold pull requests too, which carry this and are nobody's question. */
const pullRequest = /(?:^|[.])pull_request[.](?:html_|diff_|patch_)?url$|^pull_request$/;
/** The ticket was called off: it is finished, and nobody solved it. */
const calledOff = new RegExp(
  `^(?:(?:date|time|datum|data|fecha|дата)(?: (?:of|der|d|de|da|do|du|di|della|del|van))? )?(?:${[
    'cancel(?:l?ed)?|cancellation|voided|withdrawn|withdrawal|abandoned|rejected|dropped',
    'storniert|stornierung|abgebrochen|abgelehnt|zuruckgezogen|annulee?|annulation|abandonnee?|rejetee?',
    'cancelad[oa]|cancelacion|cancelamento|anulad[oa]|anulacion|rechazad[oa]|rejeitad[oa]',
    'annullat[oa]|annullamento|geannuleerd|annulering|afgewezen|anulowan[aeoy]|odrzucon[aeoy]|iptal|отменен[ао]?|отклонен[ао]?|отмены',
  ].join(
    '|',
  )})(?: (?:at|on|am|le|el|em|il|op|time|date|timestamp|datetime|tarihi))?$|^stornodatum$|^abbruchdatum$`,
);
/** Columns whose words say how a ticket ended. */
const endings =
  /^(?:resolution|resolution (?:type|code|name|status|category|reason)|clos(?:e|ed|ing|ure) (?:reason|code|type|status|category)|close(?:d)? as|state reason|status reason|reason (?:closed|for closing)|disposition|outcome|losung|losungstyp|abschlussgrund|abschlusscode|resolution de la demande|motif de (?:cloture|fermeture)|resolucion|motivo de cierre|codigo de cierre|resolucao|motivo (?:do|de) (?:fechamento|encerramento)|motivo di chiusura|sluitreden|समाधान प्रकार|বন্ধের কারণ)$/;
const directions =
  /^(?:(?:conversation|call|ticket|message|first message|contact|interaction|communication|thread|case|phone)? ?(?:direction|flow direction|direction type)|inbound outbound|in out|richtung|anrufrichtung|gesprachsrichtung|sens|sens de l appel|direccion|direccion de la llamada|sentido|direcao|direcao da chamada|direzione|richting|दिशा|দিক|কলের দিক|方向|呼叫方向|通話方向)$/u;
const starters =
  /^(?:(?:conversation |chat |ticket |thread )?(?:started|initiated|begun|opened|created|submitted) by(?: type| role)?|initiator(?: type| role)?|starter(?: type)?|first message (?:by|from|author type|sender type)|created by type|creator type|submitter (?:type|role)|delivered as|source delivered as|conversation source delivered as|gestartet von|begonnen von|eroffnet von|demarre(?:e)? par|initie(?:e)? par|ouvert par|iniciad[oa] por|abiert[oa] por|abert[oa] por|avviat[oa] da|gestart door|के द्वारा शुरू|শুরু করেছেন)$/u;
const channels =
  /^(?:source|via|via channel|channel|origin|contact type|medium|source type|ticket source|created via)$/;

const outboundWord =
  /(?<![\p{L}])(?:outbound|outgoing|ausgehend\w*|abgehend\w*|sortante?s?|salientes?|salida|saida|uscita|uitgaande?|proactive|campaign)(?![\p{L}])|आउटगोइंग|जावक|बहिर्गामी|আউটগোয়িং|আউটবাউন্ড|বহির্গামী|呼出|外呼|发出|発信|架電/u;
const desksOwn = new Set(
  'out|internal|intern|interne|interno|interna|outbound message|operator initiated|admin initiated|agent initiated|campaigns initiated|business initiated|automated|campaign|desk|our side|us|we|आंतरिक|অভ্যন্তরীণ|内部|社内'.split(
    '|',
  ),
);

/** A yes of the column means so. */
const yes = (meaning: RowMarkMeaning): MarkWords => ({
  get: (cell) => (truths.has(cell) ? meaning : undefined),
});
const no = (meaning: RowMarkMeaning): MarkWords => ({
  get: (cell) => (falsehoods.has(cell) ? meaning : undefined),
});
/** Anything in the cell means so; a nought or a no is nothing. */
const anything = (meaning: RowMarkMeaning): MarkWords => ({
  get: (cell) => (falsehoods.has(cell) || cell === '[]' || cell === '{}' ? undefined : meaning),
});
const leavesTheDesk: ReadonlySet<string> = new Set(['merged', 'spam', 'deleted']);
const howItEnded: MarkWords = {
  get(cell) {
    const status = statusVocabulary().get(cell) ?? statusVocabulary().get(foldHeader(cell));
    return status && leavesTheDesk.has(status) ? (status as RowMarkMeaning) : undefined;
  },
};
const wayOut: MarkWords = {
  get: (cell) =>
    outboundWord.test(foldHeader(cell)) || desksOwn.has(foldHeader(cell)) ? 'begun_by_desk' : undefined,
};
const whoBegan: MarkWords = {
  get(cell) {
    const role = roleVocabulary().get(cell);
    return (role && role !== 'customer') || wayOut.get(cell) ? 'begun_by_desk' : undefined;
  },
};
const outboundSource: MarkWords = {
  get: (cell) => (outboundWord.test(foldHeader(cell)) ? 'begun_by_desk' : undefined),
};

/** Tags that helpdesks and their users put on tickets that are none; Zendesk puts `closed_by_merge` on the merged one. */
const tags: ReadonlyMap<string, RowMarkMeaning> = new Map(
  (
    [
      [
        'merged',
        'closed_by_merge|closed-by-merge|merged|ticket_merged|merged_ticket|zusammengeführt|fusionné|fusionado|mesclado|samengevoegd|একীভূত|已合并',
      ],
      ['spam', 'spam|marked_as_spam|স্প্যাম|स्पैम'],
      ['begun_by_desk', 'outbound|outbound_email|proactive_ticket|outbound-email|ausgehend'],
    ] as const
  ).flatMap(([meaning, list]) => list.split('|').map((tag) => [foldValue(tag), meaning] as const)),
);

const FEW = 60;

/** The marks of a table of tickets: at most one a column, none where a column holds nothing. */
export function rowMarks(
  looks: readonly ColumnLook[],
  choices: ReadonlyMap<FieldId, Choice>,
): readonly RowMark[] {
  const fields = new Map([...choices].map(([field, choice]) => [choice.look.index, { field, choice }]));
  const marks: RowMark[] = [];
  const pull = looks.find((look) => pullRequest.test(look.name));
  if (pull) marks.push({ column: pull.index, source: pull.name, words: anything('pull_request') });
  const prefix = commonPrefix(looks.map(({ name }) => name));
  for (const look of looks) {
    // When a pull request was merged says nothing of tickets.
    if (pull && look.name.startsWith('pull_request')) continue;
    const used = fields.get(look.index);
    const name = nameOf(look, prefix);
    const words = markWords(look, name, used?.field ?? null, used?.choice.preset ?? null);
    if (words) marks.push({ column: look.index, source: look.name, ...words });
  }
  const used = new Map([...choices].map(([field, { look }]) => [look.index, field]));
  for (const { look, words } of callRowMarks(looks, used))
    marks.push({ column: look.index, source: look.name, words, ofCalls: true });
  return marks;
}

type Found = Pick<RowMark, 'words' | 'separator'>;

function markWords(
  look: ColumnLook,
  name: string,
  field: FieldId | null,
  preset: PresetField | null,
): Found | null {
  if (field === 'tags') return { words: tags, separator: preset?.separator ?? null };
  if (preset?.begunByDesk)
    return { words: new Map(preset.begunByDesk.map((raw) => [foldValue(raw), 'begun_by_desk'])) };
  // Only what is said by anything in a column that is empty in the sample can be read where it fills later on.
  if (look.filled === 0 && field === null) return happenedMark(name);
  if (field === 'channel' || (field === null && channels.test(name)))
    return look.distinct <= FEW ? { words: outboundSource } : null;
  if (field !== null && field !== 'type') return null;
  return flagMark(look, name) ?? happenedMark(name) ?? wordMark(look, name);
}

/** The header's words, of a nested field those of its last step, without what the whole table begins with and what only says that it is a flag. */
function nameOf(look: ColumnLook, prefix: string | null): string {
  const own = withoutTicketSection(withoutPrefix(withoutEntities(look.name), prefix));
  const last = own.slice(own.lastIndexOf('.') + 1);
  return foldHeader(look.header.words === '' ? last : last.trim())
    .replace(noise, '')
    .replace(noise, '')
    .trim();
}

function flagMark(look: ColumnLook, name: string): Found | null {
  if (look.flagShare < 0.9) return null;
  if (inboundFlag.test(name)) return { words: no('begun_by_desk') };
  for (const [pattern, meaning] of flagOf) if (pattern.test(name)) return { words: yes(meaning) };
  return null;
}

function happenedMark(name: string): Found | null {
  for (const [pattern, meaning] of happened) if (pattern.test(name)) return { words: anything(meaning) };
  return null;
}

function wordMark(look: ColumnLook, name: string): Found | null {
  if (look.distinct > FEW || isInstant(look)) return null;
  if (endings.test(name)) return { words: howItEnded };
  if (directions.test(name)) return { words: wayOut };
  if (starters.test(name)) return look.roleShare > 0 || look.distinct <= 8 ? { words: whoBegan } : null;
  return null;
}

/** The column that says when tickets were called off, or null. */
export function calledOffColumn(looks: readonly ColumnLook[], taken: ReadonlySet<number>): ColumnLook | null {
  const prefix = commonPrefix(looks.map(({ name }) => name));
  return (
    looks.find(
      (look) =>
        !taken.has(look.index) &&
        calledOff.test(nameOf(look, prefix)) &&
        (look.filled === 0 || isInstant(look)),
    ) ?? null
  );
}
