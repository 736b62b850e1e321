import { type Desk, numbersOf } from '../../model/desk.ts';
import { foldValue } from '../../model/raw-value.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';

/** What exports write where a ticket belongs to nobody. */
const nobody = new Set(
  [
    'unassigned',
    'not assigned',
    'none',
    'nobody',
    'no one',
    'no agent',
    'no assignee',
    'n/a',
    'na',
    'null',
    '-',
    '?',
    'nicht zugewiesen',
    'non assigné',
    'non attribué',
    'sin asignar',
    'não atribuído',
  ].map(foldValue),
);

/** Who each ticket is credited to. */
export interface Credit {
  /** Number of each ticket's agent, −1 for nobody. */
  readonly agentOf: Int32Array;
  readonly names: readonly string[];
  readonly by: 'answers' | 'assignee';
  /** 1 where several people worked on a ticket: it is to nobody's credit or blame. */
  readonly changedHands: Uint8Array;
}

/**
 * Credits tickets to who answered first (messages), else to the assignee. "Unassigned" is nobody.
 *
 * @throws DeskstatError (3) where the data knows neither
 */
export function creditOf(desk: Desk, context: DimensionContext): Credit {
  const dimension = compileDimension('agent', context);
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const byCode = new Int32Array(dimension.size + 1).fill(-2);
  const agentOf = new Int32Array(desk.tickets.rows).fill(-1);
  for (let t = 0; t < agentOf.length; t++) {
    const code = dimension.codes[t];
    if (code === 0) continue;
    if (byCode[code] === -2) {
      const name = dimension.nameOf(code);
      if (nobody.has(foldValue(name))) byCode[code] = -1;
      else {
        let number = numbers.get(name);
        if (number === undefined) {
          number = names.push(name) - 1;
          numbers.set(name, number);
        }
        byCode[code] = number;
      }
    }
    agentOf[t] = byCode[code];
  }
  return { agentOf, names, by: desk.messages ? 'answers' : 'assignee', changedHands: changedHands(desk) };
}

function changedHands(desk: Desk): Uint8Array {
  const flags = new Uint8Array(desk.tickets.rows);
  const recorded = numbersOf(desk.tickets, 'reassignments');
  if (recorded) for (let t = 0; t < flags.length; t++) if (recorded[t] > 0) flags[t] = 1;
  const { messages } = desk;
  if (!messages) return flags;
  for (let t = 0; t < flags.length; t++) {
    let first = 0;
    for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++) {
      if (messages.isHumanAnswer[i] === 0 || messages.author.codes[i] === 0) continue;
      if (first === 0) first = messages.author.codes[i];
      else if (messages.author.codes[i] !== first) flags[t] = 1;
    }
  }
  return flags;
}
