import type { Block, Headline, Phrase, PhraseArg, Report, TableColumn, Value } from '../../model/report.ts';
import type { Cohort, ExperienceStudy, KeptShare, Retention, SurvivalCourse } from '../../model/retention.ts';
import { count, heading, periodName, text } from './words.ts';

/** Periods, cohorts and later periods that people are shown; machine formats carry all. */
const SHOWN_PERIODS = 13;
const SHOWN_LATER = 9;

/** Whether people stay, as a report. */
export function buildRetentionReport(retention: Retention): Report {
  const { kind, zone, asOf, people } = retention;
  return {
    title: { code: `retention.title.${kind}` },
    subtitle: {
      code: 'retention.subtitle',
      args: {
        people: { code: `retention.people.${kind}`, args: { n: people } },
        unit: { code: `retention.by.${retention.every}` },
        as_of: { type: 'instant', value: asOf, zone, precision: 'day', isEnd: true },
        zone,
      },
    },
    blocks: [
      ...headlinesOf(retention),
      ...cohortsOf(retention),
      ...periodsOf(retention),
      ...segmentsOf(retention),
      ...survivalOf(retention.survival),
      ...experienceOf(retention),
      ...notesOf(retention),
    ],
  };
}

/** What a report that has more to tell says of retention: the figures, and what customers had lived through. */
export function retentionSummary(retention: Retention): Block[] {
  return [
    ...headlinesOf(retention),
    ...cohortsOf(retention),
    ...listEndOf(retention),
    ...experienceOf(retention),
  ];
}

function headlinesOf({ kind, every, periods, active, survival }: Retention): Block[] {
  const seen = periods.filter(({ n }) => n > 0);
  const now = seen.at(-1);
  const before = seen.at(-2);
  const items: Headline[] = [];
  if (now) {
    const spark = seen.slice(-SHOWN_PERIODS).map(({ value }) => value);
    items.push({
      metric: kind === 'customers' ? 'retention_rate' : 'return_rate',
      label: { code: `retention.kept.${kind}`, args: { period: periodName(now.period) } },
      value: shareValue(now),
      ...(before ? { before: shareValue(before) } : {}),
      low: now.low,
      high: now.high,
      spark,
    });
    if (kind === 'customers') {
      items.push({
        metric: 'churn_rate',
        label: { code: 'retention.churn', args: { period: periodName(now.period) } },
        value: complement(now),
        ...(before ? { before: complement(before) } : {}),
        low: now.high === null ? null : 1 - now.high,
        high: now.low === null ? null : 1 - now.low,
        spark: spark.map((value) => (value === null ? null : 1 - value)),
      });
    }
  }
  items.push({
    metric: 'active',
    label: { code: `retention.active.${kind}`, args: { unit: { code: `retention.unit.${every}` } } },
    value: count(active),
  });
  if (survival) items.push(tenureHeadline(survival));
  return [{ kind: 'figures', items }];
}

function tenureHeadline({ median, customers }: SurvivalCourse): Headline {
  const label: Phrase = { code: 'retention.median_tenure' };
  if (median.value === null)
    return {
      metric: 'tenure',
      label,
      value: text({ code: 'retention.not_reached', args: { n: customers } }),
    };
  return {
    metric: 'tenure',
    label,
    value: { type: 'duration', value: median.value },
    low: median.low,
    high: median.high,
  };
}

const shareValue = ({ value, n, status }: KeptShare): Value => ({ type: 'share', value, n, status });
const complement = ({ value, n, status }: KeptShare): Value => ({
  type: 'share',
  value: value === null ? null : 1 - value,
  n,
  status,
});

function cohortsOf({ cohorts, kind, every }: Retention): Block[] {
  const shown = cohorts.slice(-SHOWN_PERIODS);
  if (shown.length === 0) return [];
  const later = Math.min(SHOWN_LATER, Math.max(...shown.map(({ cells }) => cells.length)));
  return [
    heading('retention.section.cohorts'),
    {
      kind: 'matrix',
      id: 'cohorts',
      caption: {
        code: `retention.caption.cohorts.${kind}`,
        args: { unit: { code: `retention.units.${every}` } },
      },
      rowLabels: shown.map(({ period, size }) => ({
        code: 'retention.cohort',
        args: { period: periodName(period), n: size },
      })),
      columnLabels: Array.from({ length: later }, (_, k) => ({ code: 'retention.later', args: { k } })),
      values: shown.map((cohort) => Array.from({ length: later }, (_, k) => cellValue(cohort, k))),
      unit: 'share',
    },
  ];
}

const cellValue = ({ cells }: Cohort, k: number): number | null => {
  const cell = cells[k];
  return cell && cell.status === 'ok' ? cell.value : null;
};

function periodsOf({ periods, kind }: Retention): Block[] {
  const shown = periods.filter(({ n, joined }) => n > 0 || joined > 0).slice(-SHOWN_PERIODS);
  if (shown.length === 0) return [];
  const column = (key: string, type: TableColumn['type'], priority = 1): TableColumn => ({
    key,
    label: { code: `retention.column.${key}` },
    type,
    priority,
  });
  return [
    heading('retention.section.periods'),
    {
      kind: 'table',
      id: 'periods',
      columns: [
        { key: 'period', label: { code: 'ui.period' }, type: 'text' },
        column(`start.${kind}`, 'count'),
        column(`kept.${kind}`, 'count'),
        column(`share.${kind}`, 'share'),
        { key: 'low', label: { code: 'ui.from' }, type: 'share', priority: 2 },
        { key: 'high', label: { code: 'ui.to' }, type: 'share', priority: 2 },
        column(`joined.${kind}`, 'count', 3),
      ],
      rows: shown.map(({ period, joined, ...share }) => [
        text(periodName(period)),
        count(share.n),
        count(share.kept),
        shareValue(share),
        { type: 'share', value: share.low },
        { type: 'share', value: share.high },
        count(joined),
      ]),
    },
  ];
}

function segmentsOf({ segments, every }: Retention): Block[] {
  return segments
    .filter(({ rows }) => rows.length > 0)
    .map(({ dimension, rows }) => ({
      kind: 'table',
      id: `by_${dimension}`,
      caption: { code: 'retention.caption.segments', args: { unit: { code: `retention.unit.${every}` } } },
      columns: [
        { key: 'segment', label: { data: dimension }, type: 'text' },
        { key: 'active', label: { code: 'retention.column.active' }, type: 'count' },
        { key: 'share', label: { code: 'retention.column.share.customers' }, type: 'share' },
        { key: 'low', label: { code: 'ui.from' }, type: 'share' },
        { key: 'high', label: { code: 'ui.to' }, type: 'share' },
      ],
      rows: rows.map(({ name, active, ...share }) => [
        text(name === null ? { code: 'ui.no_value' } : { data: name }),
        count(active),
        shareValue(share),
        { type: 'share', value: share.low },
        { type: 'share', value: share.high },
      ]),
    }));
}

function survivalOf(survival: SurvivalCourse | null): Block[] {
  if (!survival || survival.points.length < 3) return [];
  const { points } = survival;
  return [
    heading('retention.section.survival'),
    {
      kind: 'series',
      id: 'survival',
      caption: { code: 'retention.caption.survival' },
      style: 'lines',
      x: points.map(({ months }) => String(months)),
      unit: 'share',
      lines: [
        {
          label: { code: 'retention.still_there' },
          values: points.map(({ value }) => value),
          low: points.map(({ low }) => low),
          high: points.map(({ high }) => high),
        },
      ],
    },
  ];
}

function experienceOf({ experience, noExperience }: Retention): Block[] {
  if (noExperience)
    return [{ kind: 'note', severity: 'info', text: { code: `retention.no_experience.${noExperience}` } }];
  if (!experience || experience.effects.length === 0) return [];
  return [
    heading('retention.section.experience'),
    { kind: 'list', items: experience.effects.map((effect) => effectPhrase(effect, experience)) },
    { kind: 'note', severity: 'info', text: methodPhrase(experience) },
  ];
}

function effectPhrase(
  { experience, exposed, others, difference, verdict }: ExperienceStudy['effects'][number],
  { days }: ExperienceStudy,
): Phrase {
  const points = (value: number | null): Value => ({
    type: 'number',
    value: value === null ? null : 100 * value,
    digits: 1,
  });
  const args: Record<string, PhraseArg> = {
    who: { code: `retention.who.${experience}` },
    than: { code: `retention.than.${experience}` },
    exposed: { type: 'share', value: exposed.value },
    n: count(exposed.n),
    others: { type: 'share', value: others.value },
    m: count(others.n),
    days,
  };
  if (verdict === 'too_few' || !difference) return { code: 'retention.effect.too_few', args };
  const isLess = difference.value < 0;
  const sign = isLess ? -1 : 1;
  const [low, high] = isLess ? [difference.high, difference.low] : [difference.low, difference.high];
  return {
    code:
      verdict === 'noise'
        ? 'retention.effect.noise'
        : isLess
          ? 'retention.effect.less'
          : 'retention.effect.more',
    args:
      verdict === 'noise'
        ? { ...args, low: points(difference.low), high: points(difference.high) }
        : {
            ...args,
            difference: points(sign * difference.value),
            low: points(low === null ? null : sign * low),
            high: points(high === null ? null : sign * high),
          },
  };
}

function methodPhrase({ landmarks, days, customers, limit }: ExperienceStudy): Phrase {
  return {
    code: 'retention.method',
    args: {
      landmarks: landmarks.length,
      days,
      customers,
      in_time:
        limit?.by === 'quarter'
          ? {
              code: 'retention.in_time.quarter',
              args: { limit: { type: 'duration', value: limit.duration } },
            }
          : { code: limit ? 'retention.in_time.sla' : 'retention.in_time.none' },
    },
  };
}

/** Until when the list of customers tells who left, where it is older than the other files. */
function listEndOf({ knownTo, zone }: Retention): Block[] {
  if (!Number.isFinite(knownTo)) return [];
  const to = { type: 'instant', value: knownTo, zone, precision: 'day' } as const;
  return [{ kind: 'note', severity: 'info', text: { code: 'retention.note.known_to', args: { to } } }];
}

function notesOf(retention: Retention): Block[] {
  const { kind, before, knownFrom, zone, every, medianGap, leftOut, matched } = retention;
  const note = (code: string, args: Record<string, PhraseArg> = {}): Block => ({
    kind: 'note',
    severity: 'info',
    text: { code, args },
  });
  const notes: Block[] = [];
  if (kind === 'tickets') notes.push(note('retention.note.tickets'));
  if (kind === 'activity') notes.push(note('retention.note.activity'));
  if (Number.isFinite(knownFrom))
    notes.push(
      note('retention.note.known_from', {
        from: { type: 'instant', value: knownFrom, zone, precision: 'day' },
        before,
      }),
    );
  else if (before > 0 && kind !== 'customers') notes.push(note('retention.note.before', { before }));
  notes.push(...listEndOf(retention));
  if (medianGap !== null && (every === 'quarter' || every === 'year'))
    notes.push(
      note('retention.note.wide', {
        gap: { type: 'duration', value: medianGap },
        unit: { code: `retention.by.${every}` },
      }),
    );
  if (matched && kind === 'customers')
    notes.push(note(`retention.note.matched.${matched.by}`, { tickets: matched.tickets, of: matched.of }));
  if (leftOut.length > 0)
    notes.push(
      note('receipt.left_out', {
        reasons: leftOut.map(([reason, number]) => ({
          code: 'receipt.reason',
          args: { count: number, reason: { code: `reason.${reason}` } },
        })),
      }),
    );
  return notes;
}
