import type { FieldId } from '../../model/fields.ts';

/** Words that take a header away from a field although others of its words fit. */
export interface NotWith {
  readonly words: RegExp;
  readonly says: string;
}

/** Words for what was planned or promised, and need not have happened. */
const foreseen =
  '(?<![^ ])(?:max|maximum|maximal\\w*|maximale|latest allowed|planned|expected|estimated|targeted|scheduled|projected|forecast|promised|anticipated|desired|eta|' +
  'geplant\\w*|voraussichtlich\\w*|erwartet\\w*|prevu\\w*|previsionnel\\w*|estime\\w*|planifie\\w*|cible|' +
  'previst[ao]|estimad[ao]|programad[ao]|comprometid[ao]|compromiso|objetivo|planejad[ao]|prometid[ao]|stimat[ao]|pianificat[ao]|' +
  'gepland\\w*|verwacht\\w*|streef\\w*|planowan\\w*|przewidywan\\w*|планов\\S*|планируем\\S*|ожидаем\\S*|hedeflenen|planlanan|tahmini|' +
  'beraknad\\w*|planera[dt]\\w*|forvent\\w*|planlagt\\w*)(?![^ ])|予定|预计|计划|預計|預定';

export const notWith: Partial<Record<FieldId, NotWith>> = {
  name: {
    words: /\b(?:first|last|middle|sur|family|given|file|domain|host|logo|field|app|group)\b/,
    says: 'it names part of a name, or a thing',
  },
  description: {
    words: /\b(?:resolution|solution|close|closing|closure|losung|links?|url|raw)\b/,
    says: 'it tells how the ticket ended, not what it is about',
  },
  subject: {
    words:
      /\b(?:resolution|solution|close|closing|closure|raw|agent|group|file|company|customer|client|contact|first|last)\b/,
    says: 'it names somebody, or tells how the ticket ended',
  },
  created_at: {
    words:
      /\b(?:account|user|customer|client|company|contact|product|birth|domain|by|survey|depot|workshop|warehouse|parts)\b/,
    says: 'it says when something else began',
  },
  id: {
    words:
      /\b(?:phone|fax|account|order|invoice|serial|model|contract|customer|employee|school|parent|external|mobile|user|agent|group|bike|room|flight)\b/,
    says: 'it numbers something else',
  },
  ticket_id: {
    words:
      /\b(?:types?|typ|tipo|category|categories|kategorie|categorie|categoria|reasons?|descriptions?|area|titles?|details|priority|status|count|age)\b/,
    says: 'it sorts tickets, or tells something of them',
  },
  type: {
    words:
      /\b(?:location|address|assignee|author|vehicle|user|customer|agent|file|content|source|device|account|mime|form|owner)\b/,
    says: 'it sorts something else',
  },
  status: {
    words:
      /\b(?:sla|country|province|marital|online|account|user|agent|approval|response|every|first|survey|payment|order)\b/,
    says: 'it is the state of something else',
  },
  group: {
    words: /\b(?:school|age|blood|customer|client|size|count|stations?|number|type|members?)\b/,
    says: 'it groups something else',
  },
  first_response_at: {
    words: /\b(?:second|2nd|third|3rd|zweite|zweiten|deuxieme|segunda|segundo|seconda|tweede)\b/,
    says: 'it is a later answer',
  },
  solved_at: {
    words: new RegExp(`\\b(?:first|sla|due|target|updated|action|survey|questionnaire)\\b|${foreseen}`, 'u'),
    says: 'it is another instant',
  },
  closed_at: {
    words: new RegExp(`\\b(?:first|sla|due|target|updated|auto|survey|questionnaire)\\b|${foreseen}`, 'u'),
    says: 'it is another instant',
  },
  requester: {
    words:
      /\b(?:remarks?|feedback|query|message|language|locale|agents?|owners?|assigned|assignee|handled|handler|technicians?|tecnico|analista|rep|tier|segment|type|status|plan|level|count|number of|since|age|gender|city|country|region|rating|score|satisfaction|interactions?|lifetime|value|role|department|location|comments?|replies|responses|messages|touches|updates|agreement|impact|frustration|stations?)\b/,
    says: 'it names who handled the ticket, or tells something of the customer',
  },
  organization: {
    words: /\b(?:tier|segment|type|size|plan|industry|status|country|region|value)\b/,
    says: 'it tells something of a customer',
  },
  assignee: {
    words:
      /\b(?:count|stations?|type|tier|rating|score|email count|note|notes|interactions?|handle time|replies|responses|messages|touches|updates|rated|requested|assigned on|assigned at|date)\b/,
    says: 'it tells something of who handled the ticket',
  },
  customer: {
    words:
      /\b(?:language|locale|device|country|city|gender|remarks?|tier|segment|type|size|age|status|since|rating|satisfaction|value|count|industry|order|payment|event|invoice|subscription|contract|activity)\b/,
    says: 'it tells something of a customer, or numbers something else',
  },
  sla_recorded: {
    words:
      /\b(?:response|reply|acknowledge\w*|pickup|antwort\w*|reaktion\w*|erstreaktion\w*|reponse|prise en charge|respuesta|atencion|resposta|atendimento|risposta|presa in carico|antwoord|reactie|odpowied\w*|reakcj\w*|yanit\w*|mudahale|due|target|hours|policy|date|name|time to|time until|time left|remaining|elapsed|restant\w*|verbleib\w*)\b|उत्तर|प्रतिक्रिया|উত্তর|সাড়া|ответ|реакци|响应|回复|応答|回答/,
    says: 'it is not about how the ticket ended',
  },
  replies: {
    // Not "replies to the customer".
    words:
      /\b(?<!\b(?:to|to the|an|an den|au|aux|al|ao|aan) )(?:customers?|clients?|requesters?|users?|end users?|contacts?|visitors?|reporters?|inbound|incoming|received|internal|private|bots?|auto|automatic|automated|kunden?|anfragend\w*|intern\w*|demandeurs?|clientes?|usuarios?|solicitantes?|richiedent\w*|utent\w*|klant\w*|aanvragers?|requerentes?|internas?|interni|interne)\b|ग्राहक|গ্রাহক|клиент|客户|顧客/,
    says: 'it counts what others wrote, no answers of the desk',
  },
  csat: {
    words:
      /\b(?:comment|date|sent|at|reason|count|predicted|predictive|prediction|forecast|estimated|expected|inferred|target|goal|qa|reviewer)\b/,
    says: 'it is about the survey, or no rating of a customer',
  },
  score: {
    words: /\b(?:comment|date|sent|at|reason|count|type|category|group|segment|id)\b/,
    says: 'it is about the answer, no rating',
  },
  comment: { words: /\b(?:title|count|date|id|by|type)\b/, says: 'it is about the comment' },
};
