import { DAY } from '../desk.ts';
import { addColumn, dropColumn, firstResponseFigures, setKnown } from '../draft.ts';
import { median, officeTime } from '../figures.ts';
import type { Trait } from '../trait.ts';

/** Working hours: those that somebody tells the tool, with days off; or times that the helpdesk measured within its own. */
export const office: Trait = {
  id: 'office',
  options: { none: 12, hours: 1, days_off: 1, measured_too: 1, measured_alone: 1 },
  apply: (draft, option, random) => {
    const isMeasured = option.startsWith('measured');
    const first = Math.floor(draft.desk.from / DAY) * DAY;
    const daysOff =
      option === 'days_off' ? [3, 9, 10, 16].map((day) => first + (day + random.int(3)) * DAY) : [];
    if (isMeasured) {
      addColumn(draft, {
        ...{ key: null, type: 'text', header: random.pick(headers), isOfAnswer: true },
        cells: draft.rows.map(({ createdAt, answeredAt }) =>
          answeredAt === null ? null : String(Math.round(officeTime(createdAt, answeredAt) / 60_000)),
        ),
      });
      if (option === 'measured_alone' || draft.knowledge.get('unanswered')?.is === 'withheld')
        setKnown(draft, ['unanswered', 'closed_unanswered'], { is: 'known', tolerance: 0, optional: true });
      if (option === 'measured_alone') {
        dropColumn(draft, 'first_response');
        dropColumn(draft, 'first_response_duration');
        setKnown(draft, firstResponseFigures, { is: 'withheld' });
      } else draft.flags = ['--clock', 'both', '--hours', 'Mon-Fri 09:00-17:00'];
    } else {
      draft.flags = ['--clock', 'both'];
      const off = daysOff.map((day) => `  - ${new Date(day).toISOString().slice(0, 10)}\n`).join('');
      draft.settings = `hours: Mon-Fri 09:00-17:00\n${off === '' ? '' : `holidays:\n${off}`}`;
    }
    const isTold = draft.columns.some(
      ({ key }) => key === 'first_response' || key === 'first_response_duration',
    );
    if (!isMeasured && !isTold) return;
    setKnown(draft, ['first_response_business_p50'], {
      ...{ is: 'known', tolerance: 60, optional: option === 'measured_too' },
      value: (tickets) =>
        median(
          tickets.flatMap(({ createdAt, answeredAt }) =>
            answeredAt === null ? [] : [officeTime(createdAt, answeredAt, daysOff)],
          ),
        ),
    });
  },
};

const headers = [
  'First response time in business hours (minutes)',
  'First reply time within business hours (minutes)',
];
