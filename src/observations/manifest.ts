import type { KnowledgeFacts } from '../analysis/metrics/known.ts';
import type { Precision } from '../model/columns.ts';
import type { Coverage, SourceCoverage } from '../model/coverage.ts';
import type { Clock } from '../model/metric.ts';
import { DeskstatError } from '../model/problem.ts';
import { isSentence, isSentenceCode, Sentence, sentence } from '../model/sentence.ts';
import type { CalendarSpec } from '../time/calendar.ts';
import type { Holiday } from '../time/holiday.ts';
import { observationsSchema, type Shard } from './schema.ts';

/** What is known of a metric on one clock and of one survey, besides its entries. */
export interface ObservedMetric {
  readonly metric: string;
  readonly clock: Clock | null;
  readonly survey: string | null;
  /** Why there are no entries; null where there are some, or could be. */
  readonly unavailable: Sentence | null;
  readonly clockSource: 'own' | 'helpdesk' | null;
  readonly precision: Precision | null;
  readonly note: string | null;
  /** Ends of the rating scale. */
  readonly scale: { readonly min: number; readonly max: number };
  /** Of the statistics of tickets still open; null for a metric without them. */
  readonly cohort: { readonly unavailable: Sentence | null; readonly isInDays: boolean } | null;
}

export interface ObservedDimension {
  readonly name: string;
  /** Names in the order in which people read them, where it is not that of their letters. */
  readonly order: readonly string[] | null;
  /** An entry can have several values: it is repeated, a part each. */
  readonly isList: boolean;
}

/** Working hours, their zone by its name. */
export type KeptHours = Omit<CalendarSpec, 'zone'> & { readonly zone: string };

/** What is to be known of a dataset besides its rows: written last, by every process that writes a part of it. */
export interface Manifest {
  readonly schema: string;
  /** Of deskstat, and of its definitions. */
  readonly version: string;
  readonly definitions: number;
  readonly shard: Shard | null;
  readonly timezone: string;
  readonly weekStarts: number;
  readonly asOf: number;
  /** Working hours were set: both clocks are computed. */
  readonly hasHours: boolean;
  /** The working hours of every ticket; null without any, and where groups have their own. */
  readonly hours: KeptHours | null;
  readonly where: string | null;
  readonly dimensions: readonly ObservedDimension[];
  readonly coverage: Coverage;
  readonly sourceCoverage: SourceCoverage | null;
  /** The files hold a header and no rows: counts are 0 and nothing else is known. */
  readonly isEmpty: boolean;
  /** How it is judged whether a stock is a lower bound; left out by earlier versions. */
  readonly stocks?: {
    /** The stretches of all tickets stand in a partition of their own, as a filter left some out. */
    readonly hasStretches: boolean;
    readonly leavesUntouched: boolean;
  };
  /** Some list of customers has a column for ends. */
  readonly customerEnds: boolean;
  /** Days on which the desk is off, by the settings: comparisons keep them apart. */
  readonly holidays: readonly Holiday[];
  readonly hasSurveys: boolean;
  readonly slowEdge: number;
  readonly unsolvedEdge: number;
  readonly restsOn: Readonly<Record<string, keyof SourceCoverage>>;
  readonly metrics: readonly ObservedMetric[];
  /** Metrics that the export has on the helpdesk's business clock alone. */
  readonly businessOnly: readonly string[];
  /** Surveys of each kind, in the order of files and columns. */
  readonly surveys: Readonly<Record<string, readonly string[]>>;
  /** Metrics that a part of the tickets cannot tell, with why. */
  readonly notSharded: Readonly<Record<string, Sentence | string>>;
  /** How stamps, durations and scores of each file are read: a part may not decide otherwise than the others. */
  readonly readAs: Readonly<Record<string, string>>;
}

const words: Readonly<Record<string, number>> = {
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

/** A manifest as text. Numbers that JSON lacks stand as words, sentences with their code beside their English. */
export function manifestText(manifest: Manifest): string {
  // JSON would ask a sentence for its English before this sees it.
  function plain(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
    const own = this[key];
    if (isSentence(own)) return { code: own.code, args: own.args, text: own.english };
    if (value instanceof Float64Array) return [...value];
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  }
  return `${JSON.stringify(manifest, plain, 2)}\n`;
}

/** @throws SyntaxError for what is no JSON */
export function readManifest(text: string): Manifest {
  const read = JSON.parse(text, (key, value: unknown) => {
    if (key === 'arrivals' && Array.isArray(value)) return Float64Array.from(value as number[]);
    if ((key === 'unavailable' && value !== null) || isKept(value)) return readSentence(value);
    return typeof value === 'string' && value in words && key !== 'name' ? words[value] : value;
  });
  return read as Manifest;
}

const isKept = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'code' in value && 'args' in value && 'text' in value;

/** A sentence as it was kept; English alone where an earlier version wrote it. */
function readSentence(kept: unknown): Sentence {
  const { code, args, text } = (typeof kept === 'object' ? kept : { text: kept }) as {
    readonly code?: string;
    readonly args?: Sentence['args'];
    readonly text?: unknown;
  };
  if (!isSentenceCode(code)) return sentence('word.as_said', { text: String(text) });
  return new Sentence(code, args ?? {});
}

/**
 * The manifest of a dataset from those of its parts.
 *
 * @throws DeskstatError (3) for a part that is missing, or parts that were not measured alike
 */
export function joinManifests(folder: string, parts: readonly Manifest[]): Manifest {
  const refuse = (reason: Sentence): never => {
    throw new DeskstatError({ code: 'observations_broken', args: { reason }, where: { file: folder } }, 3);
  };
  const [first, ...others] = parts;
  if (!first) return refuse(sentence('why.no_manifest'));
  if (first.schema !== observationsSchema)
    return refuse(sentence('why.other_schema', { written: first.schema, read: observationsSchema }));
  const of = first.shard?.of ?? 1;
  const there = new Set(parts.map(({ shard }) => `${shard?.index ?? 0}/${shard?.of ?? 1}`));
  const missing = Array.from({ length: of }, (_, index) => index).filter(
    (index) => !there.has(`${index}/${of}`),
  );
  if (there.size !== of && missing.length === 0) return refuse(sentence('why.several_divisions'));
  if (missing.length > 0)
    return refuse(
      sentence('why.shards_missing', { of, missing: missing.map((index) => index + 1).join(', ') }),
    );
  for (const other of others) {
    const apart = differing(first, other);
    if (apart) return refuse(sentence('why.shards_disagree', { about: apart }));
  }
  return parts.length === 1 ? first : joinedManifest(parts);
}

/**
 * What parts say together. A metric that is there in one part and not in another (no ticket of a small one is solved), or is
 * known otherwise, is left out: nobody can tell what the whole would say. A part without rows has no say in it.
 */
function joinedManifest(parts: readonly Manifest[]): Manifest {
  const filled = parts.filter(({ isEmpty }) => !isEmpty);
  const [first, ...others] = filled.length > 0 ? filled : parts;
  const odd = new Set(others.flatMap((other) => oddMetrics(first, other)));
  const reason = sentence('why.parts_disagree');
  return {
    ...first,
    ...joinedCoverage(parts),
    isEmpty: filled.length === 0,
    hasSurveys: parts.some(({ hasSurveys }) => hasSurveys),
    restsOn: Object.assign({}, ...parts.map(({ restsOn }) => restsOn)) as Manifest['restsOn'],
    metrics: first.metrics.filter(({ metric }) => !odd.has(metric)),
    notSharded: { ...first.notSharded, ...Object.fromEntries([...odd].map((metric) => [metric, reason])) },
  };
}

/** What parts may say otherwise than each other. */
const ownOfParts: ReadonlySet<keyof Manifest> = new Set([
  ...(['shard', 'coverage', 'sourceCoverage', 'metrics', 'restsOn', 'isEmpty', 'hasSurveys'] as const),
]);

/** What two parts of one dataset say otherwise, or null. */
function differing(a: Manifest, b: Manifest): string | null {
  const names = (Object.keys(a) as (keyof Manifest)[]).filter((name) => !ownOfParts.has(name));
  const odd = names.find((name) => textOf(a[name]) !== textOf(b[name]));
  if (odd) return odd === 'asOf' ? '--as-of' : odd;
  const cutOf = ({ coverage: { cut, from, to, pinned } }: Manifest) => textOf([cut, from, to, pinned]);
  return cutOf(a) === cutOf(b) ? null : '--coverage';
}

/** The metrics that two parts know otherwise. */
function oddMetrics(a: Manifest, b: Manifest): readonly string[] {
  const told = ({ metrics }: Manifest) =>
    new Map(metrics.map((each) => [`${each.metric} ${each.clock} ${each.survey}`, each]));
  const [left, right] = [told(a), told(b)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [mine, other] = [left.get(key), right.get(key)];
    return textOf(mine) === textOf(other) ? [] : [(mine ?? other)!.metric];
  });
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'number' && !Number.isFinite(each) ? String(each) : each,
  ) ?? '';

/** Of what the parts cover: the widest span, and the arrivals of all of them. */
function joinedCoverage(parts: readonly Manifest[]): Pick<Manifest, 'coverage' | 'sourceCoverage'> {
  const coverage = joined(parts.map((part) => part.coverage));
  const kinds = new Set(parts.flatMap(({ sourceCoverage }) => Object.keys(sourceCoverage ?? {})));
  if (kinds.size === 0) return { coverage, sourceCoverage: null };
  const of = (kind: string): Coverage =>
    joined(parts.flatMap(({ sourceCoverage }) => sourceCoverage?.[kind as keyof SourceCoverage] ?? []));
  return { coverage, sourceCoverage: Object.fromEntries([...kinds].map((kind) => [kind, of(kind)])) };
}

function joined(parts: readonly Coverage[]): Coverage {
  const all = parts.flatMap(({ arrivals }) => (arrivals ? [arrivals] : []));
  const arrivals =
    all.length === 0 ? null : all[0].map((_, hour) => all.reduce((sum, each) => sum + each[hour], 0));
  return {
    ...parts[0],
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
    bulkFrom: Math.min(...parts.map(({ bulkFrom }) => bulkFrom)),
    bulkTo: Math.max(...parts.map(({ bulkTo }) => bulkTo)),
    arrivals,
  };
}

/** What decides how far figures can be known. */
export function factsOf(manifest: Manifest): KnowledgeFacts {
  const { asOf, coverage, sourceCoverage, hasSurveys, slowEdge, unsolvedEdge, restsOn } = manifest;
  return {
    asOf,
    coverage,
    ...(sourceCoverage ? { sourceCoverage } : {}),
    hasSurveys,
    slowEdge,
    unsolvedEdge,
    restsOn: ({ id }) => restsOn[id] ?? null,
  };
}
