import type { ReportInput } from '../../model/overview.ts';
import type { Block } from '../../model/report.ts';

/** A part of a report: its blocks with their heading, or none where there is nothing to show. */
export type Section = (input: ReportInput) => readonly Block[];
