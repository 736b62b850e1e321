import type { SavedRun, SavedSource } from './saved-figure.ts';

/** Something in which two runs differ and which can change figures. */
export type Cause =
  | { readonly code: 'version'; readonly old: string | null; readonly new: string | null }
  | { readonly code: 'as_of'; readonly old: string | null; readonly new: string | null }
  | { readonly code: 'hours'; readonly old: string | null; readonly new: string | null }
  | { readonly code: 'input_changed'; readonly path: string; readonly old: string; readonly new: string }
  | { readonly code: 'input_added'; readonly path: string }
  | { readonly code: 'input_removed'; readonly path: string }
  | { readonly code: 'settings_changed'; readonly path: string }
  | {
      readonly code: 'arguments';
      readonly old: readonly string[];
      readonly new: readonly string[];
    };

/** What the two runs themselves tell of why their figures differ, the weightiest first. */
export function causesOf(before: SavedRun, after: SavedRun): readonly Cause[] {
  const causes: Cause[] = inputCauses(before.sources, after.sources);
  const pair = (name: 'version' | 'asOf' | 'hours') => ({ old: before[name], new: after[name] });
  if (before.asOf !== after.asOf) causes.push({ code: 'as_of', ...pair('asOf') });
  causes.push(...settingsCauses(before.settings, after.settings));
  if (before.hours !== after.hours) causes.push({ code: 'hours', ...pair('hours') });
  if (before.version !== after.version) causes.push({ code: 'version', ...pair('version') });
  const [was, is] = [optionsOf(before), optionsOf(after)];
  if (was && is && was.join('\u0000') !== is.join('\u0000'))
    causes.push({ code: 'arguments', old: was, new: is });
  return causes;
}

/** The arguments without the files, which are told as inputs. */
function optionsOf(run: SavedRun): readonly string[] | null {
  const files = new Set(run.sources.map(({ path }) => path));
  return run.arguments?.filter((each) => !files.has(each)) ?? null;
}

/** A file is the same one when its bytes are, whatever its name; without digests its rows have to do. */
const fingerprint = ({ sha256, rows }: SavedSource): string => sha256 ?? `${rows} rows`;

function inputCauses(before: readonly SavedSource[], after: readonly SavedSource[]): Cause[] {
  const [old, now] = [new Set(before.map(fingerprint)), new Set(after.map(fingerprint))];
  const removed = before.filter((each) => !now.has(fingerprint(each)));
  const added = after.filter((each) => !old.has(fingerprint(each)));
  const causes: Cause[] = [];
  for (const source of added) {
    const earlier = removed.find(({ path }) => path === source.path);
    causes.push(
      earlier
        ? {
            code: 'input_changed',
            path: source.path,
            old: fingerprint(earlier),
            new: fingerprint(source),
          }
        : { code: 'input_added', path: source.path },
    );
  }
  const paths = new Set(added.map(({ path }) => path));
  for (const { path } of removed) if (!paths.has(path)) causes.push({ code: 'input_removed', path });
  return causes;
}

function settingsCauses(before: readonly SavedSource[], after: readonly SavedSource[]): Cause[] {
  const [old, now] = [new Set(before.map(fingerprint)), new Set(after.map(fingerprint))];
  const changed = [
    ...after.filter((each) => !old.has(fingerprint(each))),
    ...before.filter((each) => !now.has(fingerprint(each))),
  ];
  return [...new Set(changed.map(({ path }) => path))].map((path) => ({ code: 'settings_changed', path }));
}
