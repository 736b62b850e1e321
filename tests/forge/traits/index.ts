import type { Trait } from '../trait.ts';
import { above } from './above.ts';
import { answers } from './answers.ts';
import { authors } from './authors.ts';
import { beside } from './beside.ts';
import { blanks } from './blanks.ts';
import { clipped } from './clipped.ts';
import { counts } from './counts.ts';
import { customers } from './customers.ts';
import { cut } from './cut.ts';
import { deactivated } from './deactivated.ts';
import { decoys } from './decoys.ts';
import { durations } from './durations.ts';
import { ends } from './ends.ts';
import { entities } from './entities.ts';
import { formulas } from './formulas.ts';
import { history } from './history.ts';
import { ids } from './ids.ts';
import { labels } from './labels.ts';
import { language } from './language.ts';
import { naming } from './naming.ts';
import { noise } from './noise.ts';
import { notes } from './notes.ts';
import { numbers } from './numbers.ts';
import { office } from './office.ts';
import { order } from './order.ts';
import { parts } from './parts.ts';
import { ratings } from './ratings.ts';
import { receipts } from './receipts.ts';
import { removed } from './removed.ts';
import { rows } from './rows.ts';
import { season } from './season.ts';
import { spelling } from './spelling.ts';
import { staff } from './staff.ts';
import { stale } from './stale.ts';
import { stamps } from './stamps.ts';
import { states } from './states.ts';
import { surveys } from './surveys.ts';
import { tags } from './tags.ts';
import { texts } from './texts.ts';
import { threads } from './threads.ts';
import { tongues } from './tongues.ts';
import { totals } from './totals.ts';
import { typos } from './typos.ts';
import { writing } from './writing.ts';
import { zone } from './zone.ts';

/** In the order in which they are applied: what the export holds, what it tells, how it tells it. */
export const traits: readonly Trait[] = [
  season,
  staff,
  cut,
  parts,
  removed,
  answers,
  counts,
  office,
  ends,
  states,
  stale,
  ratings,
  surveys,
  receipts,
  authors,
  notes,
  threads,
  history,
  customers,
  decoys,
  rows,
  texts,
  clipped,
  language,
  tongues,
  labels,
  deactivated,
  zone,
  stamps,
  durations,
  numbers,
  blanks,
  ids,
  spelling,
  tags,
  order,
  naming,
  typos,
  entities,
  writing,
  formulas,
  noise,
  beside,
  above,
  totals,
];
