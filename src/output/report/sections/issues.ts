import type { Value } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { count, heading, text } from '../words.ts';

const SHOWN = 10;

/** Recurring issues, where they were looked for. */
export const issues: Section = ({ issues: found }) => {
  if (!found || found.issues.length === 0) return [];
  const none: Value = { type: 'duration', value: null };
  return [
    heading('section.issues'),
    {
      kind: 'table',
      id: 'issues',
      caption: { code: 'caption.issues', args: { clustered: found.clustered, tickets: found.tickets } },
      columns: [
        { key: 'issue', label: { code: 'dimension.issue' }, type: 'text' },
        { key: 'tickets', label: { code: 'ui.tickets' }, type: 'count' },
        { key: 'share', label: { code: 'column.share' }, type: 'share', priority: 2 },
        { key: 'trend', label: { code: 'ui.trend' }, type: 'text', priority: 2 },
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
      ],
      rows: found.issues
        .slice(0, SHOWN)
        .map((issue): Value[] => [
          text({ data: issue.label }),
          count(issue.size),
          { type: 'share', value: issue.share },
          text(issue.trend ? { code: `trend.${issue.trend}` } : null),
          issue.response ? { type: 'duration', ...issue.response } : none,
          issue.resolution ? { type: 'duration', ...issue.resolution } : none,
          issue.csat ? { type: 'share', ...issue.csat } : { type: 'share', value: null },
        ]),
    },
  ];
};
