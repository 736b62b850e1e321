import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { engines } from '../../../src/sql/engines/index.ts';
import { questions } from '../../observed-desk.ts';
import { pythonWith, ran } from './programs.ts';
import { type Outcome, observed, type Plan, run, skipped } from './trials.ts';

/** Engines that are not here: their text is parsed in their dialects. */
export async function tryParsing({ folder }: Plan): Promise<Outcome> {
  const parsed = engines.filter(({ proven }) => proven === 'parsed').map(({ id }) => id);
  const engine = `${parsed.join(', ')} (parsed, never run)`;
  const python = await pythonWith('sqlglot');
  if (!python.ok) return skipped(engine, python.text);
  const { place } = await observed(folder, 0);
  const queries: { dialect: string; sql: string }[] = [];
  for (const dialect of parsed)
    for (const options of questions) {
      const table = ['--engine', dialect, '--table', 'desk.observations'];
      queries.push({ dialect, sql: await run(place, 'sql', '--observations', 'out', ...options, ...table) });
    }
  const given = path.join(folder, 'parse.json');
  writeFileSync(given, JSON.stringify(queries));
  const script = path.resolve('tests/trust/engines/parse.py');
  const done = await ran(python.text, [script, given], { seconds: 120 });
  if (done.isTooSlow) return skipped(engine, done.text);
  return { engine, compared: `${queries.length} queries`, differences: done.ok ? [] : [done.text] };
}
