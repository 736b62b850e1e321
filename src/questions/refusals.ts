import { guesses } from '../input/recognition/index.ts';
import type { RawTable } from '../input/tables/raw-table.ts';
import { neededFields } from '../model/fields.ts';
import type { TableMapping } from '../model/mapping.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import type { RejectReason } from '../model/source.ts';
import type { ReadOptions } from './read-options.ts';
import type { RecognisedSource } from './recognised-source.ts';
import type { ReadTables } from './tables-read.ts';

export const isData = (mapping: TableMapping): boolean =>
  mapping.kind !== 'none' && !mapping.problems.some(({ severity }) => severity === 'error');

/** Whether a table is read: it holds data, and what it lacks, if anything, is a date that may be missing. */
export function isReadable(
  mapping: TableMapping,
  { datesOptional }: Pick<ReadOptions, 'datesOptional'>,
): boolean {
  if (isData(mapping)) return true;
  const errors = mapping.problems.filter(({ severity }) => severity === 'error');
  const lacksDates = { tickets: 'no_created_at', messages: 'undated_messages' } as const;
  if (datesOptional !== true || !(mapping.kind === 'tickets' || mapping.kind === 'messages')) return false;
  const lack = lacksDates[mapping.kind];
  return errors.every(({ code }) => code === lack);
}

export function placed(problem: Problem, file: string, mapping: TableMapping): Problem {
  if (problem.where?.file) return problem;
  return {
    ...problem,
    where: { file, ...(mapping.stream === null ? {} : { table: mapping.stream }), ...problem.where },
  };
}

/** Kinds that figures can be computed from on their own. */
const measurable = new Set(['tickets', 'events', 'messages', 'surveys', 'customers', 'activity']);

/** @throws DeskstatError (3) when no table can be measured, with what stands in the way of each, or one is a riddle. */
export function requireUsable(
  sources: readonly RecognisedSource[],
  options: Pick<ReadOptions, 'datesOptional'>,
): void {
  const all = sources.flatMap(({ sample, mappings }) =>
    mappings.map((mapping) => ({ path: sample.source.path, mapping })),
  );
  // A list of tickets whose creation could be two columns is one all the same: rebuilding the tickets from what lies
  // beside it would count others.
  for (const { path, mapping } of all) {
    const riddle = mapping.problems.find(
      ({ code, severity }) => code === 'field_ambiguous' && severity === 'error',
    );
    if (riddle && measurable.has(mapping.kind))
      throw new DeskstatError({ ...riddle, where: placed(riddle, path, mapping).where }, 3);
  }
  if (all.some(({ mapping }) => measurable.has(mapping.kind) && isReadable(mapping, options))) return;
  for (const { path, mapping } of all) {
    const problem = mapping.problems.find(({ severity }) => severity === 'error');
    if (problem) throw new DeskstatError({ ...problem, where: placed(problem, path, mapping).where }, 3);
  }
  throw new DeskstatError({ code: 'nothing_to_measure', args: whatWasFound(sources) }, 3);
}

/** Tables and columns that are listed where nothing can be measured. */
const MOST_TABLES = 8;
const MOST_COLUMNS = 40;

/** What each table was taken for, its columns, and the flag that would read the first that may hold tickets. */
function whatWasFound(sources: readonly RecognisedSource[]): Problem['args'] {
  const tables = sources.flatMap(({ sample, mappings }) =>
    mappings.map((mapping) => {
      const stream = mapping.stream ? ` (${mapping.stream})` : '';
      const columns = sample.tables.find((table) => table.stream === mapping.stream)?.columns ?? [];
      return { mapping, columns, path: sample.source.path, name: `${sample.source.path}${stream}` };
    }),
  );
  return {
    found: tables
      .slice(0, MOST_TABLES)
      .map(({ name, mapping }) => sentence('word.at', { place: name, what: mapping.reason ?? mapping.kind })),
    columns: tables.slice(0, MOST_TABLES).map(({ name, columns }) => {
      const listed = columns.filter((column) => column !== '').slice(0, MOST_COLUMNS);
      return tables.length === 1 ? listed.join(', ') : `${name}: ${listed.join(', ')}`;
    }),
    try: whatSettles(tables),
  };
}

interface FoundTable {
  readonly path: string;
  readonly mapping: TableMapping;
}

/** The flag that would read what was found: messages lack their conversation, anything else may be tickets. */
function whatSettles(tables: readonly FoundTable[]): Sentence {
  const unbound = tables.find(({ mapping }) => mapping.reason?.code.startsWith('why.messages_'));
  if (unbound) {
    const { args } = unbound.mapping.reason!;
    return sentence('hint.rows_are_messages', { file: unbound.path, column: args.column ?? 'Column' });
  }
  const dated = tables.find(({ mapping }) => mapping.likelyCreatedAt !== undefined);
  const typed = `--map created_at='${dated?.mapping.likelyCreatedAt ?? 'Column'}'`;
  return sentence('hint.rows_are_tickets', { typed });
}

/** Where every table that could be measured is empty, that. */
export function noRows({ tables }: ReadTables): Omit<Problem, 'severity'> | null {
  const asked = tables.filter(({ kind }) => measurable.has(kind));
  if (asked.length === 0 || asked.some(({ rows, rejected }) => rows + rejected > 0)) return null;
  return { code: 'no_rows', args: {}, where: { file: asked[0].path } };
}

export function refuseGuesses(sources: readonly RecognisedSource[]): void {
  const found = guesses(
    sources.flatMap(({ sample, mappings }) =>
      mappings.map((mapping) => ({ path: sample.source.path, mapping })),
    ),
  );
  if (found.length > 0) throw new DeskstatError(found[0], 3);
}

interface RejectContext {
  readonly path: string;
  readonly tables: readonly RawTable[];
  readonly options: Pick<ReadOptions, 'maxRejected' | 'strict'>;
}

const whereOf = (path: string, table: RawTable): Problem['where'] => ({
  file: path,
  ...(table.mapping.stream === null ? {} : { table: table.mapping.stream }),
});

/** @throws DeskstatError (3) for more unusable rows than `--max-rejected` (or `--strict`) allows. */
export function refuseRejects({ path, tables, options }: RejectContext): void {
  for (const table of tables) {
    const rows = table.rows + table.rejected;
    const share = table.rejected / rows;
    if (table.rejected === 0 || !(options.strict || share > options.maxRejected)) continue;
    const [{ reason: code, lines }] = table.rejects;
    const reason = reasonFor(table, code);
    const [option, limit] = options.strict ? ['--strict', 0] : ['--max-rejected', 100 * options.maxRejected];
    throw new DeskstatError(
      {
        code: 'too_many_rejected',
        args: {
          ...{ rows, percent: (100 * share).toFixed(1), limit, reason, option },
          ...(reason === EITHER ? { order: 'both' } : otherColumns(table, code)),
        },
        where: { ...whereOf(path, table), line: lines[0] },
        count: table.rejected,
        lines,
      },
      3,
    );
  }
}

const EITHER = 'created_at_either_order';

/** Why rows are left out, where their dates cannot be read because they could be two dates. */
const reasonFor = ({ mapping }: RawTable, reason: RejectReason): RejectReason | typeof EITHER => {
  const reading = mapping.fields.created_at?.reading;
  const isMixed = reading?.type === 'instant' && reading.orders !== undefined;
  return isMixed && reason === 'created_at_unreadable' ? EITHER : reason;
};

/** The columns that there are, and the field whose column may be another one where rows lack what it should say. */
function otherColumns({ mapping, kind }: RawTable, reason: RejectReason): Problem['args'] {
  const columns = [...Object.values(mapping.fields), ...mapping.unmapped]
    .flatMap((column) => (column ? [{ column: column.column, source: column.source }] : []))
    .sort((a, b) => a.column - b.column)
    .map(({ source }) => source);
  const listed = [...new Set(columns)].slice(0, MOST_COLUMNS);
  const lacksField = /^created_at|^needed_field/.test(reason);
  return { columns: listed, ...(lacksField ? { field: neededFields[kind].flat()[0] } : {}) };
}

export function rejectProblems(path: string, table: RawTable): Problem[] {
  return table.rejects.map(({ reason, count, lines }) => ({
    code: 'row_rejected',
    severity: 'warning',
    args: { reason: reasonFor(table, reason) },
    where: whereOf(path, table),
    count,
    lines,
  }));
}
