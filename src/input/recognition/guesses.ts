import type { FieldId } from '../../model/fields.ts';
import type { FieldMapping, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';

/** From here on a mapping counts as certain: the column is a verified preset's, pinned, or named exactly so. */
const CERTAIN = 0.9;

/**
 * Everything about these tables that is neither certain nor pinned, as problems: fields, zones, and what recognition
 * noted itself (date order, rating scale, units). `--no-guess` turns them into errors.
 */
export function guesses(
  tables: readonly { readonly path: string; readonly mapping: TableMapping }[],
): Problem[] {
  const found: Problem[] = [];
  for (const { path, mapping } of tables) {
    if (mapping.kind === 'none' || mapping.kind === 'reference') continue;
    const where = { file: path, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    if (mapping.confidence < CERTAIN && mapping.preset === null && mapping.confidence < 0.7) {
      found.push({
        code: 'kind_guessed',
        severity: 'note',
        args: { kind: mapping.kind, try: `--${mapping.kind} '${path}'` },
        where,
      });
    }
    for (const [field, { source, confidence }] of Object.entries(mapping.fields) as [
      FieldId,
      FieldMapping,
    ][]) {
      if (confidence >= CERTAIN) continue;
      found.push({
        code: 'field_guessed',
        severity: 'note',
        args: { field, column: source, confidence: confidence.toFixed(2), try: `--map ${field}='${source}'` },
        where,
      });
    }
    found.push(...mapping.problems.filter(({ code }) => guessCodes.has(code)));
  }
  return found;
}

const guessCodes: ReadonlySet<Problem['code']> = new Set([
  'zone_guessed',
  'date_order_guessed',
  'scale_guessed',
  'duration_unit_guessed',
  'clock_guessed',
  'duration_unit_unknown',
  'effort_direction_unknown',
  'statuses_unknown',
]);
