import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Texts with a known class each. */
export interface LabelledSet {
  readonly name: string;
  readonly texts: readonly string[];
  readonly classOf: Int32Array;
  readonly classNames: readonly string[];
}

export const outOfScope = 'oos';

function labelled(name: string, rows: readonly (readonly [text: string, label: string])[]): LabelledSet {
  const codes = new Map<string, number>();
  const classOf = Int32Array.from(rows, ([, label]) => {
    const code = codes.get(label) ?? codes.size;
    codes.set(label, code);
    return code;
  });
  return { name, texts: rows.map(([text]) => text), classOf, classNames: [...codes.keys()] };
}

/** banking77, training rows. */
export function banking77(folder: string): LabelledSet {
  const rows = parse(readFileSync(`${folder}/text/banking77/train.csv`, 'utf8'), {
    from_line: 2,
  }) as string[][];
  return labelled(
    'banking77',
    rows.map(([text, label]) => [text.trim(), label] as const),
  );
}

/** CLINC150: all rows in scope, and with `withOutOfScope` the 1,200 others as a class of their own. */
export function clinc150(folder: string, { withOutOfScope }: { withOutOfScope: boolean }): LabelledSet {
  const data = JSON.parse(readFileSync(`${folder}/text/clinc150/data_full.json`, 'utf8')) as Record<
    string,
    [string, string][]
  >;
  const inScope = [...data.train, ...data.val, ...data.test];
  const others = [...data.oos_train, ...data.oos_val, ...data.oos_test];
  return labelled(
    withOutOfScope ? 'CLINC150 + out of scope' : 'CLINC150',
    withOutOfScope ? [...inScope, ...others] : inScope,
  );
}

/** A set of `text,category` rows. */
export function categories(folder: string, name: string): LabelledSet {
  const rows = parse(readFileSync(`${folder}/text/${name}/texts.csv`, 'utf8'), {
    from_line: 2,
  }) as string[][];
  return labelled(
    name,
    rows.map(([text, label]) => [text.trim(), label] as const),
  );
}
