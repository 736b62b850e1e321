import type { DeskIssue, IssueOverview } from '../../analysis/issue-overview/issue-overview.ts';
import { rangeOf } from '../../analysis/segments/periods.ts';
import { codesOf, type Desk } from '../../model/desk.ts';
import { machineNumber } from '../../model/machine-number.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { type MachineRow, typedColumns } from '../../model/rows.ts';
import { buildIssuesReport, type IssueRow } from '../../output/report/build-issues-report.ts';
import type { OpenBook } from '../../settings/issue-book.ts';
import { type BookFile, bookFileOf, readBook } from '../../settings/issue-book-file.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SessionOptions,
  SortOptions,
} from '../../settings/option-types.ts';
import { resolveInstant } from '../../time/period.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { deskIssues, issueNeeds, trendOf } from '../issues.ts';
import { emptyFilterNote, emptyPeriodNote, isCovered } from '../nothing-found.ts';
import { type Session, tellIssues } from '../session.ts';
import { sorted, sortKeys } from '../sorting.ts';
import type { ReportAnswer } from './answer.ts';

export interface IssuesOptions extends SessionOptions, PeriodOptions, SortOptions, OutputOptions {
  readonly where?: string;
  readonly book?: string;
  readonly assign?: string;
  readonly fixed?: readonly (readonly [issue: string, date: string])[];
  readonly top?: number;
}

/** Issues listed for people unless --top says otherwise, and those told in full below. */
const LISTED = 20;
const TOLD = 10;

/** The problems that keep coming back, the issue of each ticket, and the issue book as it stands now. */
export interface IssuesAnswer extends ReportAnswer {
  /** `ticket_id,issue_id,label,topic_id,topic` of every ticket. */
  assignment(): readonly MachineRow[];
  /** The book to be written; null where there is none. */
  readonly saved: SavedBook | null;
}

/** An issue book after a run: its text, and what became of its issues. */
export interface SavedBook {
  readonly file: BookFile;
  readonly text: string;
  readonly counts: Readonly<Record<'fresh' | 'seen' | 'quiet', number>>;
}

export const assignColumns = ['ticket_id', 'issue_id', 'label', 'topic_id', 'topic'] as const;

/** The problems that keep coming back. */
export async function askIssues(
  session: Session,
  args: readonly string[],
  options: IssuesOptions,
): Promise<IssuesAnswer> {
  const { zone, config } = session;
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, config);
  const order = sortKeys(
    options.sort ?? [],
    flatColumns.filter((key) => key !== 'terms' && key !== 'example'),
  );
  const bookFile = bookFileOf(session, session.world.cwd);
  const book = bookFile === null ? null : await readBook(bookFile.path, bookFile.name);
  const { desk } = await session.read(args, issueNeeds(where));
  const frame = await frameOf(session, desk, { withTargets: false });
  const range = rangeOf({ ...session.run.asked, ...frame }, desk);
  const fixed = new Map(
    (options.fixed ?? []).map(([id, date]) => [id, resolveInstant(date, frame)] as const),
  );
  tellIssues(session, desk);
  const overview = await deskIssues(desk, {
    book: book?.book ?? null,
    where,
    range,
    fixed,
    frame,
  });
  requireKnown(fixed, overview);
  // What was asked about is told, however small it is.
  const largest = overview.issues.filter(
    ({ fixed: claim }, rank) => claim !== null || rank < (options.top ?? Number.POSITIVE_INFINITY),
  );
  const issues = sorted(largest, order, (issue, key) => entryOf(issue, zone)[key]);
  const rows = issues.map((issue) => issueRow(issue, { zone, options }));
  const report = (): Report =>
    buildIssuesReport({
      issues: rows,
      tickets: overview.tickets,
      clustered: overview.clustered,
      empty: overview.assignment.counts.empty,
      isCovered: range === null || isCovered(desk, range),
      // In another order than by size issues do not stand under their topics.
      topics: overview.showsTopics && order.length === 0,
      asOf: desk.asOf,
      zone: zone.id,
      clock: frame.businessTime ? 'business' : 'calendar',
      listed: options.top ?? LISTED,
      told: TOLD,
      news: overview.changes.filter(({ change }) => change === 'new'),
    });
  const head = dataEnvelope('issues', { desk, zone });
  return {
    head,
    document: { ...head, ...documentOf(overview, issues, zone) },
    columns: fixed.size > 0 ? [...typedFlatColumns, ...fixedColumns] : typedFlatColumns,
    rows: () => machineRows(issues, zone),
    report,
    assignment: () => assignmentOf(desk, overview),
    saved: book && bookFile ? await savedBook({ file: bookFile, book, overview }) : null,
    problems: [
      ...desk.problems,
      ...emptyPeriodNote(desk, session),
      ...emptyFilterNote(desk, { where, text: options.where, zone }),
      ...quietNote(fixed, overview),
    ],
  };
}

/** Said of issues of the book that were asked about and of which the files hold no ticket: they stand in no row. */
function quietNote(fixed: ReadonlyMap<string, number>, { issues, book }: IssueOverview): Problem[] {
  const there = new Set(issues.map(({ id }) => id));
  const quiet = (book?.issues ?? []).filter(({ id }) => fixed.has(id) && !there.has(id));
  return quiet.map(({ id, name }) => ({
    code: 'fixed_without_tickets',
    severity: 'note',
    args: { issue: `${id} ${name}` },
  }));
}

interface SaveInput {
  readonly file: BookFile;
  readonly book: OpenBook;
  readonly overview: IssueOverview;
}

async function savedBook({ file, book, overview }: SaveInput): Promise<SavedBook | null> {
  if (!overview.book) return null;
  const { bookText } = await import('../../settings/issue-book.ts');
  const text = bookText(book, overview.book as OpenBook['book']);
  const count = (change: string): number => overview.changes.filter((each) => each.change === change).length;
  return { file, text, counts: { fresh: count('new'), seen: count('seen'), quiet: count('quiet') } };
}

/** @throws DeskstatError (2) where `--fixed` names an issue that is not there */
function requireKnown(fixed: ReadonlyMap<string, number>, { issues, book }: IssueOverview): void {
  const known = new Set([...issues.map(({ id }) => id), ...(book?.issues ?? []).map(({ id }) => id)]);
  for (const id of fixed.keys()) {
    if (!known.has(id))
      throw new DeskstatError({ code: 'unknown_issue', args: { id, known: [...known].slice(0, 20) } }, 2);
  }
}

interface RowContext {
  readonly zone: Zone;
  readonly options: IssuesOptions;
}

function issueRow(issue: DeskIssue, { options }: RowContext): IssueRow {
  const date = (options.fixed ?? []).find(([id]) => id === issue.id)?.[1];
  const change = issue.trend?.change ?? Number.NaN;
  return {
    id: issue.id,
    label: issue.label,
    topic: issue.topic,
    mixed: issue.mixed,
    terms: issue.terms,
    size: issue.size,
    share: issue.share,
    trend: trendOf(issue),
    change: Number.isNaN(change) ? null : change,
    weeks: issue.weeks,
    firstSeen: issue.firstSeen,
    lastSeen: issue.lastSeen,
    response: issue.response.value,
    resolution: issue.resolution.value,
    csat: issue.csat,
    reopenRate: issue.reopenRate.value,
    repeatContactRate: issue.repeatContactRate.value,
    replies: issue.replies,
    channels: issue.channels,
    languages: issue.languages,
    examples: issue.examples,
    selfService: issue.selfService,
    fixed: issue.fixed && date !== undefined ? { verdict: issue.fixed.verdict, date } : null,
  };
}

function entryOf(issue: DeskIssue, zone: Zone): Record<string, unknown> {
  const seconds = (value: number | null): number | null => machineNumber(value, 'duration');
  const stamp = (at: number): string | null =>
    Number.isFinite(at) ? formatInstant(at, zone, 'second') : null;
  return {
    id: issue.id,
    label: issue.label,
    topic_id: issue.topic?.id ?? null,
    topic: issue.topic?.label ?? null,
    mixed: issue.mixed,
    terms: issue.terms,
    size: issue.size,
    share: issue.share,
    trend: trendOf(issue),
    trend_change: issue.trend && !Number.isNaN(issue.trend.change) ? issue.trend.change : null,
    trend_p: issue.trend && !Number.isNaN(issue.trend.p) ? issue.trend.p : null,
    first_seen: stamp(issue.firstSeen),
    last_seen: stamp(issue.lastSeen),
    weeks: issue.weeks,
    first_response_time_p50: seconds(issue.response.value),
    first_response_time_n: issue.response.n,
    resolution_time_p50: seconds(issue.resolution.value),
    resolution_time_n: issue.resolution.n,
    csat: issue.csat.value,
    csat_n: issue.csat.n,
    reopen_rate: issue.reopenRate.value,
    repeat_contact_rate: issue.repeatContactRate.value,
    replies: issue.replies,
    channels: issue.channels,
    groups: issue.groups,
    languages: issue.languages,
    self_service: issue.selfService,
    fixed: issue.fixed && {
      verdict: issue.fixed.verdict,
      ratio: issue.fixed.test?.ratio ?? null,
      low: issue.fixed.test?.low ?? null,
      high: issue.fixed.test?.high ?? null,
    },
    examples: issue.examples,
  };
}

function documentOf(
  overview: IssueOverview,
  issues: readonly DeskIssue[],
  zone: Zone,
): Record<string, unknown> {
  return {
    tickets: overview.tickets,
    clustered: overview.clustered,
    left_out: overview.leftOut,
    topics: overview.topics.map(({ id, label, size }) => ({ id, label, size })),
    issues: issues.map((issue) => entryOf(issue, zone)),
    book: overview.book && overview.changes,
  };
}

const flatColumns = [
  'id',
  'label',
  'topic_id',
  'topic',
  'mixed',
  'size',
  'share',
  'trend',
  'trend_change',
  'first_seen',
  'last_seen',
  'first_response_time_p50',
  'resolution_time_p50',
  'csat',
  'csat_n',
  'reopen_rate',
  'repeat_contact_rate',
  'replies',
  'self_service',
  'terms',
  'example',
] as const;
const typedFlatColumns = typedColumns(flatColumns, {
  instant: ['first_seen', 'last_seen'],
  boolean: ['mixed', 'self_service'],
  number: [
    ...['size', 'share', 'trend_change', 'first_response_time_p50', 'resolution_time_p50', 'csat', 'csat_n'],
    ...['reopen_rate', 'repeat_contact_rate', 'replies'],
  ],
});

/** How an issue is told that `--fixed` asked about. */
const fixedColumns = typedColumns(['fixed'] as const, {});

function* machineRows(issues: readonly DeskIssue[], zone: Zone): Iterable<MachineRow> {
  for (const issue of issues) {
    yield {
      ...entryOf(issue, zone),
      terms: issue.terms.join(', '),
      example: issue.examples[0]?.text ?? null,
      fixed: issue.fixed?.verdict ?? null,
    };
  }
}

/** The issue of every ticket, by id; by line where tickets have none. */
function assignmentOf(desk: Desk, overview: IssueOverview): readonly MachineRow[] {
  const ids = codesOf(desk.tickets, 'id');
  const entries = Array.from({ length: desk.tickets.rows }, (_, t) => {
    const id = ids && ids.codes[t] !== 0 ? (ids.names.text(ids.codes[t]).split('\u0000').at(-1) ?? '') : '';
    const issue = overview.assignment.issueOf[t];
    const found = issue < 0 ? null : overview.issues[issue];
    return {
      ticket_id: id,
      line: desk.tickets.line[t],
      issue_id: found?.id ?? null,
      label: found?.label ?? null,
      topic_id: found?.topic?.id ?? null,
      topic: found?.topic?.label ?? null,
    };
  });
  entries.sort((a, b) =>
    a.ticket_id === b.ticket_id
      ? a.line - b.line
      : a.ticket_id.length - b.ticket_id.length || (a.ticket_id < b.ticket_id ? -1 : 1),
  );
  return entries.map(({ ticket_id, line, ...rest }) => ({ ticket_id: ids ? ticket_id : line, ...rest }));
}
