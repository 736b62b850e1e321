import { businessClock, calendarClock } from '../analysis/sla/clocks.ts';
import type { Desk } from '../model/desk.ts';
import type { Clock } from '../model/metric.ts';
import { once } from '../model/once.ts';
import { sentence } from '../model/sentence.ts';
import type { SlaTargetId, SlaTargets } from '../model/sla.ts';
import { type FilterNode, parseFilter } from '../query/filter.ts';
import type { PolicySettings } from '../settings/config.ts';
import { usageError } from '../settings/option-values.ts';
import type { BusinessCalendar } from '../time/calendar.ts';
import { parseDurationLiteral } from '../time/duration.ts';
import { calendarByTicket } from './calendars.ts';
import { atSetting, tryFilter, withDimensions } from './filters.ts';
import type { Session } from './session.ts';
import { type PolicyRequest, slaTargets } from './sla-targets.ts';

/** An SLA policy of the settings with its texts read. */
export interface ReadPolicy {
  readonly settings: PolicySettings;
  readonly when: FilterNode | null;
  readonly clock: Clock;
  /** The clock of each target. */
  readonly clocks: ReadonlyMap<SlaTargetId, Clock>;
  readonly targets: ReadonlyMap<SlaTargetId, number>;
}

/**
 * The SLA policies of the settings, read. A policy counts calendar time unless it says `clock: business` or names a calendar.
 *
 * @throws DeskstatError (2) at the place in the settings file
 */
export function policiesOf({ config, loaded }: Pick<Session, 'config' | 'loaded'>): readonly ReadPolicy[] {
  return config.sla.map((settings, index) => {
    const clock = settings.clock ?? (settings.calendar === undefined ? 'calendar' : 'business');
    const when = atSetting(loaded, ['sla', index, 'when'], () =>
      settings.when === undefined ? null : withDimensions(parseFilter(settings.when), config),
    );
    const clocks = new Map([...settings.targets.keys()].map((id) => [id, settings.clocks.get(id) ?? clock]));
    const targets = new Map(
      [...settings.targets].map(([id, text]) => [
        id,
        atSetting(loaded, ['sla', index, 'targets', id], () =>
          parseDurationLiteral(text, { clock: clocks.get(id) ?? clock }),
        ),
      ]),
    );
    return { settings, when, clock, clocks, targets };
  });
}

/** Every target of a desk under the policies of the settings; null without policies. */
export async function slaOf(session: Session, desk: Desk): Promise<SlaTargets | null> {
  const policies = policiesOf(session);
  if (policies.length === 0) return null;
  refuseTypedWrong(policies, { session, desk });
  const clocks = await policyClocks(session, desk);
  return slaTargets(desk, { policies: policies.map((policy) => clocks(policy)), zone: session.zone });
}

/** @throws DeskstatError (2), at the place in the settings, for a filter with a value that nothing can equal. */
function refuseTypedWrong(
  policies: readonly ReadPolicy[],
  { session: { loaded, zone }, desk }: { readonly session: Session; readonly desk: Desk },
): void {
  for (const [index, { when }] of policies.entries())
    if (when) tryFilter(when, { loaded, keys: ['sla', index, 'when'], desk, zone });
}

/** Gives policies their clock for each ticket: the policy's own calendar, else the group's, else the desk's. */
export async function policyClocks(
  session: Session,
  desk: Desk,
): Promise<(policy: ReadPolicy) => PolicyRequest> {
  const calendars = await session.calendars();
  const byTicket = once(() => calendarByTicket({ desk, config: session.config, calendars }));
  return ({ settings, when, clock, clocks, targets }) => {
    const own = settings.calendar === undefined ? null : (calendars.named.get(settings.calendar) ?? null);
    const isBusiness = clock === 'business' || [...clocks.values()].includes('business');
    if (isBusiness && !own && !byTicket()) {
      throw usageError(
        sentence('mistake.policy_without_hours', { policy: settings.name }),
        sentence('hint.set_hours'),
      );
    }
    const calendarOf = (ticket: number): BusinessCalendar | null => own ?? byTicket()?.(ticket) ?? null;
    const known = new Map<BusinessCalendar, ReturnType<typeof businessClock>>();
    const countingOn = (on: Clock): Pick<PolicyRequest, 'clock' | 'clockOf'> => ({
      clock: on,
      clockOf(ticket) {
        const calendar = on === 'business' ? calendarOf(ticket) : null;
        if (!calendar) return calendarClock;
        let found = known.get(calendar);
        if (!found) {
          found = businessClock(calendar);
          known.set(calendar, found);
        }
        return found;
      },
    });
    const others = [...clocks].filter(([, on]) => on !== clock);
    return {
      name: settings.name,
      ...countingOn(clock),
      ...(others.length > 0 ? { others: new Map(others.map(([id, on]) => [id, countingOn(on)])) } : {}),
      targets,
      when,
      pauseOn: settings.pauseOn,
    };
  };
}
