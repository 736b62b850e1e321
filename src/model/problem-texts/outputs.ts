import { sentence } from '../sentence.ts';
import { list, tryThis, type Wording } from './words.ts';

/** What is wrong with files that are written, with kept observations and with settings. */
export const outputTexts = {
  output_is_input: () => ({
    what: 'this file is being read and must not be written over',
    details: [['try', sentence('hint.other_output')]],
  }),
  output_exists: (a) => ({ what: 'already there, and not written over', details: tryThis(a.try) }),
  output_unwritable: (a) => ({
    what: `cannot be written: ${a.reason}`,
    details: [['try', sentence('hint.writable_folder')]],
  }),

  observations_broken: (a) => ({ what: `these observations cannot be used: ${a.reason}` }),
  observations_lack: (a) => ({
    what: `there are no observations of ${a.what}${a.reason ? `: ${a.reason}` : ''}`,
    details: [
      ['found', list(a.has)],
      ['try', sentence('hint.observe_with', { option: String(a.option), what: String(a.what) })],
    ],
  }),
  not_sharded: (a) => ({
    what: `a shard has no ${list(a.metrics)}: ${a.reason}`,
    details: [['try', sentence('hint.no_shard')]],
  }),
  sql_cannot: (a) => ({
    what: `a query cannot compute ${a.what}: only "metrics --observations" does`,
    details: tryThis(a.try),
  }),

  config_syntax: (a) => ({ what: `not valid YAML: ${a.reason}`, details: tryThis(a.try) }),
  config_unknown_key: (a) => ({
    what: `unknown setting "${a.key}"${a.inside ? ` in "${a.inside}"` : ''}`,
    details: [['looked for', list(a.known)], ...tryThis(a.try)],
  }),
  config_invalid: (a) => ({
    what: `"${a.path}": ${a.reason}`,
    details: [...(a.found === undefined ? [] : [['found', String(a.found)] as const]), ...tryThis(a.try)],
  }),
  config_missing: (a) => ({ what: `"${a.path}" is missing`, details: tryThis(a.try) }),
} satisfies Record<string, Wording>;
