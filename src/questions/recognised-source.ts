import type { RecognitionOverrides, TableMapping } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceSample } from '../model/source.ts';

/** A source with what was recognised in it. */
export interface RecognisedSource {
  readonly sample: SourceSample;
  readonly mappings: readonly TableMapping[];
}

/** Files whose layouts are known, and what they were found to be. */
export interface RecognisedFiles {
  readonly sources: readonly RecognisedSource[];
  readonly problems: readonly Problem[];
  /** The same with what was learnt when the sources were read. */
  readonly again: (learnt: LearntByReading) => Pick<RecognisedFiles, 'sources' | 'problems'>;
  readonly dispose: () => void;
}

/** What all cells of a source said, by stream and column. */
export type SourceFacts = RecognitionOverrides['cells'];

/** What all cells of the sources said that their samples did not, a source each. */
export interface LearntByReading {
  /** Undefined where they said no more of how columns are read. */
  readonly facts: readonly SourceFacts[];
  /** Samples of all rows, where these say otherwise whose they are; null elsewhere. */
  readonly wholes: readonly (SourceSample | null)[];
}
