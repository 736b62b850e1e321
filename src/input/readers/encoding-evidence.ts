import type { SourceLayout } from '../../model/source.ts';
import { cp850Characters, windows1252Characters } from './code-pages.ts';

type Encoding = SourceLayout['encoding'];

/** What another encoding than Windows-1252 has to reach, and by how much it has to be better. */
const least = 0.45;
const margin = 0.1;
/** Text so long is enough to tell encodings apart. */
const mostCounted = 1 << 16;

/**
 * Encodings of one language or script that a file may have which is no Unicode, the likeliest first. Those of node's
 * `TextDecoder` are named as the WHATWG Encoding Standard names them (https://encoding.spec.whatwg.org/#names-and-labels).
 */
const candidates: readonly Encoding[] = [
  'windows-1252',
  'cp850',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'gb18030',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'big5',
];

/**
 * The encoding in which bytes that are no UTF-8 make the most believable letters, counted over all of them; Windows-1252
 * where none does better. Between letters of its own script a letter speaks for an encoding; controls, box drawings, marks
 * inside words, capitals behind small letters and characters that hardly anybody writes speak against it.
 */
export function likeliestEncoding(bytes: Uint8Array): Encoding {
  const foreign = linesWithForeignBytes(bytes);
  const telling = withoutHardBlanks(bytes, foreign);
  if (telling.length === 0 && foreign.length > 0) return candidates[0];
  let best: Encoding = candidates[0];
  const usual = decode(telling, best);
  let most = Math.max(least, believability(usual) - mixture(usual) + margin);
  for (const encoding of candidates.slice(1)) {
    const text = decode(telling, encoding);
    if (encoding === 'windows-1254' && !isTurkish(text)) continue;
    if (encoding === 'windows-874' && text.length < LEAST_THAI) continue;
    const score = believability(text) - mixture(text);
    if (score > most + 1e-9) {
      best = encoding;
      most = score;
    }
  }
  return best;
}

/** The words that hold bytes from 0x80 on, each once, in order of their bytes: repetition and row order decide nothing. */
function linesWithForeignBytes(bytes: Uint8Array): Uint8Array {
  const words = new Set<string>();
  let start = 0;
  let isForeign = false;
  let length = 0;
  for (let at = 0; at <= bytes.length && length < mostCounted; at++) {
    const byte = at < bytes.length ? bytes[at] : 0x0a;
    if (byte >= 0x80) isForeign = true;
    // Below 0x30 no byte belongs to a character of several bytes.
    if (byte >= 0x30) continue;
    if (isForeign) {
      const word = Buffer.from(bytes.subarray(start, at)).toString('latin1');
      if (!words.has(word)) {
        words.add(word);
        length += word.length + 1;
      }
    }
    start = at + 1;
    isForeign = false;
  }
  return Buffer.from([...words].sort().join('\n'), 'latin1');
}

const hardBlank = 0xa0;
/** So many of the words beside such blanks stand elsewhere without them; addresses and names seldom do. */
const FEWEST_KNOWN = 2;
const KNOWN = 0.1;

/** A word beside such blanks, in which all else is ASCII. */
const besideBlanks = /^\u00a0*[^\u0080-\u00ff]*\u00a0*$/;

/**
 * The words without those that are foreign only by blanks around them that do not break, where enough of these stand there
 * without such blanks too: DOS has an `á` at that place.
 */
function withoutHardBlanks(bytes: Uint8Array, telling: Uint8Array): Uint8Array {
  if (!telling.includes(hardBlank)) return telling;
  const words = Buffer.from(telling)
    .toString('latin1')
    .replace(/(?<=\d)\u00a0(?=\d{3})/g, '')
    .split('\n');
  const blank = words.filter((word) => besideBlanks.test(word));
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostCounted)).toString(
    'latin1',
  );
  const plain = new Set(text.match(/(?<![\w\u00a0])\w+(?![\w\u00a0])/g) ?? []);
  const known = blank.filter((word) => word.split(/\W+/).every((part) => part === '' || plain.has(part)));
  if (known.length < Math.max(FEWEST_KNOWN, KNOWN * blank.length)) return telling;
  return Buffer.from(words.filter((word) => !besideBlanks.test(word)).join('\n'), 'latin1');
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const upper = singleBytes[encoding]?.();
  if (upper === undefined) return new TextDecoder(encoding).decode(bytes);
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80])).join('');
}

/** Not every version of node tells Windows-1252 from Latin-1, and none knows the DOS code page. */
const singleBytes: Readonly<Partial<Record<Encoding, () => readonly string[]>>> = {
  'windows-1252': windows1252Characters,
  cp850: () => Array.from(cp850Characters),
};

/** Mean over the characters from U+0080 on, −2 to 1 each. */
function believability(text: string): number {
  let sum = 0;
  let count = 0;
  let before = '';
  const characters = Array.from(text);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i];
    if (character >= '\u0080') {
      const place = { before, after: characters[i + 1] ?? '' };
      sum += scoreOf(character, place);
      count++;
    }
    before = character;
  }
  return count === 0 ? 0 : sum / count;
}

interface Place {
  readonly before: string;
  readonly after: string;
}

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
const isAscii = (character: string): boolean => character < '\u0080';
const isAsciiLetter = (character: string): boolean => /[A-Za-z]/.test(character);
const isSmall = (character: string): boolean => /\p{Ll}/u.test(character);
const isCapital = (character: string): boolean => /\p{Lu}/u.test(character);

function scoreOf(character: string, place: Place): number {
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(character)) return -2;
  if (/[\u2500-\u25ff]/.test(character)) return -1;
  if (/[\u00c0-\u024f]/.test(character) && isLetter(character)) return latinLetter(character, place);
  if (/[\u0400-\u045f]/.test(character)) return cyrillicLetter(character, place);
  if (/[\u0370-\u03ff]/.test(character)) return greekLetter(character, place);
  if (/[\u0590-\u05ff]/.test(character)) return hebrewLetter(character, place);
  if (/[\u0600-\u06ff]/.test(character)) return arabicLetter(character, place);
  if (/[\u0e00-\u0e7f]/.test(character)) return thaiLetter(character, place);
  if (/[\u3040-\u30ff]/.test(character)) return 1;
  if (/[\uac00-\ud7a3]/.test(character)) return commonHangul.has(character) ? 1 : 0.3;
  if (/[\u3400-\u9fff]/.test(character)) return commonHan.has(character) ? 1 : 0.3;
  if (/[\uff61-\uff9f]/.test(character)) return -0.2;
  // Full-width forms and marks of East Asia.
  if (/[\u3000-\u303f\uff00-\uff60]/.test(character)) return 0.5;
  return mark(character, place);
}

/** Accented letters stand alone among plain ones; several in a row are the trace of another script. */
function latinLetter(character: string, { before, after }: Place): number {
  if (isCapital(character) && isSmall(before)) return -1;
  const isBeside = isAsciiLetter(before) || isAsciiLetter(after);
  if (isBeside) return usualLatin.test(character) ? 1 : /[ðþÐÞ]/.test(character) ? 0.6 : 0;
  const isAlone = isAscii(before || ' ') && isAscii(after || ' ');
  return isAlone ? 0.2 : -0.6;
}

/** The letters beyond a to z of the languages that are written with Latin ones. */
const alphabets: readonly string[] = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúü',
  'áâãàçéêíóôõú',
  'àèéìíîòóùú',
  'àèéëïíóòöü',
  'æøåéèêóòâôäöü',
  'åäöéáà',
  'áðéíóúýþæö',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'čćđšž',
  'çğıöşüâîû',
  'äõöüšž',
];

/**
 * How far the accented letters of a text are those of no one language, 0 to 1: what is Czech in one encoding is a mixture
 * of Danish, Italian and Swedish letters in another. Names from elsewhere mix in both alike.
 */
function mixture(text: string): number {
  const letters = text.toLowerCase().match(/[\u00df-\u00f6\u00f8-\u024f]/gu) ?? [];
  if (letters.length === 0) return 0;
  const most = Math.max(
    ...alphabets.map((alphabet) =>
      letters.reduce((sum, letter) => sum + (alphabet.includes(letter) ? 1 : 0), 0),
    ),
  );
  return 1 - most / letters.length;
}

const usualLatin =
  /[àáâãäåæçèéêëìíîïñòóôõöøùúûüßœžšćčđÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŽŠąęłńśźżěřůťďňőűığşĄĆĘŁŃŚŹŻĚŘŮŤĎŇŐŰİĞŞ]/;

/** Icelandic writes ð, þ and ý where Turkish has ğ, ş and ı, and accents that Turkish does not know. */
function isTurkish(text: string): boolean {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/[ığşİĞŞ]/g) > count(/[áéíóúæÁÉÍÓÚÆ]/g);
}

function cyrillicLetter(character: string, { before, after }: Place): number {
  if (isCapital(character) && isSmall(before)) return -1;
  if (isAsciiLetter(before) || isAsciiLetter(after)) return -0.5;
  const small = character.toLowerCase();
  if (!isLetter(before) && !isLetter(after)) return 0.2;
  if (commonCyrillic.has(small)) return 1;
  return /[а-яёіїєґ]/.test(small) ? 0.2 : -0.3;
}

/** The letters that make up four fifths of Russian, Ukrainian and Bulgarian text. */
const commonCyrillic: ReadonlySet<string> = new Set('оеаинтсрвлкмдпуяызі');

/** The letters that make up nine tenths of Greek and of Thai text. */
const commonGreek: ReadonlySet<string> = new Set('αοιετσνηυρπκμλςήόίέάύώγδ');
const commonThai: ReadonlySet<string> = new Set('กนรองเาทสยลดตวมปบคหจชพขผ่้ัิีื็ไใแำะุ');

/** Greek has a form of sigma that ends words, and no letters of other scripts within them. */
function greekLetter(character: string, { before, after }: Place): number {
  if (isCapital(character) && isSmall(before)) return -1;
  if (isAsciiLetter(before) || isAsciiLetter(after)) return -0.5;
  if (character === 'ς' ? isLetter(after) : character === 'σ' && isLetter(before) && !isLetter(after))
    return -1;
  if (!isLetter(before) && !isLetter(after)) return 0.2;
  return commonGreek.has(character.toLowerCase()) ? 1 : /[ΰΐ]/.test(character) ? -0.3 : 0.2;
}

/** A letter of a script that is written in runs of its own. */
const amongOwn = (own: RegExp, { before, after }: Place): number =>
  own.test(before) || own.test(after) ? 1 : 0.2;

/** Hebrew has letters that end words, and vowel points stand in prayers alone. */
function hebrewLetter(character: string, place: Place): number {
  if (isAsciiLetter(place.before) || isAsciiLetter(place.after)) return -0.5;
  if (!/[\u05d0-\u05ea]/.test(character)) return -0.3;
  if (/[ךםןףץ]/.test(character) && /[\u05d0-\u05ea]/.test(place.after)) return -0.5;
  return commonHebrew.has(character) ? amongOwn(/[\u05d0-\u05ea]/, place) : 0.3;
}

/** The letters that make up nine tenths of Hebrew text. */
const commonHebrew: ReadonlySet<string> = new Set('יוהלאמרתבשנםחקדפעכט');

/** The letters that make up nine tenths of Arabic text; Persian and Urdu have further ones. */
const commonArabic: ReadonlySet<string> = new Set('اليمنتروبهعسدفحكقأةجإش');

const arabicLetter = (character: string, place: Place): number =>
  commonArabic.has(character) ? amongOwn(/[\u0600-\u06ff]/, place) : /[ہھںےٹڈڑ]/.test(character) ? -0.3 : 0.3;

/** Thai vowels and tones stand beside consonants, and its digits and signs hardly anywhere. */
function thaiLetter(character: string, { before, after }: Place): number {
  if (/[\u0e2f\u0e3a-\u0e3f\u0e46\u0e4d-\u0e7f]/.test(character)) return -1;
  const consonant = /[\u0e01-\u0e2e]/;
  if (!consonant.test(character) && !consonant.test(before) && !consonant.test(after)) return -1;
  return commonThai.has(character) ? 1 : 0.1;
}

/** So few letters of Thai may as well be two characters of Chinese or Korean. */
const LEAST_THAI = 8;

/** Signs and typographic marks: an apostrophe or a dash may stand inside a word, others may not. */
function mark(character: string, { before, after }: Place): number {
  const isInWord = isLetter(before) && isLetter(after);
  if (/[’‘–—]/.test(character)) return isInWord ? 0.8 : 0.5;
  if (/[“„«”»]/.test(character)) return isInWord ? -1 : isLetter(before) || isLetter(after) ? 0.9 : 0.4;
  if (/[¿¡]/.test(character) && !isLetter(before) && isLetter(after)) return 0.9;
  if (/[€£°]/.test(character) && /[\d\s]/.test(before + after)) return 0.9;
  if (/[…•€£°§®™¿¡ºª·№\u00a0]/.test(character)) return isInWord ? -1 : 0.4;
  return isInWord ? -1 : -0.3;
}

/** The most frequent characters of Chinese (both ways of writing) and Japanese, and those that support desks write. */
const commonHan: ReadonlySet<string> = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严' +
    '這個們為來時會對發說過還沒問題單開關電腦網絡網路無法登錄密碼錯誤處理請求客戶客户登录密码错误请求网络打印机更换退款订单账号賬號帳號訂單系統標題狀態創建時間已解決進行待級優先緊急响应状态创建时间已解决紧急优先级編號编号描述類型联系人負責負责' +
    '本日年月時分人件名対応済未完了受付番号開始終了担当者問合顧客状態解決作成更新優先度高中低緊急電話設定変更確認障害接続印刷機故障返金注文' +
    '他她與從經動實現應樣點業長門間見車東後學國體當與讓機會數據資訊連線設備無線訊號顯示畫面檔案資料脑蓝屏库存货延迟付款发票',
);

/** The most frequent syllables of Korean. */
const commonHangul: ReadonlySet<string> = new Set(
  '이다는을가에의고하지한로도사기를나자어대해리은라서인그시아과정보수일들있전요만제것스부원여조주상장문관계안성공니면없년우내동실소무부신오게생유선구위경드습때등통연방물교용물진화비김중거어세학미해요청접결완료처번호상태제목담당긴급높음낮간록객응답작생티켓문의오류로그인환불주불결설치변경확인니까되었습니다',
);
