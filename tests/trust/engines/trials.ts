import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { runCli } from '../../../src/cli/program.ts';
import {
  differences,
  type Figure,
  hours,
  queryable,
  type questions,
  type Row,
  writeObservedDesk,
} from '../../observed-desk.ts';
import { memoryIo } from '../../unit/cli/memory-io.ts';

/** One question: the query of an engine, and the rows of `metrics` that it has to give. */
export interface Trial {
  readonly name: string;
  readonly sql: string;
  readonly wanted: readonly Figure[];
}

/** What became of an engine. */
export interface Outcome {
  readonly engine: string;
  /** Why it, or the rest of it, could not be tried. */
  readonly skipped?: string;
  /** What was held against what: `6 questions, 6951 rows`. */
  readonly compared?: string;
  readonly differences: readonly string[];
}

/** What to try: questions, and how long at most. */
export interface Plan {
  readonly folder: string;
  readonly isSmall: boolean;
  readonly asked: typeof questions;
  /** Tickets of desks that are written for it. */
  readonly tickets: number;
}

export const skipped = (engine: string, why: string): Outcome => ({ engine, skipped: why, differences: [] });

/** A command of deskstat, in this process; what it printed. */
export async function run(folder: string, ...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  if (code !== 0) throw new Error(`deskstat ${line.join(' ')}: ${io.stderr.text()}`);
  return io.stdout.text();
}

/** A desk with its observations in `out`. */
export async function observed(
  folder: string,
  seed: number,
): Promise<{ place: string; files: readonly string[] }> {
  const place = path.join(folder, `desk-${seed}`);
  mkdirSync(place, { recursive: true });
  const files = writeObservedDesk(place, seed);
  if (!existsSync(path.join(place, 'out')))
    await run(place, 'observe', ...files, '--hours', hours, '-o', 'out');
  return { place, files };
}

/** The rows of `metrics`, as far as a query can give them. */
export async function figuresOf(place: string, ...line: string[]): Promise<readonly Figure[]> {
  const json = await run(place, 'metrics', ...line, '--format', 'json');
  return queryable((JSON.parse(json) as { rows: Figure[] }).rows);
}

export async function trialsOf(
  folder: string,
  { seed, asked, engine }: { seed: number; asked: typeof questions; engine: readonly string[] },
): Promise<readonly Trial[]> {
  const { place, files } = await observed(folder, seed);
  const trials: Trial[] = [];
  for (const options of asked) {
    const wanted = await figuresOf(place, ...files, '--hours', hours, ...options);
    const sql = await run(place, 'sql', '--observations', 'out', ...options, ...engine);
    trials.push({ name: `desk ${seed} ${options.join(' ')}`, sql, wanted });
  }
  return trials;
}

/** Holds the rows that an engine gave against those of `metrics`. */
export function judged(
  engine: string,
  trials: readonly Trial[],
  rowsOf: (trial: Trial) => readonly Row[],
): Outcome {
  const found = trials.flatMap((trial) =>
    differences(rowsOf(trial), trial.wanted).map((each) => `${trial.name}: ${each}`),
  );
  const rows = trials.reduce((sum, { wanted }) => sum + wanted.length, 0);
  return {
    engine,
    compared: `${trials.length} ${trials.length === 1 ? 'question' : 'questions'}, ${rows} rows`,
    differences: found,
  };
}
