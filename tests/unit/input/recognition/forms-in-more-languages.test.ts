import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

const day = (n: number): string => `2026-04-${String(n + 1).padStart(2, '0')} 10:00:00`;
const form = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...rows.map((cells, row) => [day(row), ...cells])].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

describe('satisfaction in words', () => {
  // Four very, two plain, one neither, one not, two not at all: 6 of 10 satisfied; (4·5 + 2·4 + 3 + 2 + 2·1) / 10.
  const counts = [4, 2, 1, 1, 2];
  it.each([
    ['ja', '回答日時', 'サポートの対応に満足していますか？', 'とても満足|満足|普通|不満|とても不満'],
    ['zh', '提交时间', '您对我们的服务满意吗？', '非常满意|满意|一般|不满意|非常不满意'],
    [
      'nl',
      'Datum',
      'Hoe tevreden bent u over onze hulp?',
      'Zeer tevreden|Tevreden|Neutraal|Ontevreden|Zeer ontevreden',
    ],
    [
      'it',
      'Informazioni cronologiche',
      'Quanto è soddisfatto del supporto ricevuto?',
      'Molto soddisfatto|Soddisfatto|Né soddisfatto né insoddisfatto|Poco soddisfatto|Per niente soddisfatto',
    ],
    [
      'pl',
      'Sygnatura czasowa',
      'Jak oceniasz naszą obsługę?',
      'Bardzo zadowolony|Zadowolony|Neutralny|Niezadowolony|Bardzo niezadowolony',
    ],
    [
      'ru',
      'Отметка времени',
      'Насколько вы довольны поддержкой?',
      'Очень доволен|Доволен|Нейтрально|Недоволен|Очень недоволен',
    ],
    [
      'tr',
      'Zaman damgası',
      'Destek ekibimizden ne kadar memnunsunuz?',
      'Çok memnun|Memnun|Kararsız|Memnun değil|Hiç memnun değil',
    ],
    [
      'sv',
      'Svarsdatum',
      'Hur nöjd är du med supporten?',
      'Mycket nöjd|Nöjd|Varken eller|Missnöjd|Mycket missnöjd',
    ],
    [
      'da',
      'Tidsstempel',
      'Hvor tilfreds er du med hjælpen?',
      'Meget tilfreds|Tilfreds|Hverken eller|Utilfreds|Meget utilfreds',
    ],
    [
      'nb',
      'Tidsmerke',
      'Hvor fornøyd er du med hjelpen?',
      'Svært fornøyd|Ganske fornøyd|Verken eller|Ganske misfornøyd|Svært misfornøyd',
    ],
    [
      'fi',
      'Aikaleima',
      'Kuinka tyytyväinen olet palveluun?',
      'Erittäin tyytyväinen|Melko tyytyväinen|En tyytyväinen enkä tyytymätön|Melko tyytymätön|Erittäin tyytymätön',
    ],
    [
      'cs',
      'Časové razítko',
      'Jak jste spokojeni s podporou?',
      'Velmi spokojen/a|Spíše spokojen/a|Ani spokojen, ani nespokojen|Spíše nespokojen/a|Velmi nespokojen/a',
    ],
    [
      'hu',
      'Időbélyeg',
      'Mennyire elégedett az ügyfélszolgálattal?',
      'Nagyon elégedett|Elégedett|Semleges|Elégedetlen|Nagyon elégedetlen',
    ],
    ['ko', '타임스탬프', '고객 지원에 얼마나 만족하십니까?', '매우 만족|만족|보통|불만족|매우 불만족'],
    [
      'ja',
      'タイムスタンプ',
      'サポートにどのくらい満足していますか？',
      '満足|やや満足|どちらでもない|やや不満|不満',
    ],
    ['ar', 'طابع زمني', 'ما مدى رضاك عن خدمة الدعم؟', 'راضٍ جدًا|راضٍ|محايد|غير راضٍ|غير راضٍ جدًا'],
  ])('is read in %s', async (_, stamp, question, words) => {
    const steps = words.split('|');
    const rows = counts.flatMap((count, step) => Array.from({ length: count }, () => [steps[step]]));
    const { desk } = await readFiles({ 'form.csv': form([stamp, question], rows) });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.6, n: 10 });
    expect(value(desk, 'csat_mean')).toBeCloseTo(3.5, 9);
  });
});

describe('a grid of questions', () => {
  // Speed 3 of 5 at 4 or 5, friendliness 4 of 5, solution 1 of 5.
  const answers = [
    [5, 5, 1],
    [4, 5, 2],
    [4, 4, 3],
    [1, 4, 5],
    [2, 2, 1],
  ];
  it.each([
    [
      'Timestamp',
      'Please rate our support [Speed]',
      'Please rate our support [Friendliness]',
      'Please rate our support [Solution]',
    ],
    [
      'Carimbo de data/hora',
      'Avalie o atendimento [Rapidez]',
      'Avalie o atendimento [Cordialidade]',
      'Avalie o atendimento [Solução]',
    ],
    ['Zeitstempel', 'Bitte bewerten Sie [Tempo]', 'Bitte bewerten Sie [Ton]', 'Bitte bewerten Sie [Lösung]'],
    [
      'Timestamp',
      'How would you rate the following? - Speed',
      'How would you rate the following? - Tone',
      'How would you rate the following? - Solution',
    ],
  ])('is a survey each: %s', async (...head) => {
    const { desk } = await readFiles({ 'form.csv': form(head, answers) });
    const rows = ask(desk, 'csat', { by: ['survey'] });
    const shares = head.slice(1).map((name) => rows.find(({ segment }) => segment.survey === name)?.value);
    expect(shares).toEqual([0.6, 0.8, 0.2]);
  });
});

it('takes "Answered" beside "Sent" for the date of the answer', async () => {
  // Ten sent in January: seven answered a day later, two after 20 days, one never: 7 of 10 within 14 days.
  const rows = Array.from({ length: 10 }, (_, i) => {
    const sent = Date.UTC(2026, 0, i + 1);
    const answered = sent + (i < 7 ? 1 : 20) * 86_400_000;
    const stamp = i === 9 ? '' : new Date(answered).toISOString();
    return [i, new Date(sent).toISOString(), stamp, i === 9 ? '' : 5].join(',');
  });
  const { desk } = await readFiles({ 'surveys.csv': `Survey ID,Sent,Answered,CSAT\n${rows.join('\n')}\n` });
  expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 0.7, n: 10 });
});

describe('the scale', () => {
  it('of effort has five points where a fifth of twenty answers is a five and none is more', async () => {
    // Ten fives, six fours, four ones: of seven points 10 of 20 would be favourable, of five 16 of 20.
    const scores = [...Array(10).fill(5), ...Array(6).fill(4), ...Array(4).fill(1)] as number[];
    const of = (cells: readonly number[]) =>
      `Response ID,Submitted at,CES (easy is high)\n${cells.map((cell, i) => `${i},${day(i)},${cell}`).join('\n')}\n`;
    expect(value((await readFiles({ 'ces.csv': of(scores) })).desk, 'ces')).toBe(0.8);
    // Nineteen answers tell nothing, and low ones never shorten a scale.
    const few = (await readFiles({ 'ces.csv': of(scores.slice(0, 19)) })).desk;
    expect(value(few, 'ces')).toBeCloseTo(10 / 19, 9);
    const low = (await readFiles({ 'ces.csv': of(scores.map((cell) => Math.min(cell, 4))) })).desk;
    expect(value(low, 'ces')).toBe(0);
  });

  it('is that of NPS beside groups of promoters, also below a second row of headers', async () => {
    const rows = [9, 10, 7, 3, 9, 8].map(
      (score, i) =>
        `R${i},${day(i)},${score},${score > 8 ? 'Promoter' : score > 6 ? 'Passive' : 'Detractor'}`,
    );
    const content = [
      'ResponseId,RecordedDate,Q1,Q1_NPS_GROUP',
      'Response ID,Recorded Date,Rating,Group',
      ...rows,
    ];
    const { desk } = await readFiles({ 'q.csv': `${content.join('\n')}\n` }, { maxRejected: 50 });
    // Three promoters and one detractor of six.
    expect(ask(desk, 'nps')[0]).toMatchObject({ n: 6 });
    expect(value(desk, 'nps')).toBeCloseTo(100 / 3, 9);
  });
});

describe('options beside the scale', () => {
  // Three of five grades are satisfied; who does not know has rated nothing.
  const rate = ['Very satisfied', 'Satisfied', 'Satisfied', 'Neutral', 'Dissatisfied'];
  it.each([
    "Don't know",
    'Prefer not to say',
    'Not applicable',
    'Keine Angabe',
    'Ne sait pas',
    'NS/NC',
    'わからない',
  ])('%s is no grade', async (option) => {
    const rows = [...rate, option, option].map((cell) => [cell]);
    const { desk } = await readFiles({ 'form.csv': form(['Timestamp', 'How satisfied are you?'], rows) });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.6, n: 5 });
  });
});

it('measures a question that asks to rate beside one that asks to recommend', async () => {
  const rows = [
    [10, 5],
    [9, 4],
    [3, 2],
    [8, 5],
  ];
  const head = ['Submit Date', 'How likely are you to recommend us?', 'How would you rate our support?'];
  const { desk } = await readFiles({ 'form.csv': form(head, rows) });
  expect([value(desk, 'nps'), value(desk, 'csat')]).toEqual([25, 0.75]);
});
