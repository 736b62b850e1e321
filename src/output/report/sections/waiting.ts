import type { TableColumn, Value } from '../../../model/report.ts';
import type { Section } from '../section.ts';
import { heading, text, ticketNumber } from '../words.ts';

/** Who waits longest for a first answer: ids only. */
export const waiting: Section = ({ overview, ticketLink }) => {
  const { waiting: found, zone } = overview;
  if (!found || found.total === 0) return [];
  const dimensions = (['group', 'priority', 'channel'] as const).filter((name) =>
    found.oldest.some((ticket) => ticket[name] !== null),
  );
  const columns: TableColumn[] = [
    { key: 'id', label: { code: 'column.ticket' }, type: 'text' },
    { key: 'waited', label: { code: 'column.waited' }, type: 'duration' },
    { key: 'since', label: { code: 'column.since' }, type: 'instant', priority: 2 },
    ...dimensions.map(
      (name, index): TableColumn => ({
        key: name,
        label: { code: `dimension.${name}` },
        type: 'text',
        priority: 2 + index,
      }),
    ),
  ];
  return [
    heading('section.waiting'),
    {
      kind: 'table',
      id: 'waiting',
      caption: {
        code: found.total > found.oldest.length ? 'caption.waiting_longest' : 'caption.waiting',
        args: { total: found.total, shown: found.oldest.length },
      },
      columns,
      rows: found.oldest.map((ticket): Value[] => [
        ticketNumber(ticket.id, ticketLink),
        { type: 'duration', value: ticket.waited },
        { type: 'instant', value: ticket.since, zone, precision: 'minute' },
        ...dimensions.map((name) => text(ticket[name])),
      ]),
    },
  ];
};
