import type { Trait } from '../trait.ts';
import { answers } from './answers.ts';
import { cut } from './cut.ts';
import { durations } from './durations.ts';
import { ends } from './ends.ts';
import { language } from './language.ts';
import { naming } from './naming.ts';
import { noise } from './noise.ts';
import { ratings } from './ratings.ts';
import { rows } from './rows.ts';
import { stamps } from './stamps.ts';
import { states } from './states.ts';
import { surveys } from './surveys.ts';
import { threads } from './threads.ts';
import { writing } from './writing.ts';

/** In the order in which they are applied: what the export holds, what it tells, how it tells it. */
export const traits: readonly Trait[] = [
  cut,
  answers,
  ends,
  states,
  ratings,
  surveys,
  threads,
  rows,
  language,
  stamps,
  durations,
  naming,
  writing,
  noise,
];
