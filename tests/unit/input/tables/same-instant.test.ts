import { describe, expect, it } from 'vitest';
import { chainChanges } from '../../../../src/input/tables/same-instant.ts';

/** Rows of one ticket as `[instant, from, to]`, put in order; the text of each row's change. */
function chained(rows: readonly (readonly [at: number, from: string, to: string])[]): string[] {
  const codes = ['', ...new Set(rows.flatMap(([, from, to]) => [from, to]).filter((name) => name !== ''))];
  const order = Uint32Array.from(rows.keys());
  chainChanges(
    { offsets: Uint32Array.of(0, rows.length), order, orphans: 0 },
    {
      at: Float64Array.from(rows, ([at]) => at),
      from: (row) => codes.indexOf(rows[row][1]),
      to: (row) => codes.indexOf(rows[row][2]),
    },
  );
  return Array.from(order, (row) => `${rows[row][1]}>${rows[row][2]}`);
}

describe('chainChanges', () => {
  it('lets each change leave what the one before it brought', () => {
    expect(
      chained([
        [1, 'new', 'open'],
        [2, 'solved', 'open'],
        [2, 'open', 'solved'],
      ]),
    ).toEqual([...['new>open', 'open>solved', 'solved>open']]);
    // There and back again: all of them are used, wherever a circle could have been left early.
    expect(
      chained([
        [1, 'a', 'b'],
        [1, 'b', 'd'],
        [1, 'b', 'c'],
        [1, 'c', 'b'],
      ]),
    ).toEqual([...['a>b', 'b>c', 'c>b', 'b>d']]);
  });

  it('begins with the one that left nothing, as a first assignment does', () => {
    expect(
      chained([
        [1, 'Ana', 'Bo'],
        [1, '', 'Ana'],
      ]),
    ).toEqual(['>Ana', 'Ana>Bo']);
    // Who had it before is known: the one that does not say is none to begin with.
    expect(
      chained([
        [1, '', 'Cem'],
        [2, 'Ana', 'Bo'],
        [2, '', 'Ana'],
      ]),
    ).toEqual(['>Cem', 'Ana>Bo', '>Ana']);
  });

  it('ends a circle with what the next change leaves', () => {
    expect(
      chained([
        [1, 'solved', 'open'],
        [1, 'open', 'solved'],
        [2, 'open', 'solved'],
      ]),
    ).toEqual(['open>solved', 'solved>open', 'open>solved']);
  });

  it('begins where a whole chain begins when nothing was said before', () => {
    expect(
      chained([
        [1, 'b', 'c'],
        [1, 'a', 'b'],
      ]),
    ).toEqual(['a>b', 'b>c']);
  });

  it('leaves alone what makes no chain, what does not say what it left, and rows about something else', () => {
    expect(
      chained([
        [1, 'x', 'c'],
        [1, 'a', 'b'],
      ]),
    ).toEqual(['x>c', 'a>b']);
    expect(
      chained([
        [1, '', 'solved'],
        [1, 'solved', 'open'],
      ]),
    ).toEqual(['>solved', 'solved>open']);
    expect(
      chained([
        [1, 'b', 'c'],
        [1, '', ''],
        [1, 'a', 'b'],
      ]),
    ).toEqual(['a>b', '>', 'b>c']);
  });
});
