import { retentionSummary } from '../build-retention-report.ts';
import type { Section } from '../section.ts';
import { heading } from '../words.ts';

/** Whether customers stay, and what support has to do with it. */
export const retention: Section = ({ retention: found }) => {
  if (!found) return [];
  const blocks = retentionSummary(found);
  return blocks.length === 0 ? [] : [heading(`retention.title.${found.kind}`), ...blocks];
};
