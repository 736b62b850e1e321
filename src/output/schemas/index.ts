import type { JsonSchema } from './json-schema.ts';

export type { JsonSchema } from './json-schema.ts';

/** The schema of each command's JSON, loaded when it is asked for. A new one is a file and an entry here. */
export const outputSchemas = {
  report: async () => (await import('./report.ts')).reportSchema,
  metrics: async () => (await import('./metrics.ts')).metricsSchema,
  agents: async () => (await import('./agents.ts')).agentsSchema,
  tickets: async () => (await import('./tickets.ts')).ticketsSchema,
  explain: async () => (await import('./explain.ts')).explainSchema,
  waiting: async () => (await import('./waiting.ts')).waitingSchema,
  check: async () => (await import('./check.ts')).checkSchema,
  diff: async () => (await import('./diff.ts')).diffSchema,
  retention: async () => (await import('./retention.ts')).retentionSchema,
  issues: async () => (await import('./issues.ts')).issuesSchema,
  inspect: async () => (await import('./inspect.ts')).inspectSchema,
} as const satisfies Readonly<Record<string, () => Promise<JsonSchema>>>;
