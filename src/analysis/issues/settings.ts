/**
 * The constants of the engine, one set for every desk. Each was chosen on several public sets together with desks of
 * our own making; none is looked up by the name of a set. `tests/bench/issues` measures what they give.
 */
export interface Settings {
  /** Words of a ticket that are looked at; what comes later in a long mail is rarely the problem. */
  readonly wordsPerTicket: number;
  /** Up to so many different texts, groups are learnt from all of them. */
  readonly learnAllBelow: number;
  /** Beyond that, so many texts are learnt from; the others are then assigned to the groups. */
  readonly sampleSize: number;
  /** Features (words and pairs of words) kept, the most frequent ones. */
  readonly featureLimit: number;
  /** Dimensions of the word-use space, and as many again of the word-meaning space. */
  readonly dimensions: number;
  /** Nearest neighbours of a text, cells that are looked through for them, and the least cosine that counts. */
  readonly neighbours: number;
  readonly probes: number;
  readonly minSimilarity: number;
  /** Resolution of the first and of the later searches for communities. */
  readonly firstResolution: number;
  readonly secondResolution: number;
  /** Times that communities are searched again with the mixture's memberships. */
  readonly rounds: number;
  /** What a word tells of which nothing is known, the texts that this is worth, and the most that a word counts. */
  readonly wordPrior: number;
  readonly wordStrength: number;
  readonly wordCap: number;
  /** Power of what a feature tells by which the mixture weighs it. */
  readonly featurePower: number;
  /** Weight of a pair of words beside a single word. */
  readonly pairWeight: number;
  /** Dirichlet prior of the mixture: pseudo-count of every feature in every issue. */
  readonly smoothing: number;
  /** Power of a group's size that counts in its score: below 0, large groups are held back. */
  readonly sizePower: number;
  /** Softens the memberships that the later searches for communities see. */
  readonly temperature: number;
  /** Softens the memberships by which joining tells how far two groups are confused. */
  readonly joinTemperature: number;
  /** Weights of confusion, evidence and shared sentences in a join's score beside the cosine, see `joinGroups`. */
  readonly confusionWeight: number;
  readonly evidenceWeight: number;
  readonly sentenceWeight: number;
  /** What a joined group loses for each e-fold by which it is larger than two usual ones, as an issue and as a topic. */
  readonly sizePenalty: number;
  readonly topicSizePenalty: number;
  /** What a join gains for each e-fold by which one of the two is smaller than a usual group. */
  readonly smallGain: number;
  /** Groups are one issue where their join scores so much, and one topic where it scores so much. */
  readonly issueCut: number;
  readonly topicCut: number;
  /**
   * An issue with less than this share of the median issue's tickets goes into the others, unless it explains its texts
   * better than they do by so many nats per word.
   */
  readonly smallShare: number;
  readonly clearFrom: number;
  /**
   * A ticket belongs to its issue when the share of what it says that is usual there is at least this share of the
   * desk's median, or `mostCoverage`, whichever is less.
   */
  readonly relativeCoverage: number;
  readonly mostCoverage: number;
  /** What a word that came once counts in that, beside the rarest known one. */
  readonly strangeWords: number;
  /** A ticket that a known issue covers this far is not searched for new issues. */
  readonly sureCoverage: number;
  /** A group beside a book is new when known issues cover its tickets less than this on average. */
  readonly newCoverage: number;
  /** Texts that the book notes for an issue at most. */
  readonly textsPerIssue: number;
  /** Tickets that make an issue. */
  readonly minSize: number;
}

export const settings: Settings = {
  wordsPerTicket: 100,
  learnAllBelow: 24_000,
  sampleSize: 16_000,
  featureLimit: 40_000,
  dimensions: 48,
  neighbours: 15,
  probes: 6,
  minSimilarity: 0.3,
  firstResolution: 6,
  secondResolution: 18,
  rounds: 2,
  wordPrior: 1,
  wordStrength: 4,
  wordCap: 2,
  featurePower: 0.4,
  pairWeight: 0.5,
  smoothing: 0.06,
  sizePower: -0.8,
  temperature: 4,
  joinTemperature: 2,
  confusionWeight: 3,
  evidenceWeight: 1.5,
  sentenceWeight: 12,
  sizePenalty: 1,
  topicSizePenalty: 0.7,
  smallGain: 0.2,
  issueCut: 1.61,
  topicCut: 0.41,
  smallShare: 0.45,
  clearFrom: 1.5,
  relativeCoverage: 0.33,
  mostCoverage: 0.2,
  strangeWords: 0.5,
  sureCoverage: 0.5,
  newCoverage: 0.3,
  textsPerIssue: 300,
  minSize: 5,
};
