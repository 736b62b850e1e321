import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../../src/model/desk.ts';
import { readFiles } from '../../../desk.ts';

const day = (i: number): string => String(1 + i).padStart(2, '0');
const rows = Array.from({ length: 20 }, (_, i) => i);
async function idsBelow(header: string, cell: (i: number) => string, further = ''): Promise<string | null> {
  const { desk } = await readFiles({
    'list.csv': `${header},Created,Resolved,Status${further && ',Summary'}\n${rows
      .map(
        (i) =>
          `${cell(i)},2026-03-${day(i)} 08:00,2026-03-${day(i)} 09:00,resolved${further && `,${further} ${i % 3}`}`,
      )
      .join('\n')}\n`,
  });
  const ids = codesOf(desk.tickets, 'id');
  return ids ? (ids.names.text(ids.codes[0]).split('\u0000').at(-1) ?? null) : null;
}

describe('a bare noun for a ticket', () => {
  it.each([
    'Request',
    'Issue',
    'Complaint',
    'Service request',
    'Enquiry',
    'Query',
    'Job',
    'Conversation',
    'Solicitud',
    'Anfrage',
    'Demande',
  ])('is the id where a code of its own stands in every row: %s', async (header) => {
    expect(await idsBelow(header, (i) => `REQ-${1234 + i}`)).toBe('REQ-1234');
    expect(await idsBelow(header, (i) => String(10_482 + 7 * i))).toBe('10482');
  });

  it('is none where its cells are words, amounts, or come back', async () => {
    const words = ['cannot log in', 'refund', 'where is my parcel', 'other'];
    expect(await idsBelow('Request', (i) => `${words[i % 4]} ${i}`)).toBeNull();
    expect(await idsBelow('Query', (i) => words[i % 4])).toBeNull();
    expect(await idsBelow('Request', (i) => String(1 + ((i * 7) % 20)))).toBeNull();
  });

  it('gives way to a subject that stands beside it', async () => {
    expect(await idsBelow('Issue', (i) => `ISS-${100 + i}`, 'Printer jammed')).toBe('ISS-100');
  });
});
