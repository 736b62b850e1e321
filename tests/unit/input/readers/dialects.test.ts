import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../../../src/model/problem.ts';
import { codesOf, memorySource, readAll, sampleRows } from './reading.ts';

const folder = path.resolve(import.meta.dirname, '../../../../fixtures/dialects');

function fixture(name: string, chunkBytes?: number) {
  return readAll(memorySource(readFileSync(path.join(folder, name)), chunkBytes));
}

describe('every file in fixtures/dialects', () => {
  it.each(readdirSync(folder))(
    '%s: the sample is what is read, in chunks of any size, with every index',
    async (name) => {
      const first = await fixture(name);
      for (const [i, table] of first.sample.tables.entries()) {
        expect(sampleRows(first.sample, i)).toEqual(first.tables.get(table.stream)?.rows);
        expect(table.whole).toBe(true);
      }
      for (const index of ['plain', 'none'] as const) {
        const source = memorySource(readFileSync(path.join(folder, name)), 5);
        const other = await readAll(source, { index });
        expect(other.tables).toEqual(first.tables);
        expect(other.problems).toEqual(first.problems);
      }
    },
  );
});

describe('headers', () => {
  it('keeps duplicate names, as Jira writes them', async () => {
    const { table } = await fixture('jira-duplicate-headers.csv');
    expect(table.columns).toEqual([
      'Summary',
      'Issue key',
      'Issue id',
      'Status',
      'Created',
      'Resolved',
      'Components',
      'Components',
      'Labels',
      'Comment',
      'Comment',
    ]);
    expect(table.rows[0].slice(6, 8)).toEqual(['Web', 'Auth']);
    expect(table.rows[1].slice(6)).toEqual(['Print', '', '', '', '']);
  });

  it('takes the three header rows of Qualtrics apart', async () => {
    const { sample, table } = await fixture('qualtrics-three-headers.csv');
    expect(sample.layout.dialect?.headerRows).toBe(3);
    const [{ columns, headerNotes }] = sample.tables;
    expect(columns).toEqual(['StartDate', 'EndDate', 'Status', 'ResponseId', 'Q1', 'Q2_TEXT']);
    expect(headerNotes[0][4]).toBe('Wie zufrieden sind Sie,\ninsgesamt?');
    expect(headerNotes[1][0]).toBe('{"ImportId":"startDate","timeZone":"America/Denver"}');
    expect(table.rows.map((row) => row[3])).toEqual(['R_1abc', 'R_2def']);
    // Line 1 codes, 2 and 3 texts (a line break is in one), 4 import ids.
    expect(table.lines).toEqual([5, 6]);
  });

  it('takes the two header rows of older Qualtrics apart, byte order mark and trailing empty column included', async () => {
    const { sample, table } = await fixture('qualtrics-legacy.csv');
    expect(sample.tables[0].columns).toEqual(['V1', 'V2', 'V3', 'V4', 'Q1', '']);
    expect(sample.tables[0].headerNotes).toEqual([
      ['ResponseID', 'StartDate', 'EndDate', 'Finished', 'How satisfied are you?', ''],
    ]);
    expect(table.rows[1]).toEqual(['R_aa2', '2026-01-05 09:28:09', '2026-01-05 09:30:00', '1', '2', '']);
  });

  it('takes the two header rows of SurveyMonkey apart', async () => {
    const { sample, table } = await fixture('surveymonkey-two-headers.csv');
    expect(sample.tables[0].columns.slice(5)).toEqual([
      'How would you rate our support?',
      'Which channels did you use?',
      '',
      'What could we do better?',
    ]);
    expect(sample.tables[0].headerNotes[0].slice(5)).toEqual([
      'Response',
      'Email',
      'Chat',
      'Open-Ended Response',
    ]);
    expect(table.rows.map((row) => row[0])).toEqual(['1001', '1002']);
  });

  it('keeps an index column without a name', async () => {
    const { table } = await fixture('pandas-index-column.csv');
    expect(table.columns).toEqual(['', 'Ticket ID', 'Created time', 'Subject']);
    expect(table.rows[1]).toEqual(['1', '502', '2026-01-06 10:00:00', 'Again']);
  });

  it('gives a table without rows for a file that is only a header', async () => {
    const { sample, table } = await readAll('Ticket ID,Created time,Status\n');
    expect(sample.tables[0]).toMatchObject({
      columns: ['Ticket ID', 'Created time', 'Status'],
      rows: 0,
      whole: true,
    });
    expect(table.rows).toEqual([]);
  });

  it('takes one row for a header in an ordinary file, also when the first cell of the second row is empty', async () => {
    const { sample, table } = await readAll('id,name,open\n,Ada,1\n2,Bo,0\n');
    expect(sample.layout.dialect?.headerRows).toBe(1);
    expect(table.rows).toHaveLength(2);
  });
});

describe('lines around the data', () => {
  it('passes over a preamble and keeps it as an aside', async () => {
    const { sample, table } = await fixture('chatwoot-agents-preamble.csv');
    expect(sample.layout.dialect?.headerLine).toBe(3);
    expect(sample.tables[0].asides).toEqual(['Reporting period 2026-01-01 to 2026-01-31']);
    expect(table.columns[0]).toBe('Agent name');
    expect(table.lines).toEqual([4, 5]);
  });

  it('passes over a preamble that a spreadsheet has padded, and one of several lines', async () => {
    const { sample, table } = await readAll(
      'All tickets,,,\nGenerated,2026-02-01,,\n,,,\nid,created,status,tag\n1,2026-01-05,open,a\n',
    );
    expect(table.columns).toEqual(['id', 'created', 'status', 'tag']);
    expect(table.rows).toEqual([['1', '2026-01-05', 'open', 'a']]);
    expect(sample.tables[0].asides).toEqual(['All tickets', 'Generated 2026-02-01']);
  });

  it('passes over a line behind the data and says so', async () => {
    const { sample, table, problems } = await fixture('chatwoot-csat-trailer.csv');
    expect(table.rows).toHaveLength(2);
    expect(table.rejects).toEqual([]);
    expect(sample.tables[0].asides).toEqual(['Reporting period 2026-01-01 to 2026-01-31']);
    expect(problems.map(problemLine)).toEqual([
      'memory.csv: 1 line after the data passed over: Reporting period 2026-01-01 to 2026-01-31',
    ]);
  });

  it('passes over the footer of a Salesforce report', async () => {
    const { sample, table } = await fixture('salesforce-report-footer.csv');
    expect(table.rows.map(([number]) => number)).toEqual(['00001026', '00001027']);
    expect(sample.tables[0].asides).toHaveLength(5);
  });

  it('keeps short rows that turn out to stand in the middle', async () => {
    const { table, problems } = await readAll('id,created,status\n1,2026-01-05,open\n2\n3,2026-01-06,open\n');
    expect(table.rows).toEqual([
      ['1', '2026-01-05', 'open'],
      ['2', '', ''],
      ['3', '2026-01-06', 'open'],
    ]);
    expect(table.lines).toEqual([2, 3, 4]);
    expect(problems).toEqual([]);
  });

  it('keeps single-cell rows beyond what a footer can be', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => String(i)).join('\n');
    const { table } = await readAll(`id,created,status\n1,2026-01-05,open\n${rows}\n`);
    expect(table.rows.length).toBeGreaterThan(60);
  });

  it('passes over git conflict markers and says where', async () => {
    const { table, problems } = await fixture('git-conflict.csv');
    expect(table.rows.map(([id, , status]) => `${id} ${status}`)).toEqual([
      '1 open',
      '2 solved',
      '2 open',
      '3 open',
    ]);
    expect(problems).toMatchObject([{ code: 'conflict_markers', count: 3, lines: [3, 5, 7] }]);
  });

  it('passes over headers that are repeated, byte order marks in the middle included', async () => {
    const { table, problems } = await fixture('concatenated-exports.csv');
    expect(table.rows.map(([id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(table.lines).toEqual([2, 3, 5, 6]);
    expect(problems).toMatchObject([{ code: 'headers_repeated', count: 1, where: { line: 4 } }]);
  });
});

describe('dialects', () => {
  it('believes a sep= line, and reads decimal commas as they are', async () => {
    const { sample, table } = await fixture('excel-sep-line.csv');
    expect(sample.layout.dialect).toMatchObject({ delimiter: ';', headerLine: 2 });
    expect(table.rows).toEqual([
      ['7', '2026-01-05 10:00:00', 'Preis; bitte prüfen', '1,5'],
      ['8', '2026-01-06 11:00:00', 'Müller; Söhne', '2,25'],
    ]);
    expect(table.lines).toEqual([3, 4]);
  });

  it.each([
    [',', 'a,b,c\n1,x;y|z,3\n2,"p,q",4\n'],
    [';', 'a;b;c\n1,5;x,y;3\n2,5;"p;q";4\n'],
    ['\t', 'a\tb\tc\n1\tx, y; z\t3\n2\t"p\tq"\t4\n'],
    ['|', 'a|b|c\n1|x, y|3\n2|"p|q"|4\n'],
  ] as const)('tells the delimiter %j by the rows', async (delimiter, text) => {
    const { sample, table } = await readAll(text);
    expect(sample.layout.dialect?.delimiter).toBe(delimiter);
    expect(table.columns).toEqual(['a', 'b', 'c']);
    expect(table.rows[1][1]).toBe(`p${delimiter}q`);
  });

  it('reads a file of one column, commas in its text notwithstanding', async () => {
    const { table } = await readAll('text\nhello\n"one, two"\n"a ""b"""\n');
    expect(table.columns).toEqual(['text']);
    expect(table.rows).toEqual([['hello'], ['one, two'], ['a "b"']]);
  });

  it('reads quotes that are escaped with backslashes', async () => {
    const { sample, table, problems } = await fixture('backslash-escapes.csv');
    expect(sample.layout.dialect?.quoting).toBe('backslash');
    expect(table.rows.map((row) => row[2])).toEqual([
      'She said "help", twice',
      'Path C:\\temp\\new',
      'ends with a quote"',
    ]);
    expect(problems).toEqual([]);
  });

  it('reads quotes as text where none of them wraps a cell', async () => {
    const { sample, table } = await readAll(
      'id\tsubject\tsize\n1\t24" monitor\tbig\n2\t"a" and "b" and "c\tsmall\n3\tok\tbig\n',
    );
    expect(sample.layout.dialect?.quoting).toBe('none');
    expect(table.rows.map((row) => row[1])).toEqual(['24" monitor', '"a" and "b" and "c', 'ok']);
  });

  it('reads byte order mark, CRLF and line breaks inside quotes', async () => {
    const { table } = await fixture('osticket-bom-crlf.csv');
    expect(table.columns[0]).toBe('Ticket Number');
    expect(table.rows[1]).toEqual(['100235', '1/5/26 11:30 AM', 'Two\r\nlines', 'bo@example.com']);
    expect(table.lines).toEqual([2, 3]);
  });

  it('reads lines that end in CR alone', async () => {
    const { sample, table } = await fixture('old-mac-line-ends.csv');
    expect(sample.layout.dialect?.newline).toBe('cr');
    expect(table.rows[1]).toEqual(['2', '2026-01-06 10:00:00', 'Two, and\na line feed']);
  });
});

describe('rows that are not what they should be', () => {
  it('fills short rows, cuts empty surplus, rejects surplus that says something', async () => {
    const { table } = await fixture('ragged.csv');
    expect(table.rows).toEqual([
      ['1', '2026-01-05 10:00:00', 'open', 'vip'],
      ['2', '2026-01-06 10:00:00', 'open', ''],
      ['3', '2026-01-07 10:00:00', 'open', 'vip'],
      ['5', '2026-01-09 10:00:00', 'open', ''],
    ]);
    expect(table.rejects).toEqual([
      { line: 5, reason: 'too_many_cells', raw: '4,2026-01-08 10:00:00,open,vip,unexpected,cells' },
    ]);
    // Line 6 is empty, line 7 holds nothing but delimiters.
    expect(table.lines).toEqual([2, 3, 4, 8]);
  });

  it('makes sense of stray quotes', async () => {
    const { table, problems } = await fixture('stray-quotes.csv');
    expect(table.rows.map((row) => row.slice(2))).toEqual([
      ['Monitor 24" is broken', 'big'],
      ['He said "it works", then left', 'small'],
      ['"Acme" GmbH', 'small'],
      ['fine', 'a,b'],
    ]);
    expect(problems).toMatchObject([{ code: 'quotes_repaired', count: 4, lines: [2, 3, 4, 5] }]);
  });

  it('keeps the rows before the place where a file is cut inside quotes', async () => {
    const { table, problems } = await fixture('cut-inside-quotes.csv');
    expect(table.rows.map(([id]) => id)).toEqual(['1', '2']);
    expect(table.rejects).toEqual([
      {
        line: 4,
        reason: 'open_quote',
        raw: '3,2026-01-07 10:00:00,Three,"This text was\ncut off in the mid',
      },
    ]);
    expect(problems).toMatchObject([{ code: 'file_cut', where: { line: 4 } }]);
  });

  it('notices a last row that is cut between two cells', async () => {
    const { table, problems } = await readAll('id,created,status\n1,2026-01-05,open\n2,2026-01-06');
    expect(table.rows).toHaveLength(1);
    expect(table.rejects).toEqual([{ line: 3, reason: 'too_few_cells', raw: '2,2026-01-06' }]);
    expect(codesOf(problems)).toEqual(['file_cut']);
  });

  it('takes a short last row for whole where other rows are short as well', async () => {
    const { table, problems } = await readAll(
      'id,created,status\n1,2026-01-05\n2,2026-01-06,open\n3,2026-01-06',
    );
    expect(table.rows).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  it('loses one line to a quote that is never closed, not the rest of the file', async () => {
    const { table, problems } = await fixture('lost-quote.csv');
    expect(table.rows.map(([id]) => id)).toEqual(Array.from({ length: 27 }, (_, i) => String(i + 1)));
    expect(table.rows[1][2]).toBe('"Subject 2');
    expect(problems).toMatchObject([{ code: 'quote_lost', count: 1, where: { line: 3 } }]);
  });

  it('finds the lost quote where nothing else is quoted and the file is long', async () => {
    const row = (i: number) => `${i},2026-01-05 10:00:00,plain\n`;
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      i === 700 ? `${i},2026-01-05 10:00:00,"plain\n` : row(i),
    );
    const { table, problems } = await readAll(`id,created,text\n${lines.join('')}`, { chunkBytes: 10_000 });
    expect(table.rows).toHaveLength(20_000);
    expect(table.rejects).toEqual([]);
    expect(table.lines[19_999]).toBe(20_001);
    expect(problems).toMatchObject([{ code: 'quote_lost', where: { line: 702 } }]);
  });

  it('rejects the line of a lost quote when it is no row by itself, and goes on behind it', async () => {
    const tail = Array.from({ length: 200 }, (_, i) => `${i + 3},2026-01-05,plain\n`).join('');
    const { table } = await readAll(`id,created,text\n1,2026-01-05,a\n2,"2026-01-05\n${tail}`);
    expect(table.rejects).toEqual([{ line: 3, reason: 'open_quote', raw: '2,"2026-01-05' }]);
    expect(table.rows).toHaveLength(201);
  });

  it('does not take long quoted texts for lost quotes', async () => {
    const long = 'A line of a long story, with "quotes".\n'.repeat(5_000);
    const text = `id,story\n1,"${long.replaceAll('"', '""')}"\n2,short\n`;
    const { table, problems } = await readAll(text, { chunkBytes: 4_096 });
    expect(table.rows).toEqual([
      ['1', long],
      ['2', 'short'],
    ]);
    expect(table.lines).toEqual([2, 5_003]);
    expect(problems).toEqual([]);
  });

  it('ends with an error, not with a hang, when a row has no end', async () => {
    const source = memorySource('');
    const block = Buffer.alloc(1 << 20, 'abc ');
    const endless = {
      ...source,
      size: Number.NaN,
      async *open() {
        yield Buffer.from('id,text\n1,ok\n2,');
        for (let i = 0; i < 70; i++) yield block;
      },
    };
    await expect(readAll(endless)).rejects.toMatchObject({ exitCode: 3, problem: { code: 'row_too_long' } });
  }, 60_000);
});

describe('exports appended to each other', () => {
  it('takes the byte order mark off a row that is quoted, and off the header before it', async () => {
    const one = '\ufeff"id","created"\n"1","2026-01-05"\n';
    const { table, problems } = await readAll(`${one}${one.replace('"1"', '"2"')}\ufeff"3","2026-01-06"\n`);
    expect(table.rows.map(([id]) => id)).toEqual(['1', '2', '3']);
    expect(codesOf(problems)).toEqual(['headers_repeated']);
  });
});

describe('a file of nothing but broken quotes', () => {
  it('is read line by line where every row has lost its closing quote', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},2026-01-05,"never closed,plain\n`);
    const { table, problems } = await readAll(`id,created,subject,text\n${rows.join('')}`);
    // The last one could as well be cut off: nothing behind it says otherwise.
    expect(table.rows.map(([id]) => Number(id))).toEqual(Array.from({ length: 49 }, (_, i) => i));
    expect(table.rejects).toMatchObject([{ line: 51, reason: 'open_quote' }]);
    expect(problems).toMatchObject([{ code: 'quote_lost', count: 49 }, { code: 'file_cut' }]);
  });

  it('takes no more than a moment, however many quotes never close', async () => {
    const noise = Array.from({ length: 3_000 }, (_, i) => `",${'"x'.repeat(i % 30)}\n`).join('');
    const { table } = await readAll(`id,created,subject,text\n1,2,3,4\n${noise}`);
    expect(table.rows.length + table.rejects.length).toBeGreaterThan(1_000);
  }, 20_000);
});
