import type { FormatOf } from '../../model/output-formats.ts';
import type { Report } from '../../model/report.ts';
import type { RenderOptions } from './options.ts';

export type { RenderOptions } from './options.ts';

type Render = (report: Report, options: RenderOptions) => Promise<string | Uint8Array>;

/** How a report is written in each of its formats, loaded when it is used. */
const renderers: Readonly<Record<FormatOf<'report'>, Render>> = {
  table: async (report, options) => (await import('./terminal.ts')).renderTerminal(report, options),
  markdown: async (report, options) => (await import('./markdown.ts')).renderMarkdown(report, options),
  html: async (report, options) => (await import('./html.ts')).renderHtml(report, options),
  xlsx: async (report, options) => (await import('./xlsx.ts')).renderXlsx(report, options),
  json: async (report, options) => (await import('./json.ts')).renderJson(report, options),
  ndjson: async (report, options) => (await import('./bundle.ts')).renderFlat(report, 'ndjson', options),
  csv: async (report, options) => (await import('./bundle.ts')).renderFlat(report, 'csv', options),
};

export type ReportFormat = FormatOf<'report'>;

/** Writes a report in a format: text, or bytes for XLSX. The same report and options give the same bytes. */
export function renderReport(
  report: Report,
  format: ReportFormat,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  return renderers[format](report, options);
}
