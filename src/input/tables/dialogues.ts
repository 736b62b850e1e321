import type { CodeColumn } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import type { TableMapping } from '../../model/mapping.ts';
import { codesIn, ensureCodes, type Stack } from './stack.ts';

/**
 * Characters from which on a customer has said what it is about. Who opens with "hi" says it in the next message; what
 * follows once it is said is about the answers.
 */
const SAID_ENOUGH = 60;

/** Whether a table holds turns of conversations in their order, without a date on any of them. */
export const isUndated = ({ kind, fields }: TableMapping): boolean =>
  kind === 'messages' && fields.sent_at === undefined;

/** What the customer opens one conversation with. */
interface Opening {
  /** The conversation's id as a code of ticket ids, 0 for none. */
  readonly code: number;
  /** Its first row. */
  readonly row: number;
  /** How many turns it has, everybody's. */
  turns: number;
  text: string;
}

/**
 * The customer's first messages of every conversation, in the order of the file, until they come to 60 characters.
 * Rows with the same id are one conversation; without ids, rows that lie in the same record are.
 */
function openingsOf(stack: Stack): Iterable<Opening> {
  const ids = codesIn(stack.columns, 'ticket_id');
  const roles = codesIn(stack.columns, 'author_role');
  const texts = codesIn(stack.columns, 'text');
  const customer = roles?.names.find('customer') ?? 0;
  const openings = new Map<number | string, Opening>();
  for (let row = 0; row < stack.rows; row++) {
    const code = ids?.codes[row] ?? 0;
    const key = code === 0 ? `${stack.table[row]}:${stack.line[row]}` : code;
    let opening = openings.get(key);
    if (!opening) {
      opening = { code, row, turns: 0, text: '' };
      openings.set(key, opening);
    }
    opening.turns++;
    const said = texts?.codes[row] ?? 0;
    if (said === 0 || customer === 0 || roles?.codes[row] !== customer) continue;
    if (opening.text.length >= SAID_ENOUGH) continue;
    opening.text += `${opening.text === '' ? '' : '\n'}${texts?.names.text(said)}`;
  }
  return openings.values();
}

/** One ticket a conversation, whose description is what the customer opened it with; none of them has a date. */
export function ticketsFromDialogues(stack: Stack, names: Dictionary): Stack {
  const openings = [...openingsOf(stack)];
  const descriptions = new Dictionary();
  const id: CodeColumn = { type: 'code', codes: Uint32Array.from(openings, ({ code }) => code), names };
  const description: CodeColumn = {
    type: 'code',
    codes: Uint32Array.from(openings, ({ text }) => (text === '' ? 0 : descriptions.internText(text))),
    names: descriptions,
  };
  return {
    rows: openings.length,
    columns: id.codes.some((code) => code !== 0) ? { id, description } : { description },
    extra: new Map(),
    source: Uint16Array.from(openings, ({ row }) => stack.source[row]),
    line: Uint32Array.from(openings, ({ row }) => stack.line[row]),
    table: new Uint16Array(openings.length),
  };
}

/**
 * Gives tickets without a description what their customer opened the conversation with. `owners` is the ticket of
 * each id; conversations without ids belong to the ticket of the same record. Returns how many turns belong to none.
 */
export function describeByDialogues(tickets: Stack, stack: Stack, owners: Int32Array): number {
  const place = (of: Stack, row: number): string => `${of.source[row]}:${of.line[row]}`;
  const byPlace = new Map<string, number>();
  for (let row = 0; row < tickets.rows; row++) byPlace.set(place(tickets, row), row);
  const description = ensureCodes(tickets, 'description');
  let orphans = 0;
  for (const { code, row, turns, text } of openingsOf(stack)) {
    const ticket = code === 0 ? byPlace.get(place(stack, row)) : owners[code];
    if (ticket === undefined || ticket < 0) orphans += turns;
    else if (description.codes[ticket] === 0 && text !== '')
      description.codes[ticket] = description.names.internText(text);
  }
  return orphans;
}
