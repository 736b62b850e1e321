/**
 * Lines of totals that spreadsheets and reports leave among or behind their rows: `Total,20,,,5000`, `Moyenne;;3 h 20`.
 * They have no creation date and are no ticket that went wrong.
 */
const label = new RegExp(
  `^(?:${[
    '(?:grand |sub ?)?totals?|sum|averages?|avg|mean|median|count|min|max|minimum|maximum',
    'summe|gesamt(?:summe|ergebnis)?|zwischensumme|insgesamt|durchschnitt|mittelwert|anzahl',
    'total g[ée]n[ée]ral|sous total|totaux|somme|moyenne|m[ée]diane|nombre',
    'suma|promedio|media|mediana|total general|cuenta|soma|m[ée]dia|total geral|contagem',
    'totale|somma|totale generale|conteggio|totaal|eindtotaal|subtotaal|gemiddelde|som|aantal',
    'razem|[łl][ąa]cznie|og[óo][łl]em|[śs]rednia|toplam|genel toplam|ortalama|итого|всего|сумма|среднее|среднее значение',
    'summa|totalt|i alt|medel|medelv[äa]rde|gennemsnit|gjennomsnitt|yhteens[äa]|keskiarvo|celkem|pr[ůu]m[ěe]r|[öo]sszesen|[áa]tlag',
    '合計|総計|小計|平均|合计|总计|小计|平均值|합계|총계|평균|المجموع|الإجمالي|الاجمالي|المتوسط',
    'разом|усього|всього|загалом|сума|середнє|total general|medie|num[ăa]r total|jumlah|jumlah total|rata rata|purata|t[ổo]ng|t[ổo]ng c[ộo]ng|trung b[ìi]nh|รวม|รวมทั้งหมด|ค่าเฉลี่ย|σ[ύυ]νολο|γενικ[όο] σ[ύυ]νολο|μ[έε]σος [όο]ρος',
    'कुल|कुल योग|योग|औसत|মোট|সর্বমোট|গড়',
  ].join('|')})(?: (?:of )?(?:tickets?|cases?|rows?|records?|incidents?|requests?))?$`,
  'u',
);
/** Beside the label stand counts, amounts and lengths of time. */
const LONGEST = 24;
const figure = /^[^\p{L}]*\p{Nd}.*$|^[-–—#/.]+$/u;

/** The cells of a line, whatever parts them; a decimal comma makes two figures of one. */
const cellsOf = (line: string): string[] =>
  line
    .split(/[,;\t|]/)
    .map((cell) => cell.replace(/^[\s"']+|[\s"']+$/g, ''))
    .filter((cell) => cell !== '');

/** `Total: 20`, `Gesamt (45)` without the figure. */
const bare = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[\s:=()-]+/g, ' ')
    .trim()
    .replace(/(?: ?[\p{Nd}.])+$/u, '')
    .trim();

/** True for a line that holds a label of totals first and nothing but figures (and further labels) behind it. */
export const isTotals = (line: string): boolean => areTotals(cellsOf(line));

/** The same of the cells of a line that hold something. */
export function areTotals([first, ...others]: readonly string[]): boolean {
  if (first === undefined || first.length > LONGEST || !label.test(bare(first))) return false;
  return others.every((cell) => cell.length <= LONGEST && (figure.test(cell) || label.test(bare(cell))));
}

/** The line for people: its cells beside each other. */
export const totalsText = (line: string): string => cellsOf(line).join(' ');

/** What a remark begins with: a word or several, no id (`TK-12`). */
const words = /^\p{L}(?:[\p{L}\p{M}'’.:-]{3,}$|\S* \S)/u;
/** Filled cells up to which a line among many columns is a remark (`Report run by,Ann Lee,,,`). */
const FEW_CELLS = 2;
const FEWEST_COLUMNS = 4;

/** True for a line that may be a remark behind the rows: it has room for a row and hardly fills it. */
export function mayBeRemark(line: string): boolean {
  const cells = line.split(/[,;\t|]/);
  if (cells.length < FEWEST_COLUMNS || cells.slice(FEW_CELLS).some((cell) => cell.trim() !== ''))
    return false;
  return words.test(cellsOf(line)[0] ?? '');
}
