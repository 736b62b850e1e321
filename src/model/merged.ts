type All<Table> = (Table extends unknown ? (table: Table) => void : never) extends (all: infer Of) => void
  ? Of
  : never;

/**
 * Tables of hundreds of entries as one. It has no prototype, so that V8 keeps it as a hash from the start: spreading them
 * into a literal takes twenty times as long, which every run would wait for.
 */
export const merged = <Tables extends readonly object[]>(...tables: Tables): All<Tables[number]> =>
  Object.assign(Object.create(null), ...tables);
