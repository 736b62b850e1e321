import type { Trait } from '../trait.ts';

/** Whether headers of stamps name the zone. */
export const zone: Trait = {
  id: 'zone',
  options: { none: 5, in_header: 2 },
  apply: (draft, _option, random) => {
    draft.isZoneNamed = true;
    const write = random.pick(['(UTC)', '(GMT)', '(UTC)']);
    for (const each of [...draft.columns, ...draft.further.flatMap(({ columns }) => columns)])
      if (each.isInstant) each.header = `${each.header} ${write}`;
  },
};
