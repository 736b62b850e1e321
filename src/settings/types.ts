import { type DataKind, fieldsOf } from '../model/fields.ts';

/** Words that a setting can be, by the type of the setting; the command line and deskstat.yaml take the same. */
export const choices = {
  weekday: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  comparison: ['previous', 'year-ago', 'none'],
  dateOrder: ['day', 'month'],
  answers: ['people', 'bots'],
  kind: Object.keys(fieldsOf) as [DataKind, ...DataKind[]],
} as const;

type ChoiceValues = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] };

/** What a plain setting holds, by its type. */
export interface PlainValues extends ChoiceValues {
  /** Text, also that of a small language: read by those who know it. */
  readonly text: string;
  readonly flag: boolean;
  /** A share, 0–1, written as a percentage. */
  readonly share: number;
  readonly wholeNumber: number;
}
export type PlainType = keyof PlainValues;
const plain: readonly string[] = ['text', 'flag', 'share', 'wholeNumber', ...Object.keys(choices)];
export const isPlain = (type: PlainType | ShapedType): type is PlainType => plain.includes(type);

/** What holds more than one value; its shape stands in `schema.ts`. */
export type ShapedType =
  | 'hours'
  | 'texts'
  | 'calendars'
  | 'policies'
  | 'checks'
  | 'segments'
  | 'boxes'
  | 'aliases'
  | 'groups'
  | 'columns'
  | 'coverage'
  | 'fieldColumns'
  | 'fieldValues';

/** How the text behind a flag is read, where that is not as in the file. */
export type FlagType = 'eachTime' | 'perFile' | 'pairs' | 'valuePins' | 'coverage' | 'text';
