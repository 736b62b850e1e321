import type { TableMapping } from '../../model/mapping.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { blockIn } from '../../output/renderers/problem-words.ts';
import { recogniseFiles } from '../../questions/recognise-files.ts';
import type { RecognisedSource } from '../../questions/recognised-source.ts';
import type { InspectedTable } from '../../settings/init.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { localeOf } from '../words.ts';
import { type InitOptions, writeSettings } from './init-file.ts';

export type InitCommandOptions = SessionOptions & InitOptions;

/** `deskstat init [files…]`: a commented `deskstat.yaml` from what the files hold. Asks nothing. */
export async function run(args: readonly string[], options: InitCommandOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'init', options, io, paths: args });
  const locale = await localeOf(session.run);
  const { sources, problems, dispose } = await recogniseFiles(
    await session.readOptions(args, { fields: 'all', columns: [] }),
  );
  try {
    await writeSettings({
      inspection: {
        files: sources.map((source) =>
          inspectedFile(source, session.run.pinsFor(source.sample.source.path).scale),
        ),
        ...session.run.given,
      },
      options,
      io,
      locale,
    });
    const found = [
      ...problems,
      ...sources.flatMap(({ mappings }) =>
        mappings.filter(({ kind }) => kind !== 'none').flatMap((mapping) => mapping.problems),
      ),
    ];
    const errors = found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      await io.stderr.write(`${errors.map((problem) => blockIn(locale, problem)).join('\n')}\n`);
  } finally {
    dispose();
  }
  return exitCodes.done;
}

function inspectedFile({ sample, mappings }: RecognisedSource, scale: string | null) {
  const tables = mappings.map((mapping): InspectedTable => {
    const table = sample.tables.find(({ stream }) => stream === mapping.stream);
    return {
      mapping,
      whole: table?.whole ?? true,
      scale,
      seen: table ? valuesSeen(mapping, table) : new Map(),
    };
  });
  return { path: sample.source.path, tables };
}

/** Values of these fields are worth a line each; others are names. */
const vocabularies = ['status', 'priority'] as const;
const MOST_VALUES = 30;

/** Values as they are written and what they mean, null where nothing is known of one; those that say it themselves are left out. */
function valuesSeen(mapping: TableMapping, sample: TableSample): Map<string, Map<string, string | null>> {
  const seen = new Map<string, Map<string, string | null>>();
  for (const name of vocabularies) {
    const field = mapping.fields[name];
    if (field?.reading.type !== 'category') continue;
    const { values } = field.reading;
    const isKnownToPreset = mapping.preset !== null && field.confidence === 1;
    const found = new Map<string, string | null>();
    for (const raw of [...new Set(sample.values[field.column] ?? [])]
      .filter((cell) => !isMissing(cell))
      .sort()) {
      const meaning = values?.get(foldValue(raw)) ?? null;
      const saysItself = meaning !== null && (isKnownToPreset || foldValue(raw) === meaning);
      if (!saysItself && found.size < MOST_VALUES) found.set(raw, meaning);
    }
    if (found.size > 0) seen.set(name, found);
  }
  return seen;
}
