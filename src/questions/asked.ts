import type { Clock } from '../model/metric.ts';
import type { Session } from './session.ts';

/** A dimension of `--by`: a canonical one, a column, or a name that the settings give to a column. */
export function dimensionOf(name: string, { config }: Pick<Session, 'config'>): string {
  const column = config.dimensions.get(name);
  return column === undefined ? name : `column:${column}`;
}

/** Clocks to compute on: what was asked for, else both where working hours are set. */
export function clocksOf(
  asked: 'calendar' | 'business' | 'both' | undefined,
  hasBusiness: boolean,
): readonly Clock[] {
  if (asked === 'both') return ['calendar', 'business'];
  if (asked !== undefined) return [asked];
  return hasBusiness ? ['calendar', 'business'] : ['calendar'];
}
