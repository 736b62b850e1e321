import type { Section } from '../section.ts';
import { arrivals } from './arrivals.ts';
import { details } from './details.ts';
import { loadFigures, qualityFigures, speedFigures } from './headlines.ts';
import { issues } from './issues.ts';
import { quality } from './quality.ts';
import { retention } from './retention.ts';
import { satisfaction } from './satisfaction.ts';
import { origins, segments } from './segments.ts';
import { spreads } from './spreads.ts';
import { standing } from './standing.ts';
import { volume } from './volume.ts';
import { waiting } from './waiting.ts';

/** Sections under one heading; without a title they stand by themselves. */
export interface SectionGroup {
  readonly title: string | null;
  readonly sections: readonly Section[];
}

/** What follows the first screen, in the order in which it is read. A new section is a file and an entry here. */
export const sectionGroups: readonly SectionGroup[] = [
  { title: 'group.speed', sections: [speedFigures, segments, standing, spreads] },
  { title: 'group.quality', sections: [qualityFigures, satisfaction, issues] },
  { title: 'group.load', sections: [loadFigures, volume, origins, arrivals, waiting] },
  { title: 'group.customers', sections: [retention] },
  { title: null, sections: [details, quality] },
];
