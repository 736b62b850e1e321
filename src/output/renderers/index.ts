import type { Report } from '../../model/report.ts';
import type { RenderOptions } from './options.ts';

export type { RenderOptions } from './options.ts';

/** A format a report can be written in. */
export interface Renderer {
  /** Endings of file names that choose it. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Bytes rather than text: refused on a terminal. */
  readonly isBinary: boolean;
  render(report: Report, options: RenderOptions): Promise<string | Uint8Array>;
}

/** Every format, each loaded when it is used. */
export const renderers = {
  table: {
    extensions: ['txt'],
    mediaType: 'text/plain',
    isBinary: false,
    render: async (report, options) => (await import('./terminal.ts')).renderTerminal(report, options),
  },
  markdown: {
    extensions: ['md', 'markdown'],
    mediaType: 'text/markdown',
    isBinary: false,
    render: async (report, options) => (await import('./markdown.ts')).renderMarkdown(report, options),
  },
  html: {
    extensions: ['html', 'htm'],
    mediaType: 'text/html',
    isBinary: false,
    render: async (report, options) => (await import('./html.ts')).renderHtml(report, options),
  },
  xlsx: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isBinary: true,
    render: async (report, options) => (await import('./xlsx.ts')).renderXlsx(report, options),
  },
  json: {
    extensions: ['json'],
    mediaType: 'application/json',
    isBinary: false,
    render: async (report, options) => (await import('./json.ts')).renderJson(report, options),
  },
  ndjson: {
    extensions: ['ndjson', 'jsonl'],
    mediaType: 'application/x-ndjson',
    isBinary: false,
    render: async (report, options) => (await import('./bundle.ts')).renderFlat(report, 'ndjson', options),
  },
  csv: {
    extensions: ['csv'],
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

/** The format a file name asks for by its ending; undefined where none does. */
export function formatOfFile(name: string): ReportFormat | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return reportFormats.find((format) => (renderers[format].extensions as readonly string[]).includes(ending));
}
