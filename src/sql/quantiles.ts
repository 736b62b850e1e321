import { quantileOf } from '../analysis/metrics/statistics.ts';
import { tabledShares } from '../observations/critical-values.ts';
import { measuredOf, type Query } from './query.ts';

const MOST_EXACT = 9007199254740991;

/** The quantiles that are asked for, in thousandths. */
export function quantilesAsked(query: Pick<Query, 'asked'>): readonly (typeof tabledShares)[number][] {
  const stats = measuredOf(query).flatMap(([, each]) => each.stats);
  return tabledShares.filter((share) => stats.some((stat) => quantileOf[stat] === share / 1000));
}

/** The cells with their quantiles of type 7 between two neighbours. */
export function blendedQuantiles({ literals, ...query }: Query): string {
  const sevenths = quantilesAsked(query).map((share) => {
    const [lower, upper, rest] = ['lower', 'upper', 'rest'].map((name) => `${name}_${share}`);
    const between = `${lower} + (${upper} - ${lower}) * (${literals.asDouble(rest)} / 1000)`;
    const isWhole = [lower, upper].map(
      (each) => `floor(${each}) = ${each} and abs(${each}) * 1000 <= ${MOST_EXACT}`,
    );
    return `, case
    when ${isWhole.join(' and ')} then (${lower} * (1000 - ${rest}) + ${upper} * ${rest}) / 1000
    when ${rest} = 0 or ${lower} = ${upper} then ${lower}
    when ${between} > ${upper} then ${upper}
    else ${between} end as seventh_${share}`;
  });
  return `select cells.*${sevenths.join('')} from cells`;
}

/** A quantile, of type 1 where days are known, and the order statistics that enclose it (DEFINITIONS 3). */
export function quantileParts(query: Query): {
  readonly value: string;
  readonly low: string;
  readonly high: string;
} {
  const shares = quantilesAsked(query);
  const none = query.literals.double(null);
  const byShare = (expression: (share: number) => string): string =>
    shares.length === 0
      ? none
      : `case asks.share ${shares.map((share) => `when ${share} then ${expression(share)}`).join(' ')} end`;
  const clipped =
    (name: string, sign: string) =>
    (share: number): string => {
      const [end, seventh] = [`cells.${name}_${share}`, `cells.seventh_${share}`];
      return `case when ${end} is null or ${end} ${sign} ${seventh} then ${end} else ${seventh} end`;
    };
  return {
    value: byShare(
      (share) => `case when cells.is_day = 1 then cells.day_${share} else cells.seventh_${share} end`,
    ),
    low: byShare(clipped('low', '<')),
    high: byShare(clipped('high', '>')),
  };
}
