import { sentence } from '../sentence.ts';
import { said, tryThis, type Wording } from './words.ts';

/** What is wrong with how a command was typed. */
export const usageTexts = {
  usage: (a) => ({ what: String(a.message), details: tryThis(a.try) }),
  no_input: () => ({
    what: 'no file was named',
    details: [['try', sentence('hint.name_a_file')]],
  }),

  unknown_zone: (a) => ({
    what: `no time zone is called "${a.zone}"`,
    details: tryThis(a.suggestion ?? sentence('hint.zone_names')),
  }),
  bad_syntax: (a) => ({
    what: `${a.language}, column ${a.column}: ${a.message}`,
    details: [
      ['in', String(a.text)],
      ['', `${' '.repeat(Math.max(0, Number(a.column) - 1))}^`],
      ...(a.expected === undefined ? [] : [['expected', said(a.expected)] as const]),
      ...tryThis(a.try),
    ],
  }),

  bug: (a) => ({
    what: 'this is a bug in deskstat, not in your data',
    details: [
      ['found', String(a.found)],
      ['try', sentence('hint.report_bug')],
    ],
  }),
} satisfies Record<string, Wording>;
