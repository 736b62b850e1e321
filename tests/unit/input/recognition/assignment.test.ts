import { describe, expect, it } from 'vitest';
import { assign } from '../../../../src/input/recognition/assignment.ts';
import type { ColumnLook } from '../../../../src/input/recognition/column-look.ts';
import type { Candidate } from '../../../../src/input/recognition/field-match.ts';
import type { FieldId } from '../../../../src/model/fields.ts';

const columns = new Map<string, ColumnLook>();
function look(name: string): ColumnLook {
  let known = columns.get(name);
  if (!known) {
    known = { index: columns.size, name } as unknown as ColumnLook;
    columns.set(name, known);
  }
  return known;
}
const candidate = (field: string, column: string, score: number): Candidate => ({
  field: field as FieldId,
  look: look(column),
  score,
});
const assigned = (candidates: readonly Candidate[]): Record<string, string> =>
  Object.fromEntries(
    [
      ...assign(
        [...candidates].sort((a, b) => b.score - a.score),
        0.45,
      ),
    ].map(([field, one]) => [field, one.look.name]),
  );

describe('the assignment of columns to fields', () => {
  it('gives up the best pair where two others are worth more together', () => {
    // Best first would take Closed for solved_at and leave Resolved without a field: 0.95² < 0.9² + 0.9².
    const found = assigned([
      candidate('solved_at', 'Closed', 0.95),
      candidate('closed_at', 'Closed', 0.9),
      candidate('solved_at', 'Resolved', 0.9),
    ]);
    expect(found).toEqual({ closed_at: 'Closed', solved_at: 'Resolved' });
  });

  it('keeps one certain column ahead of two faint ones', () => {
    const found = assigned([
      candidate('requester', 'Customer', 1),
      candidate('organization', 'Customer', 0.5),
      candidate('requester', 'Phone', 0.5),
    ]);
    expect(found).toEqual({ requester: 'Customer' });
  });

  it('equals the best of all assignments, tried one by one', () => {
    let seed = 7;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const fields = ['status', 'type', 'group', 'channel'];
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (let round = 0; round < 200; round++) {
      const pairs = fields.flatMap((field) =>
        names.filter(() => random() < 0.6).map((name) => candidate(field, name, 0.45 + 0.55 * random())),
      );
      const worth = (chosen: readonly Candidate[]): number =>
        chosen.reduce((sum, { score }) => sum + score * score, 0);
      const best = (left: readonly string[], taken: ReadonlySet<number>): number => {
        if (left.length === 0) return 0;
        const [field, ...rest] = left;
        return pairs
          .filter((pair) => pair.field === field && !taken.has(pair.look.index))
          .reduce(
            (most, pair) => Math.max(most, worth([pair]) + best(rest, new Set([...taken, pair.look.index]))),
            best(rest, taken),
          );
      };
      const found = [
        ...assign(
          [...pairs].sort((a, b) => b.score - a.score),
          0.45,
        ).values(),
      ];
      expect(new Set(found.map((one) => one.look.index)).size).toBe(found.length);
      expect(worth(found)).toBeCloseTo(best(fields, new Set()), 5);
    }
  });

  it('names as runner-up the best column that feeds no other field', () => {
    const found = assign(
      [
        candidate('created_at', 'Opened', 0.98),
        candidate('created_at', 'Closed', 0.9),
        candidate('closed_at', 'Closed', 0.9),
        candidate('created_at', 'Date', 0.6),
      ],
      0.45,
    );
    expect(found.get('created_at' as FieldId)?.runnerUp?.look.name).toBe('Date');
    expect(found.get('closed_at' as FieldId)?.runnerUp).toBeNull();
  });
});
