import type { Language } from '../locale.ts';
import type { Named } from '../translation.ts';
import { checks } from './checks.ts';
import { data } from './data.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { hints } from './hints.ts';
import { inputs } from './inputs.ts';
import { inspect } from './inspect.ts';
import { metrics } from './metrics.ts';
import { mistakes } from './mistakes.ts';
import { problems } from './problems.ts';
import { reasons } from './reasons.ts';
import { receipts } from './receipts.ts';
import { report } from './report.ts';
import { retention } from './retention.ts';
import { sources } from './sources.ts';

/** Hindi as support teams in India write it: टिकट, एजेंट and बैकलॉग are the words in use. */
export const hi: Language = {
  id: 'hi',
  habits: {
    tag: 'hi-IN',
    lastJoin: ' और ',
    units: { day: '\u00a0दिन', hour: '\u00a0घं॰', minute: '\u00a0मि॰', second: '\u00a0से॰' },
    weekdays: ['सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि', 'रवि'],
  },
  messages: {
    ...checks,
    ...data,
    ...figures,
    ...findings,
    ...hints,
    ...inputs,
    ...inspect,
    ...metrics,
    ...mistakes,
    ...problems,
    ...reasons,
    ...receipts,
    ...report,
    ...retention,
    ...sources,
  } satisfies Named,
};
