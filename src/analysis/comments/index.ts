/** What survey comments say: the words that stand out in bad answers. */
export { type DatedComment, surveyComments } from './survey-comments.ts';
export { type Comment, type TellingWord, type TellingWords, tellingWords } from './telling-words.ts';
