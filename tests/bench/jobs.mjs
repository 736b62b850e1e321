// The jobs that every side does: the answers are lines `metric|stat|segment` → value, so that they can be compared.

/** @type {Record<string, {what: string, args: string[], column: string}>} */
export const jobs = {
  group: {
    what: 'p50 and p90 of first response and resolution, and CSAT, by group',
    args: ['--by', 'group', '--metric', 'first_response_time,resolution_time,csat', '--stat', 'p50,p90'],
    column: 'by_group',
  },
  week: {
    what: 'p50 and p90 of first response and resolution by ISO week',
    args: ['--every', 'week', '--metric', 'first_response_time,resolution_time', '--stat', 'p50,p90'],
    column: 'period_start',
  },
};

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
export function answerOfCsv(rows, job) {
  const entries = new Map();
  for (const row of rows) {
    const segment = job === 'week' ? row.period_start.slice(0, 10) : row.by_group;
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
