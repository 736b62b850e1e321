import { matchLoosely } from '../../model/loose-keys.ts';
import type { RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { SourceSample, TableSample } from '../../model/source.ts';
import { type ColumnLook, isUnique, lookAt } from './column-look.ts';
import { candidatesFor, LEAST } from './field-match.ts';
import { headersInEnglish } from './glossed-headers.ts';
import { foldHeader } from './header.ts';

/** A source with what its tables were found to be, each file for itself. */
interface SourceMappings {
  readonly sample: SourceSample;
  readonly mappings: readonly TableMapping[];
  readonly overrides: RecognitionOverrides;
}

/** A table that names customers: a list of them, or what they did. */
interface KeyedTable {
  readonly path: string;
  readonly sample: TableSample;
  readonly mapping: TableMapping;
  readonly isPinned: boolean;
  readonly keys: readonly KeyColumn[];
  /** Columns that name an order, a subscription or a row, or too few people: no customers. */
  readonly refused: ReadonlySet<number>;
}

/** A column by which a table may name its customers. */
interface KeyColumn {
  readonly column: number;
  readonly name: string;
  readonly rank: number;
  readonly confidence: number;
  readonly values: ReadonlySet<string>;
}

/** A column holds customers only if it has at least one value for so many rows. */
const ROWS_A_VALUE = 20;

/** Share of the smaller side's values, and their number, that make two columns speak of the same people. */
const SAME_PEOPLE = 0.1;
const FEWEST_SHARED = 2;

/**
 * Chooses the column that tells customers apart where several could, all files looked at together: the one whose values
 * the other files carry; else the one named customer, account or e-mail before a row's own id (subscription, contract,
 * order), unique or not. A column with fewer than one value in twenty rows is none. What names no customer at all (totals
 * a day) is no activity, and two lists that call their customers differently are not put together.
 */
export function settleCustomerKeys<T extends SourceMappings>(
  sources: readonly T[],
): { readonly sources: T[]; readonly problems: Problem[] } {
  const isAsked = sources.some(({ mappings }) => mappings.some(({ kind }) => namesCustomers(kind)));
  if (!isAsked) return { sources: [...sources], problems: [] };
  const tables = sources.flatMap((source) =>
    source.mappings.flatMap((mapping, index) =>
      // Below a header without rows the words are all there is to go by.
      namesCustomers(mapping.kind) && source.sample.tables[index].rows > 0
        ? [keyedTable(source, mapping, index)]
        : [],
    ),
  );
  const others = sources.flatMap(keysOfTickets);
  const chosen = new Map<TableMapping, KeyColumn | null>();
  const rivals = new Map<TableMapping, ReadonlySet<string>>();
  for (const kind of ['customers', 'activity'] as const) {
    for (const table of tables.filter(({ mapping }) => mapping.kind === kind)) {
      const rest = tables.filter((other) => other !== table);
      const known = [...others, ...rest.flatMap((other) => settledKeys(other, chosen))];
      const best = bestKey(table, known);
      chosen.set(table.mapping, best.key);
      rivals.set(table.mapping, best.rivals);
    }
  }
  const problems: Problem[] = [];
  const dropped = new Map<TableMapping, Sentence>();
  for (const kind of ['customers', 'activity'] as const)
    for (const { table, main } of strangers(tables, { kind, chosen })) {
      const reason = sentence('why.customers_called_otherwise', { file: main.path });
      dropped.set(table.mapping, reason);
      problems.push({
        code: 'customers_not_pooled',
        severity: 'warning',
        args: { other: main.path, key: keyName(table, chosen), otherKey: keyName(main, chosen) },
        where: { file: table.path },
      });
    }
  const settled = sources.map((source) => ({
    ...source,
    mappings: source.mappings.map((mapping) =>
      withoutSettledDoubt(settledMapping(mapping, { chosen, dropped }), rivals.get(mapping)),
    ),
  }));
  return { sources: settled.map((source) => withTicketKeys(source, { tables, chosen })), problems };
}

const namesCustomers = (kind: TableMapping['kind']): boolean => kind === 'customers' || kind === 'activity';

/** How good a name a column has for a customer; 0 for the id of a row. */
function rankOf(words: string): number {
  if (rowWords.test(words)) return 0;
  // Two people may have one name.
  if (/\b(?:name|nom|nombre|nome|nachname|vorname)\b|नाम|নাম/u.test(words)) return 1;
  if (customerWords.test(words)) return 3;
  if (accountWords.test(words)) return 2;
  return 1;
}

/** What one row of a list is called, in the languages whose headers are known: its id is no customer's. */
const rowWords =
  /\b(?:subscriptions?|contracts?|orders?|invoices?|payments?|transactions?|abos?|abonnements?|abonnement|vertrag\w*|bestell\w*|auftrag\w*|rechnung\w*|contrats?|commandes?|factures?|contratos?|pedidos?|facturas?|suscripcion\w*|assinaturas?|faturas?)\b|सदस्यता|अनुबंध|ऑर्डर|সাবস্ক্রিপশন|চুক্তি|অর্ডার/u;
const customerWords =
  /\b(?:customers?|clients?|users?|subscribers?|members?|kunden?\w*|nutzer\w*|mitglied\w*|clientes?|usuarios?|utilisateurs?|membres?|miembros?|membros?|e ?mails?|mail|correo)\b|ग्राहक|सदस्य|ईमेल|গ্রাহক|সদস্য|ইমেইল/u;
const accountWords =
  /\b(?:accounts?|compan(?:y|ies)|organi[sz]ations?|workspaces?|tenants?|firma|unternehmen|konto|kontonummer|entreprises?|societe|comptes?|empresas?|cuentas?|contas?)\b|कंपनी|खाता|কোম্পানি|অ্যাকাউন্ট/u;

function keyedTable({ sample, overrides }: SourceMappings, mapping: TableMapping, index: number): KeyedTable {
  const table = sample.tables[index];
  const stamps = new Set(
    [mapping.fields.started_at, mapping.fields.ended_at, mapping.fields.at].map((field) => field?.column),
  );
  const inEnglish = headersInEnglish(table.columns);
  const looks = table.columns
    .map((name, column) => lookAt(table, column, inEnglish(name)))
    .filter((look) => !stamps.has(look.index) && look.filled > 0);
  const named = candidatesFor('customers', looks, LEAST).filter(({ field }) => field === 'customer');
  const mails = looks.filter(
    (look) => look.emailShare > 0.5 && !named.some(({ look: { index: at } }) => at === look.index),
  );
  const all = [...named, ...mails.map((look) => ({ look, score: LEAST }))];
  const refused = new Set(
    all.filter(({ look }) => isNoKey(look, mapping.kind)).map(({ look }) => look.index),
  );
  return {
    path: sample.source.path,
    sample: table,
    mapping,
    isPinned: overrides.columns.has('customer') || mapping.preset !== null,
    keys: all.filter(({ look }) => !refused.has(look.index)).map(keyOf),
    refused,
  };
}

/** Too few values for so many rows; in a list of what people did also a number that every row has of its own. */
function isNoKey(look: ColumnLook, kind: TableMapping['kind']): boolean {
  const rank = rankOf(look.header.words);
  const isSparse = look.distinct * ROWS_A_VALUE < look.filled;
  if (kind === 'customers') return isSparse;
  return rank < 2 && (isSparse || (isUnique(look) && look.filled > 1));
}

function keyOf({ look, score }: { readonly look: ColumnLook; readonly score: number }): KeyColumn {
  return {
    column: look.index,
    name: look.name,
    rank: rankOf(look.header.words),
    confidence: score,
    values: valuesOf(look.cells),
  };
}

/** Distinct values in a form in which the same customer reads the same: letter case off, the address out of `Name <a@b>`. */
function valuesOf(cells: readonly string[]): ReadonlySet<string> {
  const values = new Set<string>();
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    const folded = foldValue(cell);
    values.add(/<([^<>\s]+@[^<>\s]+)>$/.exec(folded)?.[1] ?? folded);
  }
  return values;
}

/** A column of tickets or answers that may name customers. */
interface OtherKey {
  readonly name: string;
  readonly values: ReadonlySet<string>;
}

/** By what tickets and answers name who is behind them, mapped or not. */
function keysOfTickets({ sample, mappings }: SourceMappings): OtherKey[] {
  return mappings.flatMap((mapping, index) => {
    if (mapping.kind !== 'tickets' && mapping.kind !== 'surveys') return [];
    return customerColumns(sample.tables[index], mapping).map((column) => ({
      name: sample.tables[index].columns[column],
      values: valuesOf(sample.tables[index].values[column] ?? []),
    }));
  });
}

function customerColumns(table: TableSample, { fields, unmapped }: TableMapping): number[] {
  const mapped = [fields.requester, fields.organization, fields.customer].flatMap((field) =>
    field ? [field.column] : [],
  );
  const named = unmapped.filter(({ source }) => rankOf(foldHeader(source)) >= 2).map(({ column }) => column);
  return [...mapped, ...named].filter((column) => column < table.columns.length);
}

function settledKeys(
  { keys, mapping }: KeyedTable,
  chosen: ReadonlyMap<TableMapping, KeyColumn | null>,
): readonly KeyColumn[] {
  const settled = chosen.get(mapping);
  return settled ? [settled] : keys;
}

/** Share of the smaller side's values that stand on both sides; 0 where too few do. */
function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const value of small) if (large.has(value)) shared++;
  const share = shared / Math.max(1, small.size);
  return shared >= Math.min(FEWEST_SHARED, small.size) && share >= SAME_PEOPLE ? share : 0;
}

/** Share of the smaller side's keys that only then stand on both sides when case, zeros, a prefix and the like are off. */
const SAME_OTHERWISE = 0.5;

/** The same of columns that are called customers or accounts, which two files may write differently. */
function customersShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const exact = sharedShare(a, b);
  if (exact > 0) return exact;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const pairs = matchLoosely(small, large)?.pairs.size ?? 0;
  const share = pairs / Math.max(1, small.size);
  return pairs >= FEWEST_SHARED && share >= SAME_OTHERWISE ? share : 0;
}

/** The same of two columns; of one name for accounts or customers they speak of the same, if of other ones of them. */
function sharedWith(key: KeyColumn, other: OtherKey): number {
  const share =
    key.rank >= 2 ? customersShared(key.values, other.values) : sharedShare(key.values, other.values);
  const isNamedAlike = key.rank >= 2 && foldHeader(key.name) === foldHeader(other.name);
  return share === 0 && isNamedAlike ? SAME_PEOPLE / 2 : share;
}

interface BestKey {
  /** Null where none of its columns names customers. */
  readonly key: KeyColumn | null;
  /** The columns of which nothing says that they name customers less well. */
  readonly rivals: ReadonlySet<string>;
}

/** The key of a table. */
function bestKey(table: KeyedTable, others: readonly OtherKey[]): BestKey {
  const { mapping, keys, isPinned } = table;
  const current = keys.find(({ column }) => column === mapping.fields.customer?.column) ?? null;
  if (isPinned) return { key: current, rivals: new Set() };
  const scored = keys.map((key) => ({
    key,
    shared: Math.max(0, ...others.map((other) => sharedWith(key, other))),
  }));
  scored.sort(
    (a, b) =>
      Number(b.shared > 0) - Number(a.shared > 0) ||
      b.key.rank - a.key.rank ||
      b.shared - a.shared ||
      Number(b.key === current) - Number(a.key === current) ||
      b.key.confidence - a.key.confidence ||
      a.key.column - b.key.column,
  );
  const [best, ...rest] = scored;
  if (!best) return { key: null, rivals: new Set() };
  const equal = rest.filter(
    ({ key, shared }) => shared > 0 === best.shared > 0 && key.rank === best.key.rank,
  );
  return { key: best.key, rivals: new Set(equal.map(({ key }) => key.name)) };
}

/** Which of two columns is the customer is no riddle any more where one of them turned out to name a row, or less well. */
function withoutSettledDoubt(mapping: TableMapping, rivals: ReadonlySet<string> | undefined): TableMapping {
  const key = mapping.fields.customer?.source;
  if (rivals === undefined || key === undefined) return mapping;
  const isSettled = ({ code, args }: Problem): boolean =>
    code === 'field_ambiguous' &&
    args.field === 'customer' &&
    !(args.candidates as readonly string[]).some((name) => rivals.has(name.slice(1, -1)));
  if (!mapping.problems.some(isSettled)) return mapping;
  return { ...mapping, problems: mapping.problems.filter((problem) => !isSettled(problem)) };
}

interface Settled {
  readonly chosen: ReadonlyMap<TableMapping, KeyColumn | null>;
  readonly dropped: ReadonlyMap<TableMapping, Sentence>;
}

function settledMapping(mapping: TableMapping, { chosen, dropped }: Settled): TableMapping {
  if (!chosen.has(mapping)) return mapping;
  const reason = dropped.get(mapping);
  if (reason !== undefined) return { ...mapping, kind: 'none', fields: {}, reason, problems: [] };
  const key = chosen.get(mapping) ?? null;
  const current = mapping.fields.customer;
  if (!current || key?.column === current.column) return mapping;
  if (key === null) return namelessMapping(mapping);
  const used = Object.values(mapping.fields).filter((field) => field && field !== current);
  if (used.some((field) => field?.column === key.column)) return mapping;
  return {
    ...mapping,
    fields: {
      ...mapping.fields,
      customer: { ...current, column: key.column, source: key.name, confidence: key.confidence },
    },
    unmapped: [
      ...mapping.unmapped.filter(({ column }) => column !== key.column),
      { column: current.column, source: current.source },
    ].sort((a, b) => a.column - b.column),
  };
}

/** A table of which no column names a customer. */
function namelessMapping(mapping: TableMapping): TableMapping {
  return {
    ...mapping,
    kind: 'none',
    fields: {},
    reason: sentence('why.no_customer_column'),
    problems: [],
  };
}

interface Strangers {
  readonly kind: 'customers' | 'activity';
  readonly chosen: ReadonlyMap<TableMapping, KeyColumn | null>;
}

/** Tables of one kind whose customers are of another id space than those of the first table with ends, or the largest. */
function strangers(
  all: readonly KeyedTable[],
  { kind, chosen }: Strangers,
): { readonly table: KeyedTable; readonly main: KeyedTable }[] {
  const tables = all.filter(({ mapping }) => mapping.kind === kind && chosen.get(mapping));
  if (tables.length < 2) return [];
  const [main, ...rest] = [...tables].sort(
    (a, b) =>
      Number(b.mapping.fields.ended_at !== undefined) - Number(a.mapping.fields.ended_at !== undefined) ||
      b.sample.rows - a.sample.rows ||
      (a.path < b.path ? -1 : 1),
  );
  const key = chosen.get(main.mapping) as KeyColumn;
  return rest
    .filter(({ mapping }) => {
      const own = chosen.get(mapping) as KeyColumn;
      if (foldHeader(own.name) === foldHeader(key.name)) return false;
      return customersShared(own.values, key.values) === 0;
    })
    .map((table) => ({ table, main }));
}

function keyName({ mapping }: KeyedTable, chosen: ReadonlyMap<TableMapping, KeyColumn | null>): string {
  return chosen.get(mapping)?.name ?? mapping.fields.customer?.source ?? '';
}

/**
 * Tickets that name their customer in a column of their own, beside the person who wrote: it is the account they are
 * from, where the list of customers is kept by it and neither the requester nor the organization is.
 */
function withTicketKeys<T extends SourceMappings>(
  source: T,
  { tables, chosen }: { readonly tables: readonly KeyedTable[]; readonly chosen: Strangers['chosen'] },
): T {
  const lists = tables.flatMap(({ mapping }) => {
    const key = mapping.kind === 'customers' ? chosen.get(mapping) : null;
    return key ? [key] : [];
  });
  if (lists.length === 0) return source;
  const mappings = source.mappings.map((mapping, index) => {
    if (
      mapping.kind !== 'tickets' ||
      mapping.fields.organization ||
      source.overrides.columns.has('organization')
    )
      return mapping;
    const table = source.sample.tables[index];
    const shares = customerColumns(table, mapping).map((column) => ({
      column,
      share: Math.max(
        ...lists.map(({ values }) => customersShared(valuesOf(table.values[column] ?? []), values)),
      ),
    }));
    const best = shares.sort((a, b) => b.share - a.share || a.column - b.column)[0];
    if (!best || best.share === 0 || !mapping.unmapped.some(({ column }) => column === best.column))
      return mapping;
    return withOrganization(mapping, { column: best.column, name: table.columns[best.column] });
  });
  return { ...source, mappings };
}

function withOrganization(
  mapping: TableMapping,
  { column, name }: { readonly column: number; readonly name: string },
): TableMapping {
  const reading = { type: 'category', values: null } as const;
  return {
    ...mapping,
    fields: { ...mapping.fields, organization: { column, source: name, confidence: 0.7, reading } },
    unmapped: mapping.unmapped.filter((each) => each.column !== column),
  };
}
