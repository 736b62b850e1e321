import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../desk.ts';

// Each column stands in a section (`Conversation - Status`), and one header misspells it.
const header = [
  '#',
  'Ticket ID',
  'State',
  'Origin',
  'Creation date',
  'Resolution date',
  'Due date',
  'Priority',
];
const rows = Array.from({ length: 20 }, (_, k) => {
  const day = String(k + 1).padStart(2, '0');
  const channel = ['web', 'email', 'phone', 'chat'][k % 4];
  const solved = k % 4 === 3 ? '' : `2025-03-${day}T12:00:00Z`;
  const state = solved === '' ? 'Assigned' : 'Closed';
  return [k + 1, 10_033 + k * 7, state, channel, `2025-03-${day}T08:00:00Z`, solved, '', 'low'].join(',');
});

describe('a section that one header misspells', () => {
  it.each([
    ['Conversation', 'Conversaiton'],
    ['Ticket', 'Tickt'],
    ['Case', 'Casse'],
  ])('says nothing of its column: %s, %s', async (section, slip) => {
    for (const wrong of header) {
      const names = header.map((name) => `${name === wrong ? slip : section} - ${name}`);
      const { desk } = await readFiles({ 'export.csv': `${names.join(',')}\n${rows.join('\n')}\n` });
      expect([wrong, desk.tickets.rows, desk.events]).toEqual([wrong, 20, null]);
      expect(desk.tickets.columns.channel, wrong).toBeDefined();
    }
  });
});
