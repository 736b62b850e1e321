import type { RatingScale, ScaleSource } from './rating-scale.ts';

/** On which scale answers are read, which of them are good, and what decided both, for the receipt of a figure. */
export interface ScaleReceipt {
  /** As the file has it; null for ratings that stand in the tickets' own column. */
  readonly question: string | null;
  readonly scale: string;
  readonly kind: RatingScale['kind'];
  readonly low: number;
  readonly high: number;
  /** Scores that count as satisfied, as promoters, as favourable. */
  readonly good_from: number;
  readonly good_to: number;
  readonly kind_by: ScaleSource;
  readonly ends_by: ScaleSource;
}
