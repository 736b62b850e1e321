import * as v from 'valibot';
import { cuts } from '../model/coverage.ts';
import { fieldsOf } from '../model/fields.ts';
import {
  described,
  either,
  flag,
  keysOf,
  must,
  named,
  namedBy,
  noted,
  number,
  share,
  text,
  wholeNumber,
  words,
} from './schema-parts.ts';
import { type Setting, settings } from './table.ts';
import { choices, type PlainType, type ShapedType } from './types.ts';

/** The schema of a setting's value in deskstat.yaml, by its type. */

const onlyOne = v.pipe(
  text,
  v.transform((one): string[] => [one]),
);
const onlyOneLine = v.pipe(
  text,
  v.transform((one): (string | { from: string; hours: string[] })[] => [one]),
);
const texts = v.pipe(v.array(text, must('list')), v.minLength(1, must('filled_list')));
const textList = either(onlyOne, texts);

const fieldIds = [...new Set(choices.kind.flatMap((kind) => Object.keys(fieldsOf[kind])))];
const field = v.picklist(fieldIds);

const changedHours = keysOf({
  from: described(text, 'The first day on which these hours hold', '2026-03-01'),
  hours: described(textList, 'The hours from then on', 'Mon-Fri 08:00-17:00'),
});
const hours = either(
  onlyOneLine,
  v.pipe(v.array(either(text, changedHours), must('list')), v.minLength(1, must('filled_list'))),
);
const asSetting = <S extends v.GenericSchema>(schema: S, { about, examples = [] }: Setting): S =>
  described(schema, about, ...examples);

const calendar = keysOf({
  tz: v.optional(described(text, 'Time zone of these hours; else that of the report', 'Asia/Dhaka')),
  hours: asSetting(hours, settings.hours),
  holidays: v.optional(asSetting(textList, settings.holidays)),
});

const coverage = either(
  words(cuts),
  keysOf({
    cut: v.optional(words(cuts)),
    from: v.optional(text),
    to: v.optional(text),
  }),
);

const clocks = ['calendar', 'business'] as const;

const policy = keysOf({
  name: described(text, 'Name shown in reports'),
  when: v.optional(described(text, 'Filter; a policy without one takes every ticket', 'priority = urgent')),
  targets: described(
    v.pipe(
      keysOf({
        first_response: v.optional(described(text, 'Time until the first answer of a person', '4h')),
        next_response: v.optional(described(text, 'Time until each further answer', '8h')),
        resolution: v.optional(described(text, 'Time until the last solve', '3d')),
      }),
      v.check((targets) => Object.keys(targets).length > 0, must('have_targets')),
    ),
    'Targets, each a duration with its unit',
  ),
  clock: v.optional(
    described(
      either(
        words(clocks),
        keysOf({
          first_response: v.optional(words(clocks)),
          next_response: v.optional(words(clocks)),
          resolution: v.optional(words(clocks)),
        }),
      ),
      'Which time counts, for all targets or for each',
      'business',
    ),
  ),
  calendar: v.optional(described(text, 'A calendar of "calendars"')),
  pause_on: v.optional(
    described(
      v.array(words(['pending', 'on_hold']), must('list')),
      'Statuses in which the time stands still',
    ),
  ),
});

const check = either(
  v.pipe(
    text,
    v.transform((expect): { expect: string; name?: string } => ({ expect })),
  ),
  keysOf({
    expect: described(text, 'The expectation', 'csat >= 90% by group min 20'),
    name: v.optional(described(text, 'Name shown in its place')),
  }),
);

const groupNames = v.pipe(
  texts,
  v.transform((aliases): { aliases?: string[]; calendar?: string } => ({ aliases })),
);
const groupSettings = keysOf({
  aliases: v.optional(textList),
  calendar: v.optional(described(text, 'A calendar of "calendars"')),
});
const group = either(
  v.pipe(
    text,
    v.transform((one): { aliases?: string[]; calendar?: string } => ({ aliases: [one] })),
  ),
  noted(
    v.lazy((input: unknown): typeof groupNames | typeof groupSettings =>
      Array.isArray(input) ? groupNames : groupSettings,
    ),
    { anyOf: [groupNames, groupSettings] },
  ),
);

type ChoiceShapes = {
  readonly [K in keyof typeof choices]: ReturnType<typeof words<(typeof choices)[K]>>;
};
const wordsOfChoices = Object.fromEntries(
  Object.entries(choices).map(([type, each]) => [type, words(each)]),
) as unknown as ChoiceShapes;

export const shapes = {
  text,
  flag,
  share,
  wholeNumber,
  ...wordsOfChoices,
  hours,
  texts: textList,
  calendars: named(calendar, must('calendars')),
  policies: v.array(policy, must('list_of_policies')),
  checks: v.array(check, must('expectations')),
  segments: named(v.array(text, must('list')), must('dimension_values')),
  boxes: named(number, must('scale_scores')),
  aliases: named(textList, must('aliases')),
  groups: named(group, must('other_names')),
  columns: named(text, must('columns')),
  coverage,
  fieldColumns: namedBy({ key: field, value: text, message: must('field_columns') }),
  fieldValues: namedBy({
    key: field,
    value: named(text, must('meanings')),
    message: must('fields'),
  }),
} as const satisfies Readonly<Record<PlainType | ShapedType, v.GenericSchema>>;
