import type { Coverage, TicketList } from '../../model/coverage.ts';
import type { Problem } from '../../model/problem.ts';
import { finishedTickets } from './cut.ts';
import type { RawTable } from './raw-table.ts';
import { listsOf } from './same-header.ts';
import { spanOf } from './source-coverage.ts';
import { numbersIn, type Stack } from './stack.ts';

const DAY = 86_400_000;
/** A list that begins about when another ends goes on with it: a desk that changed its tool. */
const HANDOVER = 14 * DAY;
/** A list with few tickets, or few old ones before its bulk, says nothing of when it begins. */
const FEWEST_TICKETS = 20;
const LEAST_SHARE = 0.02;
const STRAY = 7 * DAY;

/**
 * The lists of tickets that tell of different stretches of time, each by the tickets that it alone brought: files of the
 * same columns are one list, and so is what goes on where another ends. Undefined where all tell of the same.
 * A list of open tickets alone thins out towards its past and tells nothing.
 */
export function ticketLists(
  tickets: Stack,
  tables: readonly RawTable[],
  asOf: number,
): readonly TicketList[] | undefined {
  const lists = listsOf(tables.filter(({ kind }) => kind === 'tickets').map((table) => ({ table })));
  const created = numbersIn(tickets.columns, 'created_at');
  if (lists.length < 2 || !created) return undefined;
  const isFinished = finishedTickets(tickets);
  const listOf = new Map(lists.flatMap((list, l) => list.map(({ table }) => [table.source, l] as const)));
  const stamps = lists.map((): number[] => []);
  const finished = lists.map(() => 0);
  for (let t = 0; t < tickets.rows; t++) {
    const l = listOf.get(tickets.source[t]);
    if (l === undefined || Number.isNaN(created[t])) continue;
    stamps[l].push(created[t]);
    finished[l] += isFinished[t];
  }
  const least = Math.max(FEWEST_TICKETS, LEAST_SHARE * tickets.rows);
  const told = lists
    .map((list, l) => ({
      files: list.map(({ table }) => table.path),
      stamps: stamps[l],
      finished: finished[l],
    }))
    .filter((list) => list.stamps.length >= least && list.finished > 0);
  const found = joined(told).flatMap(({ files, stamps: own }): TicketList[] => {
    const coverage = spanOf(Float64Array.from(own), asOf);
    return coverage && coverage.bulkFrom - coverage.from < STRAY ? [{ files, coverage }] : [];
  });
  return areApart(found) ? found : undefined;
}

interface Told {
  readonly files: readonly string[];
  readonly stamps: readonly number[];
}

/** Lists in the order in which they begin, each put to one that ends there. */
function joined(lists: readonly Told[]): Told[] {
  const chains: { files: string[]; stamps: number[]; to: number }[] = [];
  const spans = lists.map((list) => ({
    ...list,
    from: least(list.stamps),
    to: -least(list.stamps.map((at) => -at)),
  }));
  for (const { files, stamps, from, to } of spans.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const before = chains.find((chain) => goesOn(chain.to, { from, to }));
    if (!before) {
      chains.push({ files: [...files], stamps: [...stamps], to });
      continue;
    }
    before.files.push(...files);
    before.stamps = before.stamps.concat(stamps);
    before.to = Math.max(before.to, to);
  }
  return chains;
}

/** Whether a list begins about where another ends, and goes on for longer than both tell of the same days. */
const goesOn = (end: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  Math.abs(end - from) <= HANDOVER && to - end > end - from;

function least(values: readonly number[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < found) found = value;
  return found;
}

/** Whether one of the lists begins or ends well after another. */
function areApart(lists: readonly TicketList[]): boolean {
  const isFar = (edge: (coverage: Coverage) => number): boolean => {
    const edges = lists.map(({ coverage }) => edge(coverage));
    return Math.max(...edges) - Math.min(...edges) > STRAY;
  };
  return lists.length > 1 && (isFar(({ bulkFrom }) => bulkFrom) || isFar(({ bulkTo }) => bulkTo));
}

/** That lists do not tell of the same time, said of the one that begins last or ends first. */
export function listProblems(lists: readonly TicketList[] | undefined): Problem[] {
  if (!lists) return [];
  const first = Math.min(...lists.map(({ coverage }) => coverage.bulkFrom));
  const last = Math.max(...lists.map(({ coverage }) => coverage.bulkTo));
  return lists.flatMap(({ files, coverage }): Problem[] => {
    const where = { file: files[0] };
    const common = { severity: 'note', args: {}, where } as const;
    if (coverage.bulkFrom - first > STRAY) return [{ ...common, code: 'list_begins_later' }];
    return last - coverage.bulkTo > STRAY ? [{ ...common, code: 'list_ends_earlier' }] : [];
  });
}
