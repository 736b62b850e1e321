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
];

const sent = new Set(sentWords);
const unrated = new Set(noRating);

/** What a cell without a rating says of its survey: that it was sent, that it was not, or null for any other cell. */
export function unratedCell(folded: string): 'sent' | 'not_sent' | null {
  if (sent.has(folded)) return 'sent';
  return unrated.has(folded) ? 'not_sent' : null;
}
