import type { World } from './desk.ts';
import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

/** One way in which exports differ. Its first option is the plain one, to which a failure is reduced. */
export interface Trait {
  readonly id: string;
  /** How often each option is drawn, the plain one first. */
  readonly options: Readonly<Record<string, number>>;
  /** What an option does to the desk itself, before anything is exported. */
  readonly world?: (option: string) => World;
  /** Whether an option leaves more than one reading of the export, which then counts as ambiguous. */
  readonly isAmbiguous?: (option: string, draft: Draft) => boolean;
  /** What the plain option does, where it does something. */
  readonly plain?: (draft: Draft, random: Random) => void;
  /** Makes a draft so; not called for the plain option. What can be known of the figures is kept in step. */
  readonly apply: (draft: Draft, option: string, random: Random) => void;
}
