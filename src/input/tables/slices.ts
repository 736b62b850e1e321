/** Rows that belong to tickets, in the order in which measures walk them. */
export interface Slices {
  /** Rows of ticket t: `order[offsets[t]] … order[offsets[t + 1] − 1]`, sorted by time. */
  readonly offsets: Uint32Array;
  readonly order: Uint32Array;
  /** Rows without a ticket. */
  readonly orphans: number;
}

export interface SliceOptions {
  /** Ticket row of each entry, −1 for none, −2 for one that is left out without being missed. */
  readonly owner: Int32Array;
  readonly owners: number;
  readonly at: Float64Array;
  /** Decides between entries of one ticket at the same instant; must not depend on the order of rows in a file. */
  readonly tie: (a: number, b: number) => number;
}

/** Sorts entries by ticket and time: a counting sort over tickets, then each ticket's few entries. */
export function sliceByOwner({ owner, owners, at, tie }: SliceOptions): Slices {
  const offsets = new Uint32Array(owners + 1);
  let orphans = 0;
  for (const ticket of owner) {
    if (ticket === -1) orphans++;
    if (ticket >= 0) offsets[ticket + 1]++;
  }
  for (let t = 0; t < owners; t++) offsets[t + 1] += offsets[t];
  const order = new Uint32Array(offsets[owners]);
  const next = offsets.slice();
  for (let row = 0; row < owner.length; row++) if (owner[row] >= 0) order[next[owner[row]]++] = row;
  const compare = (a: number, b: number): number => at[a] - at[b] || tie(a, b) || a - b;
  for (let t = 0; t < owners; t++) {
    const end = offsets[t + 1];
    let sorted = true;
    for (let i = offsets[t] + 1; i < end && sorted; i++) sorted = compare(order[i - 1], order[i]) <= 0;
    if (!sorted) order.subarray(offsets[t], end).sort(compare);
  }
  return { offsets, order, orphans };
}

/** The values of a number column in slice order. */
export function inOrder<T extends Float64Array | Uint32Array | Uint8Array>(values: T, order: Uint32Array): T {
  const out = new (values.constructor as new (length: number) => T)(order.length);
  for (let i = 0; i < order.length; i++) out[i] = values[order[i]];
  return out;
}
