export { digestSource } from './digest.ts';
export { type ReadOptions, readSource } from './read-source.ts';
export { type SampleOptions, sampleSource } from './sample-source.ts';
export { type OpenedSources, type OpenOptions, openSources } from './sources.ts';
export { removeSpooled } from './spool.ts';
