import { isZoneName } from '../../time/zone.ts';
import { differInOne } from './one-letter.ts';

/** A column's name, and what stands in brackets after it: `Created time (Europe/Berlin)`. */
export interface PlacedName {
  readonly bare: string;
  /** Empty for none. */
  readonly place: string;
}

const atEnd = /^(?<bare>.*[^\s([])\s*[([](?<place>[^()[\]]+)[)\]]\s*$/u;

export function placedName(name: string): PlacedName {
  const { bare = name, place = '' } = atEnd.exec(name)?.groups ?? {};
  return { bare, place: place.trim() };
}

/** The name without a zone after it. */
export function withoutZone(name: string): string {
  const { bare, place } = placedName(name);
  return place !== '' && isZoneName(place) ? bare : name;
}

/** True for the same place, with a letter wrong at most, and where one of two names has none and the other a zone. */
export function areOnePlace(a: string, b: string): boolean {
  if (a === '' || b === '') return a === b || isZoneName(a || b);
  return a === b || differInOne(a, b);
}

/** The zone that either of two names has after it, as it stands there; empty for none. */
export function zoneAfter(names: readonly string[]): string {
  const place = names.map((name) => placedName(name).place).find((each) => each !== '' && isZoneName(each));
  return place === undefined ? '' : ` (${place})`;
}
