import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/analysis/findings/index.ts';
import { overviewOf } from '../../src/analysis/overview/overview.ts';
import { utc } from '../../src/time/zone.ts';
import { readFiles } from '../desk.ts';
import { exportWays } from './exports.ts';
import { DAY, monday, steadyDesk } from './steady-desk.ts';

// `npm run trust` sets 500; ten are enough to see a rule that broke.
const SEEDS = Number(process.env.TRUST_SEEDS ?? 10);
const WEEKS = 12;
const PER_WEEK = 120;

/** Findings that say something changed. */
const claims = /^finding\.(worse|better|changed|volume_|backlog_|spike_day|quiet_day)/;

async function reportOf(files: Readonly<Record<string, string>>) {
  const { desk } = await readFiles(files);
  const overview = overviewOf(desk, {
    period: { period: null, since: null, until: null, every: null },
    compare: 'previous',
    zone: utc,
    weekStarts: 1,
    by: [],
    top: null,
    minGroup: null,
    where: null,
    businessTime: null,
  });
  return { overview, codes: findFindings(overview).map(({ code }) => code) };
}

interface Tally {
  readonly way: string;
  readonly figures: number;
  readonly moved: number;
  readonly claimed: number;
  readonly what: string;
}

describe('a desk that does not change', () => {
  it(`is called changed by at most 1 figure in 100 and 1 report in 20, however it is exported (${SEEDS} seeds)`, async () => {
    const table: Tally[] = [];
    for (const [w, way] of exportWays.entries()) {
      let [figures, moved, claimed] = [0, 0, 0];
      const what = new Map<string, number>();
      // Desks of their own for each way, so that one odd week is not counted twelve times.
      for (let seed = 1; seed <= SEEDS; seed++) {
        const tickets = steadyDesk({ seed: 10_000 * w + seed, perWeek: PER_WEEK, weeks: WEEKS });
        const { overview, codes } = await reportOf(way.files(tickets, WEEKS));
        const judged = overview.headlines.filter(({ verdict }) => verdict !== null);
        const wrong = judged.filter(({ verdict }) => verdict === 'small' || verdict === 'real');
        figures += judged.length;
        moved += wrong.length;
        const said = codes.filter((code) => claims.test(code));
        if (said.length > 0) claimed++;
        for (const each of [...said, ...wrong.map(({ metric, stat }) => `${metric}.${stat}`)])
          what.set(each, (what.get(each) ?? 0) + 1);
      }
      table.push({ way: way.name, figures, moved, claimed, what: [...what].join(' ') });
    }
    if (process.env.TRUST_SEEDS) console.table(table);
    const sum = (of: 'figures' | 'moved' | 'claimed') => table.reduce((all, row) => all + row[of], 0);
    // Of few seeds two standard errors are allowed for; the same seeds give the same table.
    const allowed = (share: number, n: number): number => share * n + 2 * Math.sqrt(share * n);
    expect(sum('moved'), JSON.stringify(table)).toBeLessThanOrEqual(allowed(0.01, sum('figures')));
    expect(sum('claimed'), JSON.stringify(table)).toBeLessThanOrEqual(
      allowed(0.05, SEEDS * exportWays.length),
    );
  }, 3_600_000);
});

describe('a desk whose answers take half as long again', () => {
  const seeds = Math.max(2, Math.floor(SEEDS / 10));
  const sizes = process.env.TRUST_SEEDS ? [100, 300, 1000, 3000] : [1000];
  const factors = process.env.TRUST_SEEDS ? [1.2, 1.5, 2] : [1.5];

  it(`is named in four of five reports of 1,000 tickets a week that can know it (${seeds} seeds)`, async () => {
    const from = monday + (WEEKS - 1) * 7 * DAY;
    const ways = process.env.TRUST_SEEDS
      ? exportWays
      : exportWays.filter(({ name }) => ['created', 'touched', '25 days'].includes(name));
    const power: Record<string, string | number>[] = [];
    for (const perWeek of sizes)
      for (const by of factors) {
        const desks = Array.from({ length: seeds }, (_, seed) =>
          steadyDesk({ seed: 1000 + seed, perWeek, weeks: WEEKS, slower: { from, by } }),
        );
        for (const way of ways) {
          let named = 0;
          for (const tickets of desks) {
            const { overview } = await reportOf(way.files(tickets, WEEKS));
            const answers = overview.headlines.filter(({ metric }) => metric === 'first_response_time');
            if (answers.some(({ verdict }) => verdict === 'real')) named++;
            if (!way.knowsAnswers) {
              // "Cannot be known" is said: the figure is edge or has none to compare with.
              for (const { now, verdict } of answers)
                expect(now.status === 'edge' || verdict !== 'real').toBe(true);
            }
          }
          power.push({ perWeek, by, way: way.name, named: named / seeds });
        }
      }
    if (process.env.TRUST_SEEDS) console.table(power);
    for (const { perWeek, by, way, named } of power) {
      const isBar =
        perWeek === 1000 && by === 1.5 && exportWays.find(({ name }) => name === way)?.knowsAnswers;
      // A Friday's and a half month's export hold a part of the slow week only.
      if (isBar && way !== 'on a Friday' && way !== 'in the middle of a month')
        expect(named, String(way)).toBeGreaterThanOrEqual(0.8);
    }
  }, 3_600_000);
});
