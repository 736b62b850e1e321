import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileSorted, sortValues } from '../../../src/stats/quantile.ts';
import {
  countAtRisk,
  cumulativeIncidence,
  incidenceAt,
  incidenceQuantile,
  type SurvivalInput,
} from '../../../src/stats/survival.ts';

const inputOf = (time: number[], end: number[], entry?: number[]): SurvivalInput => ({
  time: Float64Array.from(time),
  end: Uint8Array.from(end),
  entry: entry && Float64Array.from(entry),
});

// Remission under 6-MP, Freireich et al. 1963, worked in most textbooks.
const remission = cumulativeIncidence(
  inputOf(
    [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
  ),
);

describe('Kaplan–Meier', () => {
  // R 4.2.2, survival 3.5-3: s <- summary(survfit(Surv(time, status) ~ 1, conf.type = "log-log"));
  // cbind(s$time, s$surv, s$std.err, s$lower, s$upper)
  const inR = [
    [6, 0.857142857143, 0.0763603548321, 0.619717955266, 0.951551747647],
    [7, 0.806722689076, 0.0869352851801, 0.563146564622, 0.922809019203],
    [10, 0.752941176471, 0.0963496529943, 0.5031995108, 0.889361835169],
    [13, 0.690196078431, 0.106814707775, 0.431610222486, 0.849065963349],
    [16, 0.62745098039, 0.1140538652568, 0.367510855988, 0.804912189472],
    [22, 0.53781512605, 0.128233751693, 0.267778936767, 0.746790717635],
    [23, 0.448179271709, 0.1345914567558, 0.188052005959, 0.680142628495],
  ];

  it('equals R’s survfit: curve, Greenwood, log-log limits', () => {
    expect(Array.from(remission.times)).toEqual(inR.map(([time]) => time));
    inR.forEach(([t, survival, standardError, low, high], step) => {
      const at = incidenceAt({ curve: remission, t })!;
      expect(remission.free[step]).toBeCloseTo(survival, 10);
      expect(remission.standardError[step]).toBeCloseTo(standardError, 10);
      expect(at.value).toBeCloseTo(1 - survival, 10);
      expect(at.low).toBeCloseTo(1 - high, 10);
      expect(at.high).toBeCloseTo(1 - low, 10);
    });
  });

  it('equals R’s quantile.survfit', () => {
    // quantile(f, c(.1, .25, .5, .9)): quantile 6 13 23 NA, lower 6 6 13 NA, upper 10 22 NA NA
    expect(incidenceQuantile({ curve: remission, q: 0.1 })).toEqual({ value: 6, low: 6, high: 10 });
    expect(incidenceQuantile({ curve: remission, q: 0.25 })).toEqual({ value: 13, low: 6, high: 22 });
    expect(incidenceQuantile({ curve: remission, q: 0.5 })).toEqual({ value: 23, low: 13, high: null });
    expect(incidenceQuantile({ curve: remission, q: 0.9 })).toEqual({ value: null, low: null, high: null });
  });

  it('takes the middle of an exact flat, in the limits too', () => {
    // R: k <- survfit(Surv(1:8, rep(1, 8)) ~ 1, conf.type = "log-log"); quantile(k, c(.25, .5, .75))
    const curve = cumulativeIncidence(inputOf([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 1]));
    expect(incidenceQuantile({ curve, q: 0.25 })).toEqual({ value: 2.5, low: 1, high: 5 });
    expect(incidenceQuantile({ curve, q: 0.5 })).toEqual({ value: 4.5, low: 1, high: 7 });
    expect(incidenceQuantile({ curve, q: 0.75 })).toEqual({ value: 6.5, low: 3, high: null });
  });

  it('ends a flat that no event ends with the last row seen', () => {
    const curve = cumulativeIncidence(inputOf([1, 2, 9, 10], [1, 1, 0, 0]));
    expect(incidenceQuantile({ curve, q: 0.5 }).value).toBe(6);
  });

  it('knows delayed entry', () => {
    // R: h <- survfit(Surv(entry, time, status) ~ 1, conf.type = "log-log")
    const curve = cumulativeIncidence(
      inputOf(
        [4, 7, 9, 10, 12, 6, 15, 20, 18, 22, 3, 25],
        [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0],
        [0, 0, 3, 0, 5, 2, 0, 8, 4, 0, 1, 6],
      ),
    );
    const expected = [
      [3, 7, 0.857142857143, 0.132260014253, 0.33405387929222, 0.978561058526],
      [4, 7, 0.734693877551, 0.160323347928, 0.29100433634096, 0.925890145483],
      [6, 8, 0.642857142857, 0.164496315767, 0.25290337008671, 0.867619998401],
      [9, 8, 0.5625, 0.16237976321, 0.21476740443812, 0.806367918253],
      [10, 7, 0.482142857143, 0.157818295617, 0.17242988644364, 0.738771726654],
      [15, 5, 0.385714285714, 0.152901957955, 0.11608442680652, 0.656097311297],
      [18, 4, 0.289285714286, 0.141861004017, 0.06774583455352, 0.564683905944],
      [22, 2, 0.144642857143, 0.124466518295, 0.00979722846519, 0.445667293455],
    ];
    expect(Array.from(curve.atRisk)).toEqual(expected.map(([, risk]) => risk));
    expected.forEach(([t, risk, survival, standardError, low, high], step) => {
      expect(countAtRisk(curve, t)).toBe(risk);
      expect(curve.free[step]).toBeCloseTo(survival, 10);
      expect(curve.standardError[step]).toBeCloseTo(standardError, 10);
      expect(incidenceAt({ curve, t })!.low).toBeCloseTo(1 - high, 10);
      expect(incidenceAt({ curve, t })!.high).toBeCloseTo(1 - low, 10);
    });
    // quantile(h, c(.25, .5, .75)): 4 10 22, lower 3 3 9, upper 10 22 NA
    expect(incidenceQuantile({ curve, q: 0.5 })).toEqual({ value: 10, low: 3, high: 22 });
    expect(incidenceQuantile({ curve, q: 0.75 })).toEqual({ value: 22, low: 9, high: null });
  });

  it('leaves out rows that were never at risk', () => {
    const curve = cumulativeIncidence(inputOf([5, 5, 2], [1, 0, 1], [0, 0, 2]));
    expect(curve.n).toBe(2);
    expect(curve.incidence).toEqual(Float64Array.of(0.5));
  });

  it('puts events before censorings of the same time', () => {
    const curve = cumulativeIncidence(inputOf([3, 3], [0, 1]));
    expect(curve.atRisk[0]).toBe(2);
    expect(curve.incidence[0]).toBe(0.5);
  });
});

describe('Aalen–Johansen', () => {
  const curve = cumulativeIncidence(
    inputOf(
      [1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 9, 10, 12, 12, 13, 15, 16, 18, 20, 21, 22, 25, 30],
      [1, 1, 2, 0, 1, 2, 1, 0, 1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2, 1, 0, 0, 0],
    ),
  );

  it('equals R: estimate and variance', () => {
    // R, etm 1.1.1: summary(etmCIF(Surv(time, cause != 0) ~ 1, data, etype = cause))[[1]][["CIF 1"]]$P and $var;
    // survfit(Surv(time, factor(cause)) ~ 1) has the same pstate and std.err
    const expected = [
      [1, 0.0416666666667, 0.00166377314815],
      [2, 0.0833333333333, 0.00318287037037],
      [4, 0.1270833333333, 0.00470880353009],
      [5, 0.1708333333333, 0.00606611689815],
      [7, 0.2638020833333, 0.00861297240081],
      [8, 0.2638020833333, 0.00861297240081],
      [9, 0.3102864583333, 0.00957703392594],
      [12, 0.3609966856061, 0.01058832946905],
      [13, 0.4117069128788, 0.01131521489516],
      [16, 0.4696614583333, 0.01215754766805],
      [20, 0.4696614583333, 0.01215754766805],
      [21, 0.5392069128788, 0.01316453667231],
    ];
    expect(Array.from(curve.times)).toEqual(expected.map(([time]) => time));
    expected.forEach(([, incidence, variance], step) => {
      expect(curve.incidence[step]).toBeCloseTo(incidence, 11);
      expect(curve.standardError[step] ** 2).toBeCloseTo(variance, 11);
    });
  });

  it('counts endings', () => {
    expect(curve).toMatchObject({ n: 24, events: 11, competing: 5, censored: 8, lastSeen: 30 });
  });

  it('does not reach what a competing end takes away', () => {
    // half are closed without an answer: 90 % is never reached, though every answer came within 2
    const half = cumulativeIncidence(inputOf([1, 2, 1, 2], [1, 1, 2, 2]));
    expect(half.incidence).toEqual(Float64Array.of(0.25, 0.5));
    expect(incidenceQuantile({ curve: half, q: 0.9 }).value).toBeNull();
    expect(incidenceAt({ curve: half, t: 1000 })!.value).toBe(0.5);
  });

  it('splits the whole into event, competing event and neither', () => {
    const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(2)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(rows, (given) => {
        const time = given.map(([t]) => t);
        const one = cumulativeIncidence(
          inputOf(
            time,
            given.map(([, kind]) => kind),
          ),
        );
        const swapped = given.map(([, kind]) => (kind === 0 ? 0 : 3 - kind));
        const other = cumulativeIncidence(inputOf(time, swapped));
        for (let step = 0; step < one.times.length; step++) {
          expect(one.incidence[step] + other.incidence[step] + one.free[step]).toBeCloseTo(1, 10);
        }
      }),
    );
  });
});

describe('shares by a time', () => {
  it('are worked out by hand', () => {
    // 1 of 4 at 1; one lost at 2; 1 of 2 at 3: 1/4 + 3/4 · 1/2
    const curve = cumulativeIncidence(inputOf([1, 2, 3, 4], [1, 0, 1, 0]));
    expect(incidenceAt({ curve, t: 3.5 })!.value).toBe(0.625);
    const competing = cumulativeIncidence(inputOf([1, 2, 3, 4], [1, 2, 0, 1]));
    expect(competing.incidence).toEqual(Float64Array.of(0.25, 0.25, 0.75));
  });

  it('are exact while nobody is lost', () => {
    const curve = cumulativeIncidence(
      inputOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]),
    );
    expect(incidenceAt({ curve, t: 9 })!.value).toBe(0.9);
  });

  it('know little where the few at risk early have all had the event', () => {
    const curve = cumulativeIncidence(inputOf([2, 10, 12, 14], [1, 1, 1, 0], [0, 5, 5, 5]));
    const at = incidenceAt({ curve, t: 3 })!;
    expect(at.value).toBe(1);
    // Wilson for 1 of 1
    expect(at.low).toBeCloseTo(0.20654931437723745, 12);
  });

  it('are not known beyond the last row seen', () => {
    expect(incidenceAt({ curve: remission, t: 35 })!.value).toBeCloseTo(1 - 0.448179271709, 10);
    expect(incidenceAt({ curve: remission, t: 36 })).toBeNull();
  });

  it('have Wilson’s limits where nobody or everybody has had the event', () => {
    const none = cumulativeIncidence(inputOf(new Array<number>(20).fill(5), new Array<number>(20).fill(0)));
    // binomtest(0, 20).proportion_ci(.95, 'wilson')
    expect(incidenceAt({ curve: none, t: 3 })).toMatchObject({ value: 0, low: 0 });
    expect(incidenceAt({ curve: none, t: 3 })!.high).toBeCloseTo(0.16112515805281935, 12);
    // binomtest(29, 29)
    const all = cumulativeIncidence(
      inputOf(
        Array.from({ length: 29 }, (_, i) => i + 1),
        new Array<number>(29).fill(1),
      ),
    );
    expect(incidenceAt({ curve: all, t: 99 })).toMatchObject({ value: 1, high: 1 });
    expect(incidenceAt({ curve: all, t: 29 })!.low).toBeCloseTo(0.8830302015002592, 12);
  });

  it('without censoring are plain shares, quantiles without flats near type 7', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 80 }), fc.nat(1000), (time, t) => {
        const curve = cumulativeIncidence(
          inputOf(
            time,
            time.map(() => 1),
          ),
        );
        const plain = time.filter((x) => x <= t).length / time.length;
        expect(incidenceAt({ curve, t })!.value).toBeCloseTo(plain, 10);
        const sorted = sortValues(Float64Array.from(time));
        const median = incidenceQuantile({ curve, q: 0.5 }).value!;
        // with n even both are the middle of the two middle values, with n odd the middle value
        expect(median).toBeCloseTo(quantileSorted(sorted, 0.5)!, 9);
      }),
    );
  });

  it('widen with a design effect', () => {
    const plain = incidenceAt({ curve: remission, t: 13 })!;
    const wide = incidenceAt({ curve: remission, t: 13, deff: 3 })!;
    expect(wide.low!).toBeLessThan(plain.low!);
    expect(wide.high!).toBeGreaterThan(plain.high!);
    expect(wide.value).toBe(plain.value);
  });
});

describe('hostile input', () => {
  it('gives empty curves for nothing and for no events', () => {
    const empty = cumulativeIncidence(inputOf([], []));
    expect(incidenceQuantile({ curve: empty, q: 0.5 })).toEqual({ value: null, low: null, high: null });
    expect(incidenceAt({ curve: empty, t: 1 })).toBeNull();
    expect(empty.lastSeen).toBeNaN();
    const open = cumulativeIncidence(inputOf([1, 2], [0, 0]));
    expect(incidenceQuantile({ curve: open, q: 0.5 }).value).toBeNull();
    expect(incidenceAt({ curve: open, t: 2 })!.value).toBe(0);
  });

  it('refuses what cannot be', () => {
    expect(() => cumulativeIncidence(inputOf([1, 2], [1]))).toThrow(RangeError);
    expect(() => cumulativeIncidence(inputOf([-1], [1]))).toThrow(RangeError);
    expect(() => cumulativeIncidence(inputOf([Number.NaN], [1]))).toThrow(RangeError);
    expect(() => cumulativeIncidence(inputOf([1], [3]))).toThrow(RangeError);
    expect(() => cumulativeIncidence(inputOf([1], [1], [Number.NaN]))).toThrow(RangeError);
    expect(() => incidenceQuantile({ curve: remission, q: 1 })).toThrow(RangeError);
    expect(() => incidenceAt({ curve: remission, t: Number.NaN })).toThrow(RangeError);
  });

  it('does not depend on row order', () => {
    const rows = fc.array(fc.tuple(fc.nat(9), fc.nat(2), fc.nat(5)), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (given) => {
        const turned = [...given].reverse();
        const curves = [given, turned].map((list) =>
          cumulativeIncidence(
            inputOf(
              list.map(([t]) => t),
              list.map(([, kind]) => kind),
              list.map(([, , from]) => from),
            ),
          ),
        );
        expect(curves[0]).toEqual(curves[1]);
      }),
    );
  });
});

describe('a desk whose truth is known', () => {
  it('finds the median within 5 % with a third of the tickets still open, where solved ones alone do not', () => {
    // 65 % quick (exponential, mean 10 h), 35 % slow (mean 200 h), created evenly over 72 h, seen at the end of them.
    let seed = 20261122;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return (seed + 0.5) / 2 ** 32;
    };
    const n = 20_000;
    const time = new Float64Array(n);
    const end = new Uint8Array(n);
    const solved: number[] = [];
    for (let i = 0; i < n; i++) {
      const watched = 72 * random();
      const takes = -Math.log(random()) * (random() < 0.65 ? 10 : 200);
      time[i] = Math.min(takes, watched);
      end[i] = takes <= watched ? 1 : 0;
      if (takes <= watched) solved.push(takes);
    }
    // truth: .65 (1 − e^(−t/10)) + .35 (1 − e^(−t/200)) = ½ at t = 12.83: bisected here
    let [low, high] = [0, 200];
    while (high - low > 1e-9) {
      const t = (low + high) / 2;
      if (0.65 * Math.exp(-t / 10) + 0.35 * Math.exp(-t / 200) > 0.5) low = t;
      else high = t;
    }
    const open = 1 - solved.length / n;
    const found = incidenceQuantile({ curve: cumulativeIncidence({ time, end }), q: 0.5 });
    const solvedOnly = quantileSorted(sortValues(Float64Array.from(solved)), 0.5)!;
    expect(open).toBeGreaterThan(0.3);
    expect(open).toBeLessThan(0.45);
    expect(Math.abs(found.value! / low - 1)).toBeLessThan(0.05);
    expect(found.low!).toBeLessThan(low);
    expect(found.high!).toBeGreaterThan(low);
    expect(solvedOnly / low).toBeLessThan(0.75);
  });
});
