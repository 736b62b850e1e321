// A job in DuckDB: two threads, formats found by its own sniffer.   node duckdb-job.mjs group|week FILE
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

if (job === 'group') {
  const rows = await read(`
    select "${group}", ${quantiles(created, replied)}, ${quantiles(created, solved)},
      count(*) filter (lower("${rating}") = 'good') / count(*) filter (lower("${rating}") in ('good', 'bad'))
    from ${source} group by 1`);
  for (const [segment, response, resolution, csat] of rows) {
    addQuantiles('first_response_time', segment, response);
    addQuantiles('resolution_time', segment, resolution);
    if (csat !== null) answer.set(`csat|share|${segment}`, csat);
  }
} else {
  await db.run(`create temp table t as select "${created}", "${replied}", "${solved}" from ${source}`);
  for (const [metric, at, end] of [
    ['first_response_time', created, replied],
    ['resolution_time', solved, solved],
  ]) {
    const rows = await read(`
      select strftime(date_trunc('week', "${at}"), '%Y-%m-%d'), ${quantiles(created, end)}
      from t where "${end}" is not null group by 1`);
    for (const [segment, values] of rows) addQuantiles(metric, segment, values);
  }
}
process.stdout.write(answerText(answer));
