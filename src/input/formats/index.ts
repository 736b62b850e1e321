import { columns } from './columns/index.ts';
import { csv } from './csv/index.ts';
import type { InputFormat } from './format.ts';
import { json } from './json/index.ts';
import { markup } from './markup/index.ts';
import { parquet } from './parquet/index.ts';
import { sql } from './sql/index.ts';
import { xlsx } from './xlsx/index.ts';

/** Every format of exports, in the order in which they are asked; the last takes any text. */
export const formats: readonly InputFormat[] = [sql, parquet, xlsx, markup, json, columns, csv];
