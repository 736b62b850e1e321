import type { FindingRule } from './rule.ts';

/** Figures by solve date so soon after the export's beginning that slow tickets from before it are missing. */
export const exportEdge: FindingRule = {
  id: 'export_edge',
  codes: ['finding.edge'],
  find({ headlines, coverage, zone }) {
    const figures = headlines.filter(({ notes, kind }) => notes.includes('edge') && kind === 'duration');
    if (figures.length === 0) return [];
    const names = new Map(figures.map((figure) => [figure.metric, { code: `metric.${figure.metric}` }]));
    return [
      {
        code: 'finding.edge',
        severity: 'info',
        args: {
          from: { type: 'instant', value: coverage.bulkFrom, zone, precision: 'day' },
          figures: [...names.values()],
        },
      },
    ];
  },
};
