import type { ReportInput } from '../../model/overview.ts';
import type { Phrase, PhraseArg, Report } from '../../model/report.ts';
import { screenOf } from './screen.ts';
import { sections } from './sections/index.ts';
import { periodPhrase, spanPhrase } from './words.ts';

/** Lays out figures and findings as a report, section by section. */
export function buildReport(input: ReportInput): Report {
  const subtitle = subtitleOf(input);
  return {
    title: input.title ? { data: input.title } : { code: 'report.title' },
    subtitle,
    screen: screenOf(input, subtitle),
    blocks: sections.flatMap((section) => section(input)),
  };
}

function subtitleOf({ overview }: ReportInput): Phrase {
  const { before, zone, asOf, tickets, filter } = overview;
  const args: Record<string, PhraseArg> = { period: spanPhrase(overview), tickets, zone };
  if (overview.headlines.some(({ clock }) => clock === 'business')) args.clock = { code: 'clock.business' };
  if (before) args.before = periodPhrase(before, zone);
  if (filter !== null) args.filter = { data: filter };
  if (Number.isFinite(asOf)) args.as_of = { type: 'instant', value: asOf, zone, precision: 'minute' };
  return { code: 'report.subtitle', args };
}
