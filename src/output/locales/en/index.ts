import { merged } from '../../../model/merged.ts';
import { englishFigures } from '../english-figures.ts';
import type { Language } from '../locale.ts';
import { checks } from './checks.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { inspect } from './inspect.ts';
import { receipts } from './receipts.ts';
import { report } from './report.ts';
import { retention } from './retention.ts';

/**
 * English: the language every other one overlays, and the only one that must be complete. Codes are grouped by who
 * says them. Names and definitions of metrics are not here: they live in the metric registry and are handed over.
 */
export const en: Language = {
  id: 'en',
  habits: {
    tag: 'en-GB',
    own: englishFigures,
    units: { day: 'd', hour: 'h', minute: 'm', second: 's' },
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
  messages: merged(checks, figures, findings, inspect, receipts, report, retention),
};
