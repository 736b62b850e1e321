import { describe, expect, it } from 'vitest';
import { databaseAddress, fileOfDatabase, takePasswords } from '../../../src/model/database-address.ts';

describe('the address of a database', () => {
  it.each([
    ['duckdb:desk.duckdb', 'duckdb', 'desk.duckdb', []],
    ['duckdb:C:\\desk.duckdb?table=tickets', 'duckdb', 'C:\\desk.duckdb', ['tickets']],
    ['sqlite:what?/desk.db?table=a%26b&table=c', 'sqlite', 'what?/desk.db', ['a&b', 'c']],
    ['sqlite:really?', 'sqlite', 'really', []],
    ['postgres://me@host:5432/desk?table=x.y', 'postgres', 'postgres://me@host:5432/desk', ['x.y']],
    ['postgresql:///desk', 'postgres', 'postgresql:///desk', []],
  ])('%s', (name, engine, place, tables) => {
    expect(databaseAddress(name)).toMatchObject({ engine, place, tables });
  });

  it('keeps what the server is asked with', () => {
    expect(databaseAddress('postgres://h/d?sslmode=require&table=t')?.parameters).toEqual([
      'sslmode=require',
    ]);
  });

  it('is no file, and a file is none', () => {
    expect(databaseAddress('tickets.csv')).toBeNull();
    expect(databaseAddress('./duckdb:odd.csv')).toBeNull();
    expect(fileOfDatabase('duckdb:a/desk.duckdb?table=t')).toBe('a/desk.duckdb');
    expect(fileOfDatabase('postgres://h/d')).toBeNull();
  });

  it.each(['duckdb:', 'duckdb:a.db?tabel=t', 'sqlite:a.db?mode=rw', 'postgres://h/d?tables=t'])(
    'is refused: %s',
    (name) => {
      expect(() => databaseAddress(name)).toThrow(expect.objectContaining({ exitCode: 2 }));
    },
  );
});

describe('passwords', () => {
  const place = 'postgres://me@host/desk';
  it.each([
    ['postgres://me:secret@host/desk', place, 'secret'],
    ['postgres://me:s%2Fc%40t@host/desk?table=a', `${place}?table=a`, 's/c@t'],
    // Not written as they should be: still no part of what is shown.
    ['postgres://me:s@c/r:e?t#1@host/desk', place, 's@c/r:e?t#1'],
    ['postgres://me:5432/x@host/desk', place, '5432/x'],
    ['postgres://me@host/desk?password=secret&table=a', `${place}?table=a`, 'secret'],
    ['postgres://me:secret@host/desk?table=a@b', `${place}?table=a@b`, 'secret'],
    ['--source=postgres://me:secret@host/desk?table=a=west', `--source=${place}?table=a=west`, 'secret'],
    ['postgresql://:secret@host/desk', 'postgresql://@host/desk', 'secret'],
  ])('%s', (word, shown, password) => {
    const { words, passwords } = takePasswords([word]);
    expect(words).toEqual([shown]);
    expect([...passwords.values()]).toEqual([password]);
  });

  it('are found again by the place that they open', () => {
    const { words, passwords } = takePasswords(['report', 'postgres://me:secret@host/desk?table=a']);
    expect(passwords.get(databaseAddress(words[1])?.place ?? '')).toBe('secret');
  });

  it.each([
    'tickets.csv',
    'postgres://host/desk',
    'postgres://me@host:5432/desk?table=a',
    'postgres://host:5432/desk?user=me@corp.example',
    'postgres://[::1]:5432/desk?table=a',
    "subject contains 'a:b@c'",
  ])('are not seen where there are none: %s', (word) => {
    const { words, passwords } = takePasswords([word]);
    expect(words).toEqual([word]);
    expect(passwords.size).toBe(0);
  });
});
