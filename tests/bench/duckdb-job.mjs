// A job in DuckDB: two threads, formats found by its own sniffer.   node duckdb-job.mjs group|week|both FILE
import { DuckDBInstance } from '@duckdb/node-api';
import { answerText, namesOf } from './jobs.mjs';

const [job, file] = process.argv.slice(2);
const names = namesOf(file);
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const db = await instance.connect();
const source = `${file.includes('.ndjson') ? 'read_json' : 'read_csv'}('${file.replaceAll("'", "''")}')`;
const seconds = (from, to) => `(epoch("${to}") - epoch("${from}"))`;
const quantiles = (from, to) => `quantile_cont(${seconds(from, to)}, [0.5, 0.9])`;
const { created, replied, solved, group, rating } = names;
const answer = new Map();

async function read(sql) {
  return (await db.runAndReadAll(sql)).getRowsJson();
}
function addQuantiles(metric, segment, values) {
  if (values === null) return;
  answer.set(`${metric}|p50|${segment}`, values[0]);
  answer.set(`${metric}|p90|${segment}`, values[1]);
}

async function byGroup(from) {
  const rows = await read(`
    select "${group}", ${quantiles(created, replied)}, ${quantiles(created, solved)},
      count(*) filter (lower("${rating}") = 'good') / count(*) filter (lower("${rating}") in ('good', 'bad'))
    from ${from} group by 1`);
  for (const [segment, response, resolution, csat] of rows) {
    addQuantiles('first_response_time', segment, response);
    addQuantiles('resolution_time', segment, resolution);
    if (csat !== null) answer.set(`csat|share|${segment}`, csat);
  }
}
async function byWeek(from) {
  for (const [metric, at, end] of [
    ['first_response_time', created, replied],
    ['resolution_time', solved, solved],
  ]) {
    const rows = await read(`
      select strftime(date_trunc('week', "${at}"), '%Y-%m-%d'), ${quantiles(created, end)}
      from ${from} where "${end}" is not null group by 1`);
    for (const [segment, values] of rows) addQuantiles(metric, segment, values);
  }
}

// What is asked more than once of a file is read once: anything else would be slower.
if (job === 'group') await byGroup(source);
else {
  const columns = [created, replied, solved, ...(job === 'both' ? [group, rating] : [])];
  await db.run(
    `create temp table t as select ${columns.map((name) => `"${name}"`).join(', ')} from ${source}`,
  );
  if (job === 'both') await byGroup('t');
  await byWeek('t');
}
process.stdout.write(answerText(answer));
