import { readSource } from '../input/formats/read-source.ts';
import { isRounded } from '../input/recognition/column-look.ts';
import { clearEmptyZeros } from '../input/tables/empty-zeros.ts';
import { markMidnights } from '../input/tables/midnights.ts';
import { contentFields } from '../input/tables/overlaps.ts';
import { mergedKey, personKey, ticketKey } from '../input/tables/people-keys.ts';
import { ticketContent } from '../input/tables/same-content.ts';
import { ShardSink, shardColumn } from '../input/tables/shard-sink.ts';
import { SharedDictionaries } from '../input/tables/shared-dictionaries.ts';
import { TableSink, type TableSinkOptions } from '../input/tables/table-sink.ts';
import type { SourceNote } from '../model/desk.ts';
import type { FieldId } from '../model/fields.ts';
import type { TableMapping } from '../model/mapping.ts';
import { isMissing } from '../model/raw-value.ts';
import { sentence } from '../model/sentence.ts';
import type { CellSink } from '../model/source.ts';
import { kindsOfWork } from './kinds-of-work.ts';
import { peopleColumns } from './people-columns.ts';
import type { ReadOptions } from './read-options.ts';
import type { RecognisedSource } from './recognised-source.ts';
import { isData, isReadable, rejectProblems } from './refusals.ts';
import { otherPeopleKeys } from './sibling-authors.ts';
import type { ReadFile, ReadTables } from './tables-read.ts';
import { mergedIntoColumns, otherTicketKeys } from './ticket-keys.ts';

/**
 * Surveys that name their customer are joined through the tickets' requester, and messages need it to tell who wrote
 * them, whatever is asked. Without either it is read only where it is asked for: there may be a million of them.
 */
function fieldsToRead(sources: readonly RecognisedSource[], { fields }: ReadOptions): ReadOptions['fields'] {
  if (fields === 'all') return fields;
  const joins = sources.some(({ mappings }) =>
    mappings.some(
      (mapping) => holdsMessages(mapping) || (mapping.kind === 'surveys' && mapping.fields.customer),
    ),
  );
  const content = contentToRead(sources);
  if (!joins && content.length === 0) return fields;
  const hasMessages = sources.some(({ mappings }) => mappings.some(holdsMessages));
  return new Set<FieldId>([
    ...fields,
    ...(joins ? (['requester'] as const) : []),
    ...(hasMessages ? messageJudges : []),
    ...content,
  ]);
}

/** Messages, or a log among whose changes they stand. */
const holdsMessages = ({ kind, fields }: TableMapping): boolean =>
  kind === 'messages' || (kind === 'events' && fields.public !== undefined);

/** Who was ever given a ticket answers for the desk, and threads are judged by channel. */
const messageJudges = ['assignee', 'channel', 'opened_by_agent'] as const;

/** Where two files of one kind have no ids, by what rows that stand in both of them are known, whatever is asked. */
function contentToRead(sources: readonly RecognisedSource[]): readonly FieldId[] {
  const content: FieldId[] = [];
  for (const [kind, fields] of Object.entries({ ...contentFields, tickets: ticketContent })) {
    const files = sources.filter(({ mappings }) => mappings.some((mapping) => mapping.kind === kind));
    const lackIds = files.some((source) =>
      source.mappings.some((mapping, table) => mapping.kind === kind && lacksIds(source, mapping, table)),
    );
    if (files.length > 1 && lackIds) content.push(...fields);
  }
  return content;
}

/** Whether rows of a table have no id, or one that a spreadsheet rounded, which is none. */
function lacksIds({ sample }: RecognisedSource, { fields: { id } }: TableMapping, table: number): boolean {
  const rows = id ? sample.tables[table]?.values[id.column] : undefined;
  return rows === undefined || rows.some((cell) => isMissing(cell) || isRounded(cell));
}

/** What was read before, and which of it need not be read again. */
export interface ReadBefore {
  readonly dictionaries: SharedDictionaries;
  /** By source: what its reading gave, with its mappings renewed, or null where it is to be read again. */
  readonly kept: readonly (ReadFile | null)[];
}

/** mappings → typed columns, file by file; code columns of one field share their dictionary. */
export async function readTables(
  sources: readonly RecognisedSource[],
  options: ReadOptions,
  before: ReadBefore | null = null,
): Promise<ReadTables> {
  const dictionaries = before?.dictionaries ?? new SharedDictionaries();
  const prefixOf = idPrefixes(sources, options);
  const wanted = fieldsToRead(sources, options);
  const ticketKeysOf = otherTicketKeys(sources);
  const peopleKeysOf = otherPeopleKeys(sources);
  const otherKeysOf = (mapping: TableMapping): readonly string[] => [
    ...ticketKeysOf(mapping).map(ticketKey),
    ...mergedIntoColumns(mapping).map(mergedKey),
    ...peopleKeysOf(mapping).map(({ field, source }) => personKey(field, source)),
  ];
  const files: ReadFile[] = [];
  for (const [source, recognised] of sources.entries()) {
    const kept = before?.kept[source];
    const read = (mapping: TableMapping): TableSinkOptions =>
      sinkOptions({ mapping, source, recognised }, { dictionaries, prefixOf, otherKeysOf, wanted, options });
    files.push(kept ?? (await readFile(recognised, read, options)));
  }
  return {
    tables: clearEmptyZeros(markMidnights(files.flatMap(({ tables }) => tables))),
    dictionaries,
    sources: files.map((file, source) => noteOf(file, sources[source])),
    files,
    problems: files.flatMap(({ problems }) => problems),
  };
}

function noteOf({ path, tables }: ReadFile, { mappings }: RecognisedSource): SourceNote {
  return {
    path,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
    kinds: [...new Set(mappings.map((mapping) => mapping.kind))],
    preset: mappings.find((mapping) => isData(mapping) && mapping.preset)?.preset ?? null,
  };
}

function sinkOptions(
  {
    mapping,
    source,
    recognised,
  }: {
    readonly mapping: TableMapping;
    readonly source: number;
    readonly recognised: RecognisedSource;
  },
  {
    dictionaries,
    prefixOf,
    otherKeysOf,
    wanted,
    options,
  }: {
    readonly dictionaries: SharedDictionaries;
    readonly prefixOf: ReturnType<typeof idPrefixes>;
    readonly otherKeysOf: (mapping: TableMapping) => readonly string[];
    readonly wanted: ReadOptions['fields'];
    readonly options: ReadOptions;
  },
): TableSinkOptions {
  const { sample } = recognised;
  const { path } = sample.source;
  const table = sample.tables.find(({ stream }) => stream === mapping.stream);
  return {
    mapping,
    source,
    path,
    dictionaries,
    idPrefix: prefixOf(path, mapping),
    wanted,
    wantedColumns: [...options.columns, ...(options.kindsOfWork ? kindsOfWork(table, mapping) : [])],
    // Pseudonyms take the place of names in fields, not in texts.
    peopleColumns: options.people
      ? peopleColumns(table, { mapping, fields: options.names?.pseudonymOf != null })
      : [],
    otherKeys: otherKeysOf(mapping),
    datesOptional: options.datesOptional ?? false,
    onReject: options.onReject && ((reject) => options.onReject?.({ path, ...reject })),
  };
}

async function readFile(
  { sample, mappings }: RecognisedSource,
  optionsOf: (mapping: TableMapping) => TableSinkOptions,
  options: ReadOptions,
): Promise<ReadFile> {
  const { path } = sample.source;
  options.onStage?.({ label: sentence('progress.reading', { file: path }), bytes: sample.source.size });
  const sinks = mappings
    .filter((mapping) => isReadable(mapping, options))
    .map((mapping) => new TableSink(optionsOf(mapping)));
  const requests = sinks.map((sink) => ({
    stream: sink.mapping.stream,
    wanted: sink.wantedColumns,
    sink: inShard(sink, options),
  }));
  const result = await readSource(sample, requests, { onProgress: options.onProgress });
  const tables = sinks.map((sink) => sink.done());
  const problems = [
    ...sample.problems,
    ...result.problems,
    ...tables.flatMap((table) => rejectProblems(path, table)),
  ];
  return { path, tables, rows: result.rows, problems };
}

/** The sink, or one before it that drops the rows of other shards. */
function inShard(sink: TableSink, { shard }: ReadOptions): CellSink {
  const { kind } = sink.mapping;
  const column = shard && kind !== 'none' ? shardColumn(sink.mapping, shard) : null;
  return shard && kind !== 'none' && column !== null ? new ShardSink(sink, { column, shard, kind }) : sink;
}

/** Where ticket tables come from several desks, ids are told apart by the desk; else they are as they are. */
function idPrefixes(
  sources: readonly RecognisedSource[],
  options: Pick<ReadOptions, 'sourceNameFor'>,
): (path: string, mapping: TableMapping) => string {
  const nameOf = (path: string, mapping: TableMapping): string =>
    options.sourceNameFor(path) ?? mapping.preset ?? '';
  const names = new Set(
    sources.flatMap(({ sample, mappings }) =>
      mappings.filter(({ kind }) => kind === 'tickets').map((mapping) => nameOf(sample.source.path, mapping)),
    ),
  );
  return names.size > 1 ? nameOf : () => '';
}
