import type { Overview, ReportInput } from '../../model/overview.ts';
import type { Block, Phrase, Report, Screen } from '../../model/report.ts';
import { newsOf } from './news.ts';
import { isUncovered, screenOf } from './screen.ts';
import { isOfTwoClocks, mainFigures, mainHeadlines } from './sections/headlines.ts';
import { sectionGroups } from './sections/index.ts';
import { heading, periodPhrase, subtitlePhrase } from './words.ts';

/** Lays out figures and findings as a report, section by section. */
export function buildReport(input: ReportInput): Report {
  const subtitle = subtitleOf(input);
  const screen = screenOf(input, subtitle);
  return {
    title: input.title ? { data: input.title } : { code: 'report.title' },
    subtitle,
    screen,
    blocks: [
      { kind: 'list', items: openingOf(screen, input) },
      ...mainFigures(input),
      ...sectionGroups.flatMap(({ title, sections }) => {
        const blocks = sections.flatMap((section) => section(input));
        return title === null || blocks.length === 0 ? blocks : [heading(title), ...blocks.map(below)];
      }),
    ],
  };
}

/** What the first screen says in sentences, and all the news that has no room there. */
function openingOf(screen: Screen, { findings }: ReportInput): Phrase[] {
  const [, ...others] = newsOf(findings);
  const news = others.flat().map(({ code, args }) => ({ code, args }));
  return [...screen.lead, ...news, ...(screen.waiting ? [screen.waiting] : [])];
}

/** By which clock the durations are, where it is not the calendar: all of them, or which ones, and whose clock it is. */
function clockOf(overview: Overview): Phrase | null {
  const business = mainHeadlines(overview).filter(({ clock }) => clock === 'business');
  const hasHours = overview.headlines.some(({ clock }) => clock === 'business');
  if (business.length === 0)
    return hasHours ? { code: 'report.clock', args: { clock: { code: 'clock.business' } } } : null;
  if (!isOfTwoClocks(overview)) return { code: 'report.clock', args: { clock: { code: 'clock.business' } } };
  const metrics = business.map(({ metric }) => ({ code: `metric.${metric}` }));
  const isHelpdesk = business.every(({ notes }) => notes.includes('measured_by_helpdesk'));
  return { code: isHelpdesk ? 'report.clock_of.helpdesk' : 'report.clock_of', args: { metrics } };
}

/** A section's heading under that of its group. */
const below = (block: Block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block);

function subtitleOf({ overview }: ReportInput): Phrase {
  const { before, zone, tickets, headlines } = overview;
  const created = headlines.find(({ metric }) => metric === 'created');
  const isKnown = tickets > 0 || !created || !isUncovered(created);
  return subtitlePhrase(overview, {
    tickets: isKnown ? tickets : null,
    clock: clockOf(overview),
    before: before && periodPhrase(before, zone),
  });
}
