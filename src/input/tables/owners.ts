import { codesIn, type Stack } from './stack.ts';

/** Ticket row by code of its id, −1 where no ticket has it; nothing where there is nothing to join. */
export function ownersByCode(tickets: Stack | null, size: number): Int32Array {
  if (!tickets) return new Int32Array(0);
  const owners = new Int32Array(size + 1).fill(-1);
  const ids = codesIn(tickets.columns, 'id');
  if (ids)
    for (let row = 0; row < tickets.rows; row++) if (ids.codes[row] !== 0) owners[ids.codes[row]] = row;
  return owners;
}

export function ownerRows(codes: Uint32Array, owners: Int32Array): Int32Array {
  const rows = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== 0) rows[row] = owners[codes[row]] ?? -1;
  return rows;
}

/** Without what happened after `--as-of`: a look back must not know how stories went on. */
export function knownBy(
  asOf: number | null,
  { owner, at }: { readonly owner: Int32Array; readonly at: Float64Array },
): Int32Array {
  return asOf === null ? owner : owner.map((ticket, row) => (at[row] > asOf ? -2 : ticket));
}
