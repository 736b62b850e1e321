declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  const factory: { newStemmer(algorithm: string): Stemmer; algorithms(): string[] };
  export default factory;
}

declare module 'stopword/dist/stopword.esm.mjs' {
  type Words = readonly string[];
  export const ara: Words,
    ben: Words,
    bul: Words,
    ces: Words,
    dan: Words,
    deu: Words,
    ell: Words,
    eng: Words,
    fin: Words,
    fra: Words,
    heb: Words,
    hin: Words,
    hun: Words,
    hye: Words,
    ind: Words,
    ita: Words,
    jpn: Words,
    kor: Words,
    nld: Words,
    nob: Words,
    pol: Words,
    por: Words,
    ron: Words,
    rus: Words,
    spa: Words,
    swe: Words,
    tha: Words,
    tur: Words,
    ukr: Words,
    vie: Words,
    zho: Words;
}
