import type { Finding } from '../../../model/finding.ts';
import type { HeadlineFigure, Overview } from '../../../model/overview.ts';
import type { Phrase } from '../../../model/report.ts';
import type { Section } from '../section.ts';

const MOST = 5;
const rank: Readonly<Record<Finding['severity'], number>> = { critical: 0, warning: 1, good: 2, info: 3 };
/** What explains the finding before it stands below it, whatever its severity. */
const explains = new Set(['finding.by_segments', 'finding.by_mix', 'finding.reversal']);

/** Findings of one sort; a figure that got better and one that got worse are. */
const sortOf = ({ code }: Finding): string =>
  ['finding.better', 'finding.worse', 'finding.moved'].includes(code) ? 'figure' : code;

/**
 * Which findings are told at the top: the weightiest, and of equal weight first one of every sort, so that four figures
 * that got worse do not crowd out the day and the issue behind them. What explains a finding comes with it. They stand
 * in the order in which they were found.
 */
export function chosenFindings(findings: readonly Finding[]): {
  readonly top: readonly Finding[];
  readonly rest: readonly Finding[];
} {
  const seen = new Map<string, number>();
  const weighed: { readonly news: Finding[]; readonly weight: number; readonly round: number }[] = [];
  for (const finding of findings) {
    const last = weighed.at(-1);
    if (explains.has(finding.code) && last) {
      last.news.push(finding);
      continue;
    }
    const sort = sortOf(finding);
    const round = seen.get(sort) ?? 0;
    seen.set(sort, round + 1);
    weighed.push({ news: [finding], weight: rank[finding.severity], round });
  }
  const top = new Set<Finding>();
  for (const { news } of weighed
    .filter(({ weight }) => weight < rank.info)
    .sort((a, b) => a.weight - b.weight || a.round - b.round)) {
    if (top.size + news.length <= MOST) for (const each of news) top.add(each);
  }
  return {
    top: findings.filter((finding) => top.has(finding)),
    rest: findings.filter((finding) => !top.has(finding)),
  };
}

/** What there is to say, in a few sentences; nothing worth saying is said too. */
export const summary: Section = ({ findings, overview }) => {
  const { top } = chosenFindings(findings);
  if (top.length > 0) return [{ kind: 'list', items: top.map(({ code, args }) => ({ code, args })) }];
  const code = nothingToSay(overview);
  return [
    { kind: 'list', items: [{ code }, ...(code === 'summary.no_tickets' ? heldPhrase(overview) : [])] },
  ];
};

/** Of an empty period: what the files do hold, and what shows it. */
function heldPhrase({ coverage, zone }: Overview): Phrase[] {
  if (!Number.isFinite(coverage.from)) return [];
  const day = (value: number) => ({ type: 'instant', value, zone, precision: 'day' }) as const;
  return [{ code: 'summary.held', args: { from: day(coverage.from), to: day(coverage.to) } }];
}

/** Nothing stands out is said only where something could have: with tickets, and enough of them to compare. */
function nothingToSay({ tickets, headlines, before }: Overview): string {
  const isStock = ({ metric }: HeadlineFigure): boolean => metric.startsWith('backlog');
  if (tickets === 0 && headlines.every((figure) => isStock(figure) || !figure.now.value))
    return 'summary.no_tickets';
  if (!before) return 'summary.nothing_alone';
  const compared = headlines.filter(({ verdict }) => verdict !== null);
  const isTooFew = compared.length > 0 && compared.every(({ verdict }) => verdict === 'too_few');
  return isTooFew ? 'summary.too_few' : 'summary.nothing';
}
