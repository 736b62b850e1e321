import type { FieldId } from '../../model/fields.ts';
import type { ColumnLook } from './column-look.ts';
import { ticketNouns } from './ticket-words.ts';

/** What a record's own number is called, behind or before the name of the record. */
const numbers = new Set(
  'id|iid|uid|no|nr|number|num|key|ref|reference|code|#|nummer|kennung|schlussel|numero|n|cle|codigo|clave|referencia|chave|codice|chiave|kod|numer|номер|код|ключ'.split(
    '|',
  ),
);
const numberEnd = /(?:nummer|nr|番号|编号|編號|コード|编码|編碼)$/;

export const isNumberWord = (word: string): boolean => numbers.has(word);

/** `Parent ID`, `Release Ref`, `Código de proyecto`: its values are numbers of records, whatever they look like. */
export function numbersRecords(words: string): boolean {
  if (numberEnd.test(words)) return true;
  const first = words.indexOf(' ');
  return (
    first > 0 && (numbers.has(words.slice(0, first)) || numbers.has(words.slice(words.lastIndexOf(' ') + 1)))
  );
}

/** A ticket above this one, or beside it. */
const parent =
  /(?:^| )(?:parents?|ubergeordnet\w*|padre|pai|genitore|bovenliggend\w*|nadrzedn\w*|родител\S*)(?: |$)|^(?:親|父)/;
const beside =
  /^(?:(?:linked|related|duplicated?|child|master|sub) (?:ticket|case|issue|incident|request|task)|verknupfte\w* (?:ticket|vorgang\w*|fall\w*))s? ./;

/** Of a parent these may be a person's: the mother or father of a school's pupil. */
const ofPeople: ReadonlySet<string> = new Set(['requester', 'organization', 'csat', 'csat_comment']);

/** What tells that a column is of another ticket; made once for a table. */
export interface OtherRecords {
  /** Some column numbers parents, which are tickets then. */
  readonly hasParents: boolean;
}

export const otherRecordsIn = (looks: readonly ColumnLook[]): OtherRecords => ({
  hasParents: looks.some(({ header: { words } }) => parent.test(words) && namesTicket(words)),
});

const namesTicket = (words: string): boolean =>
  words.split(' ').some((word) => numbers.has(word) || ticketNouns.has(word));

/** Whether a column says something of another ticket (`Parent priority`, `Linked issue status`), not of its row's own. */
export function isOfOtherTicket(
  { name, header: { words } }: ColumnLook,
  field: FieldId,
  { hasParents }: OtherRecords,
): boolean {
  if (beside.test(words)) return true;
  return parent.test(words) && !name.startsWith('_parent.') && (hasParents || !ofPeople.has(field));
}
