/** Words that say that a survey was sent, and not answered. */
export const sentWords: readonly string[] = [
  'offered',
  'sent',
  'no response',
  'no answer',
  'not answered',
  'unanswered',
  'pending',
  'angeboten',
  'gesendet',
  'keine antwort',
  'ausstehend',
  'proposé',
  'proposée',
  'envoyé',
  'envoyée',
  'sans réponse',
  'en attente',
  'ofrecido',
  'ofrecida',
  'enviado',
  'enviada',
  'sin respuesta',
  'pendiente',
  'oferecido',
  'oferecida',
  'sem resposta',
  'pendente',
];
/** Words that say that nothing was rated. */
export const noRating: readonly string[] = [
  ...sentWords,
  'unoffered',
  'not offered',
  'not sent',
  'not rated',
  'no rating',
  'unrated',
  'nicht angeboten',
  'nicht bewertet',
  'non proposé',
  'non proposée',
  'non noté',
  'no ofrecido',
  'no ofrecida',
  'sin calificar',
  'não oferecido',
  'não oferecida',
  'sem avaliação',
  // Asked, and not answered with a grade: options that forms offer beside the scale.
  ...[
    "don't know|dont know|do not know|i don't know|not sure|unsure|no opinion|prefer not to say|prefer not to answer|not applicable|n/a (not applicable)|does not apply|can't say|cannot say|no comment",
    'keine angabe|weiß nicht|weiss nicht|weiß ich nicht|nicht zutreffend|trifft nicht zu|kann ich nicht beurteilen|keine meinung|möchte ich nicht sagen',
    'ne sait pas|je ne sais pas|ne se prononce pas|sans objet|non concerné|non concernée|nsp|pas concerné|pas concernée',
    'no sabe|no sé|no lo sé|ns/nc|no aplica|no procede|prefiero no decirlo|prefiero no contestar|no sabe / no contesta|no sabe/no contesta',
    'não sei|não se aplica|não aplicável|prefiro não responder|prefiro não dizer|não sei responder',
    'non so|non saprei|non applicabile|preferisco non rispondere|weet niet|weet ik niet|niet van toepassing|geen mening|n.v.t.',
    'vet ej|vet inte|ingen åsikt|ej aktuellt|ved ikke|vet ikke|ikke relevant|en osaa sanoa|ei koske minua|nevím|nelze říci|netýká se|nem tudom|nem releváns',
    'nie wiem|nie dotyczy|brak opinii|не знаю|не применимо|неприменимо|нет мнения|bilmiyorum|fikrim yok|uygulanamaz|ilgili değil',
    'わからない|分からない|該当なし|無回答|不知道|不清楚|不适用|모르겠음|모름|해당 없음|해당없음|لا أعرف|لا ينطبق|पता नहीं|लागू नहीं|জানি না|প্রযোজ্য নয়',
  ].flatMap((line) => line.split('|')),
];

const sent = new Set(sentWords);
const unrated = new Set(noRating);

/** What a cell without a rating says of its survey: that it was sent, that it was not, or null for any other cell. */
export function unratedCell(folded: string): 'sent' | 'not_sent' | null {
  if (sent.has(folded)) return 'sent';
  return unrated.has(folded) ? 'not_sent' : null;
}
