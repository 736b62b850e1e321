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

/** What CLDR cuts so short that it reads as another word (আগ is "before"). */
const shortMonths: Readonly<Record<string, string>> = {
  ফেব: 'ফেব্রু',
  এপ্রি: 'এপ্রিল',
  জুল: 'জুলাই',
  আগ: 'আগস্ট',
  সেপ: 'সেপ্টে',
};

/** Bengali as support teams in Bangladesh write it: টিকিট, এজেন্ট and ব্যাকলগ are the words in use. */
export const bn: Language = {
  id: 'bn',
  habits: {
    tag: 'bn-BD',
    units: { day: '\u00a0দিন', hour: '\u00a0ঘ', minute: '\u00a0মি', second: '\u00a0সে' },
    date: {
      month: 'long',
      write: ({ day, month = '', year, hour, minute }) => {
        const date = [day, shortMonths[month] ?? month, year].filter((part) => part !== undefined).join(' ');
        return hour === undefined ? date : `${date}, ${hour}:${minute}`;
      },
    },
    weekdays: ['সোম', 'মঙ্গল', 'বুধ', 'বৃহ', 'শুক্র', 'শনি', 'রবি'],
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
