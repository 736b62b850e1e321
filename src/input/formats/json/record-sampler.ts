import type { TableSample } from '../../../model/source.ts';
import type { JsonCursor } from './json-cursor.ts';
import { flatten, inheritedColumns, isObject, labelKeys, nestedStream } from './json-paths.ts';
import { type JsonTree, treeAt } from './json-tree.ts';
import type { RecordConsumer } from './record-consumer.ts';

/** Columns beyond these are left out: an object with ids as keys would give one for every record. */
const mostColumns = 2000;

/** Collects the first records of every stream, and of every list of objects in them, as tables of text. */
export class RecordSampler implements RecordConsumer {
  readonly #cursor: JsonCursor;
  readonly #limit: number;
  readonly #stopsEarly: boolean;
  readonly #tables = new Map<string | null, SampleTable>();
  #scanned: { stream: string | null; start: number } | null = null;

  /** `stopsEarly`: all records are of one stream, so nothing new comes once it has enough. */
  constructor(options: { cursor: JsonCursor; limit: number; stopsEarly: boolean }) {
    this.#cursor = options.cursor;
    this.#limit = options.limit;
    this.#stopsEarly = options.stopsEarly;
  }

  get isDone(): boolean {
    return this.#stopsEarly && (this.#tables.get(null)?.rows.length ?? 0) >= this.#limit;
  }

  scan(stream: string | null, start: number): number {
    this.#scanned = { stream, start };
    return this.#cursor.skipValue(start);
  }

  accept(): void {
    if (!this.#scanned) return;
    const { stream, start } = this.#scanned;
    const table = this.#table(stream);
    if (table.rows.length >= this.#limit) table.isWhole = false;
    else this.#add(stream, { record: treeAt(this.#cursor, start), parent: null });
  }

  reject(): void {}

  /** The tables, those at the top first, each followed by what is nested in it. */
  tables(isWhole: boolean): TableSample[] {
    return [...this.#tables.values()].map((table) => table.done(isWhole && !this.isDone));
  }

  #table(stream: string | null): SampleTable {
    let table = this.#tables.get(stream);
    if (!table) {
      table = new SampleTable(stream);
      this.#tables.set(stream, table);
    }
    return table;
  }

  #add(stream: string | null, of: { record: JsonTree; parent: ReadonlyMap<string, string> | null }): void {
    const table = this.#table(stream);
    if (table.rows.length >= this.#limit) {
      table.isWhole = false;
      return;
    }
    const { cells, lists } = flatten(of.record);
    const row = new Map<string, string>();
    if (of.parent) {
      for (const [name, path] of inheritedColumns(new Set(of.parent.keys()))) {
        row.set(name, of.parent.get(path) ?? '');
      }
    }
    for (const [path, text] of cells) if (!row.has(path)) row.set(path, text);
    table.add(row);
    for (const [path, objects] of lists) {
      for (const object of objects) {
        if (isObject(object)) this.#add(nestedStream(stream, path), { record: object, parent: row });
      }
    }
  }
}

class SampleTable {
  isWhole = true;
  readonly rows: ReadonlyMap<string, string>[] = [];
  readonly #stream: string | null;
  readonly #columns = new Set<string>();

  constructor(stream: string | null) {
    this.#stream = stream;
  }

  add(row: ReadonlyMap<string, string>): void {
    this.rows.push(row);
    for (const path of row.keys()) if (this.#columns.size < mostColumns) this.#columns.add(path);
  }

  done(isWhole: boolean): TableSample {
    const taken = [...this.#columns]
      .filter((path) => !this.#isSecondLabel(path))
      .map((path) => ({ path, values: this.rows.map((row) => row.get(path) ?? '') }))
      .filter(({ path, values }) => values.some((text) => text !== '') || !this.#hasInner(path));
    return {
      stream: this.#stream,
      columns: taken.map(({ path }) => path),
      headerNotes: [],
      values: taken.map(({ values }) => values),
      rows: this.rows.length,
      whole: isWhole && this.isWhole,
      asides: [],
    };
  }

  /** True for a path that holds objects in other records; where it has none, nothing is at the path itself. */
  #hasInner(path: string): boolean {
    for (const other of this.#columns) {
      if (other.startsWith(`${path}.`) || other.startsWith(`${path}[].`)) return true;
    }
    return false;
  }

  /** True for `tags[].id` where there is `tags[].name`. */
  #isSecondLabel(path: string): boolean {
    const [first, ...others] = labelKeys;
    const label = others.find((key) => path.endsWith(`[].${key}`));
    return label !== undefined && this.#columns.has(`${path.slice(0, -label.length)}${first}`);
  }
}
