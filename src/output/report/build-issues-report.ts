import type { Block, Phrase, PhraseArg, Report, Value } from '../../model/report.ts';
import { count, heading, text } from './words.ts';

/** What the issues report shows of one recurring issue. */
export interface IssueRow {
  readonly id: string;
  readonly label: string;
  readonly topic: { readonly id: string; readonly label: string; readonly size: number } | null;
  readonly mixed: boolean;
  readonly terms: readonly string[];
  readonly size: number;
  readonly share: number;
  readonly trend: string | null;
  readonly change: number | null;
  readonly weeks: readonly number[];
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly response: number | null;
  readonly resolution: number | null;
  readonly csat: { readonly value: number | null; readonly n: number };
  readonly reopenRate: number | null;
  readonly repeatContactRate: number | null;
  readonly replies: number | null;
  readonly channels: readonly { readonly name: string; readonly share: number }[];
  readonly languages: readonly { readonly name: string; readonly share: number }[];
  readonly examples: readonly { readonly ticket: string | null; readonly text: string }[];
  readonly selfService: boolean | null;
  readonly fixed: { readonly verdict: string; readonly date: string } | null;
}

export interface IssuesReportInput {
  readonly issues: readonly IssueRow[];
  readonly tickets: number;
  readonly clustered: number;
  /** Of those in no issue, tickets without a word. */
  readonly empty: number;
  /** Whether the files hold anything of the period. */
  readonly isCovered: boolean;
  /** Whether issues stand under their topics. */
  readonly topics: boolean;
  readonly asOf: number;
  readonly zone: string;
  readonly clock: 'calendar' | 'business';
  /** How many issues stand in the table, and how many of them are told in full below it. */
  readonly listed: number;
  readonly told: number;
  readonly news: readonly { readonly id: string; readonly name: string }[];
}

/** Recurring issues as a report: all of them in a table, the largest, and those asked about, told in full. */
export function buildIssuesReport(input: IssuesReportInput): Report {
  const { issues, tickets, clustered, asOf, zone } = input;
  const args: Record<string, PhraseArg> = { clustered, tickets, issues: issues.length };
  if (Number.isFinite(asOf))
    args.as_of = { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true };
  return {
    title: { code: 'issues.title' },
    subtitle: { code: 'issues.subtitle', args },
    blocks: [
      ...leftOutOf(input),
      ...(issues.length === 0
        ? [{ kind: 'note', severity: 'info', text: { code: noneOf(input) } } as const]
        : [tableOf(input)]),
      // What was asked about is told, however small it is.
      ...issues
        .filter(({ fixed }, rank) => rank < input.told || fixed !== null)
        .flatMap((issue) => detailsOf(issue, input)),
      ...(issues.length > input.listed
        ? [
            {
              kind: 'note',
              severity: 'info',
              text: { code: 'issues.more', args: { more: issues.length - input.listed } },
            } as const,
          ]
        : []),
      ...newsOf(input),
    ],
  };
}

/** What is said where there is no issue: that nothing came back often, or that nothing is known of it. */
const noneOf = ({ tickets, isCovered }: IssuesReportInput): string =>
  tickets > 0 || isCovered ? 'issues.none' : 'issues.not_covered';

/** A name is told in so many letters before other columns are. */
const READABLE = 32;

/** More in no issue than this is said, with the reason. */
const MUCH_LEFT_OUT = 0.25;

function leftOutOf({ tickets, clustered, empty }: IssuesReportInput): Block[] {
  const out = tickets - clustered;
  if (clustered === 0 || out <= MUCH_LEFT_OUT * tickets) return [];
  const code = empty > out / 2 ? 'issues.left_out_empty' : 'issues.left_out_unlike';
  return [{ kind: 'note', severity: 'info', text: { code, args: { out, tickets, empty } } }];
}

/** What a topic holds beside the issues that are listed. */
interface Rest {
  readonly id: null;
  readonly size: number;
}

/** Issues in the order of the table, each topic of several before its own and what else it holds behind them. */
type Listed = IssueRow | NonNullable<IssueRow['topic']> | Rest;

function underTopics(all: readonly IssueRow[], listed: number): Listed[] {
  const shown = all.slice(0, listed);
  const several = new Map<string, number>();
  for (const { topic } of all) if (topic) several.set(topic.id, (several.get(topic.id) ?? 0) + 1);
  const byTopic = new Map<string, IssueRow[]>();
  for (const issue of shown) {
    const key = issue.topic && (several.get(issue.topic.id) ?? 0) > 1 ? issue.topic.id : `issue ${issue.id}`;
    byTopic.set(key, [...(byTopic.get(key) ?? []), issue]);
  }
  const sizeOf = ([first]: readonly IssueRow[], key: string): number =>
    first.topic && key === first.topic.id ? first.topic.size : first.size;
  return [...byTopic]
    .sort(([a, left], [b, right]) => sizeOf(right, b) - sizeOf(left, a))
    .flatMap(([key, issues]): Listed[] => {
      const { topic } = issues[0];
      if (!topic || key !== topic.id) return issues;
      const rest = issues.reduce((left, { size }) => left - size, topic.size);
      return [topic, ...issues, ...(rest > 0 ? [{ id: null, size: rest }] : [])];
    });
}

function tableOf(input: IssuesReportInput): Block {
  const { issues: all, listed, clock } = input;
  const issues = all.slice(0, listed);
  const duration = (value: number | null): Value => ({ type: 'duration', value, clock });
  const hasWeeks = issues.some(({ weeks }) => weeks.length > 1);
  const hasCsat = issues.some(({ csat }) => csat.value !== null);
  const hasTimes = issues.some(({ resolution }) => resolution !== null);
  return {
    kind: 'table',
    id: 'issues',
    columns: [
      { key: 'id', label: { code: 'issues.id' }, type: 'text' },
      { key: 'issue', label: { code: 'dimension.issue' }, type: 'text', comfortable: READABLE },
      { key: 'tickets', label: { code: 'ui.tickets' }, type: 'count' },
      ...(hasWeeks
        ? ([
            { key: 'trend', label: { code: 'ui.trend' }, type: 'text', priority: 1 },
            { key: 'weeks', label: { code: 'issues.weeks' }, type: 'spark', priority: 4 },
          ] as const)
        : []),
      ...(hasTimes
        ? ([
            {
              key: 'resolution_time_p50',
              label: { code: 'column.resolution_time.p50' },
              type: 'duration',
              priority: 2,
            },
          ] as const)
        : []),
      ...(hasCsat
        ? ([{ key: 'csat', label: { code: 'column.csat.share' }, type: 'share', priority: 3 }] as const)
        : []),
    ],
    rows: (input.topics ? underTopics(all, listed) : issues).map((entry): Value[] => {
      if (!('weeks' in entry)) {
        const others = Number(hasWeeks) * 2 + Number(hasTimes) + Number(hasCsat);
        const blank = Array.from({ length: others }, (): Value => text(null));
        const name = entry.id === null ? { code: 'issues.smaller_ones' } : { data: entry.label };
        return [text({ data: entry.id ?? '' }), text(name), count(entry.size), ...blank];
      }
      return [
        text({ data: entry.id }),
        text(labelOf(entry, input.topics)),
        count(entry.size),
        ...(hasWeeks
          ? [
              text(entry.trend === null ? null : { code: `trend.${entry.trend}` }),
              { type: 'spark', values: entry.weeks } as const,
            ]
          : []),
        ...(hasTimes ? [duration(entry.resolution)] : []),
        ...(hasCsat
          ? [{ type: 'share', value: entry.csat.value, n: entry.csat.n, showsN: true } as const]
          : []),
      ];
    }),
  };
}

/** Under a topic a dash stands before the name; mixed issues say so behind it. */
function labelOf({ label, mixed, topic, size }: IssueRow, underTopic: boolean): Phrase {
  const isUnder = underTopic && topic !== null && topic.size > size;
  const data = isUnder ? `– ${label}` : label;
  return mixed ? { code: 'issues.mixed_name', args: { label: { data } } } : { data };
}

/** A channel that helpdesks share in the words of the language, another one as it stands. */
const channelWord = (name: string): Phrase => ({ code: `channel.${name}`, english: name });

function detailsOf(issue: IssueRow, { zone, clock }: IssuesReportInput): Block[] {
  const day = (value: number): Value => ({ type: 'instant', value, zone, precision: 'day' });
  const duration = (value: number): Value => ({ type: 'duration', value, clock });
  const share = (value: number): Value => ({ type: 'share', value });
  const named = (list: IssueRow['channels'], word: (name: string) => Phrase): Phrase[] =>
    list.map((entry) => ({
      code: 'issues.named_share',
      args: { name: word(entry.name), share: share(entry.share) },
    }));
  const items: Phrase[] = [];
  if (Number.isFinite(issue.firstSeen)) {
    items.push({ code: 'issues.seen', args: { first: day(issue.firstSeen), last: day(issue.lastSeen) } });
  }
  if (issue.change !== null && (issue.trend === 'rising' || issue.trend === 'falling')) {
    items.push({ code: `issues.${issue.trend}`, args: { change: share(Math.abs(issue.change)) } });
  }
  if (issue.fixed)
    items.push({ code: `issues.fixed.${issue.fixed.verdict}`, args: { date: issue.fixed.date } });
  if (issue.mixed) items.push({ code: 'issues.mixed' });
  const code = speedCode(issue);
  if (code !== null) {
    const [response, resolution] = [issue.response, issue.resolution].map((value) =>
      duration(value ?? Number.NaN),
    );
    items.push({ code, args: { response, resolution } });
  }
  if (issue.replies !== null) items.push({ code: 'issues.cost', args: { replies: issue.replies } });
  if (issue.reopenRate !== null && issue.repeatContactRate !== null) {
    items.push({
      code: 'issues.back',
      args: { reopened: share(issue.reopenRate), repeated: share(issue.repeatContactRate) },
    });
  }
  if (issue.selfService === true) items.push({ code: 'issues.self_service' });
  if (issue.channels.length > 0)
    items.push({ code: 'issues.channels', args: { list: named(issue.channels, channelWord) } });
  if (issue.languages.length > 1)
    items.push({ code: 'issues.languages', args: { list: named(issue.languages, (data) => ({ data })) } });
  if (issue.terms.length > 0) items.push({ code: 'issues.terms', args: { terms: issue.terms.join(', ') } });
  for (const example of issue.examples) {
    items.push(
      example.ticket === null
        ? { code: 'issues.example', args: { text: { data: example.text } } }
        : {
            code: 'issues.example_of',
            args: { ticket: { data: example.ticket }, text: { data: example.text } },
          },
    );
  }
  return [
    {
      ...heading('issues.heading', 3),
      text: {
        code: 'issues.heading',
        args: { id: { data: issue.id }, label: { data: issue.label }, tickets: issue.size },
      },
    },
    { kind: 'list', items },
  ];
}

function newsOf({ news }: IssuesReportInput): Block[] {
  if (news.length === 0) return [];
  const list: Phrase[] = news.map(({ id, name }) => ({ data: `${id} ${name}` }));
  return [{ kind: 'note', severity: 'info', text: { code: 'issues.new_in_book', args: { list } } }];
}

/** What is said of how fast an issue is answered and solved; null where neither is known. */
function speedCode({ response, resolution }: IssueRow): string | null {
  if (response === null) return resolution === null ? null : 'issues.speed_solved';
  return resolution === null ? 'issues.speed_answered' : 'issues.speed';
}
