import type { Overview } from '../../model/overview.ts';
import type { Phrase, Value } from '../../model/report.ts';
import type { Period } from '../../model/segment.ts';
import { zoneForIntl } from '../locales/zone-for-intl.ts';

const DAY = 86_400_000;
/** The longest days were those of islands that crossed the date line. */
const LONGEST_DAY = 2 * DAY;

/** Asks Intl last: its first formatter of a run takes longer to make than the rest of a report's words. */
function shareLocalDay(of: { readonly zone: string; readonly from: number; readonly to: number }): boolean {
  const { instant: from, zone } = zoneForIntl(of.from, of.zone);
  const { instant: to } = zoneForIntl(of.to, of.zone);
  if (to - from >= LONGEST_DAY) return false;
  if (zone === 'UTC') return Math.floor(from / DAY) === Math.floor(to / DAY);
  const words = new Intl.DateTimeFormat('en', { timeZone: zone, calendar: 'gregory', dateStyle: 'short' });
  return words.format(from) === words.format(to);
}

/** The first and the last day of a period, in the report's zone. */
export function periodPhrase(period: Pick<Period, 'start' | 'end'>, zone: string): Phrase {
  const day = (value: number): Value => ({ type: 'instant', value, zone, precision: 'day' });
  const [from, to] = [day(period.start), day(period.end - 1)];
  return shareLocalDay({ zone, from: period.start, to: period.end - 1 })
    ? { code: 'period.day', args: { from } }
    : { code: 'period.range', args: { from, to } };
}

/** A period by its own name: a month, a week, a quarter. */
export const periodName = ({ label }: Pick<Period, 'label'>): Phrase => ({
  code: 'period.named',
  args: { label },
});

/** What a report is about: its period, or everything from the first ticket to as-of. */
export function spanPhrase({
  period,
  coverage,
  asOf,
  zone,
}: Pick<Overview, 'period' | 'asOf' | 'zone'> & { readonly coverage: { readonly from: number } }): Phrase {
  if (period) return periodPhrase(period, zone);
  if (!Number.isFinite(coverage.from)) return { code: 'period.all' };
  return {
    code: 'period.everything',
    args: { range: periodPhrase({ start: coverage.from, end: asOf + 1 }, zone) },
  };
}

/**
 * What stands below the title of a report. Machines get the arguments in this order whatever is among them: period,
 * tickets (null: not known), zone, clock, what it is compared with, filter, as-of.
 */
export function subtitlePhrase(
  about: Parameters<typeof spanPhrase>[0] & { readonly filter: string | null },
  {
    tickets,
    clock = null,
    before = null,
  }: { readonly tickets: number | null; readonly clock?: Phrase | null; readonly before?: Phrase | null },
): Phrase {
  const { zone, asOf, filter } = about;
  return {
    code: 'report.subtitle',
    args: {
      period: spanPhrase(about),
      ...(tickets === null ? {} : { tickets }),
      zone,
      ...(clock ? { clock } : {}),
      ...(before ? { before } : {}),
      ...(filter === null ? {} : { filter: { data: filter } }),
      ...(Number.isFinite(asOf)
        ? { as_of: { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true } as const }
        : {}),
    },
  };
}

/** A dimension's name: a column of the user's by its own. */
export function dimensionPhrase(name: string): Phrase {
  return name.startsWith('column:') ? { data: name.slice('column:'.length) } : { code: `dimension.${name}` };
}

export const heading = (code: string, level: 2 | 3 = 2): { kind: 'heading'; level: 2 | 3; text: Phrase } => ({
  kind: 'heading',
  level,
  text: { code },
});

export const count = (value: number | null): Value => ({ type: 'count', value });
export const text = (value: Phrase | null): Value => ({ type: 'text', value });

/** A ticket's number, which leads to the ticket where somebody said where tickets are. */
export function ticketNumber(id: string, link: ((id: string) => string | null) | null | undefined): Value {
  const address = link?.(id) ?? null;
  return { type: 'text', value: { data: id }, ...(address === null ? {} : { link: address }) };
}
