import path from 'node:path';
import { compileDimension, fieldDimensions } from '../analysis/segments/dimensions.ts';
import type { TakenShard } from '../input/tables/shard-sink.ts';
import type { Desk } from '../model/desk.ts';
import { type FieldId, fieldsOf } from '../model/fields.ts';
import type { Metric } from '../model/metric.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { criticalCells, criticalColumns, TABLED } from '../observations/critical-values.ts';
import { type Manifest, manifestText } from '../observations/manifest.ts';
import { TableBytes } from '../observations/partition.ts';
import { partitionFolder, partName, type Shard, TICKETS } from '../observations/schema.ts';
import type { SessionOptions } from '../settings/option-types.ts';
import { dimensionOf } from './asked.ts';
import { filterOf } from './figures.ts';
import { withDimensions } from './filters.ts';
import { frameOf } from './frame.ts';
import { needsOf, parseMetricRequests } from './metric-requests.ts';
import { type Observed, observeDesk, type Partition } from './observe.ts';
import {
  divideMetrics,
  Keys,
  notShardedProblems,
  readAs,
  refuseIssues,
  refuseUnsettled,
  withMetrics,
} from './observe-shard.ts';
import { policiesOf } from './policies.ts';
import type { Session } from './session.ts';

export interface ObserveCommandOptions extends SessionOptions {
  readonly metric?: readonly string[];
  readonly by?: readonly string[];
  readonly where?: string;
  /** The part of the tickets that this process takes. */
  readonly shard?: Shard;
  /** The folder that is written to. */
  readonly output?: string;
}

/** A file of the folder, in pieces, made as they are taken. */
export interface ObservationFile {
  readonly folder: string;
  readonly name: string;
  readonly pieces: Iterable<Uint8Array | string>;
}

/** What `observe` writes: the files one after the other, that which makes them whole last. */
export interface ObserveAnswer {
  /** The name of this process's files, without their endings. */
  readonly part: string;
  readonly files: AsyncIterable<ObservationFile>;
  readonly problems: readonly Problem[];
}

/** Where what is no partition lies, and what stands there. */
export interface AboutNames {
  readonly folder: string;
  readonly critical: string;
  readonly version: string;
}

/** Reads the files and observes every metric that was asked for. */
export async function askObserve(
  session: Session,
  paths: readonly string[],
  { options, about }: { readonly options: ObserveCommandOptions; readonly about: AboutNames },
): Promise<ObserveAnswer> {
  const { shard = null, metric = [] } = options;
  if (shard) refuseUnsettled(session, paths);
  const metrics = parseMetricRequests(metric, []).map((each) => each.metric);
  const by = options.by?.map((name) => dimensionOf(name, session)) ?? null;
  const asked: Asked = { session, paths, options, by, version: about.version };
  const keys = new Keys(shard);
  const read = await readObserved(asked, metrics, keys.take('ticket'));
  const divided = shard
    ? divideMetrics(metrics, { ...keys.seen, sources: read.sources, named: metric })
    : { own: metrics, byPerson: [], notSharded: {} };
  const { notSharded } = divided;
  const first = read.observe(divided.own, notSharded);
  const part = partName(shard);
  const file = ({ metric: id, bytes }: Partition): ObservationFile => ({
    folder: partitionFolder(id),
    name: `${part}.parquet`,
    pieces: bytes,
  });
  async function* files(): AsyncIterable<ObservationFile> {
    for (const each of first.partitions) yield file(each);
    let manifest = first.manifest();
    if (divided.byPerson.length > 0) {
      // The same files again, other rows: a person's tickets are together now.
      const again = await readObserved(asked, divided.byPerson, keys.take('person'));
      const second = again.observe(divided.byPerson, notSharded);
      for (const each of second.partitions) if (each.metric !== TICKETS) yield file(each);
      manifest = withMetrics(manifest, second.manifest());
    }
    yield { folder: about.folder, name: about.critical, pieces: criticalBytes() };
    yield { folder: about.folder, name: `manifest-${part}.json`, pieces: [manifestText(manifest)] };
  }
  return { part, files: files(), problems: [...read.problems, ...notShardedProblems(notSharded)] };
}

interface Asked {
  readonly session: Session;
  readonly paths: readonly string[];
  readonly options: ObserveCommandOptions;
  /** Dimensions as typed; null: those that name nobody. */
  readonly by: readonly string[] | null;
  readonly version: string;
}

/** Reads what some metrics need, of the rows that this process takes. */
async function readObserved(
  { session, paths, options, by, version }: Asked,
  metrics: readonly Metric[],
  shard: TakenShard | undefined,
) {
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const filters = policiesOf(session).map(({ when }) => when);
  const needs = needsOf({ metrics, by: by ?? plainDimensions, where, filters });
  if (shard) refuseIssues(needs);
  const fields = new Set<FieldId>([...needs.fields, 'created_at']);
  const { desk, sources } = await session.read(paths, { ...needs, fields, shard, mayBeEmpty: true });
  const frame = await frameOf(session, desk, { withTargets: true });
  const { holidays, deskHours } = await session.calendars();
  const isOneForAll = session.config.groups.every(({ calendar }) => calendar === undefined);
  const hours = isOneForAll ? deskHours && { ...deskHours, zone: deskHours.zone.id } : null;
  const nameOf = (file: string): string => session.run.sourceNameFor(file) ?? path.basename(file);
  const observe = (own: readonly Metric[], notSharded: Manifest['notSharded']): Observed =>
    observeDesk(desk, {
      metrics: own,
      by: by ?? dimensionsIn(desk, session),
      where,
      whereText: options.where ?? null,
      frame,
      shard: options.shard ?? null,
      sources: desk.sources.map((source) => nameOf(source.path)),
      version,
      notSharded,
      readAs: readAs(sources),
      holidays,
      hours,
    });
  // A part without rows is no export without any.
  const problems = shard ? desk.problems.filter(({ code }) => code !== 'no_rows') : desk.problems;
  return { sources, observe, problems: [...problems, ...(frame.sla?.problems ?? [])] };
}

const types: Readonly<Record<string, string>> = fieldsOf.tickets;
/** Dimensions that go along unasked: nobody is named by them, and none is a list. */
const plainDimensions: readonly string[] = [
  ...fieldDimensions.filter((field) => types[field] === 'category'),
  'hour',
  'weekday',
];

function dimensionsIn(desk: Desk, { zone }: Session): readonly string[] {
  return plainDimensions.filter((name) => {
    try {
      compileDimension(name, { desk, zone });
      return true;
    } catch (error) {
      if (error instanceof DeskstatError && error.exitCode === 3) return false;
      throw error;
    }
  });
}

function* criticalBytes(): Iterable<Uint8Array> {
  const table = new TableBytes(criticalColumns, {});
  yield table.group(TABLED, criticalCells());
  yield table.finish();
}
