import type { RawTable } from '../input/tables/raw-table.ts';
import type { TableMapping } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceSample } from '../model/source.ts';
import type { ReadOptions } from './read-options.ts';
import { readTables } from './read-tables.ts';
import type { RecognisedFiles, RecognisedSource, SourceFacts } from './recognised-source.ts';
import type { ReadFile, ReadTables } from './tables-read.ts';
import { type OwnersInDoubt, wholeSample } from './whole-samples.ts';

/** What was read, and how it was understood once all cells were known. */
export interface ReadByAllCells {
  readonly read: ReadTables;
  readonly sources: readonly RecognisedSource[];
  readonly problems: readonly Problem[];
}

/**
 * Reads all sources as their first rows look. Where all cells then say otherwise (the order of day and month, the
 * format or the zone of stamps, the unit of durations, ratings that the first rows did not hold, which rows are one
 * ticket), the sources are recognised anew with that, and those whose columns are read otherwise are read again.
 */
export async function readByAllCells(
  recognised: RecognisedFiles,
  options: ReadOptions,
): Promise<ReadByAllCells> {
  const { sources, problems, again } = recognised;
  const read = await readTables(sources, options);
  const facts = read.files.map(factsOf);
  const wholes: (SourceSample | null)[] = [];
  for (const [index, file] of read.files.entries())
    wholes.push(await wholeSample(sources[index].sample, ownersInDoubt(file), options));
  const isSettled = facts.every((each) => each === undefined) && wholes.every((each) => each === null);
  if (isSettled) return { read, sources, problems };
  const settled = again({ facts, wholes });
  const kept = read.files.map((file, index) => keep(file, sources[index], settled.sources[index]));
  for (const [index, file] of kept.entries()) if (!file) options.onReadAgain?.(read.files[index].path);
  const { dictionaries } = read;
  const whole = await readTables(settled.sources, options, { dictionaries, kept });
  return { read: whole, ...settled };
}

const ownersInDoubt = ({ tables }: ReadFile): OwnersInDoubt[] =>
  tables.flatMap(({ mapping, ownersInDoubt: column }) =>
    column === null ? [] : [{ stream: mapping.stream, column }],
  );

function factsOf({ tables }: ReadFile): SourceFacts {
  const known = tables.filter(({ facts }) => facts.size > 0);
  if (known.length === 0) return undefined;
  return new Map(known.map(({ mapping, facts }) => [mapping.stream, facts]));
}

/** The file as it was read, where its columns are read as before; null where it has to be read again. */
function keep(file: ReadFile, before: RecognisedSource, after: RecognisedSource): ReadFile | null {
  const tables: RawTable[] = [];
  for (const [index, mapping] of after.mappings.entries()) {
    if (howRead(before.mappings[index]) !== howRead(mapping)) return null;
    const table = file.tables.find((each) => each.mapping === before.mappings[index]);
    if (table) tables.push({ ...table, mapping });
  }
  return { ...file, tables };
}

/** What decides how rows become columns; words of categories do not depend on what all cells say. */
function howRead({ kind, fields, own, moreScores, calledOff, takenAt, marks }: TableMapping): string {
  return JSON.stringify(
    { kind, fields, own, moreScores, calledOff, takenAt, marks: marks?.map(({ column }) => column) },
    (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value),
  );
}
