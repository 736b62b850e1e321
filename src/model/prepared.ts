/**
 * What is made of words alone, as sets of folded ones are: the build makes it and writes it down, so that no run folds
 * them (`esbuild.prepared.mjs`). It may be a text, a set or a map of texts, or a list of those, and uses nothing but what
 * its module has.
 */
export const prepared = <T>(make: () => T): T => make();
