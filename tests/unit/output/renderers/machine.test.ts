import { describe, expect, it } from 'vitest';
import { englishLocale, loadLocale } from '../../../../src/output/locales/index.ts';
import { dataSets, renderBundle, renderFlat } from '../../../../src/output/renderers/bundle.ts';
import { renderJson } from '../../../../src/output/renderers/json.ts';
import { hostileReport, sampleReport } from '../sample-report.ts';

const english = englishLocale({ strict: true });
const options = { locale: english };

describe('renderJson', () => {
  const whole = JSON.parse(
    renderJson(sampleReport, { ...options, envelope: { as_of: '2026-11-15T23:58:00Z' } }),
  );

  it('carries schema and envelope, and figures in the units of data', () => {
    expect(Object.keys(whole)).toEqual(['schema', 'as_of', 'title', 'subtitle', 'blocks']);
    expect(whole.schema).toBe('deskstat.report/1');
    expect(whole.blocks[1].items[1]).toMatchObject({
      metric: 'first_response_time',
      value: { type: 'duration', unit: 'seconds', value: 7500, n: 1188, status: 'ok', clock: 'calendar' },
      change: {
        type: 'change',
        unit: 'seconds',
        before: 9060,
        now: 7500,
        lower_is_better: true,
        verdict: 'real',
      },
      low: 7080,
      high: 7980,
    });
    expect(whole.blocks[3].rows[0][7]).toEqual({
      type: 'instant',
      value: '2026-11-15T09:30:00.000Z',
      timezone: 'Asia/Dhaka',
    });
  });

  it('is the same in every language', async () => {
    const bengali = renderJson(sampleReport, { locale: await loadLocale('bn', { strict: true }) });
    expect(bengali).toBe(renderJson(sampleReport, options));
  });

  it('writes codes with their arguments and English', () => {
    const text = renderJson(
      {
        title: { code: 'ui.n', args: { n: { type: 'count', value: 3 } } },
        subtitle: { data: 's' },
        blocks: [],
      },
      options,
    );
    expect(JSON.parse(text).title).toEqual({
      code: 'ui.n',
      args: { n: { type: 'count', unit: 'tickets', value: 3, n: null, status: 'ok' } },
      text: 'n=3',
    });
  });
});

describe('renderBundle', () => {
  it('writes a file for every block of figures, under names that are safe', () => {
    expect(renderBundle(sampleReport, 'csv', options).map(({ name }) => name)).toEqual([
      'figures.csv',
      'groups.csv',
      'volume.csv',
      'backlog.csv',
      'channels.csv',
      'responses.csv',
      'issues.csv',
      'csat.csv',
      'hours.csv',
      'cohorts.csv',
    ]);
    for (const { name } of renderBundle(hostileReport, 'ndjson', options))
      expect(name).toMatch(/^[a-z0-9-]+\.ndjson$/);
    const twice = { ...sampleReport, blocks: [...sampleReport.blocks, ...sampleReport.blocks] };
    const names = dataSets(twice, english).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds the figures', () => {
    const file = (name: string) =>
      renderBundle(sampleReport, 'csv', options)
        .find((each) => each.name === name)
        ?.text.split('\n');
    expect(file('groups.csv')?.slice(0, 2)).toEqual([
      'group,created,frt,frt_change,rt,csat,score,last,is_total',
      'Billing,512,5700,-1500,52200,0.931,4.655,2026-11-15T09:30:00.000Z,false',
    ]);
    expect(file('csat.csv')?.slice(0, 5)).toEqual([
      'x,series,unit,value,low,high',
      '2026-W37,CSAT,share,0.9,0.86,0.93',
      '2026-W38,CSAT,share,0.91,0.87,0.94',
      '2026-W39,CSAT,share,0.89,0.85,0.92',
      '2026-W40,CSAT,share,,,',
    ]);
    expect(file('issues.csv')?.[3]).toBe('ইনভয়েসে ভুল নাম,55,5  7 6 5 6 7 6 6 7,steady,');
    expect(file('hours.csv')?.[1]).toBe('Mon,00,tickets,1');
  });
});

describe('renderFlat', () => {
  it('is one table, a row a figure', () => {
    const rows = renderFlat(sampleReport, 'csv', options).split('\n');
    expect(rows[0]).toBe('block,row,column,unit,value,before,low,high,n,status,period,verdict');
    expect(rows[2]).toBe('figures,first_response_time,value,seconds,7500,9060,7080,7980,1188,ok,,real');
    expect(rows).toContain('groups,Billing,frt_change,seconds,-1500,7200,,,,,,real');
    expect(rows).toContain('volume,2026-09-07,Created,tickets,172,,,,,,,');
  });
});
