import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { englishLocale } from '../../../src/output/locales/index.ts';
import { writeRows } from '../../../src/output/renderers/rows.ts';
import { renderTerminal } from '../../../src/output/renderers/terminal.ts';
import { ticketLink } from '../../../src/questions/ticket-links.ts';
import { memoryIo } from './memory-io.ts';

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

describe('ticket numbers of a report', () => {
  // Ticket 7 of ten waits; the others were answered after an hour.
  const rows = Array.from({ length: 10 }, (_, i) => {
    const day = String(i + 1).padStart(2, '0');
    return `${i + 1},2026-06-${day}T08:00:00Z,${i === 6 ? '' : `2026-06-${day}T09:00:00Z`},${i === 6 ? 'open' : 'solved'}`;
  });
  const stdin = `Ticket ID,Created at,First response at,Status\n${rows.join('\n')}\n`;
  const report = async (format: string): Promise<string> => {
    const io = memoryIo({ stdin });
    const args = ['report', '-', '--full', '--format', format, '--ticket-url', 'https://help.example/{id}'];
    expect(await runCli(args, io), io.stderr.text()).toBe(0);
    return io.stdout.text();
  };

  it('are links on pages and in Markdown, and as they were in a pipe', async () => {
    expect(await report('markdown')).toContain('[7](<https://help.example/7>)');
    expect(await report('html')).toContain('<a href="https://help.example/7" rel="noreferrer">7</a>');
    expect(await report('table')).not.toContain('help.example');
  });

  it('are links of a terminal that knows them', () => {
    const text = { type: 'text', value: { data: '7' }, link: 'https://help.example/7' } as const;
    const columns = [{ key: 'id', label: { data: 'Ticket' }, type: 'text' }] as const;
    const page = {
      title: { data: 'Report' },
      subtitle: { data: 'June' },
      blocks: [{ kind: 'table', id: 'waiting', columns, rows: [[text]] }],
    } as const;
    expect(renderTerminal(page, { locale: englishLocale(), knowsLinks: true })).toContain(
      '\u001b]8;;https://help.example/7\u00077\u001b]8;;\u0007',
    );
  });
});
