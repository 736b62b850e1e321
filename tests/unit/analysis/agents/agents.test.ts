import { describe, expect, it } from 'vitest';
import { agentsOverview } from '../../../../src/analysis/agents/agents.ts';
import { againstMix } from '../../../../src/analysis/agents/mix.ts';
import type { AgentRow, AgentsOverview } from '../../../../src/model/agents.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { buildAgentsReport } from '../../../../src/output/report/build-agents-report.ts';
import { utc } from '../../../../src/time/zone.ts';
import { frameOf, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const start = Date.UTC(2026, 8, 1);
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

interface Row {
  readonly agent: string;
  readonly group?: string;
  readonly minutes: number;
  readonly reassignments?: number;
}

async function deskOf(
  rows: readonly Row[],
  order: (lines: string[]) => string[] = (lines) => lines,
): Promise<Desk> {
  const lines = rows.map(({ agent, group = 'Billing', minutes, reassignments = 0 }, i) => {
    const at = start + i * 17 * MINUTE;
    const answered = at + minutes * MINUTE;
    return [
      i + 1,
      stamp(at),
      stamp(answered),
      stamp(answered + HOUR),
      'solved',
      group,
      agent,
      reassignments,
    ].join(',');
  });
  const header = 'Ticket ID,Created at,First response at,Solved at,Status,Group,Assignee,Reassignments';
  const { desk } = await readFiles(
    { 'tickets.csv': `${[header, ...order(lines)].join('\n')}\n` },
    { map: { reassignments: 'Reassignments' }, complete: true },
  );
  return desk;
}

const overviewOf = (desk: Desk): AgentsOverview =>
  agentsOverview(desk, {
    period: null,
    context: { desk, zone: utc },
    mask: null,
    filter: null,
    frame: frameOf(desk),
  });
const named = ({ agents }: AgentsOverview, name: string): AgentRow =>
  agents.find((agent) => agent.name === name) as AgentRow;

/** Seven agents with sixty tickets each, all as quick as each other, but for one. */
const team = (slow: number): Row[] =>
  Array.from({ length: 420 }, (_, i) => {
    const agent = `Agent ${i % 7}`;
    const minutes = 20 + ((i * 31) % 41);
    return { agent, minutes: agent === 'Agent 3' ? minutes * slow : minutes };
  });

describe('tickets against their mix', () => {
  const mix = (cells: number[][]) => ({
    dimensions: ['group'],
    levels: cells.map((each) => Uint32Array.from(each)),
  });

  it('are held against others only, in the finest mix that has ten of them', () => {
    // Eleven tickets in one cell: agent 0 has the slowest, agent 1 ten of 1 … 10 minutes.
    const entries = {
      values: Float64Array.of(99, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      tickets: Uint32Array.from({ length: 11 }, (_, i) => i),
      agents: Uint32Array.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    };
    const { against } = againstMix(entries, { mix: mix([new Array(11).fill(0)]), kind: 'duration' });
    expect(against[0]).toBe(100);
    // The ten others have one ticket of somebody else to be held against: too few.
    expect([...against.slice(1)].every(Number.isNaN)).toBe(true);
  });

  it('fall back to the coarser mix, else are left out', () => {
    const n = 22;
    const entries = {
      values: Float64Array.from({ length: n }, (_, i) => i),
      tickets: Uint32Array.from({ length: n }, (_, i) => i),
      agents: Uint32Array.from({ length: n }, (_, i) => (i < 11 ? 0 : 1)),
    };
    const fine = Array.from({ length: n }, (_, i) => (i < 11 ? 0 : 1));
    const { against } = againstMix(entries, { mix: mix([fine, new Array(n).fill(0)]), kind: 'duration' });
    expect(against[0]).toBe(0);
    expect(against[n - 1]).toBe(100);
    expect([...againstMix(entries, { mix: mix([fine]), kind: 'duration' }).against].every(Number.isNaN)).toBe(
      true,
    );
  });

  it('take shares as the distance from what others have', () => {
    // Agent 0: one hit; agent 1: ten tickets, four hits. Expected of agent 0: .4, so + .6.
    const entries = {
      values: Float64Array.of(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0),
      tickets: Uint32Array.from({ length: 11 }, (_, i) => i),
      agents: Uint32Array.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    };
    const { against, expected } = againstMix(entries, { mix: mix([new Array(11).fill(0)]), kind: 'share' });
    expect(expected[0]).toBe(0.4);
    expect(against[0]).toBeCloseTo(0.6, 12);
  });
});

describe('agents', () => {
  it('are all par where nobody differs, and nobody stands out', async () => {
    const overview = overviewOf(await deskOf(team(1)));
    expect(overview.agents.length).toBe(7);
    for (const { figures } of overview.agents) {
      expect(figures[0].against?.value).toBeGreaterThan(40);
      expect(figures[0].against?.value).toBeLessThan(60);
      expect(figures[0].against?.standsOut).toBe(false);
    }
    expect(buildAgentsReport(overview).blocks[0]).toMatchObject({
      items: [{ code: 'agents.nobody_stands_out' }],
    });
  });

  it('stand out when they take far longer than others with the same mix', async () => {
    const overview = overviewOf(await deskOf(team(4)));
    const slow = named(overview, 'Agent 3').figures[0];
    expect(slow.against).toMatchObject({ standsOut: true, n: 60 });
    expect(slow.against?.value).toBeGreaterThan(85);
    // Drawn towards 50, yet not to it.
    expect(slow.against?.shrunk).toBeLessThan(slow.against?.value as number);
    expect(slow.against?.shrunk).toBeGreaterThan(50);
    const others = overview.agents.filter(({ name }) => name !== 'Agent 3');
    expect(others.some(({ figures }) => figures[0].against?.standsOut)).toBe(false);
    expect(buildAgentsReport(overview).blocks[0]).toMatchObject({
      items: [
        { code: 'agents.stands_out.duration', args: { agent: { data: 'Agent 3' } } },
        expect.anything(),
      ],
    });
  });

  it('are not to blame for a mix that takes longer everywhere', async () => {
    // Agent 3 has only Technical tickets, which take everybody four times as long.
    const rows = Array.from({ length: 420 }, (_, i): Row => {
      const agent = `Agent ${i % 7}`;
      const group = agent === 'Agent 3' || i % 2 === 0 ? 'Technical' : 'Billing';
      return { agent, group, minutes: (20 + ((i * 31) % 41)) * (group === 'Technical' ? 4 : 1) };
    });
    const overview = overviewOf(await deskOf(rows));
    const figure = named(overview, 'Agent 3').figures[0];
    expect(figure.value).toBeGreaterThan(named(overview, 'Agent 2').figures[0].value as number);
    expect(figure.against?.value).toBeGreaterThan(40);
    expect(figure.against?.value).toBeLessThan(60);
    expect(overview.mix).toContain('group');
  });

  it('are never named among fewer than five', async () => {
    const rows = team(8).filter(({ agent }) => ['Agent 0', 'Agent 1', 'Agent 2', 'Agent 3'].includes(agent));
    const overview = overviewOf(await deskOf(rows));
    expect(overview.agents.every(({ figures }) => figures[0].against?.standsOut === false)).toBe(true);
    expect(buildAgentsReport(overview).blocks[0]).toMatchObject({
      items: [{ code: 'agents.too_few_agents' }],
    });
  });

  it('are not "Unassigned", whatever it is called', async () => {
    const rows = team(1).map((row, i) =>
      i % 10 === 0 ? { ...row, agent: i % 20 === 0 ? 'Unassigned' : ' NOBODY ' } : row,
    );
    const overview = overviewOf(await deskOf(rows));
    expect(overview.agents.map(({ name }) => name.trim().toLowerCase())).not.toContain('unassigned');
    expect(overview.agents.length).toBe(7);
    expect(overview.nobody).toBe(42);
  });

  it('are credited with no ticket that changed hands', async () => {
    const rows = team(1).map((row, i) => ({ ...row, reassignments: i < 50 ? 1 : 0 }));
    const overview = overviewOf(await deskOf(rows));
    expect(overview.changedHands).toBe(50);
    expect(overview.agents.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(370);
  });

  it('are the same in any row order', async () => {
    const [one, other] = [await deskOf(team(2)), await deskOf(team(2), (lines) => [...lines].reverse())];
    expect(JSON.stringify(overviewOf(other))).toBe(JSON.stringify(overviewOf(one)));
  });
});
