import type { Reading } from '../../../model/overview.ts';
import type { TableColumn, Value } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { count, heading, text, ticketNumber } from '../words.ts';

const SHOWN = 10;

const columns: readonly TableColumn[] = [
  { key: 'issue', label: { code: 'dimension.issue' }, type: 'text', comfortable: 28 },
  { key: 'tickets', label: { code: 'ui.tickets' }, type: 'count' },
  { key: 'share', label: { code: 'column.share' }, type: 'share', priority: 4 },
  { key: 'trend', label: { code: 'ui.trend' }, type: 'text', priority: 2 },
  { key: 'usual', label: { code: 'column.usual' }, type: 'count', priority: 4 },
  {
    key: 'first_response_time_p50',
    label: { code: 'column.first_response_time.p50' },
    type: 'duration',
    priority: 3,
  },
  {
    key: 'resolution_time_p50',
    label: { code: 'column.resolution_time.p50' },
    type: 'duration',
    priority: 3,
  },
  { key: 'csat', label: { code: 'column.csat.share' }, type: 'share', priority: 4 },
  { key: 'example', label: { code: 'column.example' }, type: 'text', priority: 5 },
];

/** Recurring issues, where they were looked for; a column that holds nothing for any of them is left out. */
export const issues: Section = ({ issues: found, ticketLink }) => {
  if (!found || found.issues.length === 0) return [];
  const none: Value = { type: 'duration', value: null };
  const rows = found.issues.slice(0, SHOWN).map((issue): Value[] => [
    // A mixed one says so: its trend may be that of several problems.
    text(
      issue.mixed
        ? { code: 'issues.mixed_name', args: { label: { data: issue.label } } }
        : { data: issue.label },
    ),
    count(issue.size),
    { type: 'share', value: issue.share },
    text(issue.trend ? { code: `trend.${issue.trend}` } : null),
    { type: 'count', value: issue.usual === null ? null : Math.round(issue.usual) },
    issue.response ? { type: 'duration', ...asShown(issue.response) } : none,
    issue.resolution ? { type: 'duration', ...asShown(issue.resolution) } : none,
    issue.csat ? { type: 'share', ...asShown(issue.csat), showsN: true } : { type: 'share', value: null },
    issue.example === null ? text(null) : ticketNumber(issue.example, ticketLink),
  ]);
  const isKept = columns.map((_, index) => rows.some((row) => isThere(row[index])));
  return [
    heading('section.issues'),
    {
      kind: 'table',
      id: 'issues',
      caption: { code: 'caption.issues', args: { clustered: found.clustered, tickets: found.tickets } },
      columns: columns.filter((_, index) => isKept[index]),
      rows: rows.map((row) => row.filter((_, index) => isKept[index])),
    },
  ];
};

/** A reading of a median, or of a share, as it is shown where it rests on few. */
const asShown = ({ few, ...reading }: Reading) => ({
  ...reading,
  ...(few ? { few: { ...few, part: 'middle' } as const } : {}),
});

const isThere = (value: Value | undefined): boolean =>
  value !== undefined && 'value' in value && value.value !== null;
