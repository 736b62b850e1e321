import type { Documents } from './token-documents.ts';
import { distinctSorted } from './unite-rows.ts';

/** Stems of an issue by how much they stand for it: share of its tickets that say them, times inverse frequency. */
export interface IssueWords {
  readonly stems: Int32Array;
  readonly shares: Float64Array;
  /** log(documents / documents that say it), of each of the stems. */
  readonly idf: Float64Array;
}

/** In how many documents each stem stands. */
export function stemFrequencies({ count, offsets, stems, stemNames }: Documents): Int32Array {
  const held = new Int32Array(stemNames.length);
  const last = new Int32Array(stemNames.length).fill(-1);
  for (let d = 0; d < count; d++) {
    for (let i = offsets[d]; i < offsets[d + 1]; i++) {
      if (last[stems[i]] === d) continue;
      last[stems[i]] = d;
      held[stems[i]]++;
    }
  }
  return held;
}

/** The words of one issue, the most telling first: share² · idf, so that what most tickets say comes before rarities. */
export function wordsOfIssue(
  documents: Documents,
  { members, times, frequencies }: { members: Int32Array; times: Int32Array; frequencies: Int32Array },
): IssueWords {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [i, d] of members.entries()) {
    const tickets = times[i];
    all += tickets;
    for (const stem of distinctSorted(documents.stems, documents.offsets[d], documents.offsets[d + 1])) {
      counts.set(stem, (counts.get(stem) ?? 0) + tickets);
    }
  }
  const idfOf = (stem: number): number => Math.log((1 + documents.count) / (1 + frequencies[stem]));
  const found = [...counts].map(([stem, count]) => {
    const share = count / all;
    return { stem, share, idf: idfOf(stem), worth: share * share * idfOf(stem) };
  });
  found.sort((a, b) => b.worth - a.worth || a.stem - b.stem);
  return {
    stems: Int32Array.from(found, ({ stem }) => stem),
    shares: Float64Array.from(found, ({ share }) => share),
    idf: Float64Array.from(found, ({ idf }) => idf),
  };
}

const TOO_ALIKE = 0.8;

/**
 * The documents nearest to the centre of an issue: largest cosine between a document's idf vector and the issue's
 * share × idf vector; later ones differ from earlier ones in over a fifth of their words, where there are such.
 */
export function typicalDocuments(
  documents: Documents,
  { members, words, count }: { members: Int32Array; words: IssueWords; count: number },
): number[] {
  const place = new Map<number, number>();
  words.stems.forEach((stem, i) => {
    place.set(stem, i);
  });
  const sets = new Map<number, Int32Array>();
  const scored = Array.from(members, (d) => {
    const set = distinctSorted(documents.stems, documents.offsets[d], documents.offsets[d + 1]);
    sets.set(d, set);
    let product = 0;
    let length = 0;
    for (const stem of set) {
      const i = place.get(stem) ?? 0;
      product += words.shares[i] * words.idf[i] ** 2;
      length += words.idf[i] ** 2;
    }
    return { d, score: length > 0 ? product / Math.sqrt(length) : 0 };
  });
  scored.sort((a, b) => b.score - a.score || a.d - b.d);
  const chosen: number[] = [];
  for (const limit of [TOO_ALIKE, 2]) {
    for (const { d } of scored) {
      if (chosen.length === count) return chosen;
      if (chosen.includes(d)) continue;
      if (chosen.every((other) => overlap(sets.get(d), sets.get(other)) < limit)) chosen.push(d);
    }
  }
  return chosen;
}

/** Jaccard index of two ascending sets. */
function overlap(a: Int32Array | undefined, b: Int32Array | undefined): number {
  if (!a || !b) return 0;
  const inB = new Set(b);
  let shared = 0;
  for (const value of a) if (inB.has(value)) shared++;
  return shared / Math.max(1, a.length + b.length - shared);
}
