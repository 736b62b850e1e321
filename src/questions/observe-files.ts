import path from 'node:path';
import { compileDimension, fieldDimensions } from '../analysis/segments/dimensions.ts';
import type { Desk } from '../model/desk.ts';
import { type FieldId, fieldsOf } from '../model/fields.ts';
import type { Metric } from '../model/metric.ts';
import { DeskstatError, type Problem } from '../model/problem.ts';
import { criticalCells, criticalColumns, TABLED } from '../observations/critical-values.ts';
import { manifestText } from '../observations/manifest.ts';
import { TableBytes } from '../observations/partition.ts';
import { partitionFolder, partName } from '../observations/schema.ts';
import type { SessionOptions } from '../settings/option-types.ts';
import { dimensionOf } from './asked.ts';
import { filterOf } from './figures.ts';
import { withDimensions } from './filters.ts';
import { needsOf, parseMetricRequests } from './metric-requests.ts';
import { type ObservableMetric, observeDesk } from './observe.ts';
import { policiesOf, slaOf } from './policies.ts';
import type { Session } from './session.ts';

export interface ObserveCommandOptions extends SessionOptions {
  readonly metric?: readonly string[];
  readonly by?: readonly string[];
  readonly where?: string;
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
  readonly files: Iterable<ObservationFile>;
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
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, session.config);
  const metrics = observable(parseMetricRequests(options.metric ?? [], []).map(({ metric }) => metric));
  const by = options.by?.map((name) => dimensionOf(name, session)) ?? null;
  const filters = policiesOf(session).map(({ when }) => when);
  const needs = needsOf({ metrics, by: by ?? plainDimensions, where, filters });
  const fields = new Set<FieldId>([...needs.fields, 'created_at']);
  const { desk } = await session.read(paths, { ...needs, fields });
  const businessTime = await session.businessTime(desk);
  const sla = await slaOf(session, desk);
  const nameOf = (file: string): string => session.run.sourceNameFor(file) ?? path.basename(file);
  const observed = observeDesk(desk, {
    metrics,
    by: by ?? dimensionsIn(desk, session),
    where,
    whereText: options.where ?? null,
    zone: session.zone,
    weekStarts: session.weekStarts,
    context: { businessTime, sla },
    shard: null,
    sources: desk.sources.map((source) => nameOf(source.path)),
    version: about.version,
    notSharded: {},
  });
  const part = partName(null);
  function* files(): Iterable<ObservationFile> {
    for (const { metric, bytes } of observed.partitions)
      yield { folder: partitionFolder(metric), name: `${part}.parquet`, pieces: bytes };
    yield { folder: about.folder, name: about.critical, pieces: criticalBytes() };
    const manifest = manifestText(observed.manifest());
    yield { folder: about.folder, name: `manifest-${part}.json`, pieces: [manifest] };
  }
  return { part, files: files(), problems: [...desk.problems, ...(sla?.problems ?? [])] };
}

/** @throws DeskstatError (2) where only metrics of customers were asked for */
function observable(asked: readonly Metric[]): readonly ObservableMetric[] {
  const found = asked.filter((metric): metric is ObservableMetric => metric.shape !== 'customers');
  if (found.length > 0) return found;
  const message = 'retention is about customers, who have no observations';
  throw new DeskstatError({ code: 'usage', args: { message, try: 'deskstat metrics with the files' } }, 2);
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
