import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unavailable, withoutHint } from '../../../src/analysis/metrics/unavailable.ts';
import { reportFailure } from '../../../src/cli/failure.ts';
import { failureWords } from '../../../src/cli/failure-words.ts';
import { runCli } from '../../../src/cli/program.ts';
import { printProblems } from '../../../src/cli/warnings.ts';
import { localeOf } from '../../../src/cli/words.ts';
import { DeskstatError, type Problem, problemBlock } from '../../../src/model/problem.ts';
import { asIs } from '../../../src/model/problem-words.ts';
import { sentence } from '../../../src/model/sentence.ts';
import { displayWidth } from '../../../src/output/renderers/display-width.ts';
import { blockIn } from '../../../src/output/renderers/problem-words.ts';
import { syntaxError } from '../../../src/time/syntax-error.ts';
import { memoryIo } from './memory-io.ts';

const notFound: Problem = {
  code: 'file_not_found',
  severity: 'error',
  args: { try: 'tickets.csv' },
  where: { file: 'ticket.csv' },
};
const rejected: Problem = {
  code: 'too_many_rejected',
  severity: 'error',
  args: { rows: 1200, percent: '10.0', limit: 5, reason: 'created_at_missing', option: '--max-rejected' },
  where: { file: 'tickets.csv' },
  count: 120,
  lines: [3, 1004],
};
const words = (lang: string) => localeOf({ lang });

describe('a problem in a language', () => {
  it('is the same in English as without one', async () => {
    const english = await words('en');
    for (const problem of [notFound, rejected]) expect(blockIn(english, problem)).toBe(problemBlock(problem));
  });

  it('keeps what is to be typed, and writes numbers in its digits', async () => {
    expect(blockIn(await words('bn'), notFound)).toBe(
      'ত্রুটি: ticket.csv: এই নামে কোনো ফাইল বা ফোল্ডার নেই\n  করে দেখুন    tickets.csv',
    );
    const [head, ...details] = blockIn(await words('bn'), rejected).split('\n');
    expect(head).toContain('১,২০০টি সারির মধ্যে ১২০টি (১০.০%)');
    expect(details.map((line) => line.trim().split(/ {2,}/u)[0])).toEqual(['কারণ', 'করে দেখুন', 'লাইন']);
    expect(details[0]).toContain('তৈরির তারিখ নেই');
    expect(details[1]).toContain('--rejects rejects.csv');
    expect(details[2]).toContain('৩, ১০০৪, …');
    expect(blockIn(await words('hi'), rejected)).toContain('1,200 में से 120 पंक्तियाँ');
  });

  it('says what each file is on a line of its own', async () => {
    const nothing: Problem = {
      code: 'nothing_to_measure',
      severity: 'error',
      args: {
        found: [
          sentence('word.at', {
            place: 'a.csv',
            what: sentence('why.links_ids', { first: 'user_id', second: 'group_id' }),
          }),
          sentence('word.at', { place: 'b.csv', what: sentence('why.nothing_found') }),
        ],
      },
    };
    const [, first, second] = blockIn(await words('bn'), nothing).split('\n');
    expect(first).toMatch(/^ {2}পাওয়া গেছে +a\.csv: শুধু user_id আর group_id/u);
    expect(second).toMatch(/^ +b\.csv: এতে কোনো টিকিট/u);
    expect(problemBlock(nothing).split('\n').slice(1, 3)).toEqual([
      '  found       a.csv: links user_id with group_id; nothing of it is measured',
      '              b.csv: no tickets, messages, events, answers, customers or names were found in it',
    ]);
  });

  it('has words for what may stand where a mistake was made, and for why nothing can be said', async () => {
    const hindi = await words('hi');
    const mistake = syntaxError({
      language: 'date',
      text: 'soon',
      column: 1,
      message: sentence('mistake.no_date', { text: 'soon' }),
      expected: sentence('expected.condition'),
    });
    expect(blockIn(hindi, mistake.problem)).toContain(hindi.say(sentence('expected.condition')));
    const because = unavailable('no_ends').unavailable;
    const none: Problem = { code: 'no_retention', severity: 'error', args: { because } };
    expect(blockIn(hindi, none)).toContain(hindi.say(because));
    expect(hindi.say(because)).not.toContain('the customer list');
  });

  it('has its details in one column, as wide as they look', async () => {
    for (const lang of ['bn', 'hi']) {
      const [, ...details] = blockIn(await words(lang), rejected).split('\n');
      const widths = details.map((line) => {
        const label = /^ {2}.*?(?= {2,}|$)/u.exec(line)?.[0] ?? '';
        const gap = /^ +/u.exec(line.slice(label.length))?.[0] ?? '';
        return displayWidth(label) + gap.length;
      });
      expect(new Set(widths).size, lang).toBe(1);
    }
  });

  it('is said on stderr with its kind', async () => {
    const io = memoryIo();
    const note: Problem = { code: 'same_file_twice', severity: 'note', args: {}, where: { file: 'a.csv' } };
    const many = Array.from({ length: 14 }, (_, i) => ({ ...note, where: { file: `${i}.csv` } }));
    await printProblems(many, { io, locale: await words('hi') });
    const lines = io.stderr.text().trimEnd().split('\n');
    expect(lines[0]).toBe('टिप्पणी: 0.csv: यह फ़ाइल एक से ज़्यादा बार दी गई; एक ही बार पढ़ी गई');
    expect(lines.at(-1)).toBe('टिप्पणी: ऐसी 2 और; "deskstat inspect" सब दिखाता है');
  });
});

describe('what a report cannot tell', () => {
  it('is said with its reason alone, as in the other languages', async () => {
    const { unavailable: reason } = unavailable('no_requester');
    expect(withoutHint(reason).english).toBe('the export does not say who asked');
    expect((await localeOf({ lang: 'bn' })).say(reason)).toBe(
      'কে লিখেছেন তা এক্সপোর্টে নেই; গ্রাহকের নামসহ এক্সপোর্টে থাকে',
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-because-'));
    try {
      const file = path.join(folder, 't.csv');
      writeFileSync(file, 'id,created_at,status\n1,2026-03-01T08:00:00Z,open\n');
      const io = memoryIo({ cwd: folder });
      expect([await runCli(['report', file, '--format', 'html'], io), io.stderr.text()]).toEqual([0, '']);
      expect(io.stdout.text()).toContain('(because the export does not say who asked)');
      expect(io.stdout.text()).not.toContain('; an export');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the language of a failure', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-languages-'));
    writeFileSync(path.join(folder, 'hindi.yaml'), 'lang: hi\n');
    writeFileSync(path.join(folder, 'broken.yaml'), 'lang: hi\nmin_group: many\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const said = async (options: { lang?: string; config?: string }): Promise<string | undefined> =>
    (await failureWords(options, { cwd: folder }))?.(notFound, asIs).split(':', 1)[0];

  it('is the one that was typed, else the one of the settings', async () => {
    expect(await said({ lang: 'bn' })).toBe('ত্রুটি');
    expect(await said({ config: 'hindi.yaml' })).toBe('त्रुटि');
    expect(await said({ lang: 'bn', config: 'hindi.yaml' })).toBe('ত্রুটি');
  });

  it('is English where it is not known', async () => {
    expect(await said({})).toBeUndefined();
    expect(await said({ lang: 'en', config: 'hindi.yaml' })).toBeUndefined();
    expect(await said({ lang: 'xx' })).toBeUndefined();
    expect(await said({ config: 'broken.yaml' })).toBeUndefined();
    expect(await said({ config: 'absent.yaml' })).toBeUndefined();
  });

  it('holds for settings that are wrong, where it was typed', async () => {
    const io = memoryIo({ cwd: folder });
    const code = await runCli(['metrics', 't.csv', '--config', 'broken.yaml', '--lang', 'hi'], io);
    expect([code, io.stderr.text()]).toEqual([2, expect.stringContaining('पूरी संख्या होनी चाहिए')]);
  });

  it('holds for a mistake in a filter, and for a bug of ours', async () => {
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['metrics', 't.csv', '--where', 'status =', '--lang', 'bn'], io)).toBe(2);
    expect(io.stderr.text()).toContain('ত্রুটি: ফিল্টার, ৯ নম্বর অক্ষরে:');
    const other = memoryIo();
    await reportFailure(new TypeError('x is not a function'), {
      io: other,
      debug: false,
      options: { lang: 'bn' },
    });
    expect(other.stderr.text()).toContain('এটি deskstat-এর ত্রুটি, আপনার তথ্যের নয়');
    expect(other.stderr.text()).toContain('TypeError: x is not a function');
  });

  it.each([
    [['metrics', '--lang', 'bn', '--nonsense'], 'ত্রুটি: “--nonsense” নামে কোনো অপশন নেই'],
    [['metrics', '--lang=hi', '--nonsense'], 'त्रुटि: “--nonsense” नाम का कोई विकल्प नहीं है'],
    [['report', '--lang', 'hi', '--where'], 'त्रुटि: विकल्प “--where <filter>” का मान नहीं दिया गया'],
    [['explain', '--lang', 'hi'], 'त्रुटि: ज़रूरी आर्ग्युमेंट “metric” नहीं दिया गया'],
    [['diff', 'a.json', 'b.json', 'c.json', '--lang', 'bn'], 'ত্রুটি: আর্গুমেন্ট বেশি: ২টি চলে, ৩টি দেওয়া হয়েছে'],
    [['metrics', '--nonsense'], 'error: unknown option "--nonsense"'],
    [['metrics', '--nonsense', '--lang'], 'error: option "--lang <language>" argument missing'],
  ])('is that which was typed for a command line that cannot be understood: %j', async (argv, said) => {
    const io = memoryIo({ cwd: folder });
    expect(await runCli(argv, io)).toBe(2);
    expect(io.stderr.text()).toContain(said);
  });

  it('leaves the exit code alone', async () => {
    const io = memoryIo();
    const error = new DeskstatError({ code: 'no_input', args: {} }, 3);
    expect(await reportFailure(error, { io, debug: false, options: { lang: 'hi' } })).toBe(3);
  });
});
