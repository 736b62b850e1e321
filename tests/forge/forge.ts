import { deriveKnowledge } from './derived.ts';
import { simulateDesk, type World } from './desk.ts';
import { type Draft, plainDraft } from './draft.ts';
import type { FigureId } from './figures.ts';
import { type Random, randomOf, seedOf } from './random.ts';
import type { Trait } from './trait.ts';
import { traits } from './traits/index.ts';
import { writeFiles } from './write.ts';

/** Which option of each trait an export has. */
export type Choice = Readonly<Record<string, string>>;

/** What an export is made from: the same recipe gives the same bytes. */
export interface Recipe {
  readonly seed: number;
  readonly size: number;
  readonly choice: Choice;
}

export const plainOf = (options: Readonly<Record<string, number>>): string => Object.keys(options)[0];

/** The recipe of one export of a run. */
export function drawRecipe(seed: number): Recipe {
  const random = randomOf(seedOf(`recipe ${seed}`));
  // A stream for each, so that a further trait moves none of the others.
  const choice = Object.fromEntries(traits.map(({ id, options }) => [id, draw(options, random.fork(id))]));
  return { seed, size: 60 + random.int(240), choice };
}

function draw(options: Readonly<Record<string, number>>, random: Random): string {
  const weights = Object.entries(options);
  let at = random.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [option, weight] of weights) {
    at -= weight;
    if (at < 0) return option;
  }
  return weights[0][0];
}

/** A ticket whose only row breaks off in the middle is not in the export. */
function loseLast(draft: Draft): void {
  const last = draft.rows.at(-1);
  if (draft.rows.indexOf(last as (typeof draft.rows)[number]) === draft.rows.length - 1)
    draft.tickets = draft.tickets.filter((ticket) => ticket !== last);
}

/** What a list of tickets alone does not tell. */
const untold: readonly FigureId[] = [
  ...(['csat', 'csat_mean', 'csat_response_rate', 'nps', 'reopen_rate', 'retention_rate'] as const),
  ...([
    'first_response_business_p50',
    'next_response_p50',
    'replies',
    'one_touch_rate',
    'reassignments',
  ] as const),
];

/** A desk whose truth is known, and the export that the recipe makes of it. */
export function forge({ seed, size, choice }: Recipe): Draft {
  const random = randomOf(seed);
  const optionOf = (trait: Trait): string => choice[trait.id] ?? plainOf(trait.options);
  const world = Object.assign({}, ...traits.map((trait) => trait.world?.(optionOf(trait)) ?? {})) as World;
  const draft = plainDraft(simulateDesk(random.fork('desk'), size, world), random);
  const { knowledge } = draft;
  for (const id of untold) knowledge.set(id, { is: 'withheld' });
  for (const trait of traits) {
    const option = optionOf(trait);
    const own = random.fork(trait.id);
    if (option === plainOf(trait.options)) trait.plain?.(draft, own);
    else trait.apply(draft, option, own);
  }
  if (draft.dialect.truncated && draft.dialect.format === 'csv') loseLast(draft);
  deriveKnowledge(draft);
  draft.ambiguous = traits.filter((trait) => trait.isAmbiguous?.(optionOf(trait), draft)).map(({ id }) => id);
  // A header without rows holds nothing, whatever it could have told: counts are 0.
  if (draft.rows.length === 0)
    for (const id of ['backlog', 'unanswered'] as const)
      knowledge.set(id, { is: 'known', tolerance: 0, optional: true });
  draft.files = writeFiles(draft);
  return draft;
}
