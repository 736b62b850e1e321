import type { DataKind, FieldId } from '../model/fields.ts';
import type { TableMapping } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from './read-options.ts';
import type { RecognisedSource } from './recognised-source.ts';
import { isReadable, placed } from './refusals.ts';

/** By which fields a question shows that it asks a kind of file; tickets, events and messages also date every desk. */
const askedBy: Partial<Record<DataKind, readonly FieldId[]>> = {
  surveys: ['score', 'csat'],
  customers: ['started_at', 'ended_at'],
  activity: ['at'],
};

/** So many files are told of one by one. */
const FEW = 3;

/**
 * Files that were named and from which nothing comes into the answer: no table of them is understood, or the question
 * asks nothing that they know. Lists of people are looked at where they are used.
 */
export function unusedFiles(
  sources: readonly RecognisedSource[],
  options: Pick<ReadOptions, 'fields' | 'datesOptional' | 'asks'>,
): Problem[] {
  const found: Problem[] = sources.flatMap(({ sample, mappings }) => {
    const file = sample.source.path;
    const usable = mappings.filter((mapping) => isReadable(mapping, options));
    if (usable.length === 0) return notUnderstood(file, mappings);
    const kinds = [...new Set(usable.map(({ kind }) => kind as DataKind))];
    if (kinds.some((kind) => isAsked(kind, options))) return [];
    return [{ code: 'file_not_asked', severity: 'note', args: { kinds }, where: { file } } satisfies Problem];
  });
  const unused = found.filter(({ code }) => code === 'file_not_used').map(({ where }) => where?.file);
  if (unused.length <= FEW) return found;
  // A folder with many tables of other things: one line names them; what is wrong with some is no less wrong.
  const others = found.filter(({ code }) => code !== 'file_not_used');
  const wrong = others.filter(({ code }) => code !== 'file_not_asked').slice(0, FEW);
  const told = others.filter((problem) => problem.code === 'file_not_asked' || wrong.includes(problem));
  const files = unused.flatMap((file) => file ?? []);
  return [...told, { code: 'files_not_used', severity: 'warning', args: { files }, count: files.length }];
}

function isAsked(kind: DataKind, { fields, asks }: Pick<ReadOptions, 'fields' | 'asks'>): boolean {
  const asking = askedBy[kind];
  if (asking !== undefined && asks) return asks.includes(kind);
  return asking === undefined || fields === 'all' || asking.some((field) => fields.has(field));
}

/** What stands in the way of each table, or what it is taken for. */
function notUnderstood(file: string, mappings: readonly TableMapping[]): Problem[] {
  const errors = mappings.flatMap((mapping) => {
    const problem = mapping.problems.find(({ severity }) => severity === 'error');
    return problem ? [{ ...placed(problem, file, mapping), severity: 'warning' } satisfies Problem] : [];
  });
  const reason = mappings.find((mapping) => mapping.reason !== undefined)?.reason ?? '';
  const unused: Problem = { code: 'file_not_used', severity: 'warning', args: { reason }, where: { file } };
  return [...errors.slice(0, 1), unused];
}
