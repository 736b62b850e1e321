import { presets } from '../input/presets/index.ts';

/** Helpdesks and survey tools that are known, by the names that `--preset` takes. */
export const presetNames = (): readonly string[] => presets.map(({ id }) => id);
