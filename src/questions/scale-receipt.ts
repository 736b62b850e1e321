import type { Desk } from '../model/desk.ts';
import type { Metric } from '../model/metric.ts';
import type { RatingScale, ScaleDecision } from '../model/rating-scale.ts';
import type { ScaleReceipt } from '../model/scale-receipt.ts';

/** On which scales the answers behind a figure are read, and what decided each; empty for figures without answers. */
export function scaleReceipt(desk: Desk, metric: Metric): readonly ScaleReceipt[] {
  const kind = 'ofSurvey' in metric ? metric.ofSurvey : undefined;
  if (kind === undefined) return [];
  const surveys = desk.surveys.filter(({ scale }) => scale.kind === kind);
  if (surveys.length > 0)
    return surveys.flatMap(({ question, scale, decided }) => entry(question, { scale, decided }));
  const { csatScale, csatDecided } = desk;
  return kind === 'csat' && csatScale ? entry(null, { scale: csatScale, decided: csatDecided }) : [];
}

function entry(
  question: string | null,
  { scale, decided }: { readonly scale: RatingScale; readonly decided: ScaleDecision | undefined },
): ScaleReceipt[] {
  if (!decided) return [];
  const { id, kind, min, max, topBoxFrom, lowIsGood } = scale;
  return [
    {
      question,
      scale: id,
      kind,
      low: min,
      high: max,
      good_from: lowIsGood ? min : topBoxFrom,
      good_to: lowIsGood ? topBoxFrom : max,
      kind_by: decided.kind,
      ends_by: decided.ends,
    },
  ];
}
