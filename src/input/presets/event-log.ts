import type { Preset } from './preset.ts';

/**
 * Event logs with the names of the XES standard, as process-mining tools write them: one row an activity or a state.
 * A lifecycle that has states of its own (`In Progress`, `Wait - User`) tells more than the activity; the standard's
 * own steps (`start`, `complete`) tell nothing.
 */
export const eventLog: Preset = {
  id: 'event-log',
  name: 'event log (XES)',
  tables: [
    {
      what: 'event log',
      kind: 'events',
      signature: ['case:concept:name', 'concept:name', 'time:timestamp'],
      evidence: 'verified',
      fields: {
        ticket_id: 'case:concept:name',
        at: 'time:timestamp',
        status: ['lifecycle:transition', 'concept:name'],
        actor: 'org:resource',
        group: 'org:group',
        priority: 'case:priority',
        channel: 'case:channel',
      },
      unverified: ['case:priority', 'case:channel'],
    },
  ],
};
