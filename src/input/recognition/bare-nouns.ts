import type { FieldId } from '../../model/fields.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import type { Identity } from './identify.ts';
import { ticketNouns } from './ticket-words.ts';

/** Words among the nouns for a ticket that only bind others, or name what holds a record. */
const binding = new Set(
  'du|de|del|der|des|da|do|la|le|el|o|die|das|am|l|की|का|के|এর|property|properties|hs|fields|card'.split('|'),
);
/** Nouns that stand for a ticket where codes stand below them. */
const further = new Set([
  'job',
  'jobs',
  'order',
  'work',
  'service',
  'requests',
  'issues',
  'incidents',
  'enquiries',
]);

/** `Request`, `Service request`, `Solicitud`: what a ticket is called, and nothing besides. */
function isBareNoun({ header: { words } }: ColumnLook): boolean {
  const all = words.split(' ');
  const isNoun = (word: string): boolean => ticketNouns.has(word) || further.has(word);
  return all.every(isNoun) && all.some((word) => !binding.has(word));
}

/** `REQ-1234`, `2026/0047`, `10482`: letters, if any, and a number; no words. */
const code = /^#?(?:\p{L}{1,8}[-_/#.]?)?\d+(?:[-_/.]\d+)*$/u;
/** Shorter whole numbers may count something. */
const LEAST_DIGITS = 3;
const LEAST_ROWS = 3;

function holdsCodes(look: ColumnLook): boolean {
  if (look.filled !== look.cells.length || look.filled < LEAST_ROWS || !isUnique(look) || isInstant(look))
    return false;
  if (look.numberShare > 0 && (look.integerShare < 1 || look.min < 10 ** (LEAST_DIGITS - 1))) return false;
  return look.cells.every((cell) => code.test(cell.trim()));
}

/** What codes below such a noun may have been taken for by its header alone. */
const guessed: readonly FieldId[] = ['subject', 'description', 'type', 'group'];

/**
 * Where no header was known as an id: a column that is called as a ticket is, and holds a code of its own in every row.
 * Below the same noun stand subjects and kinds of requests in other lists, so its cells decide.
 */
export function bareNounKey({
  identity: { choices },
  looks,
}: {
  readonly identity: Identity;
  readonly looks: readonly ColumnLook[];
}): ColumnLook | null {
  const takenBy = (look: ColumnLook): FieldId | undefined =>
    [...choices].find(([, choice]) => choice.look === look)?.[0];
  const isFree = (look: ColumnLook): boolean => {
    const field = takenBy(look);
    return field === undefined || (guessed.includes(field) && choices.get(field)?.preset === null);
  };
  const found = looks.filter((look) => isBareNoun(look) && holdsCodes(look) && isFree(look));
  if (found.length !== 1) return null;
  const field = takenBy(found[0]);
  if (field) choices.delete(field);
  return found[0];
}
