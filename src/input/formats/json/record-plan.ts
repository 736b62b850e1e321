import type { TableRequest, TableSample } from '../../../model/source.ts';
import type { JsonCursor } from './json-cursor.ts';
import { inheritedColumns, parentPrefix } from './json-paths.ts';
import type { RecordConsumer } from './record-consumer.ts';
import { RecordReader } from './record-reader.ts';

/** Paths with at most this many dots are also looked for under keys that hold dots themselves. */
const mostDots = 4;

/** Pushes the wanted cells of the tables that were asked for; other streams are stepped over. */
export class RecordPusher implements RecordConsumer {
  readonly isDone = false;
  readonly #cursor: JsonCursor;
  readonly #planned = new Map<string | null, PlannedTable>();
  readonly #roots = new Map<string | null, RecordReader>();
  readonly #requests: readonly TableRequest[];
  #scanned: RecordReader | null = null;

  constructor(options: {
    cursor: JsonCursor;
    tables: readonly TableSample[];
    requests: readonly TableRequest[];
  }) {
    const { cursor, tables, requests } = options;
    this.#cursor = cursor;
    this.#requests = requests;
    for (const request of requests) this.#plan(request.stream, tables);
  }

  get rows(): Map<string | null, number> {
    return new Map(this.#requests.map(({ stream }) => [stream, this.#planned.get(stream)?.reader.rows ?? 0]));
  }

  scan(stream: string | null, start: number): number {
    const reader = this.#roots.get(stream) ?? null;
    this.#scanned = reader;
    return reader ? reader.scan(start) : this.#cursor.skipValue(start);
  }

  scanPlain(start: number): number {
    const reader = this.#roots.get(null) ?? null;
    this.#scanned = reader;
    return reader ? reader.scanPlain(start) : -1;
  }

  accept(line: number): void {
    this.#scanned?.emit(line);
  }

  flush(): void {
    for (const { reader } of this.#planned.values()) reader.flush();
  }

  reject(stream: string | null, row: Parameters<RecordConsumer['reject']>[1]): void {
    this.flush();
    const named = this.#requests.find((request) => request.stream === stream);
    (named ?? this.#requests[0])?.sink.rejectRow(row.line, row.reason, row.raw);
  }

  /** The reader of a table, with those of the tables around it. */
  #plan(stream: string | null, tables: readonly TableSample[]): PlannedTable {
    const made = this.#planned.get(stream);
    if (made) return made;
    const request = this.#requests.find((candidate) => candidate.stream === stream);
    const names = tables.find((candidate) => candidate.stream === stream)?.columns ?? [];
    const outer = tableAround(
      stream,
      tables.filter((candidate) => candidate.stream !== stream),
    );
    const parent = outer ? this.#plan(outer.stream, tables) : null;
    const reader = new RecordReader({
      cursor: this.#cursor,
      sink: request?.sink ?? null,
      parent: parent?.reader ?? null,
    });
    const table: PlannedTable = { reader, columns: new Set(names), parent };
    this.#planned.set(stream, table);
    for (const column of request?.wanted ?? []) addSlot(table, { path: names[column], column });
    if (parent && outer) {
      const path = outer.stream === null ? (stream ?? '') : (stream ?? '').slice(outer.stream.length + 1);
      for (const keys of splitsOf(path)) parent.reader.root.reach(keys).nested = reader;
    } else this.#roots.set(stream, reader);
    return table;
  }
}

/** The table that a nested table's rows lie in: the one with the longest name before a slash; null for a table of its own. */
function tableAround(stream: string | null, tables: readonly TableSample[]): TableSample | null {
  if (stream === null) return null;
  let around: TableSample | null = null;
  for (const candidate of tables) {
    if (candidate.stream !== null && !stream.startsWith(`${candidate.stream}/`)) continue;
    if (around === null || (candidate.stream ?? '').length > (around.stream ?? '').length) around = candidate;
  }
  return around;
}

/** A reader together with what its table looked like and the reader of the table around it. */
interface PlannedTable {
  readonly reader: RecordReader;
  readonly columns: ReadonlySet<string>;
  readonly parent: PlannedTable | null;
}

/** The slot that holds a path of a table: its own, or taken over from the table around it. */
function addSlot(table: PlannedTable, slot: { path: string; column: number }): number {
  const { reader, parent } = table;
  const { path, column } = slot;
  if (parent && path.startsWith(parentPrefix)) {
    const outer = inheritedColumns(parent.columns).get(path);
    if (outer !== undefined) {
      return reader.addSlot({ column, inherited: addSlot(parent, { path: outer, column: -1 }) });
    }
  }
  const label = /^(.+)\[\]\.([^.]+)$/.exec(path);
  const nodes = splitsOf(label ? label[1] : path).map((keys) => reader.root.reach(keys));
  if (column < 0 && nodes[0].slot >= 0) return nodes[0].slot;
  const index = reader.addSlot({ column, inherited: -1 });
  for (const node of nodes) {
    if (label) node.labels.set(label[2], index);
    else node.slot = index;
  }
  return index;
}

/** A dotted path as keys, in every way: a key may hold dots itself. */
function splitsOf(path: string): string[][] {
  const parts = path.split('.');
  if (parts.length - 1 > mostDots) return [parts, [path]];
  let splits: string[][] = [[parts[0]]];
  for (const part of parts.slice(1)) {
    splits = splits.flatMap((keys) => [
      [...keys, part],
      [...keys.slice(0, -1), `${keys[keys.length - 1]}.${part}`],
    ]);
  }
  return splits;
}
