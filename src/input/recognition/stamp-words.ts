import { type FieldType, fieldsOf } from '../../model/fields.ts';
import { prepared } from '../../model/prepared.ts';
import type { FieldWords } from './field-words.ts';
import { foldHeader } from './header.ts';
import { activityWords, customerWords, eventWords, messageWords, surveyWords } from './other-words.ts';
import { stampIn } from './stamped-headers.ts';
import { ticketWords } from './ticket-words.ts';

/** Words of ids and of other numbers that count nothing since an epoch, as `foldHeader` folds them. */
const numberWords: ReadonlySet<string> = prepared(
  () =>
    new Set(
      (
        'id|ids|uid|number|numbers|no|nr|num|#|key|ref|reference|code|by|count|zip|phone|mobile|fax|account|amount|price|' +
        'nummer|kennung|plz|telefon|numero|referencia|codigo|protocolo|folio|telephone|telefono|telefone|' +
        'नंबर|संख्या|क्रमांक|आईडी|নম্বর|নাম্বার|আইডি|সংখ্যা'
      )
        .split('|')
        .map(foldHeader),
    ),
);
/** Headers that name an id only when they say nothing else. */
const idNouns: ReadonlySet<string> = new Set([
  'ticket',
  'case',
  'incident',
  'request',
  'issue',
  'conversation',
  'n',
]);

/** True for the header of an id or of another plain number: its cells are no stamps, however they look. */
export function namesNumber(words: string): boolean {
  return idNouns.has(words) || words.split(' ').some((word) => numberWords.has(word));
}

let stampPhrases: readonly string[] | null = null;

/** What fields of stamps are called, in every language that recognition knows. */
function phrasesOfStamps(): readonly string[] {
  const phrases = new Set<string>();
  const collect = (
    types: Readonly<Record<string, FieldType>>,
    words: Partial<Record<string, FieldWords>>,
  ): void => {
    for (const [field, named] of Object.entries(words)) {
      if (!named || types[field] !== 'instant') continue;
      for (const phrase of `${named.strong}|${named.weak ?? ''}`.split('|')) phrases.add(phrase);
    }
  };
  collect(fieldsOf.tickets, ticketWords);
  collect(fieldsOf.messages, messageWords);
  collect(fieldsOf.events, eventWords);
  collect(fieldsOf.surveys, surveyWords);
  collect(fieldsOf.customers, customerWords);
  collect(fieldsOf.activity, activityWords);
  phrases.delete('');
  return [...phrases];
}

/** True where a header says that its column holds stamps: a spreadsheet's serials look like any other number. */
export function namesStamp(words: string): boolean {
  stampPhrases ??= phrasesOfStamps();
  return stampIn(words) !== null || stampPhrases.some((phrase) => ` ${words} `.includes(` ${phrase} `));
}
