import * as v from 'valibot';
import { isSentenceCode, type SentenceCode } from '../model/sentence.ts';

/** How a schema is described to an editor, beyond what can be seen from the schema itself. */
export interface EditorNote {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** JSON Schema keywords in place of those derived from the schema. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** The shapes behind a lazy schema. */
  readonly anyOf?: readonly v.GenericSchema[];
}

export const editorNotes = new WeakMap<object, EditorNote>();

/** The same schema as an object of its own, with a note: one schema is used under many descriptions. */
export function noted<S extends v.GenericSchema>(schema: S, note: EditorNote): S {
  const copy = { ...schema };
  editorNotes.set(copy, { ...editorNotes.get(schema), ...note });
  return copy;
}

export const described = <S extends v.GenericSchema>(
  schema: S,
  description: string,
  ...examples: readonly unknown[]
): S => noted(schema, examples.length > 0 ? { description, examples } : { description });

/** Either of two shapes, told apart by whether text or something nested was written. */
export function either<A extends v.GenericSchema, B extends v.GenericSchema>(plain: A, nested: B) {
  const schema = v.lazy((input: unknown): A | B =>
    typeof input === 'object' && input !== null ? nested : plain,
  );
  return noted(schema, { anyOf: [plain, nested] });
}

/** An object with these settings and no others; without a prototype, so that `toString:` is unknown like any other. */
export function keysOf<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(Object.assign(Object.create(null), entries) as E);
}

/** Names of the user's own, in a Map: valibot's record drops `constructor` and `prototype` without a word. */
export function named<S extends v.GenericSchema>(schema: S, message: string) {
  return namedBy({ key: v.string(), value: schema, message });
}

export function namedBy<S extends v.GenericSchema>(given: {
  readonly key: v.GenericSchema<string, string>;
  readonly value: S;
  readonly message: string;
}) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(
      (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
      given.message,
    ),
    v.transform((input) => new Map(Object.entries(input))),
    v.map(given.key, given.value),
  );
}

/** The code of what is wrong with a value, which the schema hands over as its message. */
export const must = <const Name extends MustName>(name: Name) => `must.${name}` as const;

type Must = Extract<SentenceCode, `must.${string}`>;
type MustName = Must extends `must.${infer Name}` ? Name : never;

/** True for a message of the schema that is such a code, and needs nothing besides. */
export const isMust = (message: string): message is Exclude<Must, 'must.one_of'> =>
  message.startsWith('must.') && isSentenceCode(message);

export const text = noted(v.pipe(v.string(must('text')), v.trim(), v.nonEmpty(must('not_empty'))), {
  json: { type: ['string', 'number'] },
});
export const flag = v.boolean(must('flag'));
export const wholeNumber = noted(
  v.pipe(v.string(must('whole_number')), v.regex(/^\d{1,9}$/, must('whole_number')), v.transform(Number)),
  { json: { type: 'integer', minimum: 0 } },
);
export const number = noted(
  v.pipe(v.string(must('number')), v.regex(/^-?\d+(?:\.\d+)?$/, must('number')), v.transform(Number)),
  { json: { type: 'number' } },
);
export const share = noted(
  v.pipe(
    v.string(must('percentage')),
    v.regex(/^\d+(?:\.\d+)?\s*%$|^0(?:\.\d+)?$/, must('percentage_in_range')),
    v.transform((written) => Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1)),
    v.maxValue(1, must('percentage_in_range')),
  ),
  { json: { type: ['string', 'number'] }, examples: ['5%'] },
);
export const words = <const T extends readonly string[]>(choices: T) => v.picklist(choices, must('one_of'));
