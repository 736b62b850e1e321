import { codesOf, type Desk } from '../../model/desk.ts';
import type { Retention } from '../../model/retention.ts';
import type { CustomerTenures } from '../metrics/customer-tenures.ts';

/** Which customer each ticket is from. */
export interface CustomerTickets {
  /** Index of each ticket's customer, −1 for none of them. */
  readonly customer: Int32Array;
  readonly matched: NonNullable<Retention['matched']>;
}

/**
 * Finds the customer of each ticket: by the requester (the same e-mail address or id in both files), or, where more
 * tickets are found that way, by the organization (customers that are firms). Null without tickets.
 */
export function customersOfTickets(desk: Desk, tenures: CustomerTenures): CustomerTickets | null {
  const { tickets, customers } = desk;
  const names = customers && codesOf(customers, 'customer')?.names;
  if (tickets.rows === 0 || !names) return null;
  const byCode = new Map<number, number>();
  tenures.person.forEach((code, c) => {
    byCode.set(code, c);
  });
  const find = (field: 'requester' | 'organization'): CustomerTickets | null => {
    const column = codesOf(tickets, field);
    if (!column) return null;
    const codeOf =
      column.names === names ? (code: number) => code : (code: number) => names.find(column.names.name(code));
    const known: number[] = [];
    const customer = new Int32Array(tickets.rows).fill(-1);
    let matched = 0;
    for (let t = 0; t < tickets.rows; t++) {
      const code = column.codes[t];
      if (code === 0) continue;
      known[code] ??= byCode.get(codeOf(code)) ?? -1;
      customer[t] = known[code];
      if (known[code] >= 0) matched++;
    }
    return { customer, matched: { tickets: matched, of: tickets.rows, by: field } };
  };
  const byRequester = find('requester');
  const byOrganization = find('organization');
  if (!byRequester || (byOrganization && byOrganization.matched.tickets > byRequester.matched.tickets))
    return byOrganization;
  return byRequester;
}
