import { openSources } from '../input/formats/open-sources.ts';
import { sampleSource } from '../input/formats/sample-source.ts';
import {
  checkPins,
  pinsOfStream,
  recognise,
  settleCustomerKeys,
  unusedValues,
} from '../input/recognition/index.ts';
import type { RecognitionOverrides } from '../model/mapping.ts';
import { DeskstatError } from '../model/problem.ts';
import type { SourceSample } from '../model/source.ts';
import type { ReadOptions } from './read-options.ts';
import type { RecognisedFiles, RecognisedSource, SourceFacts } from './recognised-source.ts';
import { settleAuthors } from './sibling-authors.ts';
import { settleOrders } from './sibling-orders.ts';
import { settleSiblings } from './sibling-rows.ts';
import { type OwnersInDoubt, wholeSample } from './whole-samples.ts';

/** sources → samples → mappings: what each file is, without reading it to its end. */
export async function recogniseFiles(
  options: Pick<
    ReadOptions,
    'paths' | 'stdin' | 'queryFor' | 'passwords' | 'overridesFor' | 'onStage' | 'onProgress'
  >,
): Promise<RecognisedFiles> {
  const { stdin, queryFor, passwords } = options;
  const opened = await openSources(options.paths, { stdin, queryFor, passwords });
  const { dispose } = opened;
  try {
    const samples: SourceSample[] = [];
    for (const source of opened.sources) samples.push(await sampleSource(source));
    if (samples.length > 0) checkPins(samples, options.overridesFor(samples[0].source.path));
    const again: RecognisedFiles['again'] = ({ facts, wholes }) => {
      const seen = samples.map((sample, index) => wholes[index] ?? sample);
      const { sources, problems } = recogniseSamples(seen, { ...options, facts });
      return { sources, problems: [...opened.problems, ...problems] };
    };
    const first = again({ facts: [], wholes: [] });
    const wholes: (SourceSample | null)[] = [];
    for (const source of first.sources)
      wholes.push(await wholeSample(source.sample, mayBeLogs(source), options));
    if (wholes.every((whole) => whole === null)) return { ...first, again, dispose };
    for (const [index, whole] of wholes.entries()) if (whole) samples[index] = whole;
    return { ...again({ facts: [], wholes: [] }), again, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Tables whose first rows are of no use, and would be a log if the rows behind them were further rows of the same. */
const mayBeLogs = ({ mappings }: RecognisedSource): OwnersInDoubt[] =>
  mappings.flatMap(({ kind, stream, sampledRows }) =>
    kind === 'none' && sampledRows?.owner ? [{ stream, column: sampledRows.owner.column }] : [],
  );

/** What each sample is, alone and beside the others. */
function recogniseSamples(
  samples: readonly SourceSample[],
  { overridesFor, facts }: Pick<ReadOptions, 'overridesFor'> & { readonly facts: readonly SourceFacts[] },
): Pick<RecognisedFiles, 'sources' | 'problems'> {
  const byPath = new Map(samples.map((sample, index) => [sample.source.path, facts[index]]));
  const withFacts = (path: string): RecognitionOverrides => {
    const cells = byPath.get(path);
    return cells ? { ...overridesFor(path), cells } : overridesFor(path);
  };
  const alone = samples.map((sample) => {
    const overrides = withFacts(sample.source.path);
    return { sample, overrides, mappings: recognise(sample, overrides) };
  });
  requirePresets(alone, { overridesFor });
  const { sources: settled, problems } = settleCustomerKeys(
    settleAuthors(settleOrders(settleSiblings(alone, withFacts), withFacts), withFacts),
  );
  const sources = shareScopes(settled, { overridesFor });
  const pinned = sources.map(({ sample, mappings }) => ({
    overrides: overridesFor(sample.source.path),
    mappings,
  }));
  return { sources, problems: [...problems, ...unusedValues(pinned)] };
}

/**
 * Where ids of tickets are unique only within a column of one file, they are so in every file: other downloads of the
 * list, messages, events and answers that have the same column name their tickets by both.
 */
function shareScopes(
  sources: readonly RecognisedSource[],
  { overridesFor }: Pick<ReadOptions, 'overridesFor'>,
): readonly RecognisedSource[] {
  const scopes = new Set(
    sources.flatMap(({ mappings }) => mappings.flatMap(({ fields }) => fields.id?.within?.source ?? [])),
  );
  if (scopes.size === 0) return sources;
  return sources.map(({ sample, mappings }) => ({
    sample,
    mappings: mappings.map((mapping) => {
      const field = mapping.kind === 'tickets' ? 'id' : 'ticket_id';
      const id = mapping.fields[field];
      const columns = sample.tables.find(({ stream }) => stream === mapping.stream)?.columns ?? [];
      const column = columns.findIndex((name) => scopes.has(name));
      const isPinned = pinsOfStream(overridesFor(sample.source.path), mapping.stream).columns.has(field);
      if (!id || id.within || isPinned || column < 0) return mapping;
      const within = { column, source: columns[column] };
      return { ...mapping, fields: { ...mapping.fields, [field]: { ...id, within } } };
    }),
  }));
}

/** @throws DeskstatError (2) for a pinned preset that none of the files it is pinned for looks like. */
function requirePresets(
  sources: readonly RecognisedSource[],
  { overridesFor }: Pick<ReadOptions, 'overridesFor'>,
): void {
  const pinned = sources.map((source) => ({
    source,
    preset: overridesFor(source.sample.source.path).preset,
  }));
  for (const { source, preset } of pinned) {
    if (preset === null) continue;
    const files = pinned.filter((each) => each.preset === preset);
    if (files.some((each) => each.source.mappings.some((mapping) => mapping.preset === preset))) continue;
    const { sample } = source;
    const found = sample.tables.flatMap(({ columns }) => columns).slice(0, 12);
    const where = { file: sample.source.path };
    throw new DeskstatError({ code: 'preset_does_not_fit', args: { preset, found }, where }, 2);
  }
}
