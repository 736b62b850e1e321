import { isZoneName, type Zone, zone } from './zone.ts';

/**
 * A stamp with the name of its zone behind its time: `2026-03-09 08:00 Europe/Paris`, `2026-03-09T08:00[Europe/Paris]`, `… (GMT+01:00) Paris`,
 * `… Eastern Standard Time`. Letters (`PST`) that stand for one offset are read with the time itself.
 */
const time = String.raw`\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?\s?m\b\.?)?`;
const name = String.raw`\p{L}[\p{L}\d_.,&()/' +-]*?`;
const offset = String.raw`(?:\((?:GMT|UTC)[+-]\d\d?:?\d\d\)\s*)?`;
const named = new RegExp(`^(.*${time})(?:\\s*[([](${name})[\\])]|\\s+${offset}(${name}))$`, 'iu');

/** What people of North America write of a zone in which clocks change, and the names that Windows and browsers give zones. */
const wordedZones: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  atlantic: 'America/Halifax',
  'us mountain': 'America/Phoenix',
  alaskan: 'America/Anchorage',
  alaska: 'America/Anchorage',
  hawaiian: 'Pacific/Honolulu',
  'hawaii-aleutian': 'Pacific/Honolulu',
  newfoundland: 'America/St_Johns',
  'e. south america': 'America/Sao_Paulo',
  brasilia: 'America/Sao_Paulo',
  argentina: 'America/Argentina/Buenos_Aires',
  'sa pacific': 'America/Bogota',
  gmt: 'Europe/London',
  british: 'Europe/London',
  irish: 'Europe/Dublin',
  'western european': 'Europe/Lisbon',
  'w. europe': 'Europe/Berlin',
  'central european': 'Europe/Berlin',
  'central europe': 'Europe/Budapest',
  romance: 'Europe/Paris',
  'eastern european': 'Europe/Athens',
  'e. europe': 'Europe/Chisinau',
  fle: 'Europe/Helsinki',
  gtb: 'Europe/Athens',
  russian: 'Europe/Moscow',
  moscow: 'Europe/Moscow',
  turkey: 'Europe/Istanbul',
  israel: 'Asia/Jerusalem',
  'south africa': 'Africa/Johannesburg',
  arabian: 'Asia/Dubai',
  arab: 'Asia/Riyadh',
  india: 'Asia/Kolkata',
  bangladesh: 'Asia/Dhaka',
  nepal: 'Asia/Kathmandu',
  pakistan: 'Asia/Karachi',
  'se asia': 'Asia/Bangkok',
  indochina: 'Asia/Bangkok',
  china: 'Asia/Shanghai',
  singapore: 'Asia/Singapore',
  taipei: 'Asia/Taipei',
  tokyo: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  'w. australia': 'Australia/Perth',
  'aus eastern': 'Australia/Sydney',
  'australian eastern': 'Australia/Sydney',
  'e. australia': 'Australia/Brisbane',
  'new zealand': 'Pacific/Auckland',
};

/** `Eastern Standard Time` and `Eastern Daylight Time` are one clock; so is `Pacific Time`. */
const worded = /^(.+?)(?: (?:standard|daylight|summer))? time$/;

function zoneOfWords(written: string): Zone | null {
  const lower = written.toLowerCase();
  const id =
    lower.length === 2
      ? wordedZones[written === lower ? '' : lower]
      : wordedZones[worded.exec(lower)?.[1] ?? ''];
  if (id !== undefined) return zone(id);
  if (/^(?:coordinated universal|greenwich mean) time$/.test(lower)) return zone('UTC');
  // Of `Amsterdam, Berlin, Bern` the first is as good as the last.
  return [written, written.split(',')[0]].flatMap((each) => (isCity(each) ? [zone(each)] : []))[0] ?? null;
}

/** Letters alone (`CEST`) were looked at before, and a word without a capital is no place. */
const isCity = (written: string): boolean => !/^[A-Z]{1,5}$/.test(written) && isZoneName(written);

const known = new Map<string, Zone | null>();
/** Cells whose ends are no zones are many in columns of text: their ends are not kept for ever. */
const mostKnown = 1000;

function zoneNamed(written: string): Zone | null {
  let found = known.get(written);
  if (found === undefined) {
    found = zoneOfWords(written);
    if (known.size >= mostKnown) known.clear();
    known.set(written, found);
  }
  return found;
}

/** The zone that stands behind the time of a cell, and the cell without it; null where none does. */
export function splitZone(text: string): { readonly stamp: string; readonly zone: Zone } | null {
  // Without a time there is none behind it, and the pattern is a costly one.
  const parts = text.includes(':') ? named.exec(text) : null;
  const found = parts && zoneNamed(parts[2] ?? parts[3]);
  return found ? { stamp: parts[1], zone: found } : null;
}
