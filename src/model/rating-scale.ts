/** What can say what a question asks for, and on which ends. */
export const scaleSources = [
  'flag',
  'preset',
  'header',
  'neighbours',
  'field',
  'name',
  'siblings',
  'words',
  'cells',
] as const;
export type ScaleSource = (typeof scaleSources)[number];

/** What decided a scale: what is asked (satisfaction, recommendation, effort), and its ends. */
export interface ScaleDecision {
  readonly kind: ScaleSource;
  readonly ends: ScaleSource;
}

/**
 * A rating scale: its ends, and from where on an answer counts as satisfied (top box).
 * `good_bad` is 0–1 with 1 satisfied; thumbs and three faces likewise have their own ends.
 */
export interface RatingScale {
  readonly id: string;
  /** `other`: answers that are kept apart and enter no figure; the id says why. */
  readonly kind: 'csat' | 'nps' | 'ces' | 'other';
  readonly min: number;
  readonly max: number;
  readonly topBoxFrom: number;
  /** True when a low score is the good end: effort, and satisfaction on marks of which 1 is the best. */
  readonly lowIsGood?: boolean;
}
