export interface InstantForIntl {
  readonly instant: number;
  readonly zone: string;
}

/**
 * An instant and a zone of which Intl shows the same day and time. Node 20 knows no fixed offsets such as `+05:30`, so an
 * instant in one of them is moved by it and shown in UTC.
 */
export function zoneForIntl(instant: number, zone: string): InstantForIntl {
  const offset = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(zone);
  if (!offset) return { instant, zone };
  const [, sign, hours, minutes, seconds = '0'] = offset;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { instant: sign === '-' ? instant - size : instant + size, zone: 'UTC' };
}
