import type { FieldId } from '../../model/fields.ts';
import type { TableSample } from '../../model/source.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { foldHeader } from './header.ts';
import { scaleInWords } from './rating-scale.ts';

/** What questions about satisfaction, recommendation and effort have in common, in the supported languages. */
const rates =
  /satisf|zufrieden|satisfecho|satisfeito|recommend|empfehl|recommand|recomend|\brat(?:e|ing|ings)\b|\bnps\b|\bcsat\b|\bces\b|\beasy\b|effort|aufwand|einfach|facil|bewert|calific|puntu|evalu|avali|\bscore\b|how did we do|how likely|how happy|\bnote\b|wie wahrscheinlich|संतुष्ट|सिफारिश|अनुशंसा|रेटिंग|সন্তুষ্ট|সুপারিশ|রেটিং|মূল্যায়ন/u;
const asksWhy =
  /\b(?:why|reason|comments?|feedback|better|improve|else|tell us|suggestions?|text|topics|group|warum|grund|kommentar|verbessern|pourquoi|commentaires?|ameliorer|por que|comentarios?|mejorar|melhorar)\b|open ended|टिप्पणी|सुझाव|মন্তব্য|মতামত/u;
/** Columns that survey tools add. */
const bookkeeping =
  /^(?:start ?date|end ?date|recorded ?date|status|progress|finished|duration.*|latitude|longitude|location.*|ip ?address|respon(?:se|dent) ?id|responseset|collector id|user ?language|distribution ?channel|external.*reference|recipient.*|network id|#|token|first ?name|last ?name|email.*|timestamp|name|accuracy)$/i;

/**
 * Where a survey tool uses questions as column names (or codes, with the question in the next row), the score is the
 * column whose question asks for a rating and whose answers are ratings; the comment is the text that asks why.
 */
export function chooseQuestions(
  table: TableSample,
  looks: readonly ColumnLook[],
  choices: Map<FieldId, Choice>,
): void {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  const free = looks.filter(
    (look) => !taken.has(look.index) && look.filled > 0 && !bookkeeping.test(look.name.trim()),
  );
  const textOf = (look: ColumnLook): string =>
    [look.name, ...table.headerNotes.map((row) => row[look.index] ?? '')]
      .filter((one) => !one.startsWith('{'))
      .map(foldHeader)
      .join(' ');
  if (!choices.has('score')) {
    const answers = free.filter((look) => !isInstant(look) && isRated(look));
    const asked = answers.filter((look) => rates.test(textOf(look)) && !asksWhy.test(textOf(look)));
    // Of several ratings the first is the one the survey is about; the rest stay columns by their own names.
    const best = asked[0] ?? answers.find((look) => scaleInWords(look) !== null);
    if (best) {
      choices.set('score', { look: best, confidence: asked.length === 1 ? 0.9 : 0.7, preset: null });
      taken.add(best.index);
    }
  }
  if (choices.has('comment')) return;
  const comment = free.find(
    (look) =>
      !taken.has(look.index) && !isRated(look) && look.numberShare < 0.5 && asksWhy.test(textOf(look)),
  );
  if (comment) choices.set('comment', { look: comment, confidence: 0.8, preset: null });
}

/** Whether a column's name is a question of several words that asks for a rating, with ratings below it. */
export function hasRatingQuestion(looks: readonly ColumnLook[]): boolean {
  return looks.some((look) => {
    const words = foldHeader(look.name);
    return (
      /\S \S/.test(look.name) &&
      words.split(' ').length >= 4 &&
      rates.test(words) &&
      !asksWhy.test(words) &&
      look.filled > 0 &&
      isRated(look)
    );
  });
}

function isRated(look: ColumnLook): boolean {
  if (look.integerShare >= 0.95) return look.min >= 0 && look.max <= 10 && look.distinct <= 11;
  return look.distinct <= 12 && scaleInWords(look) !== null;
}
