import type { Report } from '../../model/report.ts';
import type { RenderOptions } from './options.ts';

export type { RenderOptions } from './options.ts';

/** A format a report can be written in. */
export interface Renderer {
  readonly mediaType: string;
  /** Bytes rather than text: refused on a terminal. */
  readonly isBinary: boolean;
  render(report: Report, options: RenderOptions): Promise<string | Uint8Array>;
}

/** Every format, each loaded when it is used. */
export const renderers = {
  table: {
    mediaType: 'text/plain',
    isBinary: false,
    render: async (report, options) => (await import('./terminal.ts')).renderTerminal(report, options),
  },
  markdown: {
    mediaType: 'text/markdown',
    isBinary: false,
    render: async (report, options) => (await import('./markdown.ts')).renderMarkdown(report, options),
  },
  html: {
    mediaType: 'text/html',
    isBinary: false,
    render: async (report, options) => (await import('./html.ts')).renderHtml(report, options),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isBinary: true,
    render: async (report, options) => (await import('./xlsx.ts')).renderXlsx(report, options),
  },
  json: {
    mediaType: 'application/json',
    isBinary: false,
    render: async (report, options) => (await import('./json.ts')).renderJson(report, options),
  },
  ndjson: {
    mediaType: 'application/x-ndjson',
    isBinary: false,
    render: async (report, options) => (await import('./bundle.ts')).renderFlat(report, 'ndjson', options),
  },
  csv: {
    mediaType: 'text/csv',
    isBinary: false,
    render: async (report, options) => (await import('./bundle.ts')).renderFlat(report, 'csv', options),
  },
} as const satisfies Record<string, Renderer>;

export type ReportFormat = keyof typeof renderers;
export const reportFormats = Object.keys(renderers) as readonly ReportFormat[];

/** Writes a report in a format: text, or bytes for XLSX. The same report and options give the same bytes. */
export function renderReport(
  report: Report,
  format: ReportFormat,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  return renderers[format].render(report, options);
}
