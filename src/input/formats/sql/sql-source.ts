import { Buffer } from 'node:buffer';
import { DeskstatError } from '../../../model/problem.ts';
import type { CellSink, ReadResult, Source, TableSample } from '../../../model/source.ts';
import { TextCollector } from '../csv/csv-source.ts';
import type { FormatSample, ReadRequest, SampleRequest } from '../format.ts';
import { DatabaseSource } from './database-source.ts';
import { quoted, type SqlColumn, type SqlDatabase, type SqlPortion, type SqlRows } from './engine.ts';
import { type Selection, selectionsOf } from './selections.ts';

const rowsLooked = 1000;

/** What is read for each stream, and the columns that it had when it was sampled. */
type Selected = ReadonlyMap<string | null, Selection & { readonly columns: readonly SqlColumn[] }>;

/** The first rows of every table, or of what the query gives. */
export async function sampleDatabase({ source, rows }: SampleRequest<string>): Promise<FormatSample> {
  const database = await databaseOf(source).database();
  const selected = new Map<string | null, Selection & { readonly columns: readonly SqlColumn[] }>();
  const tables: TableSample[] = [];
  for (const selection of await selectionsOf(database, databaseOf(source))) {
    const { stream } = selection;
    const found = await selectRows(database, source, selection);
    selected.set(stream, { ...selection, columns: found.columns });
    tables.push({ stream, ...(await firstRows(found, rows ?? rowsLooked)) });
  }
  return {
    layout: { format: databaseOf(source).format, dialect: null, detail: selected satisfies Selected },
    tables,
    problems: [],
  };
}

async function firstRows(found: SqlRows, most: number): Promise<Omit<TableSample, 'stream'>> {
  const columns = found.columns.map(({ name }) => name);
  const wanted = columns.map((_, column) => column);
  const collector = new TextCollector(columns.length);
  const writer = new CellWriter(collector, columns);
  let whole = false;
  while (collector.rows < most && !whole) {
    const portion = await found.next(wanted);
    if (portion) writer.push(portion, { wanted, from: collector.rows, most: most - collector.rows });
    else whole = true;
  }
  // As many rows as were looked for may be all there are.
  whole ||= collector.rows === most && (await found.next([])) === null;
  await found.close();
  return { columns, headerNotes: [], values: collector.values, rows: collector.rows, whole, asides: [] };
}

/** Pushes the rows of the requested tables, of each only the columns that are wanted. */
export async function readDatabase({ sample, requests, options }: ReadRequest): Promise<ReadResult> {
  const { source, layout } = sample;
  const selected = layout.detail as Selected;
  const database = await databaseOf(source).database();
  const rows = new Map<string | null, number>();
  let before = 0;
  for (const { stream, wanted, sink } of requests) {
    const selection = selected.get(stream);
    if (!selection) continue;
    const { columns } = selection;
    const tops = [...new Set(wanted.map((column) => columns[column].top))];
    const found = await selectRows(database, source, { ...selection, tops });
    const numbers =
      selection.table === null ? wanted : wanted.map((column) => numberIn(found, columns[column]));
    const writer = new CellWriter(
      sink,
      wanted.map((column) => columns[column].name),
    );
    let read = 0;
    for (let portion = await found.next(numbers); portion; portion = await found.next(numbers)) {
      writer.push(portion, { wanted, from: read, most: portion.rows });
      read += portion.rows;
      options.onProgress?.({ bytes: Number.NaN, rows: before + read });
    }
    await found.close();
    before += read;
    rows.set(stream, read);
  }
  return { problems: [], rows };
}

const numberIn = ({ columns }: SqlRows, { name, top }: SqlColumn): number =>
  columns.findIndex((column) => column.name === name && column.top === top);

function databaseOf(source: Source): DatabaseSource {
  if (source instanceof DatabaseSource) return source;
  throw new Error(`${source.path} is no database`);
}

/** What a table holds, or what the query gives. */
async function selectRows(
  database: SqlDatabase,
  source: Source,
  { table, query, tops }: Selection & { readonly tops?: readonly string[] },
): Promise<SqlRows> {
  const list = tops === undefined ? '*' : tops.length === 0 ? '1' : tops.map(quoted).join(', ');
  try {
    return await database.select(query ?? `select ${list} from ${table}`);
  } catch (error) {
    // Nobody typed this query: what is wrong with it is wrong with the database.
    if (query !== null || !(error instanceof DeskstatError) || error.exitCode !== 2) throw error;
    const { engine, reason } = error.problem.args;
    const args = { engine, reason };
    throw new DeskstatError({ code: 'database_unreadable', args, where: { file: source.path } }, 3);
  }
}

/** Hands texts on as bytes, in one place that is used again. */
class CellWriter {
  readonly #sink: CellSink;
  readonly #names: readonly string[];
  #bytes = Buffer.allocUnsafe(1 << 12);

  /** @param names of the columns of its portions, for rows that cannot be used */
  constructor(sink: CellSink, names: readonly string[]) {
    this.#sink = sink;
    this.#names = names;
  }

  /** @param wanted the number of each column of the portion; `from` rows came before, and no more than `most` are taken */
  push(
    { rows, cells }: SqlPortion,
    {
      wanted,
      from,
      most,
    }: { readonly wanted: readonly number[]; readonly from: number; readonly most: number },
  ): void {
    const sink = this.#sink;
    for (let row = 0; row < rows && row < most; row++) {
      for (let i = 0; i < wanted.length; i++) {
        const text = cells[i][row];
        if (text !== '') this.#cell(wanted[i], text);
      }
      const line = from + row + 1;
      const reason = sink.endRow(line);
      if (reason) sink.rejectRow(line, reason, this.#record(cells, row));
    }
  }

  #record(cells: SqlPortion['cells'], row: number): string {
    return JSON.stringify(Object.fromEntries(this.#names.map((name, i) => [name, cells[i][row]])));
  }

  #cell(column: number, text: string): void {
    if (text.length * 3 > this.#bytes.length) this.#bytes = Buffer.allocUnsafe(text.length * 4);
    this.#sink.cell(column, this.#bytes, 0, this.#bytes.write(text));
  }
}
