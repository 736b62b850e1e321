// The jobs that every side does: the answers are lines `metric|stat|segment` → value, so that they can be compared.

/** @type {Record<string, {what: string, by: string, args: string[]}>} */
export const jobs = {
  group: {
    by: 'group',
    what: 'p50 and p90 of first response and resolution, and CSAT, by group',
    args: ['--by', 'group', '--metric', 'first_response_time,resolution_time,csat', '--stat', 'p50,p90'],
  },
  week: {
    by: 'week',
    what: 'p50 and p90 of first response and resolution by ISO week',
    args: ['--every', 'week', '--metric', 'first_response_time,resolution_time', '--stat', 'p50,p90'],
  },
  both: {
    by: 'group and by week, one go',
    what: 'p50 and p90 of first response and resolution by group and by ISO week, and CSAT by group, in one go',
    args: [
      ...['--by', 'group', '--every', 'week', '--separately'],
      ...['--metric', 'first_response_time,resolution_time,csat', '--stat', 'p50,p90'],
    ],
  },
};

/** Length of a date without a time. */
const DATE = 10;

/** Names of the columns in CSV and in NDJSON. */
export const namesOf = (file) =>
  file.includes('.ndjson')
    ? {
        created: 'created_at',
        replied: 'first_reply_at',
        solved: 'solved_at',
        group: 'group',
        rating: 'satisfaction_score',
      }
    : {
        created: 'Created at',
        replied: 'First reply at',
        solved: 'Solved at',
        group: 'Group',
        rating: 'Satisfaction Score',
      };

/** An answer as text: sorted lines, values with what digits both sides can agree on. */
export function answerText(entries) {
  return `${[...entries]
    .map(([key, value]) => `${key}\t${value}`)
    .sort()
    .join('\n')}\n`;
}

/** The answer in deskstat's own CSV. */
export function answerOfCsv(rows) {
  const entries = new Map();
  for (const row of rows) {
    const isOfWeek = row.period_start !== '';
    // Satisfaction by week is asked of nobody else.
    if (isOfWeek && row.metric === 'csat') continue;
    const segment = isOfWeek ? row.period_start.slice(0, DATE) : row.by_group;
    if (row.n !== '0') entries.set(`${row.metric}|${row.stat}|${segment}`, row.value);
  }
  return entries;
}

/** Where two answers differ by more than a thousandth of a second or a millionth. `edge` figures are left out by us. */
export function differences(ours, theirs) {
  const found = [];
  for (const [key, value] of theirs) {
    const own = ours.get(key);
    if (own === '') continue;
    if (own === undefined) found.push(`${key}: we have none, they have ${value}`);
    else if (Math.abs(Number(own) - Number(value)) > 1e-3 + 1e-6 * Math.abs(Number(value))) {
      found.push(`${key}: ${own} against ${value}`);
    }
  }
  for (const [key, value] of ours)
    if (!theirs.has(key) && value !== '') found.push(`${key}: only we have it`);
  return found;
}
