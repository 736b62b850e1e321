import type { Section } from '../section.ts';
import { heading } from '../words.ts';
import { chosenFindings } from './summary.ts';

/** Findings that are no news of the day but should be known when the figures are read. */
export const details: Section = ({ findings }) => {
  const { rest } = chosenFindings(findings);
  if (rest.length === 0) return [];
  return [
    heading('section.details'),
    { kind: 'list', items: rest.map(({ code, args }) => ({ code, args })) },
  ];
};
