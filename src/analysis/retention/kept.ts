import type { KeptShare } from '../../model/retention.ts';
import { shareOf } from '../../stats/share.ts';
import { isTooFew } from '../../stats/too-few.ts';

/** `kept` of `n` as a share with Wilson's interval. */
export function keptShare({ n, kept }: { readonly n: number; readonly kept: number }): KeptShare {
  const share = shareOf({ hits: kept, n });
  return {
    n,
    kept,
    value: share?.value ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
    status: isTooFew('share', n) ? 'too_few' : 'ok',
  };
}
