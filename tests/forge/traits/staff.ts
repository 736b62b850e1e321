import type { Trait } from '../trait.ts';

/** Agents who leave halfway: others take over what they had. */
export const staff: Trait = {
  id: 'staff',
  options: { stays: 8, leaves: 1 },
  world: () => ({ leavers: true }),
  apply: () => {},
};
