import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { nameOf, type TokenCursor } from './tokens.ts';

/** Dimensions that are computed rather than read from one field. */
const specialDimensions = ['hour', 'weekday', 'agent', 'issue', 'topic'] as const;

/** One dimension of `--by`: a canonical field, a column of the export by its own name, or a computed one. */
export interface SegmentKey {
  readonly kind: 'field' | 'column' | 'special';
  readonly name: string;
  /** 1-based column in the text. */
  readonly column: number;
}

export interface SegmentOptions {
  /** Names that a dimension may have, special ones included; left out, every name is taken. */
  readonly dimensions?: readonly string[];
}

/**
 * Reads names separated by commas (`group,priority,column:'Product area'`; names of several words need quotes), and stops
 * behind the last one.
 *
 * @throws DeskstatError (exit 2) at the column of an unknown name (with the nearest known one), of a name given twice,
 * or of what is no name.
 */
export function readSegmentKeys(cursor: TokenCursor, options: SegmentOptions): SegmentKey[] {
  const keys: SegmentKey[] = [];
  do {
    const key = readKey(cursor, options);
    if (keys.some(({ kind, name }) => kind === key.kind && name === key.name)) {
      throw cursor.errorAt(key.column, sentence('mistake.named_twice', { name: key.name }));
    }
    keys.push(key);
  } while (cursor.takeKind('comma'));
  return keys;
}

function readKey(cursor: TokenCursor, { dimensions }: SegmentOptions): SegmentKey {
  const token = cursor.take();
  if (token.kind === 'column') return { kind: 'column', name: token.text, column: token.column };
  if (token.kind !== 'word') {
    const hint = token.kind === 'text' ? { try: `column:'${token.text}'` } : {};
    throw cursor.error(token, sentence('mistake.no_dimension_here', { found: nameOf(token) }), hint);
  }
  const name = token.text.toLowerCase();
  if (dimensions && !dimensions.includes(name)) {
    throw cursor.error(token, sentence('mistake.unknown_dimension', { name: token.text }), {
      expected: dimensions.join(', '),
      try: nearest(name, dimensions) ?? sentence('hint.column_of_export', { name: token.text }),
    });
  }
  const isSpecial = specialDimensions.some((special) => special === name);
  return { kind: isSpecial ? 'special' : 'field', name, column: token.column };
}
