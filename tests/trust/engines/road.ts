import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../../observed-desk.ts';
import { largeDesk } from './large-desk.ts';
import { ran } from './programs.ts';
import { sparkPython } from './spark.ts';
import { figuresOf, judged, type Outcome, type Plan, skipped } from './trials.ts';

const question = ['--by', 'group', '--every', 'month', '--totals'];

/** The recipe of docs/scale.md as it stands there: shards measured by a Spark job, added up by the printed query. */
export async function tryRoad({ folder, tickets }: Plan): Promise<Outcome> {
  const engine = `Spark, 16 shards of ${tickets} tickets`;
  const found = await sparkPython();
  if ('why' in found) return skipped(engine, found.why);
  const { file, stated } = await largeDesk(tickets);
  const deskstat = path.join(folder, 'deskstat');
  writeFileSync(
    deskstat,
    `#!/bin/sh\nexec "${process.execPath}" "${path.resolve('bin/deskstat.js')}" "$@"\n`,
  );
  chmodSync(deskstat, 0o755);
  const given = path.join(folder, 'road.json');
  const out = path.join(folder, 'road-rows.json');
  writeFileSync(given, JSON.stringify({ document: path.resolve('docs/scale.md'), file, stated, question }));
  const script = path.resolve('tests/trust/engines/road.py');
  const done = await ran(found.python, [script, given, out], {
    seconds: 7200,
    cwd: folder,
    env: { PATH: `${folder}:${process.env.PATH}` },
  });
  if (done.isTooSlow) return skipped(engine, done.text);
  if (!done.ok) return { engine, differences: [done.text] };
  const lacking = notSharded(path.join(folder, 'parts/_deskstat'));
  const from = performance.now();
  const all = await figuresOf(folder, file, ...stated, ...question);
  const wanted = all.filter(({ metric }) => !lacking.includes(String(metric)));
  const alone = ((performance.now() - from) / 1000).toFixed(1);
  const { rows, seconds } = JSON.parse(readFileSync(out, 'utf8')) as { rows: Row[]; seconds: string };
  const outcome = judged(engine, [{ name: question.join(' '), sql: '', wanted }], () => rows);
  const costs = `${seconds}, one process ${alone} s; no part can tell ${lacking.join(', ')}`;
  return { ...outcome, compared: `${outcome.compared} (${costs})` };
}

/** Metrics that a part of the tickets cannot tell, as the parts say themselves. */
function notSharded(folder: string): readonly string[] {
  const [name] = readdirSync(folder).filter((each) => each.endsWith('.json'));
  const text = readFileSync(path.join(folder, name), 'utf8');
  return Object.keys((JSON.parse(text) as { notSharded: Record<string, string> }).notSharded);
}
