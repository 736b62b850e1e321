import type { Desk } from '../../model/desk.ts';
import type { Locale } from '../locales/index.ts';
import type { SheetOptions } from './row-report.ts';

/** What stands above rows in a workbook or a page: what they are, how many, and up to when the data goes. */
export function sheetHead(
  title: string,
  {
    rows,
    desk,
    zone,
    locale,
  }: {
    readonly rows: number;
    readonly desk: Desk;
    readonly zone: { readonly id: string };
    readonly locale: Locale;
  },
): Pick<SheetOptions, 'title' | 'subtitle' | 'locale' | 'zone'> {
  const about = { rows, zone: zone.id };
  const as_of = {
    type: 'instant',
    value: desk.asOf,
    zone: zone.id,
    precision: 'minute',
    isEnd: true,
  } as const;
  return {
    title: { code: title },
    subtitle: Number.isFinite(desk.asOf)
      ? { code: 'rows.subtitle', args: { ...about, as_of } }
      : { code: 'rows.subtitle.nothing', args: about },
    locale,
    zone: zone.id,
  };
}
