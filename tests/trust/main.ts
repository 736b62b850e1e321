import path from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable, putSection, runOn } from './document.ts';
import { exportWays } from './exports.ts';
import { sentencesOfYear, tallyNamed, tallyScreens, weeksOfYear } from './first-screens.ts';
import { type GateTally, tallyGate } from './flaky-gate.ts';
import { forgeSection, sameSection, seedOfProduct } from './forge-section.ts';
import { canKnow, type PowerTally, type SteadyTally, tallyPower, tallySteady, trueChanges } from './tally.ts';

// npm run trust                                  both tables, written into docs/trust.md
//               -- --seeds 500 --power 20        seeds of a steady desk, and of each desk that changed
//                  --per-week 120                tickets a week of the steady desk
//                  --sizes 100,300,1000,3000     those of the desks that changed
//                  --forge 10000                 random exports whose true figures are known
//                  --minutes 600                 at most so long for these; fewer exports are said to be fewer
//                  --same 300                    random exports written in many ways; and fixtures
//               -- engines [--small] [NAME…]    figures of queries on engines against those of metrics: duckdb, large,
//                                               parsed, postgres, spark, road
//                  --tickets 1000000             of the large desk, and of the road
//                  --screens 500                 steady desks whose first screens are read
//                  --gate 200                    seeds of a desk that a gate looks at every week of a year
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '500' },
    power: { type: 'string', default: '20' },
    'per-week': { type: 'string', default: '120' },
    sizes: { type: 'string', default: '100,300,1000,3000' },
    gate: { type: 'string', default: '200' },
    forge: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '600' },
    same: { type: 'string', default: '300' },
    tickets: { type: 'string', default: '1000000' },
    small: { type: 'boolean', default: false },
    screens: { type: 'string', default: '500' },
  },
});
if (positionals.includes('engines')) {
  const { tryEngines } = await import('./engines/index.ts');
  const { small, tickets } = values;
  process.exit(await tryEngines({ small, only: positionals.slice(1), tickets: Number(tickets) }));
}
const file = path.resolve('docs/trust.md');
// A long run is of the sources as they stood when it began.
const ran = runOn();
const seedsOf = (way: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => 10_000 * way + i + 1);

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(2)} %`;

function steadySection(tallies: readonly SteadyTally[]): string {
  const [{ seeds, perWeek }] = tallies;
  const rows = tallies.map(({ way, figures, moved, claimed, unusual, what }) => [
    way,
    figures,
    `${moved} (${percent(moved, figures)})`,
    `${claimed} (${percent(claimed, seeds)})`,
    `${unusual} (${percent(unusual, seeds)})`,
    [...what]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name, n]) => `${name} ${n}`)
      .join(', '),
  ]);
  return `## A desk that does not change

A simulated desk of ${perWeek} tickets a week that never changes, exported in twelve ways, and the default report of each:
at most 1 figure in 100 may be called \`small\` or \`real\`, at most 1 report in 20 may claim a change. Beside them the reports that call a
figure unusual, of too few days to be sure. ${seeds} desks for each
way. Written by \`npm run trust\`. ${ran}

${markdownTable(['exported', 'figures judged', 'called changed', 'reports that claim a change', 'that call a figure unusual', 'what'], rows)}`;
}

function powerSection(tallies: readonly PowerTally[]): string {
  const sizes = [...new Set(tallies.map(({ perWeek }) => perWeek))];
  const tables = trueChanges.map((change) => {
    const rows = exportWays.map((way) => [
      way.name,
      canKnow(way, change) ? 'yes' : 'no',
      ...sizes.map((size) => {
        const found = tallies.find(
          (each) => each.way === way.name && each.change === change && each.perWeek === size,
        );
        if (!found) return '';
        const { named, unknown, seeds } = found;
        return `${Math.round((100 * named) / seeds)} %${unknown > 0 ? `, ${Math.round((100 * unknown) / seeds)} % not known` : ''}`;
      }),
    ]);
    return `### ${change[0].toUpperCase()}${change.slice(1)}\n\n${markdownTable(['exported', 'can be known', ...sizes.map((size) => `${size} a week`)], rows)}`;
  });
  return `## A desk that did change

The same desk, changed from its last whole week on: answers and solves that take 20 %, 50 % and 100 % longer; an outage
(four times the tickets on its Tuesday); a team more, with half as many tickets again. How many of ${tallies[0].seeds} default
reports name it, and how many say that it cannot be known (not there, at the edge of the export, too few weeks).
Written by \`npm run trust\`. ${ran}

${tables.join('\n\n')}`;
}

const GATE_WEEKS = 52;
const GATE_SIZE = 250;

function gateSection(steady: readonly GateTally[], slower: readonly GateTally[]): string {
  const rows = steady.map(({ name, form, red, builds, firstRed }, i) => {
    const { firstRed: later } = slower[i];
    const within = (weeks: number): string => {
      const soon = later.filter((week) => week !== null && week <= weeks).length;
      return `${Math.round((100 * soon) / later.length)} %`;
    };
    const reds = [...later].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
    return [
      name,
      form === '' ? 'plain' : `\`${form}\``,
      percent(red, builds),
      percent(firstRed.filter((week) => week !== null).length, firstRed.length),
      ...[within(1), within(2), within(4), reds[Math.floor(reds.length / 2)] ?? 'never'],
    ];
  });
  const heads = [
    'expected of first response time',
    'form',
    'red builds',
    'desks with a red build in the year',
  ];
  return `## A gate on a desk that does not change, and on one that does

A simulated desk of ${GATE_SIZE} tickets a week whose answers never change, checked once a week for ${GATE_WEEKS} weeks, ${steady[0].firstRed.length} times:
how many builds are red (failed, or undecided) for nothing. Beside it the same desk with answers that take 30 % longer from the first
week on: how many gates are red by their first, second and fourth build, and the build by which half of them were.
Written by \`npm run trust\`. ${ran}

${markdownTable([...heads, 'slower: red by build 1', 'by 2', 'by 4', 'half by build'], rows)}`;
}

/** What first screens say of a year of the sample desk, of steady desks, and of answers that take 30 % longer. */
async function screensSection(desks: number): Promise<string> {
  const seeds = seedsOf(7, desks);
  const some = seeds.slice(0, Math.max(1, Math.floor(desks / 5)));
  const year = await sentencesOfYear(weeksOfYear);
  const steady = await tallyScreens(seeds, GATE_SIZE);
  const { first, second } = await tallyNamed(some, { perWeek: GATE_SIZE, by: 1.3 });
  const rows = [
    ['sample desk: weeks with a finding', `${year.weeks - year.normal} of ${year.weeks}`, ''],
    ['the same first sentence, digits folded, at most', `${year.most} times`, '3'],
    ['the week of its outage begins', year.outage, 'named'],
    [
      'steady desks: first screens with a verdict or a headline other than a normal week',
      `${steady.alarmed} of ${steady.desks} (${percent(steady.alarmed, steady.desks)})`,
      '5 %',
    ],
    [
      'steady desks: figures of whole reports called changed',
      `${steady.moved} of ${steady.figures} (${percent(steady.moved, steady.figures)})`,
      '1 %',
    ],
    ['30 % slower: named in the first week', percent(first, some.length), ''],
    ['30 % slower: named within two weeks', percent(second, some.length), '80 %'],
  ];
  return `## First screens

The first sentence of every week of the sample desk; the first screens of steady desks of ${GATE_SIZE} tickets a week; and how often one whose
answers and solves take 30 % longer is named. Written by \`npm run trust\`. ${ran}

${markdownTable(['what', 'measured', 'aim'], rows)}`;
}

if (Number(values.screens) > 0) putSection(file, 'screens', await screensSection(Number(values.screens)));
if (Number(values.forge) > 0)
  putSection(
    file,
    'forge',
    await forgeSection(Number(values.forge), seedOfProduct(), Number(values.minutes)),
  );
if (Number(values.same) > 0)
  putSection(file, 'same', await sameSection(Number(values.same), seedOfProduct()));
if (Number(values.gate) > 0) {
  const given = { seeds: seedsOf(40, Number(values.gate)), perWeek: GATE_SIZE };
  const steady = await tallyGate({ ...given, weeks: GATE_WEEKS });
  const slower = await tallyGate({ ...given, weeks: 12, slower: 1.3 });
  putSection(file, 'gate', gateSection(steady, slower));
}
if (Number(values.seeds) > 0) {
  const steady: SteadyTally[] = [];
  for (const [w, way] of exportWays.entries()) {
    steady.push(
      await tallySteady(way, {
        seeds: seedsOf(w, Number(values.seeds)),
        perWeek: Number(values['per-week']),
      }),
    );
    console.log(JSON.stringify({ ...steady.at(-1), what: Object.fromEntries(steady.at(-1)?.what ?? []) }));
  }
  putSection(file, 'steady', steadySection(steady));
}
if (Number(values.power) > 0) {
  const power: PowerTally[] = [];
  for (const perWeek of values.sizes.split(',').map(Number))
    for (const [w, way] of exportWays.entries())
      for (const change of trueChanges) {
        power.push(await tallyPower(way, { change, perWeek, seeds: seedsOf(w, Number(values.power)) }));
        console.log(JSON.stringify(power.at(-1)));
      }
  putSection(file, 'power', powerSection(power));
}
