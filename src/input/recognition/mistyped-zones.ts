import { isZoneName } from '../../time/zone.ts';
import { differInOne } from './one-letter.ts';

/** Names that have changed, of which the platform lists the older one. */
const renamed =
  'Asia/Kolkata|Asia/Kathmandu|Asia/Yangon|Asia/Ho_Chi_Minh|Europe/Kyiv|America/Argentina/Buenos_Aires|America/Argentina/Cordoba|America/Indiana/Indianapolis|America/Kentucky/Louisville|America/Nuuk|Atlantic/Faroe|Pacific/Chuuk|Pacific/Pohnpei|Pacific/Kanton|Africa/Asmara';

let known: readonly string[] | null = null;

const shape = /^[\p{L}_]+(?:\/?[\p{L}_+-]+){0,2}$/u;
/** `Asia/Aden`, with a letter missing: what is shorter names a place in no other way. */
const LEAST = 8;

/** The zone that a text names but for one letter (`Asa/Kolkata`, `EuropeBerlin`); null where none is, or several are. */
export function mistypedZone(text: string): string | null {
  if (text.length < LEAST || !shape.test(text)) return null;
  known ??= [...Intl.supportedValuesOf('timeZone'), ...renamed.split('|')];
  const lower = text.toLowerCase();
  const meant = known.filter((id) => differInOne(lower, id.toLowerCase()));
  return meant.length === 1 && isZoneName(meant[0]) ? meant[0] : null;
}

/** A zone at the end of a name, of whose brackets one is missing: `Created (Asia/Kolkata`. */
const halfBracketed =
  /[([]\s*(?<open>[\p{L}_]+\/[\p{L}_/+-]+)\s*$|\s(?<closed>[\p{L}_]+\/[\p{L}_/+-]+)\s*[)\]]\s*$/u;

export interface HalfBracketed {
  readonly zone: string;
  readonly rest: string;
}

export function halfBracketedZone(name: string): HalfBracketed | null {
  // Names without a bracket, most by far, need no pattern that knows all letters.
  const found = /[()[\]]/.test(name) ? halfBracketed.exec(name) : null;
  const zone = found?.groups?.open ?? found?.groups?.closed;
  return found && zone !== undefined && isZoneName(zone) ? { zone, rest: name.slice(0, found.index) } : null;
}
