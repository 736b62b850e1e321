// A job as a plain script does it: papaparse, Maps, sorted arrays.   node papaparse-job.mjs group|week FILE
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { answerText, namesOf } from './jobs.mjs';

const [job, file] = process.argv.slice(2);
const names = namesOf(file);
const durations = new Map();
const ratings = new Map();
const day = 86_400_000;

function add(metric, segment, value) {
  const key = `${metric}|${segment}`;
  const values = durations.get(key);
  if (values) values.push(value);
  else durations.set(key, [value]);
}
/** The Monday of an instant's ISO week; 1970-01-05 was one. */
function weekOf(ms) {
  const monday = Math.floor((ms - 4 * day) / (7 * day)) * 7 * day + 4 * day;
  return new Date(monday).toISOString().slice(0, 10);
}
function take(row) {
  const created = Date.parse(row[names.created]);
  const replied = Date.parse(row[names.replied]);
  const solved = Date.parse(row[names.solved]);
  const group = row[names.group];
  if (!Number.isNaN(replied)) {
    add('first_response_time', job === 'week' ? weekOf(created) : group, (replied - created) / 1000);
  }
  if (!Number.isNaN(solved)) {
    add('resolution_time', job === 'week' ? weekOf(solved) : group, (solved - created) / 1000);
  }
  const rating = row[names.rating];
  if (rating === 'good' || rating === 'bad') {
    const count = ratings.get(group) ?? { good: 0, all: 0 };
    ratings.set(group, { good: count.good + (rating === 'good' ? 1 : 0), all: count.all + 1 });
  }
}
function quantile(sorted, p) {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

// Without `encoding` papaparse decodes every chunk alone and breaks letters on their borders.
await new Promise((resolve, reject) => {
  Papa.parse(createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }), {
    header: true,
    skipEmptyLines: true,
    step: ({ data }) => take(data),
    complete: resolve,
    error: reject,
  });
});
const answer = new Map();
for (const [key, values] of durations) {
  const [metric, segment] = key.split('|');
  const sorted = Float64Array.from(values).sort();
  answer.set(`${metric}|p50|${segment}`, quantile(sorted, 0.5));
  answer.set(`${metric}|p90|${segment}`, quantile(sorted, 0.9));
}
if (job === 'group')
  for (const [group, { good, all }] of ratings) answer.set(`csat|share|${group}`, good / all);
process.stdout.write(answerText(answer));
