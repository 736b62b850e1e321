import type { Cut } from '../model/coverage.ts';
import type { Config } from './config.ts';
import { matchesFile } from './file-pattern.ts';

/** How an export is cut, as somebody says; what is null the data are to say. Days and instants are text as written. */
export interface StatedCoverage {
  readonly cut: Cut | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface CoverageFlags {
  readonly coverage?: StatedCoverage;
  readonly complete?: boolean;
}

/** What is stated of the files of a desk together. */
export interface FileCoverage {
  /** One statement a file, or the one that the flags make for all; none where nobody says anything. */
  readonly stated: readonly StatedCoverage[];
  /** Files that nothing is stated of while something is of others. */
  readonly silent: readonly string[];
}

/** `--coverage` and `--complete` speak for the whole desk; else each file by its entry in `files:`. */
export function fileCoverage(flags: CoverageFlags, config: Config, files: readonly string[]): FileCoverage {
  if (flags.coverage || flags.complete) {
    const { cut = null, from = null, to = null } = flags.coverage ?? {};
    return { stated: [{ cut: cut ?? (flags.complete ? 'created' : null), from, to }], silent: [] };
  }
  const stated: StatedCoverage[] = [];
  const silent: string[] = [];
  for (const file of files) {
    const entry = config.files.find(
      ({ match, coverage, complete }) => (coverage || complete) && matchesFile(match, file),
    );
    if (!entry) {
      silent.push(file);
      continue;
    }
    const { cut, from, to } = entry.coverage ?? {};
    stated.push({ cut: cut ?? (entry.complete ? 'created' : null), from: from ?? null, to: to ?? null });
  }
  return stated.length === 0 ? { stated, silent: [] } : { stated, silent };
}
