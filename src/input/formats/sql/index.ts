import { databaseAddress } from '../../../model/database-address.ts';
import type { NamedSource, ReadResult } from '../../../model/source.ts';
import type { FormatSample, InputFormat, NamedOptions, ReadRequest, SampleRequest } from '../format.ts';
import { DatabaseSource } from './database-source.ts';

/** Tables of databases, or what a query gives of them: named, never found. */
export const sql: InputFormat<string> = {
  ids: ['duckdb', 'sqlite', 'postgres'],
  endings: [],
  sourceAt(name: string, { query, passwords }: NamedOptions): NamedSource | null {
    const address = databaseAddress(name);
    if (!address) return null;
    const password = passwords.get(address.place) ?? null;
    return new DatabaseSource({ path: name, address, query, password });
  },
  sniff: () => null,
  sample: async (request: SampleRequest<string>): Promise<FormatSample> =>
    (await import('./sql-source.ts')).sampleDatabase(request),
  read: async (request: ReadRequest): Promise<ReadResult> =>
    (await import('./sql-source.ts')).readDatabase(request),
};
