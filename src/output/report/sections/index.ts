import type { Section } from '../section.ts';
import { arrivals } from './arrivals.ts';
import { details } from './details.ts';
import { headlines } from './headlines.ts';
import { issues } from './issues.ts';
import { quality } from './quality.ts';
import { retention } from './retention.ts';
import { satisfaction } from './satisfaction.ts';
import { segments } from './segments.ts';
import { spreads } from './spreads.ts';
import { summary } from './summary.ts';
import { volume } from './volume.ts';
import { waiting } from './waiting.ts';

/** The sections of a report in the order in which they are read. A new one is a file and an entry here. */
export const sections: readonly Section[] = [
  summary,
  headlines,
  segments,
  volume,
  spreads,
  satisfaction,
  retention,
  issues,
  arrivals,
  waiting,
  details,
  quality,
];
