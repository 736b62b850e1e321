import type { Finding } from '../../model/finding.ts';

const rank: Readonly<Record<Finding['severity'], number>> = { critical: 0, warning: 1, good: 2, info: 3 };
/** What explains the finding before it stands below it, whatever its severity. */
const explains: ReadonlySet<string> = new Set(['finding.by_segments', 'finding.by_mix', 'finding.reversal']);

/** What happened in a period; what is so in every period is no news of one. */
const news: ReadonlySet<string> = new Set([
  'finding.better',
  'finding.worse',
  'finding.moved',
  'finding.unusual',
  'finding.volume_high',
  'finding.volume_low',
  'finding.solved_low',
  'finding.solved_high',
  'finding.backlog_grew',
  'finding.backlog_shrank',
  'finding.spike_day',
  'finding.quiet_day',
]);

/** What is told first of equal weight: what came in, and when; it is mostly behind what follows. */
const first: readonly string[] = [
  'finding.volume_high',
  'finding.volume_low',
  'finding.solved_high',
  'finding.solved_low',
  'finding.spike_day',
];
const place = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length);

/** Whether a finding, or what it explains, is news of the period. */
export const isNews = (code: string): boolean => news.has(code) || explains.has(code);

/** What is news, each with what explains it, the weightiest first and of equal weight one of every sort before two. */
export function newsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const found: { readonly parts: Finding[]; readonly round: number }[] = [];
  const seen = new Map<string, number>();
  let last: Finding[] | null = null;
  for (const finding of findings) {
    if (explains.has(finding.code)) {
      last?.push(finding);
      continue;
    }
    if (!news.has(finding.code)) {
      last = null;
      continue;
    }
    const round = seen.get(finding.code) ?? 0;
    seen.set(finding.code, round + 1);
    last = [finding];
    found.push({ parts: last, round });
  }
  return found
    .toSorted(
      (a, b) =>
        rank[a.parts[0].severity] - rank[b.parts[0].severity] ||
        a.round - b.round ||
        place(a.parts[0].code) - place(b.parts[0].code),
    )
    .map(({ parts }) => parts);
}
