import { DeskstatError } from '../model/problem.ts';

/** The address of a ticket by its number; null where there is none. */
export type TicketLink = (id: unknown) => string | null;

const place = '{id}';

/**
 * Addresses of tickets, made from one with `{id}` in it.
 *
 * @throws DeskstatError (2) for an address without `{id}`, or one that is none of the web
 */
export function ticketLink(address: string | null): TicketLink | null {
  if (address === null) return null;
  const isAddress = /^https?:\/\/[^\s<>"']+$/.test(address) && URL.canParse(address.replaceAll(place, '1'));
  if (!isAddress || !address.includes(place))
    throw new DeskstatError({ code: 'bad_ticket_url', args: { address, place } }, 2);
  return (id) =>
    id === null || id === undefined || id === ''
      ? null
      : address.replaceAll(place, encodeURIComponent(String(id)));
}
