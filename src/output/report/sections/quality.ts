import type { ReportInput } from '../../../model/overview.ts';
import type { Block, Phrase } from '../../../model/report.ts';
import { problemPhrase } from '../../locales/problem-phrase.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

const SHOWN = 5;

/** What the figures rest on, and what is wrong with it. */
export const quality: Section = (input) => [
  heading('section.quality'),
  ...warningsOf(input),
  { kind: 'note', severity: 'info', text: sourcesPhrase(input) },
  ...unavailableOf(input),
];

function sourcesPhrase({ overview, problems }: ReportInput): Phrase {
  const { sources, removed } = overview.quality;
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const rejected = sources.reduce((sum, source) => sum + source.rejected, 0);
  const notes = problems.filter(({ severity }) => severity === 'note').length;
  return {
    code: 'quality.sources',
    args: {
      files: sources.length,
      rows,
      ...(rejected > 0 ? { rejected } : {}),
      ...(notes > 0 ? { notes } : {}),
      ...(removed.length > 0
        ? {
            removed: removed.map(([status, n]) => ({
              code: 'receipt.reason',
              args: { count: n, reason: { code: `status.${status}` } },
            })),
          }
        : {}),
    },
  };
}

function warningsOf({ problems }: ReportInput): Block[] {
  const warnings = problems.filter(({ severity }) => severity !== 'note');
  const blocks = warnings
    .slice(0, SHOWN)
    .map(
      (problem): Block => ({ kind: 'note', severity: 'warning', text: problemPhrase(forwarded(problem)) }),
    );
  const more = warnings.length - SHOWN;
  if (more > 0)
    blocks.push({ kind: 'note', severity: 'warning', text: { code: 'quality.more', args: { more } } });
  return blocks;
}

/** A report is passed on: of a file it says the name, as folders may name people. */
function forwarded(problem: ReportInput['problems'][number]): ReportInput['problems'][number] {
  const { where } = problem;
  if (where?.file === undefined) return problem;
  return { ...problem, where: { ...where, file: where.file.split(/[/\\]/).at(-1) || where.file } };
}

/** What cannot be told, and why, in one line; metrics that lack the same thing share its reason. */
function unavailableOf({ overview }: ReportInput): Block[] {
  const said = unavailablePhrase(overview.unavailable);
  return said ? [{ kind: 'note', severity: 'info', text: said }] : [];
}

/** Metrics that cannot be told, with their reasons, in one sentence; null without any. */
export function unavailablePhrase(unavailable: ReportInput['overview']['unavailable']): Phrase | null {
  const byReason = new Map<string, { readonly because: Phrase; readonly metrics: string[] }>();
  for (const { metric, reason } of unavailable) {
    const there = byReason.get(reason.english);
    if (there) there.metrics.push(metric);
    else byReason.set(reason.english, { because: reason, metrics: [metric] });
  }
  if (byReason.size === 0) return null;
  const items = [...byReason.values()].map(
    ({ because, metrics }): Phrase => ({
      code: 'quality.because',
      args: { metrics: metrics.map((id) => ({ code: `metric.${id}` })), reason: because },
    }),
  );
  return { code: 'quality.unavailable', args: { items } };
}
