import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Row } from '../../observed-desk.ts';
import { pythonWith, ran } from './programs.ts';
import { judged, type Outcome, type Plan, skipped, trialsOf } from './trials.ts';

const engine = 'Apache Spark';

/** A Python with Spark, or why there is none. */
export async function sparkPython(): Promise<{ readonly python: string } | { readonly why: string }> {
  const java = await ran('java', ['-version'], { seconds: 60 });
  if (!java.ok) return { why: `there is no Java: ${java.text}` };
  const python = await pythonWith('pyspark');
  return python.ok ? { python: python.text } : { why: python.text };
}

/** The printed queries in one session: the first one from the files of the folder, the others from tables of them. */
export async function trySpark({ folder, asked, isSmall }: Plan): Promise<Outcome> {
  const found = await sparkPython();
  if ('why' in found) return skipped(engine, found.why);
  const own = { seed: 0, engine: ['--engine', 'spark'] };
  const table = [...own.engine, '--table', 'observations'];
  const trials = [
    ...(await trialsOf(folder, { ...own, asked: asked.slice(0, 1) })),
    ...(await trialsOf(folder, { ...own, asked: asked.slice(1), engine: table })),
  ];
  const given = path.join(folder, 'spark.json');
  const out = path.join(folder, 'spark-rows.json');
  const tables = path.join(folder, 'desk-0/out');
  writeFileSync(given, JSON.stringify({ tables, queries: trials.map(({ name, sql }) => ({ name, sql })) }));
  writeFileSync(out, '{}');
  const seconds = isSmall ? 600 : 3600;
  const script = path.resolve('tests/trust/engines/spark.py');
  const done = await ran(found.python, [script, given, out], { seconds });
  const rows = JSON.parse(readFileSync(out, 'utf8')) as Record<string, Row[]>;
  if (!existsSync(`${out}.started`)) return skipped(engine, done.text);
  if (!done.ok && !done.isTooSlow) return { engine, differences: [done.text] };
  const answered = trials.filter(({ name }) => rows[name] !== undefined);
  const outcome = judged(engine, answered, ({ name }) => rows[name]);
  return done.isTooSlow
    ? { ...outcome, skipped: `${trials.length - answered.length} questions left: ${done.text}` }
    : outcome;
}
