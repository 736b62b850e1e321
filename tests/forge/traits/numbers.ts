import {
  allFigures,
  blur,
  type Draft,
  firstResponseFigures,
  makeOptional,
  resolutionFigures,
  rewrite,
} from '../draft.ts';
import type { Trait } from '../trait.ts';

const marks: Readonly<Record<string, readonly [thousands: string, decimals: string]>> = {
  commas: [',', '.'],
  points: ['.', ','],
  blanks: ['\u00a0', ','],
  narrow_blanks: ['\u202f', ','],
  apostrophes: ['’', '.'],
  decimal_commas: ['', ','],
};

const isMeasured = ({ key, header }: Draft['columns'][number]): boolean =>
  key?.endsWith('_duration') === true || /business hours \(minutes\)|\bminutes\)$/i.test(header);

/** How large numbers are grouped, and where their decimals begin. */
export const numbers: Trait = {
  id: 'numbers',
  options: {
    plain: 14,
    commas: 1,
    points: 1,
    blanks: 1,
    narrow_blanks: 1,
    apostrophes: 1,
    decimal_commas: 1,
  },
  // `1,234` may be one and a bit.
  isAmbiguous: (option, draft) =>
    (option === 'commas' || option === 'points') && draft.columns.some(isMeasured),
  apply: (draft, option) => {
    const [thousands, decimals] = marks[option];
    rewrite(draft.columns.filter(isMeasured), (cell) => {
      const found = /^(\d+)(?:\.(\d+))?$/.exec(cell);
      if (!found) return cell;
      const whole = found[1].replace(/\B(?=(\d{3})+$)/g, thousands);
      return found[2] === undefined ? whole : `${whole}${decimals}${found[2]}`;
    });
    if ((option === 'commas' || option === 'points') && draft.columns.some(isMeasured)) {
      makeOptional(draft, allFigures);
      // Then bare dates are all that tells of them.
      if (draft.precision === 'day') blur(draft, [...firstResponseFigures, ...resolutionFigures], 86_400);
    }
  },
};
