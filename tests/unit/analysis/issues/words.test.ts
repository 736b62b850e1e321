import * as stopLists from 'stopword/dist/stopword.esm.mjs';
import { describe, expect, it } from 'vitest';
import { foldIndic, stemIndic } from '../../../../src/analysis/issues/indic-stems.ts';
import {
  english,
  isStopWord,
  languageOf,
  languageOfScript,
  languagesMarkedBy,
  stemWord,
} from '../../../../src/analysis/issues/languages.ts';
import { seededRandom } from '../../../../src/analysis/issues/random.ts';
import { WordIds } from '../../../../src/analysis/issues/word-ids.ts';
import { eachWord, eachWordId } from '../../../../src/analysis/issues/words.ts';

function wordsOf(text: string, most = 100): string[] {
  const words: string[] = [];
  eachWord(text, (word) => {
    words.push(word);
    return words.length < most;
  });
  return words;
}

describe('eachWord', () => {
  it('keeps combining marks and joiners inside words', () => {
    expect(wordsOf('আমার রিফান্ড এখনো পাইনি')).toEqual(['আমার', 'রিফান্ড', 'এখনো', 'পাইনি']);
    expect(wordsOf('मेरा रिफंड नहीं आया')).toEqual(['मेरा', 'रिफंड', 'नहीं', 'आया']);
    expect(wordsOf('ক্‍ষমা')).toHaveLength(1);
  });
  it('drops numbers in any digits, and ids', () => {
    expect(wordsOf('order 4711 INC0012345 A-99871 late')).toEqual(['order', 'late']);
    expect(wordsOf('অর্ডার ১২৩৪৫ লেট')).toEqual(['অর্ডার', 'লেট']);
    expect(wordsOf('ऑर्डर १२३४५ लेट')).toEqual(['ऑर्डर', 'लेट']);
  });
  it('keeps error codes and names with a number', () => {
    expect(wordsOf('Error 404 on iPhone14 with 2FA')).toEqual([
      'error',
      '404',
      'on',
      'iphone14',
      'with',
      '2fa',
    ]);
  });
  it('drops addresses and links', () => {
    expect(wordsOf('mail bob@shop.example or see https://shop.example/a?b=1 now')).toEqual([
      'mail',
      'or',
      'see',
      'now',
    ]);
  });
  it('joins contractions and cuts elisions and possessives', () => {
    expect(wordsOf("I don't see the customer's card; l'abonnement")).toEqual([
      'dont',
      'see',
      'the',
      'customer',
      'card',
      'abonnement',
    ]);
  });
  it('cuts Thai, Chinese and Japanese into words', () => {
    expect(wordsOf('我的退款还没有到账').length).toBeGreaterThan(2);
    expect(wordsOf('返金がまだ届きません').length).toBeGreaterThan(2);
    expect(wordsOf('ยังไม่ได้รับเงินคืน').length).toBeGreaterThan(2);
  });
  it('finds in mixed capitals, signs and scripts what it finds in the text folded before', () => {
    const random = seededRandom(4);
    const signs = [..."aBzÖöß9 .,:/@'’-\n", 'é', 'E\u0301', 'র', '्', '退', '𞤀', '👍', '://'];
    for (let i = 0; i < 400; i++) {
      const text = Array.from({ length: 12 }, () => signs[random.below(signs.length)]).join('');
      expect(wordsOf(text), text).toEqual(wordsOf(text.normalize('NFKC').toLowerCase()));
    }
    expect(wordsOf('Write to A.B@Example.com or see HTTP://x.y/z, WWW.shop.test, example.COM/a')).toEqual([
      'write',
      'to',
      'or',
      'see',
    ]);
  });
  it('stops when told to', () => {
    expect(wordsOf('one two three four', 2)).toEqual(['one', 'two']);
  });
});

describe('eachWordId', () => {
  it('numbers the words that eachWord finds, in any script', () => {
    const texts = [
      "I don't see the customer's card; l’abonnement",
      'Größe Öl ﬁne ½ cafe\u0301 café',
      'আমার রিফান্ড 404 Error 404 ۴۵ 𝗛ello 👍🏽 𞤀𞤁',
      '我的退款还没有到账 iPhone14',
    ];
    const ids = new WordIds();
    for (const text of texts) {
      const words: string[] = [];
      eachWordId(text, ids, (id) => words.push(ids.names[id]) > 0);
      expect(words).toEqual(wordsOf(text));
    }
    expect(new Set(ids.names).size).toBe(ids.names.length);
    expect(wordsOf(texts[1])).toEqual(['größe', 'öl', 'fine', 'café', 'café']);
    expect(wordsOf(texts[2])).toEqual(['আমার', 'রিফান্ড', 'error', '404', 'hello', '𞤢𞤣']);
  });
  it('finds a word again after the table has grown', () => {
    const ids = new WordIds();
    const lettered = (i: number): string =>
      `w${String(i).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)])}`;
    const numbers = Array.from({ length: 10_000 }, (_, i) => ids.of(lettered(i)));
    expect(numbers).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    const found: number[] = [];
    eachWordId('a WHH b', ids, (id) => found.push(id) > 0);
    expect(found).toEqual([77]);
  });
});

describe('foldIndic', () => {
  it('unifies spellings of one word', () => {
    expect(foldIndic('हिन्दी')).toBe(foldIndic('हिंदी'));
    expect(foldIndic('ज़रूरत')).toBe(foldIndic('जरूरत'));
    expect(foldIndic('ত্\u200d')).toBe('ৎ');
    expect(foldIndic('চাঁদা')).toBe(foldIndic('চাদা'));
  });
});

describe('stemIndic', () => {
  it.each([
    ['অর্ডারটি', 'অর্ডার'],
    ['অর্ডারের', 'অর্ডার'],
    ['অর্ডারগুলো', 'অর্ডার'],
    ['ব্যাংকে', 'ব্যাংক'],
    ['নম্বর', 'নম্বর'],
    ['রিফান্ডের', 'রিফান্ড'],
    ['टिकटों', 'टिकट'],
    ['डिलीवरी', 'डिलीवर'],
    ['खाता', 'खात'],
    ['login', 'login'],
  ])('%s → %s', (word, stem) => {
    expect(stemIndic(foldIndic(word))).toBe(foldIndic(stem));
  });
  it('never cuts a bare র', () => {
    for (const word of ['অর্ডার', 'নম্বর', 'খবর', 'টাকার']) {
      expect(stemIndic(foldIndic(word)).endsWith('র') || word === 'টাকার').toBe(true);
    }
  });
});

describe('languages', () => {
  it('stems with the language of the text', () => {
    expect(stemWord('payments', english)).toBe('payment');
    expect(stemWord('rechnungen', languageOf('de'))).toBe('rechnung');
    expect(stemWord('réinitialiser', languageOf('fr'))).toBe('reinitialis');
    expect(stemWord('অর্ডারের', english)).toBe('অর্ডার');
  });
  it('writes letters repeated in anger once', () => {
    expect(stemWord('pleaseeee', english)).toBe(stemWord('please', english));
  });
  it('knows stop words, Hindi in Latin letters included', () => {
    expect(isStopWord('nahi', languageOf('hi-latn'))).toBe(true);
    expect(isStopWord('refund', languageOf('hi-latn'))).toBe(false);
    expect(isStopWord('आप', languageOf('hi'))).toBe(true);
    expect(isStopWord('the', english)).toBe(true);
    for (const form of ["isn't", 'isnt']) expect(isStopWord(form, english)).toBe(true);
    for (const word of ['', 'the']) expect(isStopWord(word, languageOf('ta'))).toBe(false);
    for (const list of Object.values(stopLists).filter(Array.isArray))
      for (const word of list) expect([word, word.includes(';')]).toEqual([word, false]);
  });
  it('tells scripts, and Latin and Cyrillic not by script', () => {
    expect(languageOfScript('অ'.charCodeAt(0))).toBe(languageOf('bn'));
    expect(languageOfScript('अ'.charCodeAt(0))).toBe(languageOf('hi'));
    expect(languageOfScript('a'.charCodeAt(0))).toBeUndefined();
    expect(languageOfScript('ж'.charCodeAt(0))).toBeUndefined();
    expect(languagesMarkedBy('nicht')).toEqual([languageOf('de')]);
    expect(languageOf('xx')).toBe(languageOf('other'));
  });
});
