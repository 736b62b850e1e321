import type { PeriodRequest } from '../../analysis/segments/periods.ts';
import type { Desk } from '../../model/desk.ts';
import type { BusinessTime } from '../../model/metric.ts';
import type { SessionOptions } from '../../settings/option-types.ts';
import { choice } from '../../settings/option-values.ts';
import type { QuestionName } from '../../settings/question-options.ts';
import { choices } from '../../settings/types.ts';
import type { Frame } from '../../time/frame.ts';
import { formatInstant } from '../../time/zone.ts';
import { businessTimeOn } from '../calendars.ts';
import type { Session } from '../session.ts';
import { calendarsUnder, sessionOfDesk, settingsOf } from './desk-settings.ts';

/** How time is read; everything left out is as the desk was read, and as on the command line. */
export interface TimeOptions {
  /** Zone of days, weeks and hours; working hours of the desk keep that in which they were set. */
  readonly tz?: string;
  readonly weekStarts?: string;
  /** `last-week`, `2026-W46`, `2026-10`, `last-30-days`, `all`, … */
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  /** Working hours, `Mon-Fri 09:00-18:00`, in place of those of the desk. Figures then come on both clocks. */
  readonly hours?: string;
}

/** A call on a desk as a run of its command. */
export interface SettledCall {
  /** The settings of the desk, with what the call says in their place. */
  readonly session: Session;
  readonly frame: Frame;
  readonly request: PeriodRequest;
  readonly instant: (at: number) => string;
}

/** What a call says besides time, as the options of its command. */
type CallOptions = TimeOptions & {
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly compare?: 'previous' | 'year-ago' | 'none';
  readonly minGroup?: number;
  readonly expect?: readonly string[];
};

const readWeekday = choice('weekStarts', choices.weekday);

/** A call settled as a run of its command. @throws DeskstatError (2) for a zone, weekday or hours that are none */
export function settleCall(desk: Desk, command: QuestionName, given: CallOptions): SettledCall {
  const own = settingsOf(desk);
  if (given.weekStarts !== undefined) readWeekday(given.weekStarts, undefined);
  const session = sessionOfDesk(own, command, given as SessionOptions);
  const { run, zone, weekStarts } = session;
  const businessTime = (): BusinessTime | null => {
    if (given.hours === undefined) return own.frame.businessTime;
    const calendars = calendarsUnder(own, given.hours, zone);
    return businessTimeOn({ desk, config: own.session.config, calendars });
  };
  return {
    session,
    frame: { ...own.frame, zone, weekStarts, businessTime: businessTime() },
    request: { ...run.asked, zone, weekStarts },
    instant: (at) => formatInstant(at, zone, 'second'),
  };
}
