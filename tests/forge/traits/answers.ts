import { addColumn, blur, column, type Draft, dropColumn, firstResponseFigures, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

const durations = (draft: Draft, none: number | null): (number | null)[] =>
  draft.rows.map(({ answeredAt, createdAt }) => (answeredAt === null ? none : answeredAt - createdAt));

/** How the export tells when a ticket was answered. */
export const answers: Trait = {
  id: 'answers',
  options: { stamp: 5, minutes: 3, minutes_and_stamp: 2, zero_and_stamp: 2, none: 2, zero: 1 },
  // A zero may be an answer at once or none.
  isAmbiguous: (option) => option === 'zero',
  apply: (draft, option) => {
    if (option === 'minutes' || option === 'none' || option === 'zero') dropColumn(draft, 'first_response');
    if (option === 'none') {
      setKnown(draft, [...firstResponseFigures, 'unanswered', 'closed_unanswered'], { is: 'withheld' });
      return;
    }
    const cells = durations(draft, option.startsWith('zero') ? 0 : null);
    addColumn(draft, { key: 'first_response_duration', type: 'duration', cells });
    // A zero alone may be an answer at once or none: nobody knows who was not answered.
    if (option === 'zero') {
      // What was deleted or merged is in no figure, whatever its zero is.
      const isHidden = (isFinished: boolean): boolean =>
        draft.tickets.some(
          ({ answeredAt, solvedAt }) => answeredAt === null && (solvedAt !== null) === isFinished,
        );
      if (isHidden(false)) setKnown(draft, ['unanswered'], { is: 'withheld' });
      if (isHidden(true)) setKnown(draft, ['closed_unanswered'], { is: 'withheld' });
    }
    if (!column(draft, 'first_response')) blur(draft, firstResponseFigures, 60);
  },
};
