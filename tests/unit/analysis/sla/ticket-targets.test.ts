import { expect, it } from 'vitest';
import { ticketTargets } from '../../../../src/analysis/sla/ticket-targets.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import {
  type SlaTargets,
  type TargetState,
  type TargetTable,
  targetStates,
} from '../../../../src/model/sla.ts';

/** Targets as [ticket row, state]. */
function table(entries: readonly (readonly [number, TargetState])[]): TargetTable {
  const none = new Float64Array(entries.length);
  return {
    ticket: Uint32Array.from(entries, ([ticket]) => ticket),
    policy: new Uint16Array(entries.length),
    state: Uint8Array.from(entries, ([, state]) => targetStates.indexOf(state)),
    startAt: none,
    dueAt: none,
    endAt: none,
    limit: none,
    overrun: none,
  };
}

const sla: SlaTargets = {
  policies: [{ name: 'all', clock: 'calendar' }],
  targets: {
    first_response: table([
      [0, 'met'],
      [1, 'met_early'],
      [2, 'missed'],
      [3, 'not_due'],
      [4, 'paused'],
      [5, 'closed_before_due'],
      [6, 'unknown_end'],
    ]),
    next_response: table([
      [0, 'met'],
      [0, 'missed'],
      [0, 'not_due'],
      [1, 'met'],
      [1, 'paused'],
      [2, 'closed_before_due'],
      [2, 'met'],
    ]),
    resolution: { unavailable: sentence('because.no_solve') },
  },
  problems: [],
};

it('says of each ticket whether a target was met, missed, or is still open; of several the worst', () => {
  const found = ticketTargets(sla, { rows: 8 });
  expect([...found.keys()]).toEqual(['first_response', 'next_response']);
  expect(found.get('first_response')).toEqual(['met', 'met', 'missed', 'open', 'open', null, null, null]);
  expect(found.get('next_response')).toEqual(['missed', 'open', 'met', null, null, null, null, null]);
});
