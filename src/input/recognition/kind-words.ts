/**
 * Nouns by which tables, files and ids say what their rows are, folded as `foldHeader` folds; in English, German,
 * French, Spanish, Portuguese, Italian, Dutch, Bengali, Hindi, Chinese and Japanese where exports use them.
 */

export const ticketNoun =
  /\b(?:tickets?|tkt|(?:work|service|repair|maintenance) orders?|wo|cases?|incidents?|issues?|complaints?|grievances?|conversations?|requests?|service requests?|enquir(?:y|ies)|inquir(?:y|ies)|vorgang|anfragen?|demandes?|chamados?|solicitud(?:es)?|incidencias?|solicitac(?:ao|oes)|casos?|ocorrencias?|atendimentos?|reclamos?|segnalazion[ei]|richiest[ae]|meldingen?|verzoeken|klachten?)\b|टिकट|शिकायत|টিকেট|টিকিট|অভিযোগ|工单|投诉|案件|チケット|問い合わせ/u;
export const customerNoun =
  /\b(?:customers?|clients?|accounts?|subscribers?|subscriptions?|members?|kunden|klanten|clientes?|clienti|abonnes?|orgs?|organi[sz]ations?|compan(?:y|ies)|tenants?|users?)\b|ग्राहक|গ্রাহক|客户|顾客|用户|会员|顧客/u;
export const activityNoun =
  /\b(?:(?<!(?:work|service|repair|maintenance) )orders?|logins?|sessions?|purchases?|payments?|invoices?|renewals?|transactions?|activit(?:y|ies)|visits?|usage|movements?|touch(?:es)?|bookings?|events?|bestellungen|commandes|pedidos|compras|ordini|acquisti|bestellingen|ventas|vendas)\b|订单|訂單|注文|ऑर्डर|অর্ডার/u;
export const surveyNoun =
  /\b(?:surveys?|csat|nps|ces|feedback|satisfaction|ratings?|responses|reviews?|umfragen?|bewertungen|encuestas?|pesquisas?|avaliac(?:ao|oes)|enquetes?|sondagg(?:io|i)|valutazion[ei]|recensioni|resenas|enquete|beoordelingen)\b|满意度|评价|调查|回访|アンケート/u;

/** Things a helpdesk or CRM also exports, which have stamps and states yet are nobody's question. */
export const otherNoun =
  /\b(?:deals?|opportunit(?:y|ies)|campaigns?|articles?|macros?|sprints?|boards?|leads?|products?|price|quotes?|audit log|automations?|triggers?|views?|schedules?|brands?|forms?|webhooks?|posts?|votes?|topics?|segments?|compan(?:y|ies)|contacts?|marketing|email event|collections?|help centers?|pipelines?|sla|roles?|permissions?|memberships?|attributes?|fields?|dynamic content|skips?|distributions?|mailing list|cmdb|change (?:requests?|tasks?)|problems?|holidays?|engagements?|propert(?:y|ies)|options?|calls?|call legs?|attachments?|metric events?|tags?|links?|versions?|projects?|users?|groups?|organizations?|surveys?|blocks?|questions?|definitions?|definition|queues?|addresses|greetings?|phone numbers?|activities|deleted)\b/;

/** Of these not even the names are of use. */
export const uselessNoun =
  /\b(?:articles?|automations?|macros?|posts?|schedules?|sla|holidays?|audit log|campaigns?|sprints?|versions?|collections?|help centers?|surveys?|topics?|views?|triggers?|distributions?|cmdb|memberships?|attributes?|definitions?|choice|side conversations?|segments?|contact lists?|mailing lists?|user groups?|participants?|marketing)\b/;

/** What the id of a row can be the id of. */
export type RowNoun = 'ticket' | 'survey' | 'customer' | 'activity' | 'contract' | 'person' | 'other';

/** By the header of the column that numbers the rows; the first that holds counts. */
export const rowNouns: readonly (readonly [noun: RowNoun, words: RegExp])[] = [
  [
    'survey',
    /\b(?:surveys?|responses?|respostas?|reviews?|ratings?|feedback|nps|csat|ces|encuesta|pesquisa|avaliacao|umfrage|enquete|sondage|sondaggio|evaluacion|valoracion|resena)(?: ?id)?\b|问卷|回访|评价|アンケート/u,
  ],
  [
    'contract',
    /\b(?:subscriptions?|sub|contracts?|suscripcion|assinatura|abonnement|abo|vertrag|contrat|contrato|contratto|abbonamento|membership|policy|licen[sc]e)\b|合同|契約/u,
  ],
  [
    'activity',
    /\b(?:(?<!(?:work|service|repair|maintenance) )orders?|events?|payments?|invoices?|transactions?|txn|activit(?:y|ies)|purchases?|sessions?|visits?|usage|bookings?|touch|movements?|logins?|pedido|compra|pago|factura|pagamento|commande|facture|bestellung|rechnung|bestelling|ordine|fattura|venta|venda)\b|订单|訂單|注文/u,
  ],
  ['ticket', ticketNoun],
  [
    'person',
    /\b(?:employees?|agents?|staff|admins?|technicians?|reps?|contacts?|mitarbeiter|empleados?|funcionarios?|employes?|dipendenti?|medewerkers?)\b/u,
  ],
  [
    'customer',
    /\b(?:customers?|cust|clients?|accounts?|acct|users?|org|organi[sz]ations?|compan(?:y|ies)|members?|subscribers?|tenants?|patients?|students?|kunden?|klant|clientes?|clienti?|abonne|usuarios?|utente|utilisateur|gebruiker|socios?)\b|ग्राहक|গ্রাহক|客户|顾客|用户|会员|老人|顧客/u,
  ],
  [
    'other',
    /\b(?:products?|items?|lines?|metrics?|stores?|brands?|networks?|questions?|segments?|groups?|teams?|roles?|articles?|projects?|sprints?)\b/u,
  ],
];
