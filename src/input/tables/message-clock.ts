const MINUTE = 60_000;
/** Clocks of two places differ by whole quarters of an hour, 14 hours at most. */
const QUARTER = 15 * MINUTE;
const MOST = 14 * 4;
/** Summer time moves one of two clocks by so many quarters. */
const SUMMER = 4;
/** Stamps to the minute lie so far from each other, and mail takes its time. */
const SLACK = MINUTE;
const FEWEST = 5;
const SHARE = 0.5;

/**
 * How far the clock of the messages is behind that of the tickets, in milliseconds: where half of all threads begin just
 * so many quarters of an hour before their ticket, one of the files was read in another zone than it is written in. 0 where
 * they agree, or nothing shows it: what begins after its ticket may be a chaser.
 *
 * @param lags from creation to the first customer message of each ticket; infinite for none
 * @param threads how many tickets have messages
 */
export function clockApart(lags: Float64Array, threads: number): number {
  const counts = new Uint32Array(MOST + SUMMER + 1);
  for (const lag of lags) {
    const quarters = Math.round(-lag / QUARTER);
    if (!(quarters > 0 && quarters <= MOST)) continue;
    if (Math.abs(lag + quarters * QUARTER) <= SLACK) counts[quarters]++;
  }
  let best = 0;
  for (let i = 1; i <= MOST; i++) if (counts[i] > counts[best]) best = i;
  const inSummer = Math.max(counts[best - SUMMER] ?? 0, counts[best + SUMMER] ?? 0);
  const count = counts[best] + inSummer;
  return count >= FEWEST && count >= SHARE * threads ? best * QUARTER : 0;
}
