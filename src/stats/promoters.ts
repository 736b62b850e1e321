/** NPS answers from here on are promoters (Reichheld 2003). */
export const PROMOTERS_FROM = 9;
/** Answers below this are detractors; between both lie passives. Half points fall by this partition too: 6.5 below 7. */
export const PASSIVES_FROM = 7;

/** On which side an NPS answer (0–10) counts: 1 promoter, 0 passive, −1 detractor. */
export function promoterSide(score: number): 1 | 0 | -1 {
  if (score >= PROMOTERS_FROM) return 1;
  return score < PASSIVES_FROM ? -1 : 0;
}

/** How many answers (0–10) are promoters and detractors. */
export function promotersOf(scores: Iterable<number>): { promoters: number; detractors: number } {
  let [promoters, detractors] = [0, 0];
  for (const score of scores) {
    const side = promoterSide(score);
    if (side > 0) promoters++;
    else if (side < 0) detractors++;
  }
  return { promoters, detractors };
}
