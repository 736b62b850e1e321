import { changeValue, figureCell } from '../../../model/figure-value.ts';
import { figureKey } from '../../../model/metric.ts';
import type { FigureRef, Reading, SegmentRow, SegmentTable } from '../../../model/overview.ts';
import type { Block, Phrase, TableColumn, Value } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { count, dimensionPhrase, heading, text } from '../words.ts';

/** Which columns go first where there is little room. */
const priorities: Readonly<Record<string, number>> = {
  'first_response_time.p50': 1,
  'first_response_time.p90': 3,
  'resolution_time.p50': 2,
  'csat.share': 2,
};

/** A table a dimension: volume, speed and satisfaction, and what really stands out from the rest. */
export const segments: Section = ({ overview }) =>
  under('section.segments', overview.segments.filter(isMeasured).map(tableOf));

/** Where the export knows nothing of speed and satisfaction: what came from where, which is load. */
export const origins: Section = ({ overview }) =>
  under('section.origins', overview.segments.filter((table) => !isMeasured(table)).map(tableOf));

const under = (title: string, tables: readonly Block[]): Block[] =>
  tables.length === 0 ? [] : [heading(title), ...tables];

/** Whether any of its columns is a figure for people. */
const isMeasured = ({ columns, rows }: SegmentTable): boolean =>
  columns.some((_, index) => rows.some(({ readings }) => isShown(readings[index])));

function tableOf(table: SegmentTable): Block {
  const kept = table.columns
    .map((ref, index) => ({ ref, index }))
    .filter(({ index }) => table.rows.some(({ readings }) => isShown(readings[index])));
  const speed = kept.find(({ ref }) => ref.kind === 'duration' && ref.stat === 'p50');
  const hasChange = speed !== undefined && table.rows.some(({ changes }) => changes[speed.index] !== null);
  const hasMarks = table.rows.some((row) => marksOf(table.columns, row).length > 0);
  const columns: TableColumn[] = [
    { key: table.dimension, label: dimensionPhrase(table.dimension), type: 'text' },
    { key: 'tickets', label: { code: 'ui.tickets' }, type: 'count' },
    ...kept.flatMap(({ ref, index }): TableColumn[] => [
      {
        key: figureKey(ref),
        label: { code: `column.${ref.metric}.${ref.stat}` },
        type: ref.kind,
        priority: priorities[`${ref.metric}.${ref.stat}`] ?? 4,
      },
      ...(hasChange && index === speed.index ? [changeColumn(ref)] : []),
    ]),
    ...(hasMarks
      ? [{ key: 'stands_out', label: { code: 'column.stands_out' }, type: 'text', priority: 1 } as const]
      : []),
  ];
  return {
    kind: 'table',
    id: `by-${table.dimension}`,
    ...(table.overlaps
      ? { caption: { code: 'caption.overlaps', args: { dimension: dimensionPhrase(table.dimension) } } }
      : {}),
    columns,
    rows: table.rows.map((row): Value[] => [
      text(row.label),
      count(row.tickets),
      ...kept.flatMap(({ ref, index }): Value[] => [
        figureCell(ref, row.readings[index]),
        ...(hasChange && index === speed.index ? [changeOf(ref, row, index)] : []),
      ]),
      ...(hasMarks ? [text(markPhrase(marksOf(table.columns, row)))] : []),
    ]),
  };
}

/** Whether a reading is a figure for people: there, and not of too few tickets. */
const isShown = ({ value, status }: Reading): boolean => value !== null && status !== 'too_few';

const changeColumn = (ref: FigureRef): TableColumn => ({
  key: `${figureKey(ref)}.change`,
  label: { code: 'ui.change' },
  type: 'change',
  priority: 4,
});

function changeOf(ref: FigureRef, row: SegmentRow, index: number): Value {
  const change = row.changes[index];
  return changeValue(
    ref,
    { before: change?.with ?? { value: null }, now: row.readings[index] },
    change?.verdict,
  );
}

/** What is really different from the rest, one word a metric. */
function marksOf(columns: readonly FigureRef[], row: SegmentRow): Phrase[] {
  if (row.kind !== 'value') return [];
  const said = new Set<string>();
  return columns.flatMap((ref, index): Phrase[] => {
    const contrast = row.contrasts[index];
    const [own, rest] = [row.readings[index].value, contrast?.with.value ?? null];
    if (contrast?.verdict !== 'real' || own === null || rest === null || said.has(ref.metric)) return [];
    // Larger by its work alone: among the same work it is the other way round.
    if (contrast.sameWork !== undefined && contrast.sameWork === Math.sign(rest - own)) return [];
    said.add(ref.metric);
    const isBetter = own < rest === ref.lowerIsBetter;
    return [{ code: `contrast.${ref.metric}.${isBetter ? 'better' : 'worse'}` }];
  });
}

function markPhrase(marks: readonly Phrase[]): Phrase {
  return marks.length === 0 ? { data: '' } : { code: 'contrast.list', args: { marks } };
}
