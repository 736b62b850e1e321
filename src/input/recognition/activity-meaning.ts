import { fieldChange } from '../../model/field-change.ts';
import type { FieldId } from '../../model/fields.ts';
import type { Choice } from './choice.ts';
import { foldHeader } from './header.ts';
import { stampIn } from './stamped-headers.ts';
import { ticketNouns } from './ticket-words.ts';
import { lookUp, statusVocabulary } from './vocabularies.ts';
import { words } from './word-list.ts';

/** What steps of a process say of a ticket: `Close ticket`, `Case resolved`, `Chamado encerrado`. */

/** Nouns that a helpdesk uses for its tickets and for what is part of one: their end is not the ticket's. */
const parts = words('call|task|card|query|property|properties|fields|hs');
/** Words that a step has around its verb and that say nothing of it. */
const around = words(
  'sent|set|mark|marked|as|gesendet|gesetzt|envoyee|envoye|enviada|enviado|inviata|verzonden|werden|किया|गया|गई|दिया|हुआ|करें|करना|করা|হয়েছে|করুন|হয়',
);
/** Words that a step asks for something by where they stand first: `Request to close`, `Demande de clôture`. */
const asking =
  /^(?:request|query|demande|requete|solicitud|solicitacao|pedido|richiesta|verzoek|aanvraag)s? (?:to|for|of|de|d|del|da|do|di|della|tot|om|close|closing|closure|resolution|solve|resolve|cancel|reopen)\b/;

/** Verbs of steps as orders, which no header of a stamp has. */
const orders: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        'created',
        'log|register|raise|erstellen|anlegen|eroffnen|creer|ouvrir|crear|abrir|criar|creare|aprire|aanmaken|openen',
      ],
      ['solved', 'solve|fix|losen|resoudre|resolver|solucionar|risolvere|oplossen'],
      [
        'closed',
        'schliessen|abschliessen|fermer|cloturer|clore|cerrar|fechar|encerrar|chiudere|sluiten|afsluiten',
      ],
      ['open', 'reopen|wiedereroffnen|rouvrir|reabrir|riaprire|heropenen'],
    ] as const
  ).flatMap(([meaning, list]) => list.split('|').map((word) => [word, meaning] as const)),
);

const stamped: Readonly<Record<string, string>> = {
  created_at: 'created',
  first_response_at: 'first_response',
  first_solved_at: 'solved',
  solved_at: 'solved',
  closed_at: 'closed',
};
/** From here on the words say of an answer that it is the first; any answer of a log may be the customer's. */
const PLAIN = 0.9;

/**
 * What a step of a process means for its ticket: exactly a status, or one beside the ticket's noun; null for any other
 * word beside it (`Customer informed`, `Closure approved`).
 */
export function activityMeaning(raw: string): string | null {
  const exact = lookUp(statusVocabulary, raw);
  if (exact) return exact;
  const folded = foldHeader(raw);
  if (asking.test(folded)) return null;
  const all = folded.split(' ');
  const ownNouns = all.filter((word) => ticketNouns.has(word) && !parts.has(word));
  const step = all.filter((word) => !ownNouns.includes(word) && !around.has(word)).join(' ');
  const stamp = stampIn(step);
  const meaning = stamp && stamp.worth >= PLAIN ? stamped[stamp.field] : orders.get(step);
  if (meaning === 'first_response') return meaning;
  // A bare "Register" or "Completion" may be of anything.
  return ownNouns.length === 0 ? null : (meaning ?? lookUp(statusVocabulary, step));
}

/** Steps that say which field changed, beside its old and new value: then they are fields, whatever they are called. */
export function takeFieldsFromActivities(choices: Map<FieldId, Choice>): void {
  const step = choices.get('status');
  const value = choices.get('new_value');
  if (!step || !value || step.look === value.look || choices.has('field') || !choices.has('old_value'))
    return;
  if (step.look.exactStatusShare >= 0.6) return;
  if (!step.look.cells.some((cell) => fieldChange(cell) === 'status')) return;
  choices.delete('status');
  choices.set('field', step);
}
