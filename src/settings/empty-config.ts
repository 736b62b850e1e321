import type { Config } from './config.ts';

/** The settings of nothing, without what reads and checks a file of them: most runs have none. */
export const emptyConfig: Config = {
  files: [],
  hours: [],
  holidays: [],
  calendars: [],
  sla: [],
  checks: [],
  expectSegments: new Map(),
  csatBoxes: new Map(),
  agents: new Map(),
  groups: [],
  dimensions: new Map(),
};
