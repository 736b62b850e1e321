import { zoneForIntl } from '../locales/zone-for-intl.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock on the wall of a zone shows at an instant, as a date whose UTC fields read so. Spreadsheets know no
 * zones: a cell holds what people there would write down.
 */
export function wallClock(at: number, where: string): Date {
  const { instant, zone } = zoneForIntl(at, where);
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const fields = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => fields.get(type) ?? 0;
  return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}

/** The date of a label `2026-11-05`; null for other labels. */
export function dateOfLabel(label: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(label);
  if (!match) return null;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.toISOString().startsWith(label) ? date : null;
}
