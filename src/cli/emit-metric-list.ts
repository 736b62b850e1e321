import { renderMetricList } from '../output/renderers/metric-list.ts';
import type { SheetFormat } from '../output/renderers/row-report.ts';
import { metricList } from '../questions/answers/metric-list.ts';
import type { CommonOptions, OutputOptions } from '../settings/option-types.ts';
import { emit } from './emit.ts';
import { pageOptions } from './emit-answer.ts';
import type { Session } from './session.ts';
import { localeOf } from './words.ts';

/** Writes every metric with its definition: `deskstat metrics --list`. */
export async function emitMetricList(
  options: OutputOptions & CommonOptions,
  { run, io, zone }: Session,
): Promise<void> {
  const locale = await localeOf(run);
  await emit({
    options,
    content: 'rows',
    inputs: [],
    io,
    render: async (format, { stdout }) =>
      renderMetricList(metricList(), format as SheetFormat, {
        locale,
        zone: zone.id,
        ...pageOptions(options, { io, stdout }),
      }),
  });
}
