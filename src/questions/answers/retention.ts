import { endlessReason, tenuresOf } from '../../analysis/metrics/customer-tenures.ts';
import { retentionKindsOf, retentionOf } from '../../analysis/retention/index.ts';
import type { Desk } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import { issueFields } from '../../model/issue-fields.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import type { KeptShare, Retention, RetentionKind } from '../../model/retention.ts';
import { type MachineRow, typedColumns } from '../../model/rows.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { buildRetentionReport } from '../../output/report/build-retention-report.ts';
import type { OutputOptions, SessionOptions } from '../../settings/option-types.ts';
import { usageError } from '../../settings/option-values.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { dataEnvelope } from '../envelope.ts';
import { bookOf, issuesLeftOut, readWithTexts } from '../issue-reading.ts';
import { policiesOf, slaOf } from '../policies.ts';
import { type Session, tellIssues } from '../session.ts';
import type { ReportAnswer } from './answer.ts';

export interface RetentionCommandOptions extends SessionOptions, OutputOptions {
  readonly kind?: RetentionKind;
  readonly every?: 'week' | 'month' | 'quarter';
  readonly by?: readonly string[];
  /** True after `--issues`, false after `--no-issues`. */
  readonly issues?: boolean;
}

const keys = [
  'part',
  'period_start',
  'period_end',
  'period',
  'segment',
  'later',
  'n',
  'kept',
  'value',
  'low',
  'high',
  'status',
  'joined',
  'active',
  'compared_with',
  'compared_n',
  'difference',
  'difference_low',
  'difference_high',
  'verdict',
] as const;
const columns = typedColumns(keys, {
  instant: ['period_start', 'period_end'],
  number: [
    ...['later', 'n', 'kept', 'value', 'low', 'high', 'joined', 'active'],
    ...['compared_n', 'difference', 'difference_low', 'difference_high'],
  ],
});

/** What retention is measured from, and what customers lived through. */
const fields: ReadonlySet<FieldId> = new Set<FieldId>([
  'customer',
  'started_at',
  'ended_at',
  'at',
  'requester',
  'organization',
  'created_at',
  'status',
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
  'opened_by_agent',
  'author',
  'author_role',
  'public',
  'text',
  'csat',
  'score',
  'ticket_id',
]);

/** Who stays, by cohort, and what goes with leaving. */
export async function askRetention(
  session: Session,
  args: readonly string[],
  options: RetentionCommandOptions,
): Promise<ReportAnswer> {
  const by = (options.by ?? []).map((name) => columnOf(name, session));
  const filters = session.config.sla.length > 0 ? await filterFields(session) : { fields: [], columns: [] };
  const { desk, withIssues } = await readWithTexts(args, {
    session,
    issues: options.issues,
    read: async (withTexts) =>
      (
        await session.read(args, {
          fields: new Set([...fields, ...(withTexts ? issueFields : []), ...filters.fields]),
          columns: [...new Set([...by, ...filters.columns])],
        })
      ).desk,
    isOfUse: (read) => isAboutCustomers(read, options),
  });
  const retention = retentionOf(desk, {
    kind: options.kind ?? null,
    every: options.every ?? null,
    zone: session.zone,
    weekStarts: session.weekStarts,
    by,
    sla: desk.tickets.rows > 0 ? await slaOf(session, desk) : null,
    issues: withIssues ? await issuesOf(desk, { session, options }) : null,
  });
  if (!retention) throw noRetention(desk, options.kind ?? null);
  requireColumns(retention, by);
  const isLeftOut = options.issues === undefined && !withIssues && isAboutCustomers(desk, options);
  return {
    head: { ...dataEnvelope('retention', { desk, zone: session.zone }), ...headOf(retention, session.zone) },
    columns,
    rows: () => rowsOf(retention, session.zone),
    report: () => buildRetentionReport(retention),
    problems: withEndlessNote(desk),
    remarks: isLeftOut ? issuesLeftOut(desk) : [],
  };
}

/** Problems that came back are a thing that customers lived through: tickets alone are not asked about them. */
const isAboutCustomers = (desk: Desk, { kind }: RetentionCommandOptions): boolean =>
  (kind ?? retentionKindsOf(desk)[0]) === 'customers' && desk.tickets.rows > 0;

interface IssuesInput {
  readonly session: Session;
  readonly options: RetentionCommandOptions;
}

/** The recurring issue of each ticket; null where tickets carry no text, unless they were asked for. */
async function issuesOf(desk: Desk, { session, options }: IssuesInput): Promise<Uint32Array | null> {
  if (!isAboutCustomers(desk, options)) {
    if (options.issues)
      throw usageError(
        sentence('mistake.issues_without_customers'),
        sentence('hint.name_customers_and_tickets'),
      );
    return null;
  }
  const hasText = desk.tickets.columns.subject || desk.tickets.columns.description;
  if (!hasText && !options.issues) return null;
  tellIssues(session, desk);
  const { withRecurringIssues } = await import('../issues.ts');
  return (await withRecurringIssues(desk, await bookOf(session))).issues?.codes ?? null;
}

/** A column of the customer list: `column:Plan`, or a name that the settings give to one. */
function columnOf(name: string, { config }: Pick<Session, 'config'>): string {
  const column =
    config.dimensions.get(name) ?? (name.startsWith('column:') ? name.slice('column:'.length) : null);
  if (column === null) {
    throw usageError(sentence('mistake.no_customer_column', { name }), `--by 'column:${name}'`);
  }
  return column;
}

/** The fields and columns that the filters of SLA policies read. */
async function filterFields(
  session: Session,
): Promise<{ readonly fields: readonly FieldId[]; readonly columns: readonly string[] }> {
  const { needsOf } = await import('../metric-requests.ts');
  const filters = policiesOf(session).map(({ when }) => when);
  const needs = needsOf({ metrics: [], by: [], where: null, filters });
  return { fields: [...needs.fields], columns: needs.columns };
}

function noRetention(desk: Desk, kind: RetentionKind | null): DeskstatError {
  const has = retentionKindsOf(desk);
  const args = { kind: kind ?? undefined, has, because: endlessOf(desk) };
  return new DeskstatError({ code: 'no_retention', args }, 3);
}

/** Why the list of customers says nothing of who left; undefined where it does, and without a list. */
function endlessOf(desk: Desk): Sentence | undefined {
  const tenures = tenuresOf(desk);
  return (tenures && endlessReason(tenures)) ?? undefined;
}

/** Where the list of customers does not say who left, and something else was measured instead, that is said. */
function withEndlessNote(desk: Desk): readonly Problem[] {
  const because = endlessOf(desk);
  if (because === undefined) return desk.problems;
  return [...desk.problems, { code: 'customers_endless', severity: 'warning', args: { because } }];
}

function requireColumns({ segments, kind }: Retention, by: readonly string[]): void {
  if (by.length > 0 && kind !== 'customers')
    throw usageError(sentence('mistake.by_without_customers'), sentence('hint.name_customers'));
  const missing = segments.find(({ rows }) => rows.length === 0);
  if (missing)
    throw new DeskstatError({ code: 'customer_column_lacking', args: { column: missing.dimension } }, 3);
}

function headOf(retention: Retention, zone: Zone): Record<string, unknown> {
  const { survival, experience, knownFrom, knownTo, medianGap } = retention;
  const days = (ms: number | null): number | null => (ms === null ? null : ms / 86_400_000);
  const instant = (at: number): string => formatInstant(at, zone, 'second');
  return {
    kind: retention.kind,
    every: retention.every,
    people: retention.people,
    active: retention.active,
    before: retention.before,
    ends_known_from: Number.isFinite(knownFrom) ? instant(knownFrom) : null,
    ends_known_to: Number.isFinite(knownTo) ? instant(knownTo) : null,
    median_gap_days: days(medianGap),
    median_tenure_days: survival && {
      value: days(survival.median.value),
      low: days(survival.median.low),
      high: days(survival.median.high),
    },
    matched: retention.matched,
    landmarks: experience?.landmarks.map(instant) ?? [],
    left_out: Object.fromEntries(retention.leftOut),
  };
}

/** One row a period, cohort cell, segment, point of the survival curve, and experience. */
function* rowsOf(retention: Retention, zone: Zone): Iterable<MachineRow> {
  const instant = (at: number): string => formatInstant(at, zone, 'second');
  const dates = ({ start, end, label }: Retention['periods'][number]['period']): MachineRow => ({
    period_start: instant(start),
    period_end: instant(end),
    period: label,
  });
  const share = ({ n, kept, value, low, high, status }: KeptShare): MachineRow => ({
    n,
    kept,
    value,
    low,
    high,
    status,
  });
  for (const { period, joined, ...each } of retention.periods) {
    yield { part: 'period', ...dates(period), ...share(each), joined };
  }
  for (const { period, cells } of retention.cohorts) {
    for (const [later, cell] of cells.entries())
      yield { part: 'cohort', ...dates(period), later, ...share(cell) };
  }
  for (const { dimension, rows } of retention.segments) {
    for (const { name, active, ...each } of rows)
      yield { part: `by ${dimension}`, segment: name, ...share(each), active };
  }
  for (const { months, value, low, high, atRisk } of retention.survival?.points ?? []) {
    yield { part: 'survival', later: months, n: atRisk, value, low, high, status: 'ok' };
  }
  for (const { experience, exposed, others, difference, verdict } of retention.experience?.effects ?? []) {
    yield {
      part: 'experience',
      segment: experience,
      ...share(exposed),
      compared_with: others.value,
      compared_n: others.n,
      difference: difference?.value ?? null,
      difference_low: difference?.low ?? null,
      difference_high: difference?.high ?? null,
      verdict,
    };
  }
}
