declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const factory: { newStemmer(algorithm: string): Stemmer; algorithms(): string[] };
  export default factory;
}

declare module 'stopword' {
  const lists: Readonly<Record<string, readonly string[] | unknown>>;
  export default lists;
}
