import { describe, expect, it } from 'vitest';
import { unavailableTexts } from '../../src/analysis/metrics/unavailable.ts';
import { languageIds, languages, loadLocale } from '../../src/output/locales/index.ts';
import { carriedSentences } from './carried-sentences.ts';

/** What is typed as it stands, in every language. */
const typed = [
  'deskstat inspect --why FILE',
  '-o observations/',
  'deskstat observe {1} -o observations/',
  'Mon-Fri 09:00-18:00',
  'calendars:',
  "column:'Product area'",
  "column:'{1}'",
  'deskstat <command> --help',
  "deskstat check tickets.csv --expect 'first_response_time.p90 < 4h'",
  'deskstat metrics --list',
  'deskstat metrics tickets.csv --every week --format json > old.json',
  'deskstat metrics tickets.csv --period last-week --format json > last-week.json',
  'deskstat schema config',
  'deskstat schema {1}',
  'expect: csat >= 90%',
  "group,column:'Product area'",
  'hours: Mon-Fri 09:00-18:00',
  "match: 'tickets-*.csv'",
  'min 20',
  'npm install {1}',
  "duckdb:desk.duckdb --query 'select …'",
  "--query 'select * from tickets'",
  "--query 'select …'",
  '{1}?table={2}',
  'name: Urgent',
  'targets: {first_response: 4h}',
  '{1} in (urgent, high)',
  '{1} in (…, {2})',
  '{1}, column:NAME',
];

/** Found by its place, and said as a part of another sentence, by its code, or by a command without `--lang`. */
const partsAndCodes = [
  ' and ',
  'SQLite format 3',
  'appeared',
  'disappeared',
  'ms',
  '"{1}" has no schema; there is one of {2}',
  '{1} by customer and time',
  '{1} counted',
];
const isCode = (text: string): boolean => /^[a-z]+(?:[_.][a-z0-9{}]+)+$/.test(text);

/** Words that fill the gaps of problems, put together where no rule of the search finds them. */
const fillings = [
  ...['day_first', 'month_first', 'cut off', 'corrupt', 'inside quotes', 'none', 'the whole file'],
  ...['the last row has fewer cells than the others', 'e-mail addresses', 'names or ids'],
  ...[
    'filter',
    'expectation',
    'period',
    'duration',
    'date',
    'holiday',
    'working hours',
    'dimensions',
    'target',
  ],
  ...['{1} still open counted', '{1} finished without it counted', 'tickets without a group'],
  '{1} still open and {2} finished without it counted',
  ...['the agent report', 'the inbox report', 'the team report', 'the label report'],
  ...['reading {1}', 'finding recurring issues', '{1} of {2} MB', '{1} rows'],
  ...['{1} s left', '{1} min left', '{1} h {2} min left'],
];

const notWorded = new Set([...typed, ...partsAndCodes]);
const carried = carriedSentences();
const english = Object.fromEntries([
  ...Object.entries(unavailableTexts).map(([code, text]) => [`because.${code}`, text]),
]);
const others = languageIds.filter((id) => id !== 'en');

/** A sentence as it comes at run time: names and numbers in its gaps. */
const filled = (sentence: string): string => sentence.replace(/\{(\d)\}/g, '7$1');

describe.each(others)('%s', (id) => {
  it('has words for every sentence that stages carry', async () => {
    const locale = await loadLocale(id, { english });
    const missing = carried.filter(
      (each) => !notWorded.has(each) && !isCode(each) && locale.sentence(filled(each)) === filled(each),
    );
    expect(missing).toEqual([]);
  });

  it('has no sentence that nobody says any more', async () => {
    const { sentences = {} } = await languages[id]();
    const parts = new Set([...carried, ...fillings].flatMap((each) => [each, ...each.split('; ')]));
    expect(Object.keys(sentences).filter((each) => !parts.has(each))).toEqual([]);
  });

  it('leaves no gap out and adds none', async () => {
    const { sentences = {} } = await languages[id]();
    const gaps = (text: string): string[] =>
      [...text.matchAll(/\{#?(\d)\}/g)].map(([, gap]) => gap ?? '').sort();
    const torn = Object.entries(sentences).filter(
      ([sentence, words]) => String(gaps(words)) !== String(gaps(sentence)),
    );
    expect(torn).toEqual([]);
  });
});

it('looked at the source', () => {
  expect(carried).toContain('the messages do not cover this period');
});
