/** Issues that say a thing before it can be called boilerplate, and tickets. */
const FEWEST_ISSUES = 3;
const FEWEST_TICKETS = 5;
/** What one issue says this much of belongs to it. */
const OWN = 0.5;

/**
 * What unlike tickets say alike: texts that several issues hold and none holds most of. Closing courtesies, notices of
 * a program, titles of a form name no issue.
 *
 * @param issues what each ticket of each issue says, once a ticket.
 */
export function saidEverywhere(issues: readonly (readonly (readonly string[])[])[]): Set<string> {
  return spreadOver(
    issues.map((tickets) => {
      const counts = new Map<string, number>();
      for (const said of tickets)
        for (const key of new Set(said)) counts.set(key, (counts.get(key) ?? 0) + 1);
      return counts;
    }),
  );
}

/** The same from the tickets of each issue that say each thing. */
export function spreadOver<T>(issues: readonly ReadonlyMap<T, number>[]): Set<T> {
  const totals = new Map<T, { all: number; most: number; issues: number }>();
  for (const counts of issues) {
    for (const [key, count] of counts) {
      const total = totals.get(key) ?? { all: 0, most: 0, issues: 0 };
      total.all += count;
      total.most = Math.max(total.most, count);
      total.issues++;
      totals.set(key, total);
    }
  }
  const found = new Set<T>();
  for (const [key, { all, most, issues: held }] of totals)
    if (held >= FEWEST_ISSUES && all >= FEWEST_TICKETS && most <= OWN * all) found.add(key);
  return found;
}
