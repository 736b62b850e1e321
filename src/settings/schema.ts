import * as v from 'valibot';
import { cuts } from '../model/coverage.ts';
import { type DataKind, fieldsOf } from '../model/fields.ts';

/**
 * What `deskstat.yaml` may hold. Everything arrives as text (see `yaml-tree.ts`); what is written in one of
 * deskstat's small languages (filters, expectations, hours, durations, dates) stays text here and is compiled by
 * those who know the language. Descriptions show up in editors, through the JSON Schema.
 */

/** How a schema is described to an editor, beyond what can be seen from the schema itself. */
export interface EditorNote {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** JSON Schema keywords in place of those derived from the schema. */
  readonly json?: Readonly<Record<string, unknown>>;
  /** The shapes behind a lazy schema. */
  readonly anyOf?: readonly v.GenericSchema[];
}

export const editorNotes = new WeakMap<object, EditorNote>();

/** The same schema as an object of its own, with a note: one schema is used under many descriptions. */
function noted<S extends v.GenericSchema>(schema: S, note: EditorNote): S {
  const copy = { ...schema };
  editorNotes.set(copy, { ...editorNotes.get(schema), ...note });
  return copy;
}

const described = <S extends v.GenericSchema>(
  schema: S,
  description: string,
  ...examples: readonly unknown[]
): S => noted(schema, examples.length > 0 ? { description, examples } : { description });

/** Either of two shapes, told apart by whether text or something nested was written. */
function either<A extends v.GenericSchema, B extends v.GenericSchema>(plain: A, nested: B) {
  const schema = v.lazy((input: unknown): A | B =>
    typeof input === 'object' && input !== null ? nested : plain,
  );
  return noted(schema, { anyOf: [plain, nested] });
}

/** An object with these settings and no others; without a prototype, so that `toString:` is unknown like any other. */
function settings<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(Object.assign(Object.create(null), entries) as E);
}

/** Names of the user's own, in a Map: valibot's record drops `constructor` and `prototype` without a word. */
function named<S extends v.GenericSchema>(schema: S, message: string) {
  return namedBy({ key: v.string(), value: schema, message });
}

function namedBy<S extends v.GenericSchema>(given: {
  readonly key: v.GenericSchema<string, string>;
  readonly value: S;
  readonly message: string;
}) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(
      (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
      given.message,
    ),
    v.transform((input) => new Map(Object.entries(input))),
    v.map(given.key, given.value),
  );
}

const text = noted(v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty')), {
  json: { type: ['string', 'number'] },
});
const flag = v.boolean('must be true or false');
const wholeNumber = noted(
  v.pipe(
    v.string('must be a whole number'),
    v.regex(/^\d{1,9}$/, 'must be a whole number'),
    v.transform(Number),
  ),
  { json: { type: 'integer', minimum: 0 } },
);
const number = noted(
  v.pipe(v.string('must be a number'), v.regex(/^-?\d+(?:\.\d+)?$/, 'must be a number'), v.transform(Number)),
  { json: { type: 'number' } },
);
const share = noted(
  v.pipe(
    v.string('must be a percentage, as 5%'),
    v.regex(/^\d+(?:\.\d+)?\s*%$|^0(?:\.\d+)?$/, 'must be a percentage from 0% to 100%'),
    v.transform((written) => Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1)),
    v.maxValue(1, 'must be a percentage from 0% to 100%'),
  ),
  { json: { type: ['string', 'number'] }, examples: ['5%'] },
);
const words = <const T extends readonly string[]>(choices: T) =>
  v.picklist(choices, `must be one of: ${choices.join(', ')}`);

const onlyOne = v.pipe(
  text,
  v.transform((one): string[] => [one]),
);
const onlyOneLine = v.pipe(
  text,
  v.transform((one): (string | { from: string; hours: string[] })[] => [one]),
);
const texts = v.pipe(v.array(text, 'must be a list'), v.minLength(1, 'must not be an empty list'));
const textList = either(onlyOne, texts);

const kinds = Object.keys(fieldsOf) as [DataKind, ...DataKind[]];
const fieldIds = [...new Set(kinds.flatMap((kind) => Object.keys(fieldsOf[kind])))];
const field = v.picklist(fieldIds);
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const changedHours = settings({
  from: described(text, 'The first day on which these hours hold', '2026-03-01'),
  hours: described(textList, 'The hours from then on', 'Mon-Fri 08:00-17:00'),
});
const hours = described(
  either(
    onlyOneLine,
    v.pipe(
      v.array(either(text, changedHours), 'must be a list'),
      v.minLength(1, 'must not be an empty list'),
    ),
  ),
  'Working hours, one line or a list of them; "24/7" for always; hours that changed stand with "from:"',
  'Mon-Fri 09:00-18:00',
  ['Mon-Thu 09:00-13:00', 'Mon-Thu 14:00-18:00', 'Fri 22:00-06:00'],
);
const holidays = described(textList, 'Days off: dates, ranges of dates, or .ics files beside this one', [
  '2026-12-16',
  '2026-12-24..2026-12-26',
  'holidays.ics',
]);

const calendar = settings({
  tz: v.optional(described(text, 'Time zone of these hours; else that of the report', 'Asia/Dhaka')),
  hours,
  holidays: v.optional(holidays),
});

const coverage = either(
  words(cuts),
  settings({
    cut: v.optional(words(cuts)),
    from: v.optional(text),
    to: v.optional(text),
  }),
);

const file = settings({
  match: described(text, 'The files this is about; * stands for anything', 'tickets-*.csv'),
  stream: v.optional(described(text, 'Only this stream of the files, where they hold several tables')),
  kind: v.optional(described(words(kinds), 'What one row is')),
  preset: v.optional(described(text, 'The helpdesk it comes from', 'zendesk')),
  source: v.optional(described(text, 'Name of the desk; ticket ids are unique within it')),
  source_tz: v.optional(described(text, 'Time zone of stamps that carry none', 'America/Denver')),
  date_order: v.optional(described(words(['day', 'month']), 'Is 03/04 the 3rd of April (day) or March')),
  scale: v.optional(described(text, 'Rating scale', '1-5')),
  ces_low_is_easy: v.optional(described(flag, 'On the effort scale a low answer is the good one')),
  coverage: v.optional(described(coverage, 'How the export was cut, and its dates', 'touched')),
  complete: v.optional(described(flag, 'The export holds every ticket of its span and all before')),
  map: v.optional(
    described(
      namedBy({ key: field, value: text, message: 'must be a list of field: column' }),
      'Field: column that feeds it',
      {
        created_at: 'Opened Date',
      },
    ),
  ),
  value: v.optional(
    described(
      namedBy({
        key: field,
        value: named(text, 'must be a list of value: meaning'),
        message: 'must be a list of fields',
      }),
      'Field: its values and what they mean',
      { status: { 'Resolve ticket': 'solved' } },
    ),
  ),
});

const clocks = ['calendar', 'business'] as const;

const policy = settings({
  name: described(text, 'Name shown in reports'),
  when: v.optional(described(text, 'Filter; a policy without one takes every ticket', 'priority = urgent')),
  targets: described(
    v.pipe(
      settings({
        first_response: v.optional(described(text, 'Time until the first answer of a person', '4h')),
        next_response: v.optional(described(text, 'Time until each further answer', '8h')),
        resolution: v.optional(described(text, 'Time until the last solve', '3d')),
      }),
      v.check(
        (targets) => Object.keys(targets).length > 0,
        'needs at least one target, as first_response: 4h',
      ),
    ),
    'Targets, each a duration with its unit',
  ),
  clock: v.optional(
    described(
      either(
        words(clocks),
        settings({
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
      v.array(words(['pending', 'on_hold']), 'must be a list'),
      'Statuses in which the time stands still',
    ),
  ),
});

const check = either(
  v.pipe(
    text,
    v.transform((expect): { expect: string; name?: string } => ({ expect })),
  ),
  settings({
    expect: described(text, 'The expectation', 'csat >= 90% by group min 20'),
    name: v.optional(described(text, 'Name shown in its place')),
  }),
);

const groupNames = v.pipe(
  texts,
  v.transform((aliases): { aliases?: string[]; calendar?: string } => ({ aliases })),
);
const groupSettings = settings({
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

export const configSchema = settings({
  tz: v.optional(described(text, 'Time zone of periods, days and hours', 'Asia/Dhaka')),
  lang: v.optional(described(text, 'Language of reports: en, bn, hi', 'en')),
  title: v.optional(described(text, 'What reports are called: company, team', 'Acme support')),
  week_starts: v.optional(described(words(weekdays), 'First day of a week')),
  period: v.optional(described(text, 'Period of a report when none is asked for', 'last-week')),
  max_age: v.optional(
    described(text, '"deskstat check" ends with 3 when the data is older than this', '36h'),
  ),
  compare: v.optional(described(words(['previous', 'year-ago', 'none']), 'What figures are compared with')),
  max_rejected: v.optional(described(share, 'Rows of a file that may be unusable')),
  min_group: v.optional(described(wholeNumber, 'Segments with fewer tickets are suppressed')),
  pseudonyms: v.optional(described(flag, 'Replace people by stable pseudonyms everywhere')),
  pseudonym_salt: v.optional(
    described(
      text,
      'Secret that pseudonyms are made with; the variable DESKSTAT_SALT overrules it',
      'a long random text',
    ),
  ),
  files: v.optional(
    described(
      v.array(file, 'must be a list, each entry beginning with "- match:"'),
      'How files are to be read; the first entry that matches counts',
    ),
  ),
  hours: v.optional(hours),
  holidays: v.optional(holidays),
  calendars: v.optional(
    described(
      named(calendar, 'must be a list of name: calendar'),
      'Named working hours, for policies and groups',
    ),
  ),
  sla: v.optional(
    described(
      v.array(policy, 'must be a list, each entry beginning with "- name:"'),
      'SLA policies; the first whose filter fits counts',
    ),
  ),
  checks: v.optional(
    described(v.array(check, 'must be a list of expectations'), 'What "deskstat check" expects', [
      'first_response_time.p90 < 4h',
    ]),
  ),
  expect_segments: v.optional(
    described(
      named(v.array(text, 'must be a list'), 'must be a list of dimension: values'),
      'Segments that a check must find',
      { group: ['Billing', 'Technical'] },
    ),
  ),
  answers: v.optional(
    described(words(['people', 'bots']), 'Whose answers end a wait: those of people alone, or of bots too'),
  ),
  survey: v.optional(
    described(text, 'Of several surveys or rating questions, the one that counts', 'How satisfied are you?'),
  ),
  csat_boxes: v.optional(
    described(
      named(number, 'must be a list of scale: lowest satisfied score'),
      'Rating scale: lowest score that counts as satisfied',
      { '1-5': 4 },
    ),
  ),
  agents: v.optional(
    described(named(textList, 'must be a list of name: aliases'), 'Agent: other names, addresses and ids', {
      'Priya Nair': ['pnair', 'priya@example.com'],
    }),
  ),
  groups: v.optional(
    described(named(group, 'must be a list of name: other names'), 'Group: other names, and its calendar', {
      Billing: ['billing-queue', 'Billing L1'],
    }),
  ),
  dimensions: v.optional(
    described(named(text, 'must be a list of name: column'), 'Name for --by and --where: column', {
      product: 'Product area',
    }),
  ),
  book: v.optional(described(text, 'Issue book, beside this file', 'issues.yaml')),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
