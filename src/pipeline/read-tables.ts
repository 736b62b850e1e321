import { readSource } from '../input/readers/index.ts';
import { contentFields } from '../input/tables/overlaps.ts';
import { type RawTable, SharedDictionaries, TableSink } from '../input/tables/table-sink.ts';
import type { SourceNote } from '../model/desk.ts';
import type { FieldId } from '../model/fields.ts';
import type { TableMapping } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import { kindsOfWork } from './kinds-of-work.ts';
import type { ReadOptions } from './read-desk.ts';
import type { RecognisedSource } from './recognise-files.ts';
import { isData, isReadable, rejectProblems } from './refusals.ts';

interface ReadFile {
  readonly path: string;
  readonly tables: readonly RawTable[];
  readonly rows: ReadonlyMap<string | null, number>;
  readonly problems: readonly Problem[];
}

export interface ReadTables {
  readonly tables: readonly RawTable[];
  readonly dictionaries: SharedDictionaries;
  readonly sources: readonly SourceNote[];
  readonly files: readonly ReadFile[];
  readonly problems: readonly Problem[];
}

/**
 * Surveys that name their customer are joined through the tickets' requester, and messages need it to tell who wrote
 * them, whatever is asked. Without either it is read only where it is asked for: there may be a million of them.
 */
function fieldsToRead(sources: readonly RecognisedSource[], { fields }: ReadOptions): ReadOptions['fields'] {
  if (fields === 'all') return fields;
  const joins = sources.some(({ mappings }) =>
    mappings.some(({ kind, fields: has }) => kind === 'messages' || (kind === 'surveys' && has.customer)),
  );
  const content = contentToRead(sources);
  if (!joins && content.length === 0) return fields;
  const hasMessages = sources.some(({ mappings }) => mappings.some(({ kind }) => kind === 'messages'));
  return new Set<FieldId>([
    ...fields,
    ...(joins ? (['requester'] as const) : []),
    ...(hasMessages ? messageJudges : []),
    ...content,
  ]);
}

/** Who was ever given a ticket answers for the desk, and threads are judged by channel. */
const messageJudges = ['assignee', 'channel', 'opened_by_agent'] as const;

/** Where two files of one kind have no ids, by what rows that stand in both of them are known, whatever is asked. */
function contentToRead(sources: readonly RecognisedSource[]): readonly FieldId[] {
  const content: FieldId[] = [];
  for (const [kind, fields] of Object.entries(contentFields)) {
    const files = sources.filter(({ mappings }) => mappings.some((mapping) => mapping.kind === kind));
    const lackIds = files.some(({ mappings }) =>
      mappings.some((mapping) => mapping.kind === kind && !mapping.fields.id),
    );
    if (files.length > 1 && lackIds) content.push(...fields);
  }
  return content;
}

/** mappings → typed columns, file by file; code columns of one field share their dictionary. */
export async function readTables(
  sources: readonly RecognisedSource[],
  options: ReadOptions,
): Promise<ReadTables> {
  const dictionaries = new SharedDictionaries();
  const prefixOf = idPrefixes(sources, options);
  const wanted = fieldsToRead(sources, options);
  const files: ReadFile[] = [];
  const notes: SourceNote[] = [];
  for (const [source, { sample, mappings }] of sources.entries()) {
    const { path } = sample.source;
    options.onStage?.({ label: `reading ${path}`, bytes: sample.source.size });
    const sinks = mappings
      .filter((mapping) => isReadable(mapping, options))
      .map(
        (mapping) =>
          new TableSink({
            mapping,
            source,
            path,
            dictionaries,
            idPrefix: prefixOf(path, mapping),
            wanted,
            wantedColumns: [
              ...options.columns,
              ...(options.kindsOfWork
                ? kindsOfWork(
                    sample.tables.find(({ stream }) => stream === mapping.stream),
                    mapping,
                  )
                : []),
            ],
            datesOptional: options.datesOptional ?? false,
            onReject: options.onReject && ((reject) => options.onReject?.({ path, ...reject })),
          }),
      );
    const requests = sinks.map((sink) => ({ stream: sink.mapping.stream, wanted: sink.wantedColumns, sink }));
    const result = await readSource(sample, requests, { onProgress: options.onProgress });
    const tables = sinks.map((sink) => sink.done());
    const problems = [
      ...sample.problems,
      ...result.problems,
      ...tables.flatMap((table) => rejectProblems(path, table)),
    ];
    files.push({ path, tables, rows: result.rows, problems });
    notes.push({
      path,
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
      kinds: [...new Set(mappings.map((mapping) => mapping.kind))],
      preset: mappings.find((mapping) => isData(mapping) && mapping.preset)?.preset ?? null,
    });
  }
  return {
    tables: files.flatMap(({ tables }) => tables),
    dictionaries,
    sources: notes,
    files,
    problems: files.flatMap(({ problems }) => problems),
  };
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
