import { codesOf, type Desk, type DeskIssues, numbersOf } from '../../model/desk.ts';
import { maskText } from '../../model/mask.ts';
import type { BusinessTime, Stat } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import {
  type BookAssignment,
  type BookChange,
  cleanBody,
  cleanSubject,
  countWeeks,
  type FixedIssue,
  findIssues,
  fixedTest,
  type IssueAssignment,
  type IssueBook,
  type IssueTrend,
  isSelfServiceCandidate,
  maskPeople,
  showsTopics,
  spanOfIssues,
  spreadOver,
  type TextSource,
  type Topic,
  trendOfIssues,
} from '../issues/index.ts';
import { figuresByIssue } from './issue-figures.ts';
import { everybodyOf, peopleReader } from './people-reader.ts';

/** One recurring issue of a desk, with what it costs and where it is heading. */
export interface DeskIssue {
  /** Id in the issue book, else its rank in this run: `1`, `2`, … */
  readonly id: string;
  readonly label: string;
  /** The heading that it stands under; null where the issue book has none for it. */
  readonly topic: Topic | null;
  /** True where its tickets have much less in common than those of other issues. */
  readonly mixed: boolean;
  readonly terms: readonly string[];
  readonly size: number;
  readonly share: number;
  readonly trend: IssueTrend | null;
  readonly fixed: FixedIssue | null;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Tickets of each whole week, oldest first; empty where tickets carry no dates. */
  readonly weeks: readonly number[];
  /** Median first response and resolution, milliseconds; null where the desk cannot tell. */
  readonly response: IssueFigure;
  readonly resolution: IssueFigure;
  readonly csat: IssueFigure;
  readonly reopenRate: IssueFigure;
  readonly repeatContactRate: IssueFigure;
  /** Human public answers that its solved tickets took, all together. */
  readonly replies: number | null;
  readonly channels: readonly NamedShare[];
  readonly groups: readonly NamedShare[];
  readonly languages: readonly NamedShare[];
  /** Most typical tickets, masked. */
  readonly examples: readonly { readonly ticket: string | null; readonly text: string }[];
  readonly selfService: boolean | null;
}

/** A figure with its n. */
export interface IssueFigure {
  readonly value: number | null;
  readonly n: number;
}

export interface NamedShare {
  readonly name: string;
  readonly share: number;
}

/** The recurring issues of a desk. */
export interface IssueOverview {
  readonly assignment: IssueAssignment;
  readonly issues: readonly DeskIssue[];
  readonly tickets: number;
  readonly clustered: number;
  readonly leftOut: number;
  /** Headings over the issues, the largest first. */
  readonly topics: readonly Topic[];
  /** Whether they say more than the list of issues. */
  readonly showsTopics: boolean;
  /** The book as it should be written back, and what changed; null without a book. */
  readonly book: IssueBook | null;
  readonly changes: readonly BookChange[];
  /** Bounds of the weeks behind `weeks`. */
  readonly weekBounds: Float64Array;
}

export interface IssueOptions {
  readonly book: IssueBook | null;
  /** 1 where a ticket is looked at; null for all. */
  readonly mask: Uint8Array | null;
  /**
   * 1 where a ticket is counted; null for all that are looked at. A period is told of the issues of the whole desk, so
   * that they are the same ones in its report and in the next.
   */
  readonly inside: Uint8Array | null;
  /** Whole weeks of the data, for trends. */
  readonly weeks: readonly Period[];
  /** Issue id → instant from which it is said to be fixed. */
  readonly fixed: ReadonlyMap<string, number>;
  readonly businessTime: BusinessTime | null;
}

/** Finds the recurring issues of a desk's tickets, without their figures. */
export function assignIssues(
  desk: Desk,
  { book, mask }: Pick<IssueOptions, 'book' | 'mask'>,
): IssueAssignment | BookAssignment {
  const rows = rowsOf(desk, mask);
  const subject = codesOf(desk.tickets, 'subject');
  const description = codesOf(desk.tickets, 'description');
  const ids = codesOf(desk.tickets, 'id');
  const type = codesOf(desk.tickets, 'type');
  const peopleOf = peopleReader(desk);
  const texts: TextSource = {
    rows: rows.length,
    subject: (row) => (subject ? subject.names.text(subject.codes[rows[row]]) : ''),
    people: (row) => peopleOf(rows[row]),
    everybody: () => everybodyOf(desk, rows),
    ...(type ? { kind: (row) => type.names.name(type.codes[rows[row]]) } : {}),
    description: (row) => (description ? description.names.text(description.codes[rows[row]]) : ''),
  };
  const input = { texts, ids: ids ? Array.from(rows, (t) => ids.names.text(ids.codes[t])) : undefined };
  const found = book ? findIssues({ ...input, book }) : findIssues(input);
  if (rows.length === desk.tickets.rows) return found;
  // Back to rows of the whole desk: tickets that the filter left out are in no issue.
  const issueOf = new Int32Array(desk.tickets.rows).fill(-1);
  rows.forEach((t, row) => {
    issueOf[t] = found.issueOf[row];
  });
  const issues = found.issues.map((issue) => ({ ...issue, typical: issue.typical.map((row) => rows[row]) }));
  return { ...found, issueOf, issues };
}

/** An assignment counted on some tickets alone: the issues that they are in, the largest first, under their ids. */
function countedInside<T extends IssueAssignment>(found: T, inside: Uint8Array): T {
  const rowsOfIssue: number[][] = found.issues.map(() => []);
  let tickets = 0;
  for (let t = 0; t < inside.length; t++) {
    if (inside[t] === 0) continue;
    tickets++;
    if (found.issueOf[t] >= 0) rowsOfIssue[found.issueOf[t]].push(t);
  }
  const order = rowsOfIssue
    .map((_, i) => i)
    .filter((i) => rowsOfIssue[i].length > 0)
    .sort((a, b) => rowsOfIssue[b].length - rowsOfIssue[a].length || a - b);
  const issueOf = new Int32Array(inside.length).fill(-1);
  const issues = order.map((i, place) => {
    const issue = found.issues[i];
    for (const t of rowsOfIssue[i]) issueOf[t] = place;
    const typical = issue.typical.filter((t) => inside[t] === 1);
    return {
      ...issue,
      index: place,
      id: issue.id ?? String(i + 1),
      size: rowsOfIssue[i].length,
      typical: typical.length > 0 ? typical : rowsOfIssue[i].slice(0, 1),
    };
  });
  const clustered = rowsOfIssue.reduce((sum, rows) => sum + rows.length, 0);
  const sizes = new Float64Array(found.topics.length);
  for (const { topic, size } of issues) if (topic >= 0) sizes[topic] += size;
  return {
    ...found,
    issueOf,
    issues,
    topics: found.topics.map((topic, i) => ({ ...topic, size: sizes[i] })),
    counts: { ...found.counts, tickets, clustered, leftOut: tickets - clustered },
  };
}

function rowsOf(desk: Desk, mask: Uint8Array | null): Uint32Array {
  const rows: number[] = [];
  for (let t = 0; t < desk.tickets.rows; t++) if (!mask || mask[t] === 1) rows.push(t);
  return Uint32Array.from(rows);
}

/** The desk with the issue of every ticket: for `--by issue` and for metrics about the same issue. */
export function withIssues(desk: Desk, book: IssueBook | null): Desk {
  return { ...desk, issues: deskIssuesOf(assignIssues(desk, { book, mask: null })) };
}

/** An assignment as a desk carries it. */
export function deskIssuesOf({ issueOf, issues, topics }: IssueAssignment): DeskIssues {
  return {
    topics: {
      codes: Uint32Array.from(issues, ({ topic }) => topic + 1),
      ids: topics.map(({ id }) => id),
      get labels() {
        return topics.map(({ label }) => label);
      },
    },
    codes: Uint32Array.from(issueOf, (issue) => issue + 1),
    ids: issues.map(({ id }, i) => id ?? String(i + 1)),
    labels: issues.map(({ label }) => label),
  };
}

/** The recurring issues of a desk with size, trend, speed, satisfaction, cost and typical tickets. */
export function issueOverview(desk: Desk, options: IssueOptions): IssueOverview {
  const found = assignIssues(desk, options);
  const assignment: IssueAssignment = options.inside ? countedInside(found, options.inside) : found;
  const { issues, counts } = assignment;
  const createdAt =
    numbersOf(desk.tickets, 'created_at') ?? new Float64Array(desk.tickets.rows).fill(Number.NaN);
  const dated = { issueOf: assignment.issueOf, createdAt, issues: issues.length };
  const bounds = Float64Array.from([
    ...options.weeks.map(({ start }) => start),
    ...options.weeks.slice(-1).map(({ end }) => end),
  ]);
  const weekly = countWeeks(dated, bounds);
  const hasWeeks = options.weeks.length > 0;
  const trends = hasWeeks ? trendOfIssues(weekly) : null;
  const spans = spanOfIssues(dated);
  const asOf = createdAt.some((at) => !Number.isNaN(at)) ? desk.asOf : Number.NaN;
  const measured = measureIssues(desk, { assignment, businessTime: options.businessTime });
  const shares = {
    channels: sharesBy(desk, { field: 'channel', assignment }),
    groups: sharesBy(desk, { field: 'group', assignment }),
    languages: sharesBy(desk, { field: 'language', assignment }),
  };
  const exampleOf = exampleReader(desk, assignment);
  const list = issues.map((issue, i): DeskIssue => {
    const id = issue.id ?? String(i + 1);
    const fixedAt = options.fixed.get(id);
    const oneTouch = measured.oneTouch[i];
    return {
      id,
      label: issue.label,
      topic: assignment.topics[issue.topic] ?? null,
      mixed: issue.mixed,
      terms: issue.terms,
      size: issue.size,
      share: counts.tickets === 0 ? 0 : issue.size / counts.tickets,
      trend: trends?.[i] ?? null,
      fixed: fixedAt === undefined ? null : fixedTest(weekly, { issue: i, fixedAt, asOf }),
      firstSeen: spans[i].first,
      lastSeen: spans[i].last,
      weeks: [...weekly.counts[i]],
      response: measured.response[i],
      resolution: measured.resolution[i],
      csat: measured.csat[i],
      reopenRate: measured.reopenRate[i],
      repeatContactRate: measured.repeatContactRate[i],
      replies:
        measured.replies[i].value === null
          ? null
          : Math.round((measured.replies[i].value ?? 0) * measured.replies[i].n),
      channels: shares.channels[i],
      groups: shares.groups[i],
      languages: shares.languages[i],
      examples: distinctTexts(issue.typical.map(exampleOf)),
      // Of several problems in one, no answer settles all.
      selfService: issue.mixed
        ? false
        : isSelfServiceCandidate({
            size: issue.size,
            tickets: counts.tickets,
            solved: oneTouch.n,
            oneTouchShare: oneTouch.value ?? Number.NaN,
          }),
    };
  });
  return {
    assignment,
    issues: list,
    tickets: counts.tickets,
    clustered: counts.clustered,
    leftOut: counts.tickets - counts.clustered,
    topics: assignment.topics.filter(({ size }) => size > 0),
    showsTopics: showsTopics(issues, assignment.topics),
    book: 'book' in found ? found.book : null,
    changes: 'changes' in found ? found.changes : [],
    weekBounds: bounds,
  };
}

const issueMetrics = {
  response: ['first_response_time', 'p50'],
  resolution: ['resolution_time', 'p50'],
  csat: ['csat', 'share'],
  reopenRate: ['reopen_rate', 'share'],
  repeatContactRate: ['repeat_contact_rate', 'share'],
  replies: ['replies', 'mean'],
  oneTouch: ['one_touch_rate', 'share'],
} as const satisfies Record<string, readonly [string, Stat]>;

type IssueMetric = keyof typeof issueMetrics;

interface MeasureInput {
  readonly assignment: IssueAssignment;
  readonly businessTime: BusinessTime | null;
}

/** One figure of each metric for each issue, over all its tickets. */
function measureIssues(
  desk: Desk,
  { assignment, businessTime }: MeasureInput,
): Record<IssueMetric, IssueFigure[]> {
  const { issueOf, issues } = assignment;
  const measure = figuresByIssue(desk, { issueOf, count: issues.length, mask: null, businessTime });
  const of = ([id, stat]: readonly [string, Stat]): IssueFigure[] =>
    measure(id, stat).map((figure) => ({ value: figure?.value ?? null, n: figure?.n ?? 0 }));
  return Object.fromEntries(Object.entries(issueMetrics).map(([name, asked]) => [name, of(asked)])) as Record<
    IssueMetric,
    IssueFigure[]
  >;
}

const SHOWN_VALUES = 3;

function sharesBy(
  desk: Desk,
  { field, assignment }: { readonly field: string; readonly assignment: IssueAssignment },
): NamedShare[][] {
  const column = codesOf(desk.tickets, field);
  if (!column) return assignment.issues.map(() => []);
  const counts = assignment.issues.map(() => new Map<number, number>());
  for (let t = 0; t < desk.tickets.rows; t++) {
    const issue = assignment.issueOf[t];
    if (issue >= 0 && column.codes[t] !== 0)
      counts[issue].set(column.codes[t], (counts[issue].get(column.codes[t]) ?? 0) + 1);
  }
  return counts.map((byCode, issue) =>
    [...byCode]
      .map(([code, count]) => ({
        name: column.names.name(code),
        share: count / assignment.issues[issue].size,
      }))
      .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
      .slice(0, SHOWN_VALUES),
  );
}

/** Different texts only: three times the same subject shows no more than one. */
function distinctTexts<T extends { readonly text: string }>(examples: readonly T[]): T[] {
  const seen = new Set<string>();
  return examples.filter(({ text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const EXAMPLE_LENGTH = 160;
const SENTENCE = /^.{12,}?[.!?।](?=\s|$)/su;

/**
 * Reads what an example shows of a ticket: its subject without reply marks, else the first sentence of the customer's
 * own; without addresses, numbers and names. A subject that unlike tickets bear is no subject.
 */
function exampleReader(
  desk: Desk,
  { issueOf, issues, people }: IssueAssignment,
): (row: number) => { ticket: string | null; text: string } {
  const ids = codesOf(desk.tickets, 'id');
  const subjects = codesOf(desk.tickets, 'subject');
  const descriptions = codesOf(desk.tickets, 'description');
  let notices: ReadonlySet<number> = new Set();
  if (subjects && descriptions) {
    const said = issues.map(() => new Map<number, number>());
    const isCounted = (t: number): boolean =>
      issueOf[t] >= 0 && subjects.codes[t] !== 0 && descriptions.codes[t] !== 0;
    const times = new Uint32Array(subjects.names.size + 1);
    for (let t = 0; t < issueOf.length; t++) if (isCounted(t)) times[subjects.codes[t]]++;
    for (let t = 0; t < issueOf.length; t++) {
      const code = subjects.codes[t];
      // Most subjects of a large desk are borne by one ticket.
      if (times[code] < 2 || !isCounted(t)) continue;
      said[issueOf[t]].set(code, (said[issueOf[t]].get(code) ?? 0) + 1);
    }
    notices = spreadOver(said);
  }
  const textOf = (row: number): string => {
    const subject =
      subjects && !notices.has(subjects.codes[row])
        ? cleanSubject(subjects.names.text(subjects.codes[row])).trim()
        : '';
    if (subject !== '' || !descriptions) return subject;
    const body = cleanBody(descriptions.names.text(descriptions.codes[row])).trim();
    return SENTENCE.exec(body)?.[0] ?? body;
  };
  return (row) => {
    const whole = maskPeople(maskText(textOf(row).replace(/\s+/g, ' ').trim()), people);
    const text = whole.length > EXAMPLE_LENGTH ? `${whole.slice(0, EXAMPLE_LENGTH - 1).trimEnd()}…` : whole;
    return {
      ticket:
        ids && ids.codes[row] !== 0 ? (ids.names.name(ids.codes[row]).split('\u0000').at(-1) ?? null) : null,
      text,
    };
  };
}
