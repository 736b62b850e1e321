import path from 'node:path';
import { type Baseline, type BaselineTerms, readBaseline } from '../analysis/expectations/baseline.ts';
import { definitionsVersion } from '../analysis/metrics/index.ts';
import type { HoursSettings } from '../settings/config.ts';
import { readTextFile } from '../settings/text-file.ts';
import { ownNames, segmentByOwnNames } from './own-names.ts';
import type { Session } from './session.ts';

/** What a run's figures depend on besides the data; saved with `metrics --format json`, compared by `check --baseline`. */
export function termsOf({
  run: { hours, answers },
  config,
  zone,
}: Pick<Session, 'run' | 'config' | 'zone'>): BaselineTerms {
  const byGroup = config.groups.flatMap(({ name, calendar }) => {
    const found = config.calendars.find((each) => each.name === calendar);
    return found ? [`${name}: ${found.hours.map(hoursText).join(', ')}`] : [];
  });
  const all = [...hours.map(hoursText), ...byGroup];
  return {
    timezone: zone.id,
    definitions: definitionsVersion,
    hours: all.length === 0 ? null : all.join('; '),
    ...(answers === 'bots' ? { answers } : {}),
  };
}

const hoursText = (entry: HoursSettings): string =>
  typeof entry === 'string' ? entry : `from ${entry.from}: ${entry.hours.join(', ')}`;

/** The saved figures that `baseline` stands for; null without `--baseline`. */
export async function baselineOf(file: string | undefined, session: Session): Promise<Baseline | null> {
  if (file === undefined) return null;
  const text = await readTextFile(path.resolve(session.world.cwd, file));
  const saved = readBaseline(text, { file, terms: termsOf(session) });
  const own = ownNames(session.config);
  // Saved figures call columns as the settings do, or as they are headed where the settings had no name for them then.
  return {
    file,
    find: (wanted) =>
      saved.find({ ...wanted, segment: segmentByOwnNames(wanted.segment, own) }) ?? saved.find(wanted),
  };
}
