import { describe, expect, it } from 'vitest';
import { writeRows } from '../../../src/output/renderers/rows.ts';
import { ticketLink } from '../../../src/questions/ticket-links.ts';

describe('the address of a ticket', () => {
  it('takes the number in each of its places, whatever it holds', () => {
    const link = ticketLink('https://help.example/{id}?n={id}');
    expect(link?.('A/7 b')).toBe('https://help.example/A%2F7%20b?n=A%2F7%20b');
    expect([link?.(null), link?.('')]).toEqual([null, null]);
    expect(ticketLink(null)).toBeNull();
  });

  it.each(['https://help.example/1', 'javascript:alert({id})', 'help.example/{id}', 'https://a b/{id}'])(
    'is not %s',
    (address) => {
      expect(() => ticketLink(address)).toThrow(
        expect.objectContaining({
          exitCode: 2,
          problem: expect.objectContaining({ code: 'bad_ticket_url' }),
        }),
      );
    },
  );
});

describe('cells that lead somewhere', () => {
  const columns = [{ key: 'id', link: () => 'https://help.example/7' }, { key: 'why' }];
  const written = (format: 'table' | 'markdown' | 'csv', knowsLinks = false): string =>
    [...writeRows([{ id: '7', why: 'late' }], format, { columns, knowsLinks })].join('');

  it('are links of the terminal, as wide as their text', () => {
    const plain = written('table');
    const linked = written('table', true);
    expect(linked).toContain('\u001b]8;;https://help.example/7\u00077\u001b]8;;\u0007');
    expect(linked.replace(/\u001b\]8;;[^\u0007]*\u0007/g, '')).toBe(plain);
  });

  it('are links of Markdown, and nothing in CSV', () => {
    expect(written('markdown')).toContain('| [7](<https://help.example/7>) | late |');
    expect(written('csv')).toBe('id,why\n7,late\n');
  });
});
