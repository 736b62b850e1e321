import type { Column } from '../../model/columns.ts';
import { SURVEY_SENT } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import type { CellBuilder } from './cell-builder.ts';
import { ScoreBuilder } from './score-builder.ts';

/** Adds a column of which surveys were sent, where cells without a rating say so ("Offered"). */
export function addSentSurveys(
  columns: Partial<Record<FieldId, Column>>,
  builders: ReadonlyMap<FieldId, CellBuilder>,
): void {
  for (const field of ['csat', 'score'] as const) {
    const builder = builders.get(field);
    const scores = columns[field];
    if (!(builder instanceof ScoreBuilder) || scores?.type !== 'number') continue;
    const sent = builder.sentSurveys(scores.values);
    if (sent) columns[SURVEY_SENT as FieldId] = { type: 'number', values: sent };
  }
}
