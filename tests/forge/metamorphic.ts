import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Draft, ForgedFile } from './draft.ts';
import { drawRecipe, forge } from './forge.ts';
import { randomOf } from './random.ts';
import { traitsOf } from './shrink.ts';
import type { Run } from './verdict.ts';

/** A table as it can be written in several ways. */
export interface PlainTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const lines = ({ headers, rows }: PlainTable, write: (text: string) => string): string[] =>
  [headers, ...rows].map((row) => row.map(write).join(','));
const csv = (table: PlainTable, write = cell): string => `${lines(table, write).join('\n')}\n`;
/** What guards a cell of a CSV against a spreadsheet stands in no record. */
const unguarded = (cell: string): string => cell.replace(/^="(.*)"$/s, '$1').replace(/^['\t](?=\d)/, '');
const records = ({ headers, rows }: PlainTable): Record<string, string | null>[] =>
  rows.map((row) =>
    Object.fromEntries(headers.map((header, i) => [header, row[i] === '' ? null : unguarded(row[i])])),
  );
const file = (name: string, text: string | Uint8Array): ForgedFile => ({
  name,
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
});

function shuffled<T>(list: readonly T[]): T[] {
  const random = randomOf(7);
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** A share of the rows as rubbish of one cell, spread over the file. */
function withRubbish(table: PlainTable, share: number): string {
  const [head, ...rows] = lines(table, cell);
  const wanted = Math.max(1, Math.round((share * rows.length) / (1 - share)));
  const every = Math.max(1, Math.floor(rows.length / wanted));
  let left = wanted;
  const out = rows.flatMap((row, i) => (i % every === 0 && left-- > 0 ? [`rubbish ${i}`, row] : [row]));
  return `${[head, ...out].join('\n')}\n`;
}

/** Ways to write the same tables, in which every figure must be the same. */
export const sameFigures: Readonly<Record<string, (table: PlainTable) => readonly ForgedFile[]>> = {
  shuffled: (table) => [file(`${table.name}.csv`, csv({ ...table, rows: shuffled(table.rows) }))],
  quoted: (table) => [file(`${table.name}.csv`, csv(table, quoted))],
  semicolons: (table) => [
    file(
      `${table.name}.csv`,
      lines(table, quoted).join(';\n').replaceAll('","', '";"').replaceAll(';\n', '\n'),
    ),
  ],
  json: (table) => [file(`${table.name}.json`, JSON.stringify(records(table)))],
  ndjson: (table) => [
    file(
      `${table.name}.ndjson`,
      records(table)
        .map((each) => `${JSON.stringify(each)}\n`)
        .join(''),
    ),
  ],
  gzip: (table) => [file(`${table.name}.csv.gz`, gzipSync(csv(table)))],
  bom_crlf: (table) => [file(`${table.name}.csv`, `\ufeff${lines(table, cell).join('\r\n')}\r\n`)],
  column_added: (table) => [
    file(
      `${table.name}.csv`,
      csv({
        ...table,
        headers: [...table.headers, 'Colour of the folder'],
        rows: table.rows.map((row, i) => [...row, ['red', 'green', 'blue'][i % 3]]),
      }),
    ),
  ],
  rubbish: (table) => [file(`${table.name}.csv`, withRubbish(table, 0.04))],
};

/** Ways to cut the tickets into files; what lies beside them stays whole. */
export const sameWhenCut: typeof sameFigures = {
  seven_files: (table) =>
    Array.from({ length: 7 }, (_, i) =>
      file(
        `${table.name}-${i}.csv`,
        csv({
          ...table,
          rows: table.rows.filter((_row, at) => Math.floor((7 * at) / table.rows.length) === i),
        }),
      ),
    ),
  overlapping: (table) => [
    file(
      `${table.name}-1.csv`,
      csv({ ...table, rows: table.rows.slice(0, Math.ceil(table.rows.length * 0.7)) }),
    ),
    file(
      `${table.name}-2.csv`,
      csv({ ...table, rows: table.rows.slice(Math.floor(table.rows.length * 0.3)) }),
    ),
  ],
};

/** The tables of a forged export as they are before a dialect writes them, the tickets first. */
export function tablesOf(draft: Draft): PlainTable[] {
  const tables = [{ name: 'tickets', columns: draft.columns }, ...draft.further];
  return tables.map(({ name, columns }) => ({
    name,
    headers: columns.map(({ header }) => header),
    rows: (columns[0]?.cells ?? []).map((_, row) =>
      columns.map(({ cells }) => (cells[row] === null ? '' : String(cells[row]))),
    ),
  }));
}

/** What `metrics` says of some files: its exit and its rows; what names files is left out. */
export async function figuresOf(files: readonly ForgedFile[], run: Run): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forge-same-'));
  try {
    for (const { name, bytes } of files) writeFileSync(path.join(folder, name), bytes);
    const names = files.map(({ name }) => path.join(folder, name));
    const { code, stdout } = await run(['metrics', ...names, '--format', 'json'], folder);
    if (code !== 0) return `exit ${code}`;
    return JSON.stringify(JSON.parse(stdout).rows, null, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fewer rows have no row that is one in twenty-five. */
const ENOUGH = 60;
/** Judged for each file by itself: whether the answers are about it. */
const judgedByFile = /"metric": "csat_response_rate"/;

const isLeftOut = /"metric": "created",[^}]*"value": null/;

/** The first line in which two answers differ. */
function difference(one: string, other: string): string {
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  const metric = left.slice(0, at + 1).findLast((line) => line.includes('"metric"'));
  return `${metric?.trim() ?? ''} ${left[at]?.trim()} | ${right[at]?.trim() ?? 'nothing'}`;
}

/** Writes tables in every way, and says in which the figures are others. */
export async function differences(tables: readonly PlainTable[], run: Run, cut: boolean): Promise<string[]> {
  const plainly = (table: PlainTable): ForgedFile => file(`${table.name}.csv`, csv(table));
  const plain = await figuresOf(tables.map(plainly), run);
  const found: string[] = [];
  const compare = async (way: string, files: readonly ForgedFile[]): Promise<void> => {
    const other = await figuresOf(files, run);
    if (way === 'rubbish' && tables.some(({ rows }) => rows.length < ENOUGH)) return;
    if (other !== plain) found.push(`${way}: ${difference(plain, other)}`);
  };
  for (const [way, write] of Object.entries(sameFigures)) await compare(way, tables.flatMap(write));
  if (!cut) return found;
  const [tickets, ...rest] = tables;
  for (const [way, write] of Object.entries(sameWhenCut)) {
    const told = found.length;
    await compare(way, [...write(tickets), ...rest.map(plainly)]);
    if (judgedByFile.test(found[told] ?? '')) found.pop();
  }
  // Where the list is left out whole, its rubbish is as well.
  if (isLeftOut.test(plain)) return found;
  const rubbish = await figuresOf(
    [file('tickets.csv', withRubbish(tickets, 0.1)), ...rest.map(plainly)],
    run,
  );
  if (rubbish !== 'exit 3') found.push('a tenth of rubbish: is not refused');
  return found;
}

/** Forged exports whose figures are others when they are written otherwise, with the traits that they have. */
export async function differingExports(seed: number, exports: number, run: Run): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < exports; i++) {
    const recipe = drawRecipe(seed + i);
    for (const each of await differences(tablesOf(forge(recipe)), run, true))
      found.push(`seed ${seed + i}, ${each}; ${traitsOf(recipe).join(' ')}`);
  }
  return found;
}
