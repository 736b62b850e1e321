/** Random CSV files with known contents, from a seed: what the readers are held against csv-parse on. */

/** A random number generator from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** True when a blank line stands before it. */
  readonly isAfterBlank: boolean;
}

export interface RandomCsv {
  readonly text: string;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quoting: 'doubled' | 'backslash' | 'none';
  readonly newline: '\n' | '\r\n' | '\r';
  readonly columns: number;
  /** Every record as written, the header first, with the line it begins on. */
  readonly records: readonly RandomRecord[];
  readonly endsWithNewline: boolean;
}

const words = [
  'a',
  'open',
  'Zoë',
  'é',
  '日本',
  '👩‍🚒',
  'হ্যালো',
  '2024-01-02 03:04:05',
  '0',
  '-1.5',
  'x y',
  ' lead',
  'trail ',
];

export interface RandomCsvOptions {
  readonly quoting?: 'doubled' | 'backslash' | 'none';
  /** Puts quotes where none may be, in ways that leave no doubt where cells end. */
  readonly hasStrays?: boolean;
}

export function randomCsv(seed: number, options: RandomCsvOptions = {}): RandomCsv {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)];
  const chance = (share: number) => random() < share;

  const delimiter = pick([',', ';', '\t', '|'] as const);
  const quoting = options.quoting ?? 'doubled';
  const newline = pick(['\n', '\n', '\r\n', '\r\n', '\r'] as const);
  const columns = (options.hasStrays ? 2 : 1) + below(8);
  const quoteShare = pick([0, 0.1, 0.5, 1]);
  // With misplaced quotes only the number of cells tells how a row is meant, so there it has to be right.
  const raggedShare = options.hasStrays ? 0 : pick([0, 0, 0.3]);
  const blankShare = pick([0, 0, 0.2]);
  const specials = [
    delimiter,
    '"',
    '""',
    '\n',
    '\r\n',
    '\\',
    `${delimiter}"`,
    `"${delimiter}`,
    '\n"',
    "'",
    '\ufeff',
    '\u0000',
  ];
  if (newline !== '\n') specials.push('\r');
  if (chance(0.2)) specials.push('long '.repeat(1 + below(60)));

  const cellText = (): string => {
    if (chance(0.15)) return '';
    let text = pick(words);
    for (let n = below(3); n > 0; n--)
      text += chance(0.4) && quoting !== 'none' ? pick(specials) : pick(words);
    return text;
  };
  let mayStray = false;
  const written = (text: string): string => {
    if (quoting === 'none') return text;
    const needs = text.includes('"') || /[\r\n]/.test(text) || text.includes(delimiter);
    if (!needs && !chance(quoteShare)) {
      if (mayStray && text.length > 0 && chance(0.2)) return strayed(text);
      return text;
    }
    return quoting === 'backslash'
      ? `"${text.replace(/[\\"]/g, '\\$&')}"`
      : `"${text.replaceAll('"', '""')}"`;
  };
  /** A quote inside an unquoted cell, or text behind a closing quote. */
  const strayed = (text: string): string => (chance(0.5) ? `${text}"${text}` : `"${text}"${text}`);

  let out = '';
  let line = 1;
  const records: RandomRecord[] = [];
  const lineEnd = newline === '\r' ? '\r' : '\n';
  const total = 1 + below(12);
  let endsWithNewline = true;
  for (let row = 0; row < total; row++) {
    let isAfterBlank = false;
    while (row > 0 && chance(blankShare)) {
      isAfterBlank = true;
      out += newline;
      line++;
    }
    // A broken row between sound ones: beside another broken one it could be read in several ways.
    mayStray = options.hasStrays === true && row % 2 === 0;
    let count = columns;
    if (row > 0 && chance(raggedShare)) count = Math.max(1, columns - 2 + below(5));
    const cells: string[] = [];
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      const text = row === 0 ? `head${i}` : i >= columns && chance(0.6) ? '' : cellText();
      const part = row === 0 ? text : written(text);
      parts.push(part);
      const isStray = part !== text && !(part.startsWith('"') && part.endsWith('"'));
      cells.push(isStray ? part : text);
    }
    const joined = parts.join(delimiter);
    records.push({ line, cells, isAfterBlank });
    endsWithNewline = row < total - 1 || chance(0.7);
    out += joined + (endsWithNewline ? newline : '');
    line += joined.split(lineEnd).length;
  }
  if (chance(0.2)) out = `\ufeff${out}`;
  return { text: out, delimiter, quoting, newline, columns, records, endsWithNewline };
}

/** What is to come out of a file: rows, rejected lines, and lines that were no rows. */
export interface Expected {
  readonly rows: string[][];
  readonly lines: number[];
  readonly rejects: { line: number; reason: string }[];
}

/** The reading rules, written down a second time, over records as csv-parse splits them. */
export function expectedOf(csv: RandomCsv): Expected {
  const { columns, endsWithNewline } = csv;
  const [header, ...data] = csv.records;
  const rows: string[][] = [];
  const lines: number[] = [];
  const rejects: { line: number; reason: string }[] = [];
  let shortRows = 0;
  /** Rows that are a footer unless another row comes. */
  let held: RandomRecord[] = [];
  let isAfterBlank = false;
  const keep = ({ line, cells }: RandomRecord, saysHowRowsEnd = true) => {
    rows.push(Array.from({ length: columns }, (_, c) => cells[c] ?? ''));
    lines.push(line);
    if (cells.length < columns && saysHowRowsEnd) shortRows++;
  };
  const release = () => {
    // A line of one cell among rows of several is broken: a last row without a line end may be cut all the same.
    for (const record of held) keep(record, columns <= 2);
    held = [];
    isAfterBlank = false;
  };
  for (const [i, record] of data.entries()) {
    const { line, cells } = record;
    isAfterBlank ||= record.isAfterBlank;
    const isEmpty = cells.every((cell) => cell === '');
    const isPadded = cells.slice(1).every((cell) => cell === '');
    if (isEmpty || (cells.length === 1 && columns > 1 && cells[0].trim() === '')) isAfterBlank = true;
    else if (cells.length === header.cells.length && cells.every((cell, c) => cell === header.cells[c]))
      continue;
    else if (cells.length > columns && cells.slice(columns).some((cell) => cell !== '')) {
      release();
      rejects.push({ line, reason: 'too_many_cells' });
    } else if (cells.length >= columns) {
      release();
      keep(record);
    } else if (
      cells.length === 1
        ? columns > 2 || isAfterBlank || held.length > 0
        : isPadded && (isAfterBlank || held.length > 0)
    ) {
      held.push(record);
    } else if (i === data.length - 1 && !endsWithNewline && shortRows === 0 && rows.length > 0) {
      rejects.push({ line, reason: 'too_few_cells' });
    } else {
      release();
      keep(record);
    }
  }
  return { rows, lines, rejects };
}
