import type { Desk } from '../model/desk.ts';
import { sentence } from '../model/sentence.ts';
import type { Frame } from '../time/frame.ts';
import type { Session } from './session.ts';

/**
 * How a run reads a desk in time. Targets under SLA policies are looked up for every ticket, so that they are there only
 * where a question is about them. All that follows is measuring, which progress says from here on.
 *
 * @throws DeskstatError (2) at the place of a mistake in working hours or policies
 */
export async function frameOf(
  session: Session,
  desk: Desk,
  { withTargets }: { readonly withTargets: boolean },
): Promise<Frame> {
  const { zone, weekStarts } = session;
  const businessTime = await session.businessTime(desk);
  const isTargeted = withTargets && session.config.sla.length > 0;
  const sla = isTargeted ? await (await import('./policies.ts')).slaOf(session, desk) : null;
  session.world.progress.stage({ label: sentence('progress.measuring') });
  return { zone, weekStarts, businessTime, sla, asOf: desk.asOf };
}
