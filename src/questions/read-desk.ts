import { disagreements, examine } from '../analysis/cross-examination/examine.ts';
import { digestSource } from '../input/readers/digest.ts';
import { assembleDesk } from '../input/tables/desk.ts';
import type { RawTable } from '../input/tables/raw-table.ts';
import type { Desk, SourceNote } from '../model/desk.ts';
import type { Examination } from '../model/examination.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import { readByAllCells } from './read-by-all-cells.ts';
import type { ReadOptions } from './read-options.ts';
import { recogniseFiles } from './recognise-files.ts';
import type { RecognisedSource } from './recognised-source.ts';
import { isData, noRows, placed, refuseGuesses, refuseRejects, requireUsable } from './refusals.ts';
import type { ReadTables } from './tables-read.ts';
import { unusedFiles } from './unused-files.ts';

export interface ReadDesk {
  readonly desk: Desk;
  readonly sources: readonly RecognisedSource[];
}

/** The first half of the road: files → recognised tables → typed columns → one desk. */
export async function readDesk(options: ReadOptions): Promise<ReadDesk> {
  const recognised = await recogniseFiles(options);
  const { dispose } = recognised;
  try {
    requireUsable(recognised.sources, options);
    const { read, sources, problems } = await readByAllCells(recognised, options);
    requireUsable(sources, options);
    if (!options.allowGuesses) refuseGuesses(sources);
    const notes = options.digests ? await withDigests(read.sources, sources) : read.sources;
    // What follows takes long and never looks up: with nothing left to clean up, a signal ends it at once.
    dispose();
    await options.onRead?.(pathsOf(sources));
    for (const { path, tables } of read.files) refuseRejects({ path, tables, options });
    const nothing = noRows(read);
    if (nothing && !options.mayBeEmpty) throw new DeskstatError(nothing, 3);
    const stated = statedCoverage(sources, options);
    options.onStage?.({ label: sentence('progress.joining') });
    const desk = assembleDesk({
      ...read,
      sources: notes,
      ...deskOptions(options),
      coverage: stated.asked,
    });
    return {
      desk: {
        ...desk,
        problems: [
          ...problems,
          ...unusedFiles(sources, options),
          ...stated.problems,
          ...(nothing ? [{ ...nothing, severity: 'warning' } as const] : []),
          ...read.problems,
          ...mappingProblems(sources).filter((problem) => !isScoredElsewhere(problem, desk)),
          ...desk.problems,
          ...disagreements(examine(desk), desk),
        ],
      },
      sources,
    };
  } finally {
    dispose();
  }
}

async function withDigests(
  notes: readonly SourceNote[],
  sources: readonly RecognisedSource[],
): Promise<readonly SourceNote[]> {
  const whole: SourceNote[] = [];
  for (const [index, note] of notes.entries()) {
    const sha256 = await digestSource(sources[index].sample.source);
    whole.push(sha256 === null ? note : { ...note, sha256 });
  }
  return whole;
}

const pathsOf = (sources: readonly RecognisedSource[]): string[] =>
  sources.map(({ sample }) => sample.source.path);

/** What is said of how the files with tickets were cut; of all files where none holds any. */
function statedCoverage(sources: readonly RecognisedSource[], { coverageFor }: ReadOptions) {
  const withTickets = sources.filter(({ mappings }) =>
    mappings.some(({ kind }) => kind === 'tickets' || kind === 'events'),
  );
  const files = pathsOf(withTickets.length > 0 ? withTickets : sources);
  return coverageFor?.(files) ?? { asked: null, problems: [] };
}

const deskOptions = ({ asOf, names, topBoxes, answers, survey, datesOptional }: ReadOptions) => ({
  asOf,
  datesOptional,
  names,
  topBoxes,
  answers,
  survey,
});

/** What a file was found to be, read to its end. */
export interface InspectedFile {
  readonly recognised: RecognisedSource;
  /** Tables that hold data, as they were read. */
  readonly tables: readonly RawTable[];
  /** Rows of each stream, tables of no use included. */
  readonly rows: ReadonlyMap<string | null, number>;
  readonly problems: readonly Problem[];
}

/** Reads files as far as they can be read, and says what each table is; what other commands would refuse is returned. */
export async function inspectFiles(options: ReadOptions): Promise<{
  readonly files: readonly InspectedFile[];
  /** The desk that the files make, or why they make none. */
  readonly desk: Desk | DeskstatError;
  /** What the files say twice, and how often both agree. */
  readonly examined: readonly Examination[];
  /** What `--no-guess`, `--strict` and `--max-rejected` do not let pass. */
  readonly refusal: DeskstatError | null;
  readonly problems: readonly Problem[];
}> {
  const recognised = await recogniseFiles(options);
  const { dispose } = recognised;
  try {
    const { read, sources, problems } = await readByAllCells(recognised, options);
    await options.onRead?.(pathsOf(sources));
    const files = sources.map((recognised, index) => {
      const tables = read.tables.filter(({ source }) => source === index);
      return withWhatWasCounted(recognised, { ...read.files[index], tables });
    });
    let desk: Desk | DeskstatError;
    let examined: readonly Examination[] = [];
    try {
      requireUsable(sources, options);
      const nothing = noRows(read);
      if (nothing) throw new DeskstatError(nothing, 3);
      const stated = statedCoverage(sources, options);
      const assembled = assembleDesk({ ...read, ...deskOptions(options), coverage: stated.asked });
      examined = examine(assembled);
      const problems = [
        ...stated.problems,
        ...assembled.problems.filter((problem) => !isCountedWhileReading(problem)),
      ];
      desk = { ...assembled, problems: [...problems, ...disagreements(examined, assembled)] };
    } catch (error) {
      if (!(error instanceof DeskstatError)) throw error;
      desk = error;
    }
    return { files, desk, examined, refusal: refusalOf(sources, { read, options }), problems };
  } finally {
    dispose();
  }
}

/** What a mapping says of the sample's rows and the table, read to its end, of all rows. */
const isCountedWhileReading = ({ code }: Problem): boolean => code === 'statuses_unknown';

/** A file's mappings with what was counted over all rows in the place of what the sample said. */
function withWhatWasCounted(recognised: RecognisedSource, file: ReadTables['files'][number]): InspectedFile {
  const mappings = recognised.mappings.map((mapping) => {
    const table = file.tables.find((each) => each.mapping === mapping);
    if (!table) return mapping;
    const said = mapping.problems.filter((problem) => !isCountedWhileReading(problem));
    return { ...mapping, problems: [...said, ...table.problems.filter(isCountedWhileReading)] };
  });
  return { recognised: { ...recognised, mappings }, ...file };
}

function refusalOf(
  sources: readonly RecognisedSource[],
  { read, options }: { readonly read: ReadTables; readonly options: ReadOptions },
): DeskstatError | null {
  try {
    if (!options.allowGuesses) refuseGuesses(sources);
    for (const { path, tables } of read.files) refuseRejects({ path, tables, options });
    return null;
  } catch (error) {
    if (error instanceof DeskstatError) return error;
    throw error;
  }
}

/** Responses whose scores lie in another table were put together with them: they lack nothing. */
const isScoredElsewhere = ({ code, args, where }: Problem, { surveys }: Desk): boolean =>
  code === 'field_missing' && args.field === 'score' && surveys.some(({ name }) => name === where?.file);

function mappingProblems(sources: readonly RecognisedSource[]): Problem[] {
  return sources.flatMap(({ sample, mappings }) =>
    mappings
      .filter(isData)
      .flatMap((mapping) =>
        mapping.problems
          .filter((problem) => !isCountedWhileReading(problem))
          .map((problem) => placed(problem, sample.source.path, mapping)),
      ),
  );
}
