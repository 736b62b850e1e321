import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesOf, memorySource, readAll } from './reading.ts';

const folder = path.resolve(import.meta.dirname, '../../../../fixtures/dialects');
const fixture = (name: string, chunkBytes?: number) =>
  readAll(memorySource(readFileSync(path.join(folder, name)), chunkBytes));

/** A table's rows as objects, cells that are empty left out. */
function rowsOf(
  reading: Awaited<ReturnType<typeof readAll>>,
  stream: string | null,
): Record<string, string>[] {
  const table = reading.tables.get(stream);
  if (!table) throw new Error(`no table ${stream} among ${[...reading.tables.keys()].join(', ')}`);
  return table.rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, i) => (cell === '' ? [] : [[table.columns[i], cell]]))),
  );
}

describe('wrappers', () => {
  it('reads the lists of a Zendesk page as tables, and lists of objects as tables of their own', async () => {
    const reading = await fixture('zendesk-page.json');
    expect(reading.sample.layout).toMatchObject({ format: 'json', shape: { unit: 'pages', singles: [] } });
    expect([...reading.tables.keys()]).toEqual(['tickets', 'tickets/custom_fields', 'users']);
    expect(rowsOf(reading, 'tickets')).toEqual([
      {
        id: '35436',
        subject: 'Help',
        created_at: '2026-01-05T10:00:00Z',
        tags: 'vip\u001flogin',
        'via.channel': 'web',
        'satisfaction_rating.score': 'good',
        'custom_fields[].id': '27642\u001f27648',
      },
      { id: '35437', subject: 'No "sound"', created_at: '2026-01-06T10:00:00Z', 'via.channel': 'email' },
    ]);
    expect(rowsOf(reading, 'tickets/custom_fields')).toEqual([
      { '_parent.id': '35436', id: '27642', value: '745' },
      { '_parent.id': '35436', id: '27648' },
    ]);
    expect(rowsOf(reading, 'users')).toEqual([{ id: '12', name: 'Ada' }]);
  });

  it('reads pages that stand one after the other', async () => {
    const reading = await fixture('pages-one-after-the-other.json', 7);
    expect(rowsOf(reading, 'tickets').map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(reading.table.lines).toEqual([1, 2, 3]);
  });

  it('reads an array of pages', async () => {
    const text = '[{"tickets":[{"id":1}],"count":2},{"tickets":[{"id":2}],"count":2}]';
    expect(rowsOf(await readAll(text), 'tickets')).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('finds lists below a wrapper', async () => {
    const reading = await fixture('help-scout-embedded.json');
    expect([...reading.tables.keys()]).toEqual(['_embedded.conversations']);
  });

  it('reads one record in a wrapper', async () => {
    const reading = await readAll(
      '{"ticket":{"id":7,"subject":"a","comments":[{"id":1,"body":"x"}]},"users":[{"id":12}]}',
    );
    expect(rowsOf(reading, 'ticket')).toEqual([{ id: '7', subject: 'a', 'comments[].id': '1' }]);
    expect(rowsOf(reading, 'ticket/comments')).toEqual([{ '_parent.id': '7', id: '1', body: 'x' }]);
    expect(rowsOf(reading, 'users')).toEqual([{ id: '12' }]);
  });

  it('takes an object for a record where it has an id, lists in it notwithstanding', async () => {
    const reading = await readAll('{"id":7,"subject":"a","comments":[{"id":1,"body":"x"}]}');
    expect([...reading.tables.keys()]).toEqual([null, 'comments']);
    expect(rowsOf(reading, 'comments')).toEqual([{ '_parent.id': '7', id: '1', body: 'x' }]);
  });
});

describe('nested records', () => {
  it('takes names and ids of lists inside objects, as Intercom writes them', async () => {
    const reading = await fixture('intercom-conversations.json');
    const [conversation] = rowsOf(reading, 'conversations');
    expect(conversation['tags.tags[].name']).toBe('Billing\u001fRefund');
    expect(conversation['contacts.contacts[].id']).toBe('u1');
    expect(conversation.created_at).toBe('1767607200');
    const parts = rowsOf(reading, 'conversations/conversation_parts.conversation_parts');
    expect(parts.map((part) => [part['_parent.id'], part.id, part['author.type']])).toEqual([
      ['501', 'p1', 'bot'],
      ['501', 'p2', 'admin'],
    ]);
  });

  it('hands ids and circumstances down two levels: the history of a Jira issue', async () => {
    const reading = await fixture('jira-search.json');
    expect(rowsOf(reading, 'issues/changelog.histories/items')).toEqual([
      {
        '_parent.id': '900',
        '_parent._parent.id': '10012',
        '_parent._parent.key': 'SUP-12',
        '_parent.created': '2026-01-06T09:00:00.000+0300',
        '_parent.author.id': 'u7',
        field: 'status',
        fromString: 'To Do',
        toString: 'Done',
      },
    ]);
    expect(rowsOf(reading, 'issues')[0]['fields.components[].name']).toBe('Web\u001fAuth');
  });

  it('hands the ticket and the time of a Zendesk audit down to its events', async () => {
    const audits =
      '{"audits":[{"id":5,"ticket_id":77,"created_at":"2026-01-05T10:00:00Z","author_id":9,"events":[{"id":1,"type":"Change","field_name":"status","value":"open"}]}]}';
    expect(rowsOf(await readAll(audits), 'audits/events')).toEqual([
      {
        '_parent.id': '5',
        '_parent.ticket_id': '77',
        '_parent.created_at': '2026-01-05T10:00:00Z',
        '_parent.author_id': '9',
        id: '1',
        type: 'Change',
        field_name: 'status',
        value: 'open',
      },
    ]);
  });

  it('reads nested tables whose parent comes after them, and alone', async () => {
    const reading = await readAll('[{"comments":[{"body":"x"}],"id":7}]', { wanted: ['_parent.id', 'body'] });
    expect(rowsOf(reading, 'comments')).toEqual([{ '_parent.id': '7', body: 'x' }]);
  });

  it('finds paths whose keys hold dots', async () => {
    const reading = await readAll('[{"id":1,"a.b":{"c.d":"x"},"a":{"e":"y"}}]');
    expect(rowsOf(reading, null)).toEqual([{ id: '1', 'a.b.c.d': 'x', 'a.e': 'y' }]);
  });

  it('takes lists of plain values at the top for numbered columns', async () => {
    const reading = await readAll(
      '{"train":[["where is my card","card_arrival"],["top up","topping_up"]],"val":[["x","y"]]}',
    );
    expect(reading.tables.get('train')).toMatchObject({
      columns: ['0', '1'],
      rows: [
        ['where is my card', 'card_arrival'],
        ['top up', 'topping_up'],
      ],
    });
    expect([...reading.tables.keys()]).toEqual(['train', 'val']);
  });
});

describe('streams', () => {
  it('reads Airbyte messages, passing over what lies between them', async () => {
    const reading = await fixture('airbyte-messages.log', 11);
    expect(rowsOf(reading, 'tickets')).toEqual([
      { id: '1', subject: 'a' },
      { id: '2', subject: 'b' },
    ]);
    expect(rowsOf(reading, 'users')).toEqual([{ id: '12', name: 'Ada' }]);
    expect(reading.tables.get('tickets')?.lines).toEqual([3, 6]);
    expect(reading.problems).toMatchObject([{ code: 'records_not_json', count: 3, lines: [1, 2, 5] }]);
  });

  it('reads Singer messages', async () => {
    const reading = await fixture('singer-messages.jsonl');
    expect(rowsOf(reading, 'tickets').map(({ id }) => id)).toEqual(['1', '2']);
  });

  it.each([
    '{"stream":"tickets","data":{"id":1}}\n{"stream":"tickets","data":{"id":2}}\n',
    '{"stream":"tickets","record":{"data":{"id":1}}}\n{"stream":"tickets","record":{"data":{"id":2}}}\n',
    '["tickets",{"id":1}]\n["tickets",{"id":2}]\n',
    '[["tickets",{"id":1}],["tickets",{"id":2}]]',
    '[{"stream":"tickets","data":{"id":1}},{"stream":"tickets","data":{"id":2}}]',
  ])('reads %s', async (text) => {
    const reading = await readAll(text);
    expect([...reading.tables.keys()]).toEqual(['tickets']);
    expect(rowsOf(reading, 'tickets')).toEqual([{ id: '1' }, { id: '2' }]);
  });

  it('reads pairs of stream and record, nested lists included', async () => {
    const reading = await fixture('stream-pairs.json', 13);
    expect(rowsOf(reading, 'desk/tickets').map(({ id }) => id)).toEqual(['1', '2']);
    expect(rowsOf(reading, 'desk/tickets/comments')).toEqual([{ '_parent.id': '1', id: '11', body: 'x' }]);
    expect(reading.tables.get('desk/tickets')?.lines).toEqual([1, 3]);
  });
});

describe('values', () => {
  it('leaves numbers as they are written, however long, and writes exponents out', async () => {
    const reading = await readAll(
      '[{"id":28835702984212345678,"a":1.50,"b":-0,"c":1.5e3,"d":1e-7,"e":1731600573.116}]',
    );
    expect(rowsOf(reading, null)).toEqual([
      { id: '28835702984212345678', a: '1.50', b: '-0', c: '1500', d: '1e-7', e: '1731600573.116' },
    ]);
  });

  it('takes null, NaN and Infinity for missing values, true and false as words', async () => {
    const reading = await readAll(
      '[{"id":1,"a":null,"b":NaN,"c":-Infinity,"d":true,"e":[null,"x",false]},{"id":2,"a":"1","b":2,"c":3}]',
    );
    expect(rowsOf(reading, null)[0]).toEqual({ id: '1', d: 'true', e: 'x\u001ffalse' });
  });

  it('decodes escapes, surrogate pairs included', async () => {
    const reading = await readAll('[{"id":1,"t":"a\\"b\\\\c\\/\\n\\u00e9\\ud83d\\ude80\\ud800"}]');
    expect(rowsOf(reading, null)[0].t).toBe('a"b\\c/\né🚀\ufffd');
  });

  it('lets the last of two equal keys win, as JSON.parse does', async () => {
    const reading = await readAll('[{"id":1,"s":"a","s":"b"},{"id":2,"s":"c","s":null}]');
    expect(rowsOf(reading, null)).toEqual([{ id: '1', s: 'b' }, { id: '2' }]);
  });
});

describe('what is broken', () => {
  it('rejects broken lines and lines that are no records, and keeps the others', async () => {
    const { table, problems } = await fixture('broken-line.ndjson');
    expect(table.rows.map(([id]) => id)).toEqual(['1', '3', '4']);
    expect(table.lines).toEqual([1, 3, 6]);
    expect(table.rejects).toEqual([
      { line: 2, reason: 'broken_json', raw: '{"id":2,"subject":"b"' },
      { line: 5, reason: 'not_an_object', raw: '"just text"' },
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps the whole records of a file that is cut off, and says where', async () => {
    const { table, problems } = await fixture('cut-array.json');
    expect(table.rows.map(([id]) => id)).toEqual(['1', '2']);
    expect(table.rejects).toEqual([{ line: 3, reason: 'broken_json', raw: '{"id":3,"subj' }]);
    expect(problems).toMatchObject([{ code: 'json_cut', args: { record: 3, rows: 2 } }]);
  });

  it('says so when an array ends between two records', async () => {
    const { table, problems } = await readAll('[{"id":1},{"id":2},');
    expect(table.rows).toHaveLength(2);
    expect(codesOf(problems)).toEqual(['json_cut']);
  });

  it('says so when the last line is cut', async () => {
    const { table, problems } = await readAll('{"id":1}\n{"id":2}\n{"id":');
    expect(table.rows).toHaveLength(2);
    expect(table.rejects).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'json_cut', where: { line: 3 } }]);
  });

  it('loses one record of an array to a word that is no JSON, and goes on', async () => {
    const { table } = await readAll('[{"id":1,"a":1},{"id":2,"a":None},{"id":3,"a":1}]', { chunkBytes: 9 });
    expect(table.rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(table.rejects).toEqual([{ line: 2, reason: 'broken_json', raw: '{"id":2,"a":None}' }]);
    expect(table.lines).toEqual([1, 3]);
  });

  it('rejects elements that are no records', async () => {
    const { table } = await readAll('[{"id":1},5,"x",{"id":2}]');
    expect(table.rejects.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [2, 'not_an_object', '5'],
      [3, 'not_an_object', '"x"'],
    ]);
    expect(table.rows).toHaveLength(2);
  });

  it('gives up with an error on nesting beyond all reason', async () => {
    const { table } = await readAll(
      `[{"id":1},{"id":2,"a":${'['.repeat(5_000)}${']'.repeat(5_000)}},{"id":3}]`,
    );
    expect(table.rows.map(([id]) => id)).toEqual(['1', '3']);
  });

  it('does not take CSV that begins with a bracket for JSON', async () => {
    const { sample, table } = await readAll('[id],{name}\n1,a\n2,b\n');
    expect(sample.layout.format).toBe('csv');
    expect(table.columns).toEqual(['[id]', '{name}']);
  });
});

describe('samples', () => {
  it('shows so many records and says that there are more', async () => {
    const text = JSON.stringify(Array.from({ length: 1_500 }, (_, id) => ({ id })));
    const { sample, table } = await readAll(text);
    expect(sample.tables[0]).toMatchObject({ rows: 1_000, whole: false });
    expect(table.rows).toHaveLength(1_500);
  });
});
