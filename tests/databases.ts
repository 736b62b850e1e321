import { DuckDBInstance } from '@duckdb/node-api';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

/** Makes a DuckDB file of what statements bring about. */
export async function writeDuckdb(file: string, statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

/** The files of the sample desk as tables, their types as DuckDB finds them: stamps are instants, dates dates. */
export const tablesOfDesk = (folder: string): readonly string[] =>
  ['tickets', 'surveys', 'customers'].map(
    (name) => `create table ${name} as select * from read_csv('${folder}/${name}.csv', sample_size = -1)`,
  );

/** What a command says in a folder, run in this process. */
export async function runIn(folder: string, ...line: readonly string[]) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const io = memoryIo({ cwd: folder });
    const code = await runCli(line, io);
    return { code, stdout: io.stdout.text(), stderr: io.stderr.text() };
  } finally {
    process.chdir(before);
  }
}

/** A report of all that a desk holds, without the sentence that counts its files. */
export async function reportOf(folder: string, ...sources: readonly string[]): Promise<string> {
  const options = ['--full', '--no-issues', '--tz', 'Asia/Dhaka', '--source-tz', 'UTC'];
  const { stdout } = await runIn(folder, 'report', ...sources, ...options);
  return stdout.replace(/ {2}[\d,]+ rows from \d files?\.[\s\S]*?"deskstat inspect"\./, '');
}
