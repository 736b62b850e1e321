import { isDatabase } from '../../model/database-address.ts';
import type { TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import type { InspectedTable } from '../../settings/init.ts';
import { recogniseFiles } from '../recognise-files.ts';
import type { RecognisedSource } from '../recognised-source.ts';
import type { Session } from '../session.ts';

/** What the files hold, as settings can pin it. */
export interface InitAnswer {
  readonly inspection: { readonly files: ReturnType<typeof inspectedFile>[] } & Session['run']['given'];
  /** What stands in the way of using them as they are. */
  readonly errors: readonly Problem[];
}

/** What the files hold: of what kind each is, and what its values mean. */
export async function askInit(session: Session, args: readonly string[]): Promise<InitAnswer> {
  const reading = await session.readOptions(args, { fields: 'all', columns: [] });
  const { sources, problems, dispose } = await recogniseFiles(reading);
  try {
    const files = sources.map((source) => inspectedFile(source, session.run));
    const found = [
      ...problems,
      ...sources.flatMap(({ mappings }) =>
        mappings.filter(({ kind }) => kind !== 'none').flatMap((mapping) => mapping.problems),
      ),
    ];
    const errors = found.filter(({ severity }) => severity === 'error');
    return { inspection: { files, ...session.run.given }, errors };
  } finally {
    dispose();
  }
}

function inspectedFile({ sample, mappings }: RecognisedSource, run: Session['run']) {
  const { path } = sample.source;
  const { scale } = run.pinsFor(path);
  const tables = mappings.map((mapping): InspectedTable => {
    const table = sample.tables.find(({ stream }) => stream === mapping.stream);
    return {
      mapping,
      whole: table?.whole ?? true,
      scale,
      seen: table ? valuesSeen(mapping, table) : new Map(),
    };
  });
  return { path, query: isDatabase(path) ? run.queryFor(path) : null, tables };
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
