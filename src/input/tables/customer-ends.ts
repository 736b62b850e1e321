import type { RawTable } from './raw-table.ts';
import { numbersIn, type Stack } from './stack.ts';

/**
 * Headers by which an end has happened: somebody cancelled, churned, left, was closed. A contract's end, an expiry or a
 * plain "end date" may lie ahead, and says nothing about now.
 */
const happened =
  /\b(?:cancel\w*|churn\w*|terminated|termination|left|quit|lost|deactivated|deactivation|unsubscribed|closed|departed|departure|offboarded|gekundigt|gekuendigt|kundigung\w*|kuendigung\w*|storniert|stornierung|ausgetreten|austritt\w*|abgemeldet|abgewandert|resilie|resilies|resiliation|annule|annulation|depart|desabonne|desabonnement|parti|baja|cancelacion|cancelado|rescindido|rescision|abandono|cancelamento|encerrado|encerramento|desligamento|saiu|abbandono|disdetta|opgezegd)\b|रद्द|छोड़|বাতিল|চলে|ছেড়ে/u;

/** A contract's, a term's or a plan's end, however it is said. */
const planned =
  /\b(?:contract|term|renewal|expir\w*|scheduled|planned|effective until|valid|vertragsende|laufzeit\w*|gultig|ablauf\w*|contrat|echeance|vencimiento|vencimento|vigencia|validade)\b|मियाद|মেয়াদ/u;

/** Whether ends in a column of this name have happened, rather than been agreed on. */
export function saysHappened(header: string): boolean {
  const words = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase();
  return happened.test(words) && !planned.test(words);
}

/** Ends of customers that have happened, which date a desk as every other thing that happened; null for none. */
export function happenedEnds(tables: readonly RawTable[], customers: Stack | null): Float64Array | null {
  const ends = customers && numbersIn(customers.columns, 'ended_at');
  if (!customers || !ends) return null;
  const isTold = tables.map(({ mapping }) => saysHappened(mapping.fields.ended_at?.source ?? ''));
  if (!isTold.includes(true)) return null;
  return ends.map((end, row) => (isTold[customers.table[row]] ? end : Number.NaN));
}

/** The sources whose lists of customers have a column for ends. */
export function sourcesTellingEnds(tables: readonly RawTable[]): ReadonlySet<number> {
  return new Set(tables.flatMap(({ mapping, source }) => (mapping.fields.ended_at ? [source] : [])));
}
