import { listSeparator } from './engine.ts';

/** Numbers of types, as the server names them in every answer: `select oid, typname from pg_type`. */
const types = {
  bool: [16],
  bytes: [17],
  number: [700, 701, 1700],
  stamp: [1114],
  instant: [1184],
  date: [1082],
  lists: [
    ...[1000, 1002, 1003, 1005, 1007, 1009, 1014, 1015, 1016, 1021, 1022],
    ...[1115, 1182, 1185, 1231, 2951],
  ],
} as const satisfies Readonly<Record<string, readonly number[]>>;

const texts: Readonly<Record<keyof typeof types, (text: string) => string>> = {
  bool: (text) => (text === 't' ? 'true' : 'false'),
  bytes: () => '',
  number: (text) => (/^-?(?:NaN|Infinity)$/.test(text) ? '' : text),
  stamp: (text) => (isInTime(text) ? text.replace(' ', 'T') : ''),
  // The session's zone is UTC.
  instant: (text) => (isInTime(text) ? `${text.slice(0, text.lastIndexOf('+')).replace(' ', 'T')}Z` : ''),
  date: (text) => (isInTime(text) ? text : ''),
  lists: (text) => entriesOf(text).join(listSeparator),
};

const byType = new Map<number, (text: string) => string>(
  (Object.keys(types) as (keyof typeof types)[]).flatMap((kind) =>
    types[kind].map((type) => [type, texts[kind]] as const),
  ),
);
const asItIs = (text: string): string => text;

/** How values of a type are written, from how the server writes them. */
export const textsOf = (type: number): ((text: string) => string) => byType.get(type) ?? asItIs;

/** `infinity` is no time, and nothing happened before Christ. */
const isInTime = (text: string): boolean => /^\d/.test(text) && !text.endsWith(' BC');

/** The entries of `{a,"b, c",NULL}`, of all dimensions in one list. */
function entriesOf(text: string): string[] {
  const entries: string[] = [];
  for (const [, quoted, plain] of text.matchAll(/"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs)) {
    if (quoted !== undefined) entries.push(quoted.replace(/\\(.)/gs, '$1'));
    else if (plain !== 'NULL') entries.push(plain);
  }
  return entries;
}
