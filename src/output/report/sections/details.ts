import { isNews } from '../news.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

/** Said in a place of its own: standing differences, who waits. */
const elsewhere: ReadonlySet<string> = new Set(['finding.segment_worse', 'finding.overdue']);

/** Findings that are no news of the period but should be known when the figures are read. */
export const details: Section = ({ findings }) => {
  const rest = findings.filter(({ code }) => !isNews(code) && !elsewhere.has(code));
  if (rest.length === 0) return [];
  return [
    heading('section.details'),
    { kind: 'list', items: rest.map(({ code, args }) => ({ code, args })) },
  ];
};
