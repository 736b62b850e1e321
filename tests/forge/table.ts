import type { Recipe } from './forge.ts';
import { traits } from './traits/index.ts';
import type { Verdict, VerdictId } from './verdict.ts';

const verdictIds: readonly VerdictId[] = ['right', 'withheld', 'warned', 'wrong'];
export type Counts = Record<VerdictId, number>;

const none = (): Counts => ({ right: 0, withheld: 0, warned: 0, wrong: 0 });

/** How figures came out, over all and by each option of each trait. */
export class Tally {
  readonly all = none();
  readonly gates = none();
  /** Of exports that leave one reading alone: see `isAmbiguous` of a trait. */
  readonly plain = none();
  plainExports = 0;
  exports = 0;
  readonly byFigure = new Map<string, Counts>();
  readonly byOption = new Map<string, Counts>();

  add({ choice }: Recipe, verdicts: readonly Verdict[], isAmbiguous: boolean): void {
    this.exports++;
    if (!isAmbiguous) this.plainExports++;
    for (const { figure, id } of verdicts) {
      if (figure === 'gate') {
        this.gates[id]++;
        continue;
      }
      this.all[id]++;
      if (!isAmbiguous) this.plain[id]++;
      countsOf(this.byFigure, figure)[id]++;
      for (const trait of traits) countsOf(this.byOption, `${trait.id}=${choice[trait.id]}`)[id]++;
    }
  }

  /** Markdown: totals, then figures, then options, those that fail most first. */
  text(): string {
    const total = sum(this.all);
    return [
      `${total} figures: ${inWords(this.all)}`,
      `${sum(this.plain)} of them in ${this.plainExports} unambiguous exports: ${inWords(this.plain)}`,
      `${sum(this.gates)} gates that must not pass: ${this.gates.wrong} passed`,
      '',
      ...table('figure', this.byFigure),
      '',
      ...table('trait', this.byOption),
    ].join('\n');
  }
}

const inWords = (counts: Counts): string =>
  verdictIds
    .map((id) => `${id} ${counts[id]} (${((100 * counts[id]) / Math.max(1, sum(counts))).toFixed(2)} %)`)
    .join(', ');

const sum = (counts: Counts): number => verdictIds.reduce((total, id) => total + counts[id], 0);

function countsOf(map: Map<string, Counts>, key: string): Counts {
  const known = map.get(key) ?? none();
  map.set(key, known);
  return known;
}

function table(head: string, rows: ReadonlyMap<string, Counts>): string[] {
  const badness = (counts: Counts): number => (counts.wrong * 10 + counts.warned) / Math.max(1, sum(counts));
  const sorted = [...rows].sort(([a, x], [b, y]) => badness(y) - badness(x) || (a < b ? -1 : 1));
  return [
    `| ${head} | ${verdictIds.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(verdictIds.length)}`,
    ...sorted.map(([name, counts]) => `| ${name} | ${verdictIds.map((id) => counts[id]).join(' | ')} |`),
  ];
}
