import Table from 'cli-table3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../src/output/renderers/column-layout.ts';
import { displayWidth } from '../../../../src/output/renderers/display-width.ts';

const noBorders = Object.fromEntries(
  (
    'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right ' +
    'right-mid'
  )
    .split(' ')
    .map((name) => [name, '']),
);

/** The same rows as cli-table3 draws them without borders, two blanks between columns as wide as their cells. */
function byCliTable(rows: readonly (readonly string[])[], aligns: readonly ('left' | 'right')[]): string[] {
  const table = new Table({
    chars: { ...noBorders, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: aligns.map((_, column) => Math.max(...rows.map((row) => row[column].length))),
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const columnsOf = (aligns: readonly ('left' | 'right')[]) =>
  aligns.map((align) => ({ align, flexible: false, priority: 1 }));

describe('layOut', () => {
  it('draws as cli-table3 does without stand-ins', () => {
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.tuple(
        fc.array(
          fc.array(fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/), { minLength: width, maxLength: width }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.array(fc.constantFrom('left' as const, 'right' as const), { minLength: width, maxLength: width }),
      ),
    );
    fc.assert(
      fc.property(tables, ([rows, aligns]) => {
        const { lines } = layOut({
          columns: columnsOf(aligns),
          rows: rows.map((row) => row.map((text) => ({ text }))),
          width: 500,
        });
        expect(lines).toEqual(byCliTable(rows, aligns));
      }),
    );
  });

  it('keeps columns in line where letters carry marks, and leaves paint out of the measuring', () => {
    const { lines } = layOut({
      columns: columnsOf(['left', 'right']),
      rows: [
        [{ text: 'প্রথম উত্তর', paint: (text) => `\u001b[1m${text}\u001b[22m` }, { text: '৪ ঘ' }],
        [{ text: 'abc' }, { text: '12345' }],
        [{ text: '' }, { text: 'e\u0301' }],
      ],
      width: 80,
    });
    const seen = lines.map((line) => line.replace('\u001b[1m', '').replace('\u001b[22m', ''));
    const widest = displayWidth('প্রথম উত্তর');
    expect(seen.map(displayWidth)).toEqual(seen.map(() => widest + 2 + 5));
    expect(lines[0]).toContain('\u001b[1mপ্রথম উত্তর\u001b[22m  ');
    expect(lines[2]).toBe(`${' '.repeat(widest + 2 + 4)}e\u0301`);
  });
});
