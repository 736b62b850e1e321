import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ColumnKey, Draft } from '../draft.ts';
import type { Trait } from '../trait.ts';

const folder = path.join(process.env.DESKSTAT_SHARED ?? path.resolve('../shared'), 'corpus');

/** What the shapes of real exports call a field that columns of the forge tell too; durations have their units in them. */
const keyOf: Readonly<Record<string, ColumnKey>> = {
  created_at: 'created',
  solved_at: 'solved',
  first_response_at: 'first_response',
  updated_at: 'updated',
  status: 'status',
  priority: 'priority',
  group: 'group',
  assignee: 'assignee',
  requester: 'requester',
  subject: 'subject',
};

interface Shape {
  readonly files: Readonly<
    Record<string, { readonly kind: string; readonly fields?: Readonly<Record<string, string>> }>
  >;
}

/** A zone of the product that the header is of: cells of the forge are in its own. */
const namesZone = /\b[A-Z][a-z]+\/[A-Z]\w+|\((?:[A-Z]{2,4}T|GMT[+-].*|UTC[+-].*)\)|\b[PECM][SD]T\b/;

let known: ReadonlyMap<ColumnKey, readonly string[]> | null = null;

/** Headers of ticket lists that mean one field wherever they stand; none where no corpus lies beside. */
function headersBeside(): ReadonlyMap<ColumnKey, readonly string[]> {
  if (known) return known;
  const fields = new Map<string, Set<string>>();
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = path.join(folder, name, 'expect.json');
    if (!existsSync(file)) continue;
    const { files } = JSON.parse(readFileSync(file, 'utf8')) as Shape;
    for (const { kind, fields: told = {} } of Object.values(files))
      if (kind === 'tickets')
        // `A|B`: either of two columns of the export.
        for (const [field, header] of Object.entries(told))
          for (const each of typeof header === 'string' ? header.split('|') : [])
            fields.set(each, (fields.get(each) ?? new Set()).add(field));
  }
  const found = new Map<ColumnKey, string[]>();
  for (const [header, meant] of fields) {
    const [field] = meant;
    const key = keyOf[field];
    // A pair of columns, a path in a record, a word that stands for several things.
    if (meant.size > 1 || key === undefined || /[+.[\]]/.test(header) || namesZone.test(header)) continue;
    found.set(key, [...(found.get(key) ?? []), header]);
  }
  known = found;
  return found;
}

const isAlone = (draft: Draft, key: ColumnKey): boolean =>
  draft.columns.filter((each) => each.key === key).length === 1;

/** Whose headers the tickets have: the forge's own, or those of the real exports that lie beside the project. */
export const beside: Trait = {
  id: 'beside',
  options: { own: 12, corpus: 1 },
  apply: (draft, _option, random) => {
    const taken = new Set(draft.columns.map(({ header }) => header.toLowerCase()));
    for (const each of draft.columns) {
      const { key } = each;
      const free = (key === null ? [] : (headersBeside().get(key) ?? [])).filter(
        (header) => !taken.has(header.toLowerCase()),
      );
      if (key === null || free.length === 0 || !isAlone(draft, key)) continue;
      const place = draft.zone !== null && each.type === 'instant' ? ` (${draft.zone.name})` : '';
      each.header = `${random.pick(free)}${place}`;
      taken.add(each.header.toLowerCase());
    }
  },
};
