import { type Passwords, takePasswords } from '../../model/database-address.ts';

/** Arguments and options of a question as they may be told on, and the passwords that stood in them. */
export function withoutPasswords<Argument, Value>(
  about: readonly Argument[],
  options: Readonly<Record<string, Value>>,
): {
  readonly about: readonly Argument[];
  readonly options: Readonly<Record<string, Value>>;
  readonly passwords: Passwords;
} {
  const { words, passwords } = takePasswords(about);
  const all = new Map(passwords);
  const plain = <T>(value: T): T => {
    const taken = takePasswords<unknown>(Array.isArray(value) ? value : [value]);
    for (const [place, password] of taken.passwords) all.set(place, password);
    return (Array.isArray(value) ? taken.words : taken.words[0]) as T;
  };
  const kept = Object.entries(options).map(([name, value]) => [name, plain(value)] as const);
  return { about: words, options: Object.fromEntries(kept), passwords: all };
}
