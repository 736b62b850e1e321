import { pinsOfStream } from '../input/recognition/overrides.ts';
import { mailOf } from '../model/loose-keys.ts';
import type { FieldMapping, RecognitionOverrides, TableMapping } from '../model/mapping.ts';
import type { RecognisedSource } from './recognised-source.ts';

type Cells = ReadonlySet<string>;

/**
 * Messages name their author by what the tickets call people: of `author.id` and `author.username` the one that stands
 * among requesters and assignees, so that who asked is known by the same key in both.
 */
export function settleAuthors<T extends RecognisedSource>(
  sources: readonly T[],
  overridesFor: (path: string) => RecognitionOverrides,
): readonly T[] {
  const known = knownPeople(sources);
  if (known.size === 0) return sources;
  return sources.map((source) => {
    const overrides = overridesFor(source.sample.source.path);
    const mappings = source.mappings.map((mapping) =>
      mapping.kind !== 'messages' || pinsOfStream(overrides, mapping.stream).columns.has('author')
        ? mapping
        : withAuthor(source, { mapping, known }),
    );
    return mappings.some((mapping, index) => mapping !== source.mappings[index])
      ? { ...source, mappings }
      : source;
  });
}

function withAuthor(
  source: RecognisedSource,
  { mapping, known }: { readonly mapping: TableMapping; readonly known: Cells },
): TableMapping {
  const { author } = mapping.fields;
  if (!author || overlap(cellsIn(source, mapping, author.column), known) > 0) return mapping;
  const found = mapping.unmapped
    .map((each) => ({ ...each, shared: overlap(cellsIn(source, mapping, each.column), known) }))
    .filter(({ shared, source: name }) => shared > 0 && name !== '')
    .sort((a, b) => b.shared - a.shared || a.column - b.column)[0];
  if (!found) return mapping;
  const field: FieldMapping = { ...author, column: found.column, source: found.source };
  const freed = { column: author.column, source: author.source };
  return {
    ...mapping,
    fields: { ...mapping.fields, author: field },
    unmapped: [...mapping.unmapped.filter(({ column }) => column !== found.column), freed].sort(
      (a, b) => a.column - b.column,
    ),
  };
}

/**
 * Columns of tickets that hold the people of `requester` or `assignee` under another key (`Requester id` beside
 * `Requester`), where messages name their authors by it: by mapping, the field and its other column.
 */
export function otherPeopleKeys(
  sources: readonly RecognisedSource[],
): (mapping: TableMapping) => readonly OtherPeopleKey[] {
  const all = sources.flatMap((source) => source.mappings.map((mapping) => ({ source, mapping })));
  const known = knownPeople(sources);
  const authors = new Set(
    all.flatMap(({ source, mapping }) => {
      const { author } = mapping.kind === 'messages' ? mapping.fields : {};
      return author ? [...cellsIn(source, mapping, author.column)] : [];
    }),
  );
  for (const person of known) authors.delete(person);
  if (authors.size === 0) return () => [];
  const keys = new Map(
    all.flatMap(({ source, mapping }) =>
      mapping.kind === 'tickets' ? [[mapping, keysBeside(source, { mapping, authors })] as const] : [],
    ),
  );
  return (mapping) => keys.get(mapping) ?? [];
}

export interface OtherPeopleKey {
  readonly field: 'requester' | 'assignee';
  readonly source: string;
}

function keysBeside(
  source: RecognisedSource,
  { mapping, authors }: { readonly mapping: TableMapping; readonly authors: Cells },
): OtherPeopleKey[] {
  return mapping.unmapped.flatMap(({ column, source: name }) => {
    if (name === '' || overlap(cellsIn(source, mapping, column), authors) === 0) return [];
    const field = (['requester', 'assignee'] as const).find(
      (id) => mapping.fields[id] && goTogether(source, mapping, [mapping.fields[id].column, column]),
    );
    return field ? [{ field, source: name }] : [];
  });
}

/** Whether each value of one column goes with one of the other, both ways. */
function goTogether(
  source: RecognisedSource,
  mapping: TableMapping,
  [one, other]: readonly [number, number],
): boolean {
  const values = tableOf(source, mapping)?.values;
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  for (const [row, raw] of (values?.[one] ?? []).entries()) {
    const [here, beside] = [raw.trim(), (values?.[other]?.[row] ?? '').trim()];
    if (here === '' || beside === '') continue;
    if ((there.get(here) ?? beside) !== beside || (back.get(beside) ?? here) !== here) return false;
    there.set(here, beside);
    back.set(beside, here);
  }
  return there.size > 0;
}

function knownPeople(sources: readonly RecognisedSource[]): Cells {
  const known = new Set<string>();
  for (const source of sources)
    for (const mapping of source.mappings)
      if (mapping.kind === 'tickets')
        for (const field of ['requester', 'assignee'] as const)
          for (const cell of cellsIn(source, mapping, mapping.fields[field]?.column ?? -1)) known.add(cell);
  return known;
}

const tableOf = ({ sample }: RecognisedSource, { stream }: TableMapping) =>
  sample.tables.find((table) => table.stream === stream);

/** Different cells of a column, as people are compared: addresses without names, in small letters. */
function cellsIn(source: RecognisedSource, mapping: TableMapping, column: number): Cells {
  const cells = tableOf(source, mapping)?.values[column] ?? [];
  return new Set(
    cells.map((cell) => mailOf(cell) ?? cell.trim().toLowerCase()).filter((cell) => cell !== ''),
  );
}

function overlap(cells: Cells, known: Cells): number {
  let count = 0;
  for (const cell of cells) if (known.has(cell)) count++;
  return count;
}
