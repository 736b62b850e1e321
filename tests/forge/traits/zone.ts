import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const HOUR = 3_600_000;

/** What a clock of a zone shows, as milliseconds of UTC. */
export function clockIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23' },
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  });
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  };
}

/** Stamps by the clock of a place that every header names; an hour that its clock shows twice leaves two readings. */
function writeElsewhere(draft: Draft, random: Random): void {
  const name = random.pick(['Asia/Kolkata', 'America/Bogota', 'Europe/Berlin', 'Asia/Tokyo']);
  const clock = clockIn(name);
  draft.zone = {
    name,
    clock,
    isTwofold: (at) => clock(at) === clock(at + HOUR) || clock(at) === clock(at - HOUR),
  };
}

/** Whether headers of stamps name the zone: that of the tool, or another, by whose clock stamps without one are then written. */
export const zone: Trait = {
  id: 'zone',
  options: { none: 5, in_header: 2, elsewhere: 1 },
  apply: (draft, option, random) => {
    if (option === 'elsewhere') writeElsewhere(draft, random);
    else draft.zone = { name: random.pick(['UTC', 'GMT', 'UTC']), clock: null, isTwofold: () => false };
  },
};
