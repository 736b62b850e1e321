import type { CellSink, RejectReason, TableRequest, TableSample } from '../../../model/source.ts';

/**
 * Jira's CSV repeats a column once for each comment of an issue, each written `date;author;text`
 * (confluence.atlassian.com, "Importing data from CSV": "Comment Body … 05/05/2010 11:20:30; adam; This is a comment";
 * its export writes the same). They are handed on as a table of their own, a row a comment, with the names of the
 * accounts by which newer exports call their authors (`Assignee`, `Assignee Id`) as another.
 */
export interface PackedComments {
  /** The column that numbers the issues. */
  readonly key: number;
  readonly comments: readonly number[];
  /** Columns of an account's id, each with that of its name. */
  readonly people: readonly (readonly [id: number, name: number])[];
}

export const commentStream = 'comments';
export const peopleStream = 'accounts';
const commentColumns = ['Issue key', 'Comment date', 'Comment author', 'Comment text'];
const peopleColumns = ['Account id', 'Account name'];

/** `Comment` in the languages of Jira's interface; an attachment is written in the same way. */
const commentHeader =
  /^(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|comment[oi]|opmerking(?:en)?|reacties?|kommentar(?:er)?|kommentti|kommentit|komentar(?:z|ze)|комментари[йи]|yorum(?:lar)?|コメント|评论|备注|댓글|टिप्पणी|মন্তব্য)$/iu;
const packed = /^\s*\d[^;\n]{5,40};[^;\n]{0,160};/u;
const issueKey = /^[A-Z][A-Z0-9_]+-\d+$/;
/** What names an account's id beside the person's own column. */
const idOf = /^(.+?)[ -]id$/i;

const filled = (cells: readonly string[]): string[] => cells.filter((cell) => cell.trim() !== '');

/** Where a table packs the comments of each row into its columns; null where it does not. */
export function packedComments({ columns, values }: TableSample): PackedComments | null {
  const named = columns.flatMap((name, column) => (commentHeader.test(name.trim()) ? [column] : []));
  const cells = named.flatMap((column) => filled(values[column] ?? []));
  if (cells.length === 0 || !cells.every((cell) => packed.test(cell))) return null;
  const key = columns.findIndex((_, column) => {
    const keys = filled(values[column] ?? []);
    return keys.length > 0 && keys.every((cell) => issueKey.test(cell.trim()));
  });
  if (key < 0) return null;
  const people = columns.flatMap((name, id): (readonly [number, number])[] => {
    const of = idOf.exec(name.trim())?.[1];
    const person = of === undefined ? -1 : columns.indexOf(of);
    return person < 0 || person === key || /issue|project|parent/i.test(of ?? '') ? [] : [[id, person]];
  });
  return { key, comments: named, people };
}

interface Parts {
  readonly date: string;
  readonly author: string;
  readonly text: string;
}

/** The parts of a comment; a text may hold the mark that parts them. */
function partsOf(cell: string): Parts | null {
  const first = cell.indexOf(';');
  const second = cell.indexOf(';', first + 1);
  if (second < 0) return null;
  return {
    date: cell.slice(0, first).trim(),
    author: cell.slice(first + 1, second).trim(),
    text: cell.slice(second + 1).trim(),
  };
}

/** The stream of what is packed into a table: of a sheet by its name, as workbooks have several. */
export const packedStream = (stream: string, of: string | null): string =>
  of === null ? stream : `${of}/${stream}`;

/** The first rows of the tables that are packed into another one. */
export function unpackedSamples(table: TableSample, found: PackedComments): TableSample[] {
  const { values, rows, whole, stream: of } = table;
  const comments: string[][] = commentColumns.map(() => []);
  const people = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    for (const column of found.comments) {
      const parts = partsOf(values[column]?.[row] ?? '');
      if (parts === null) continue;
      [values[found.key][row], parts.date, parts.author, parts.text].forEach((cell, at) => {
        comments[at].push(cell);
      });
    }
    for (const [id, name] of found.people) {
      const key = values[id]?.[row] ?? '';
      if (key !== '') people.set(key, values[name]?.[row] ?? '');
    }
  }
  const sample = (stream: string, columns: readonly string[], cells: string[][]): TableSample => ({
    ...{
      stream: packedStream(stream, of),
      columns,
      values: cells,
      rows: cells[0].length,
      whole,
      headerNotes: [],
      asides: [],
    },
  });
  const samples = [sample(commentStream, commentColumns, comments)];
  if (people.size > 0)
    samples.push(sample(peopleStream, peopleColumns, [[...people.keys()], [...people.values()]]));
  return samples;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Hands the rows of a table to its own sink, and what is packed into them to those of their own. */
export class Unpacker implements CellSink {
  /** Rows handed on, by stream. */
  readonly rows = new Map<string, number>();
  readonly #found: PackedComments;
  readonly #own: CellSink | null;
  readonly #ownColumns: ReadonlySet<number>;
  readonly #comments: TableRequest | undefined;
  readonly #people: TableRequest | undefined;
  readonly #kept: ReadonlySet<number>;
  readonly #row = new Map<number, string>();
  readonly #known = new Set<string>();

  constructor(found: PackedComments, requests: readonly TableRequest[], of: string | null = null) {
    const own = requests.find(({ stream }) => stream === of);
    this.#found = found;
    this.#own = own?.sink ?? null;
    this.#ownColumns = new Set(own?.wanted);
    this.#comments = requests.find(({ stream }) => stream === packedStream(commentStream, of));
    this.#people = requests.find(({ stream }) => stream === packedStream(peopleStream, of));
    this.#kept = new Set([found.key, ...found.comments, ...found.people.flat()]);
  }

  /** The columns of the table that are needed for all of them, ascending. */
  get wanted(): number[] {
    return [...new Set([...this.#ownColumns, ...this.#kept])].sort((a, b) => a - b);
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#ownColumns.has(column)) this.#own?.cell(column, bytes, start, end);
    if (end > start && this.#kept.has(column))
      this.#row.set(column, decoder.decode(bytes.subarray(start, end)));
  }

  endRow(line: number): RejectReason | undefined {
    const reason = this.#own?.endRow(line);
    if (reason === undefined) this.#unpack(line);
    this.#row.clear();
    return reason;
  }

  rejectRow(line: number, reason: RejectReason, raw: string): void {
    this.#row.clear();
    this.#own?.rejectRow(line, reason, raw);
  }

  #unpack(line: number): void {
    const key = this.#row.get(this.#found.key) ?? '';
    for (const column of this.#found.comments) {
      const parts = partsOf(this.#row.get(column) ?? '');
      if (parts) this.#push(this.#comments, [key, parts.date, parts.author, parts.text], line);
    }
    for (const [id, name] of this.#found.people) {
      const account = this.#row.get(id);
      if (account === undefined || this.#known.has(account)) continue;
      this.#known.add(account);
      this.#push(this.#people, [account, this.#row.get(name) ?? ''], line);
    }
  }

  #push(request: TableRequest | undefined, cells: readonly string[], line: number): void {
    if (!request) return;
    const { stream, sink, wanted } = request;
    for (const column of wanted) {
      const bytes = encoder.encode(cells[column]);
      if (bytes.length > 0) sink.cell(column, bytes, 0, bytes.length);
    }
    sink.endRow(line);
    this.rows.set(stream ?? '', (this.rows.get(stream ?? '') ?? 0) + 1);
  }
}
