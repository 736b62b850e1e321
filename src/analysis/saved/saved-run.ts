import { DeskstatError } from '../../model/problem.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { isObject, type Json, listOf, numberOrNull, textOr } from './json-value.ts';
import { reportFigures } from './report-figures.ts';
import { metricFigures } from './row-figures.ts';
import { type SavedRun, type SavedSource, savedKinds } from './saved-figure.ts';

/**
 * Reads a saved result. What an older version did not write down is null.
 *
 * @throws DeskstatError (2) for text that is no saved result of `metrics` or `report`
 */
export function readSavedRun(text: string, file: string): SavedRun {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    throw unusable(file, sentence('why.not_json'));
  }
  const schema = isObject(whole) ? textOr(whole.schema, '') : '';
  const kind = savedKinds.find((each) => schema === `deskstat.${each}/1`);
  if (!isObject(whole) || !kind) {
    throw unusable(
      file,
      schema.startsWith('deskstat.')
        ? sentence('why.other_result', { schema })
        : sentence('why.no_result_of_deskstat'),
    );
  }
  const body = kind === 'metrics' ? whole.rows : whole.blocks;
  if (!Array.isArray(body) || typeof whole.timezone !== 'string')
    throw unusable(file, sentence('why.parts_missing'));
  return {
    kind,
    version: textOr(whole.version, null),
    asOf: textOr(whole.as_of, null),
    timezone: whole.timezone,
    definitions: numberOrNull(whole.definitions),
    answers: whole.answers === 'bots' ? 'bots' : 'people',
    hours: textOr(whole.hours, null),
    arguments: Array.isArray(whole.arguments) ? whole.arguments.map(String) : null,
    sources: listOf(whole.sources).map(sourceOf),
    settings: listOf(whole.settings).map(sourceOf),
    figures: kind === 'metrics' ? metricFigures(whole) : reportFigures(whole),
  };
}

function sourceOf(entry: Json): SavedSource {
  return {
    path: textOr(entry.path, ''),
    rows: numberOrNull(entry.rows),
    sha256: textOr(entry.sha256, null),
  };
}

function unusable(file: string, reason: Sentence): DeskstatError {
  return new DeskstatError({ code: 'saved_unusable', args: { reason }, where: { file } }, 2);
}
