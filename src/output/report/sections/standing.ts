import type { Section } from '../section.ts';
import { heading } from '../words.ts';

/** What is so in every period: no news of one, and said once. */
export const standing: Section = ({ findings }) => {
  const found = findings.filter(({ code }) => code === 'finding.segment_worse');
  if (found.length === 0) return [];
  return [
    heading('section.standing'),
    { kind: 'list', items: found.map(({ code, args }) => ({ code, args })) },
  ];
};
