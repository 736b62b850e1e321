import type { Finding } from '../../../model/finding.ts';
import type { Section } from '../section.ts';

const MOST = 5;
const rank: Readonly<Record<Finding['severity'], number>> = { critical: 0, warning: 1, good: 2, info: 3 };
/** What explains another finding stands below it, whatever its severity. */
const explains = new Set(['finding.by_segments', 'finding.by_mix', 'finding.reversal']);

/** Which findings are told at the top: the weightiest, in the order in which they were found. */
export function chosenFindings(findings: readonly Finding[]): {
  readonly top: readonly Finding[];
  readonly rest: readonly Finding[];
} {
  const weighty = findings
    .map((finding, index) => ({
      finding,
      index,
      rank: explains.has(finding.code) ? 1 : rank[finding.severity],
    }))
    .filter((each) => each.rank < rank.info)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, MOST)
    .sort((a, b) => a.index - b.index)
    .map(({ finding }) => finding);
  const top = new Set(weighty);
  return { top: weighty, rest: findings.filter((finding) => !top.has(finding)) };
}

/** What there is to say, in a few sentences; nothing worth saying is said too. */
export const summary: Section = ({ findings, overview }) => {
  const { top } = chosenFindings(findings);
  if (top.length > 0) return [{ kind: 'list', items: top.map(({ code, args }) => ({ code, args })) }];
  const isEmpty = overview.tickets === 0 && overview.headlines.every(({ now }) => !now.value);
  const nothing = overview.before ? 'summary.nothing' : 'summary.nothing_alone';
  return [{ kind: 'list', items: [{ code: isEmpty ? 'summary.no_tickets' : nothing }] }];
};
