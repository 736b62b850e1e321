import type { CodeColumn } from '../../model/columns.ts';
import type { Events, Messages, Spells } from '../../model/desk.ts';

function regroupOffsets(
  offsets: Uint32Array,
  tickets: Uint32Array,
): { offsets: Uint32Array; rows: Uint32Array } {
  const next = new Uint32Array(tickets.length + 1);
  for (let t = 0; t < tickets.length; t++)
    next[t + 1] = next[t] + offsets[tickets[t] + 1] - offsets[tickets[t]];
  const rows = new Uint32Array(next[tickets.length]);
  for (let t = 0; t < tickets.length; t++) {
    for (let i = offsets[tickets[t]], to = next[t]; i < offsets[tickets[t] + 1]; i++, to++) rows[to] = i;
  }
  return { offsets: next, rows };
}

function pick<T extends Float64Array | Uint8Array | Uint32Array>(values: T, rows: Uint32Array): T {
  const out = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]];
  return out;
}

function pickCodes(column: CodeColumn, rows: Uint32Array): CodeColumn {
  return { type: 'code', codes: pick(column.codes, rows), names: column.names };
}

export function takeEvents(events: Events, tickets: Uint32Array): Events {
  const { offsets, rows } = regroupOffsets(events.offsets, tickets);
  const { before, isUnknown, hands } = events;
  return {
    offsets,
    at: pick(events.at, rows),
    meaning: pick(events.meaning, rows),
    actor: pickCodes(events.actor, rows),
    group: events.group && pickCodes(events.group, rows),
    ...(before ? { before: pick(before, rows) } : {}),
    isUnknown: isUnknown && pick(isUnknown, rows),
    hands: hands && { to: pickCodes(hands.to, rows), from: pick(hands.from, rows) },
    priority: events.priority && {
      after: pickCodes(events.priority.after, rows),
      before: pickCodes(events.priority.before, rows),
    },
  };
}

export function takeMessages(messages: Messages, tickets: Uint32Array): Messages {
  const { offsets, rows } = regroupOffsets(messages.offsets, tickets);
  const { question, begunByAgent, recorded } = messages;
  return {
    ...pickMessages(messages, rows),
    offsets,
    ...(question ? { question: pick(question, tickets) } : {}),
    ...(begunByAgent ? { begunByAgent: pick(begunByAgent, tickets) } : {}),
    ...(recorded ? { recorded: pick(recorded, tickets) } : {}),
  };
}

/** Messages of the given rows; what is known of tickets stays as it is. */
export function pickMessages(messages: Messages, rows: Uint32Array): Messages {
  return {
    ...messages,
    sentAt: pick(messages.sentAt, rows),
    dates: messages.dates && { ...messages.dates, isDate: pick(messages.dates.isDate, rows) },
    role: pick(messages.role, rows),
    isPublic: pick(messages.isPublic, rows),
    author: pickCodes(messages.author, rows),
    isHumanAnswer: pick(messages.isHumanAnswer, rows),
    ...(messages.endsWait ? { endsWait: pick(messages.endsWait, rows) } : {}),
    text: messages.text && pickCodes(messages.text, rows),
    isThanks: messages.isThanks && pick(messages.isThanks, rows),
  };
}

export function takeSpells(spells: Spells, tickets: Uint32Array): Spells {
  const { offsets, rows } = regroupOffsets(spells.offsets, tickets);
  return {
    offsets,
    from: pick(spells.from, rows),
    to: pick(spells.to, rows),
    state: pick(spells.state, rows),
    ...(spells.countedReopens ? { countedReopens: true } : {}),
    ...(spells.tellsEndsAlone ? { tellsEndsAlone: true } : {}),
  };
}
