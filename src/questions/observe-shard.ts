import type { TakenShard } from '../input/tables/shard-sink.ts';
import type { DataKind } from '../model/fields.ts';
import type { Metric } from '../model/metric.ts';
import type { Problem } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import type { Manifest } from '../observations/manifest.ts';
import type { Shard } from '../observations/schema.ts';
import { usageError } from '../settings/option-values.ts';
import type { needsOf } from './metric-requests.ts';
import type { RecognisedSource } from './recognised-source.ts';
import { isData } from './refusals.ts';
import type { Session } from './session.ts';

/**
 * A part does not know when the whole ends, nor what it covers: both are to be said.
 *
 * @throws DeskstatError (2) where one of them is left to the data
 */
export function refuseUnsettled({ options, run }: Session, paths: readonly string[]): void {
  const { stated, silent } = run.coverageFor(paths);
  const isStated = stated.length > 0 && silent.length === 0;
  const isCovered = isStated && stated.every(({ cut, from, to }) => cut && from && to);
  if (isCovered && options.asOf !== undefined && options.asOf !== 'now') return;
  throw usageError(
    sentence('mistake.shard_without_coverage'),
    '--as-of 2026-07-01 --coverage created --coverage 2026-01-01..2026-07-01',
  );
}

/**
 * A part of the tickets has other recurring issues than the whole.
 *
 * @throws DeskstatError (2) where a metric, a dimension or the filter is about them
 */
export function refuseIssues({ issues }: Pick<ReturnType<typeof needsOf>, 'issues'>): void {
  if (!issues) return;
  throw usageError(
    sentence('mistake.no_shard_of', { metric: 'issue', reason: sentence('why.issues_of_all_tickets') }),
    sentence('hint.no_shard'),
  );
}

/** Which rows a process takes, and which kinds of tables have rows without a key. */
export class Keys {
  readonly #shard: Shard | null;
  readonly #unkeyed = new Set<DataKind>();

  constructor(shard: Shard | null) {
    this.#shard = shard;
  }

  take(by: TakenShard['by']): TakenShard | undefined {
    return this.#shard ? { ...this.#shard, by, onUnkeyed: (kind) => this.#unkeyed.add(kind) } : undefined;
  }

  get seen(): { readonly unkeyed: ReadonlySet<DataKind> } {
    return { unkeyed: this.#unkeyed };
  }
}

const because = {
  desk: sentence('why.all_tickets_decide'),
  person: sentence('why.looks_at_person'),
  customer: sentence('why.answers_name_customers'),
} as const;

interface Read {
  readonly unkeyed: ReadonlySet<DataKind>;
  readonly sources: readonly RecognisedSource[];
  /** Metrics as they were named. */
  readonly named: readonly string[];
}

/** Metrics that a part of the tickets tells, those that a part of the persons tells, and those that neither does. */
export function divideMetrics(
  metrics: readonly Metric[],
  { unkeyed, sources, named }: Read,
): {
  readonly own: readonly Metric[];
  readonly byPerson: readonly Metric[];
  readonly notSharded: Manifest['notSharded'];
} {
  const tables = sources.flatMap(({ mappings }) => mappings.filter(isData));
  refuseUnkeyed(tables, unkeyed);
  const hasTurns = tables.some(({ kind }) => kind === 'messages' || kind === 'events');
  const surveys = tables.filter(({ kind, fields }) => kind === 'surveys' && fields.customer);
  const isByCustomer =
    surveys.some(({ fields }) => !fields.ticket_id) || (surveys.length > 0 && unkeyed.has('surveys'));
  const hasRequester = tables.some(({ kind, fields }) => kind === 'tickets' && fields.requester);
  const why = ({ looksAcross, ...metric }: Metric): Sentence | null => {
    if (looksAcross === 'desk') return because.desk;
    if (looksAcross === 'person' && hasTurns) return because.person;
    return metric.shape === 'flow' && metric.ofSurvey && isByCustomer ? because.customer : null;
  };
  const reasons = metrics.map((metric) => [metric, why(metric)] as const);
  const refused = reasons.find(
    ([{ id }, reason]) => reason && named.some((name) => name.split('.')[0] === id),
  );
  if (refused)
    throw usageError(
      sentence('mistake.no_shard_of', { metric: refused[0].id, reason: refused[1]! }),
      sentence('hint.no_shard'),
    );
  const sharded = reasons.flatMap(([metric, reason]) => (reason === null ? [metric] : []));
  const hasCustomers = tables.some(({ kind }) => kind === 'customers');
  const isOfPerson = ({ looksAcross, shape }: Metric): boolean =>
    shape === 'customers' ? hasCustomers : looksAcross === 'person' && hasRequester;
  return {
    own: sharded.filter((metric) => !isOfPerson(metric)),
    byPerson: sharded.filter(isOfPerson),
    notSharded: Object.fromEntries(reasons.flatMap(([{ id }, reason]) => (reason ? [[id, reason]] : []))),
  };
}

type Mapping = RecognisedSource['mappings'][number];

/** @throws DeskstatError (2) for rows that do not say which ticket they are of */
function refuseUnkeyed(tables: readonly Mapping[], unkeyed: ReadonlySet<DataKind>): void {
  const lacking = tables.find(
    ({ kind, fields }) =>
      (kind === 'tickets' && !fields.id) || ((kind === 'messages' || kind === 'events') && !fields.ticket_id),
  );
  const kind = lacking?.kind ?? (unkeyed.has('messages') ? 'messages' : null);
  if (kind === null) return;
  throw usageError(sentence('mistake.shard_of_unnamed', { kind }), sentence('hint.no_shard'));
}

/** What is left out of a shard, said once a reason: by whoever writes it, and what only all parts show by whoever reads them. */
export function notShardedProblems(notSharded: Manifest['notSharded']): Problem[] {
  const reasons = [...new Set(Object.values(notSharded))];
  return reasons.map((reason) => {
    const metrics = Object.keys(notSharded).filter((id) => notSharded[id] === reason);
    return { code: 'not_sharded', severity: 'note', args: { metrics, reason } };
  });
}

/** How stamps, durations and scores are read, by file and field: what all cells decide, and a part has not all. */
export function readAs(sources: readonly RecognisedSource[]): Manifest['readAs'] {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...value] : value;
  const read = sources.flatMap(({ sample, mappings }) =>
    mappings.filter(isData).flatMap(({ stream, fields }) =>
      Object.entries(fields).flatMap(([field, { reading }]) => {
        if (reading.type === 'category' || reading.type === 'id' || reading.type === 'text') return [];
        const name = [sample.source.path, stream, field].filter((each) => each !== null).join(' ');
        return [[name, JSON.stringify(reading, plain)] as const];
      }),
    ),
  );
  return Object.fromEntries(read);
}

/** A manifest with the metrics of another one of the same process. */
export function withMetrics(own: Manifest, other: Manifest): Manifest {
  return {
    ...own,
    metrics: [...own.metrics, ...other.metrics],
    restsOn: { ...own.restsOn, ...other.restsOn },
    businessOnly: [...own.businessOnly, ...other.businessOnly],
    customerEnds: own.customerEnds || other.customerEnds,
  };
}
