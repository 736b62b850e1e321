import type { TicketField } from '../../model/fields.ts';

/**
 * What ticket columns are called, in English, German, French, Spanish, Portuguese, Bengali and Hindi, folded as
 * `foldHeader` folds. Phrases are parted by `|`. `weak` ones are believed only with the values' support.
 * Nouns such as "ticket" or "case" are taken off a header before it is compared, so they are not repeated here.
 */
export interface FieldWords {
  readonly strong: string;
  /** Said of this field as a rule, and less so than a strong phrase beside it. */
  readonly fair?: string;
  readonly weak?: string;
}

export const ticketWords: Partial<Record<TicketField, FieldWords>> = {
  id: {
    strong:
      'id|ticket|case|incident|key|number|no|nr|num|ref|reference|#|unique key|unique id|uid|tracking number|display id|nummer|kennung|numero|n|referencia|codigo|protocolo|folio|नंबर|संख्या|क्रमांक|आईडी|নম্বর|নাম্বার|আইডি',
  },
  created_at: {
    strong:
      'created at|created|created on|created date|created time|created datetime|created date time|creation date|creation time|date created|time created|datetime created|create date|createdate|create time|date of creation|opened at|opened|opened on|opened date|opened time|open date|open time|date opened|date time opened|time opened|raised at|raised on|raised|date raised|submitted at|submitted on|submitted|submitted date|submission date|submission time|date submitted|received at|received on|received|date received|received date|reported at|reported on|reported date|date reported|logged at|logged on|logged|date logged|logged date|sys created on|' +
      'erstellt|erstellt am|erstellt um|erstellungsdatum|erstelldatum|erstellungszeit|erstellungszeitpunkt|angelegt|angelegt am|anlagedatum|eroffnet|eroffnet am|eroffnungsdatum|eingegangen|eingegangen am|eingang|eingangsdatum|gemeldet am|gemeldet|meldedatum|datum der erstellung|' +
      'cree|cree le|creee le|date de creation|date creation|creation|ouvert|ouvert le|ouverte le|date d ouverture|date ouverture|recu le|date de reception|soumis le|date de soumission|' +
      'creado|creado el|creado en|creada el|fecha de creacion|fecha creacion|abierto|abierto el|fecha de apertura|fecha apertura|recibido|recibido el|fecha de recepcion|fecha de registro|fecha registro|fecha de alta|' +
      'criado|criado em|criada em|data de criacao|data criacao|data da criacao|aberto|aberto em|data de abertura|data abertura|data da abertura|recebido em|data de recebimento|data de registro|' +
      'बनाया गया|निर्मित|निर्माण तिथि|निर्माण दिनांक|निर्माण समय|सृजन तिथि|बनाने की तिथि|बनाने की तारीख|बनाने का समय|खोला गया|खोलने की तिथि|खोलने की तारीख|खोलने का समय|दर्ज|दर्ज किया गया|दर्ज तिथि|दर्ज करने की तिथि|दर्ज करने की तारीख|प्राप्त|प्राप्ति तिथि|शिकायत तिथि|' +
      'তৈরি|তৈরি হয়েছে|তৈরির তারিখ|তৈরির সময়|তৈরি করা হয়েছে|তৈরির তারিখ ও সময়|সৃষ্টির তারিখ|সৃষ্টির সময়|খোলা হয়েছে|খোলার তারিখ|খোলার সময়|জমা দেওয়ার তারিখ|জমার তারিখ|গ্রহণের তারিখ|গৃহীত|প্রাপ্তির তারিখ',
    weak: 'date|time|timestamp|datetime|date time|start|started|started at|start date|start time|first contact|datum|zeitpunkt|zeitstempel|date et heure|fecha|fecha y hora|data|data e hora|data hora|तिथि|दिनांक|तारीख|समय|তারিখ|সময়|তারিখ ও সময়',
  },
  first_response_at: {
    strong:
      'first response at|first responded at|first response date|first response timestamp|first reply at|first replied at|first reply date|first answer at|first answered at|first agent reply date|first agent reply at|first public reply at|initial response at|initial response date|responded at|response date|first responded|first replied|first response on|first reply on|date first response|date of first response|first touch at|' +
      'erste antwort am|erste antwort um|datum der ersten antwort|erstantwort am|erstantwort|erste reaktion am|beantwortet am|' +
      'premiere reponse le|date de premiere reponse|date premiere reponse|date de la premiere reponse|premiere reponse|' +
      'primera respuesta el|fecha de primera respuesta|fecha primera respuesta|fecha de la primera respuesta|primera respuesta|' +
      'primeira resposta em|data da primeira resposta|data de primeira resposta|data primeira resposta|primeira resposta|' +
      'पहला उत्तर|पहली प्रतिक्रिया|प्रथम उत्तर|प्रथम उत्तर तिथि|प्रथम प्रतिक्रिया|पहले उत्तर की तिथि|पहले उत्तर का समय|पहला जवाब|पहले जवाब का समय|' +
      'প্রথম উত্তর|প্রথম জবাব|প্রথম উত্তরের সময়|প্রথম উত্তরের তারিখ|প্রথম জবাবের সময়|প্রথম সাড়া|প্রথম প্রতিক্রিয়া',
    weak: 'first response|first reply|first response time|first reply time|initial response time|initial response|first answer|erste antwort|response time|responded|answered at|replied at|first response datetime',
  },
  first_solved_at: {
    strong:
      'first solved at|first resolved at|first resolution at|first resolution date|first resolved date|first close at|first closed at|initially solved at|erstmals gelost am|premiere resolution le|primera resolucion|primeira resolucao|first resolution timestamp',
  },
  solved_at: {
    strong:
      'solved at|solved|solved on|solved date|date solved|solved time|resolved at|resolved|resolved on|resolved date|resolved time|date resolved|date time resolved|resolution date|resolutiondate|resolution at|resolved datetime|resolution datetime|resolution timestamp|completed at|completed on|completed date|completion date|date completed|last resolved at|fixed at|last solved at|full resolution at|' +
      'gelost|gelost am|losungsdatum|losung am|erledigt|erledigt am|erledigungsdatum|behoben am|abgeschlossen am|abschlussdatum|datum der losung|' +
      'resolu|resolu le|resolue le|date de resolution|date resolution|termine le|date de fin|traite le|date de traitement|' +
      'resuelto|resuelto el|fecha de resolucion|fecha resolucion|solucionado|solucionado el|fecha de solucion|fecha solucion|finalizado el|completado el|' +
      'resolvido|resolvido em|data de resolucao|data resolucao|data da resolucao|solucionado em|data de solucao|concluido em|data de conclusao|finalizado em|' +
      'हल|हल किया गया|हल की तिथि|हल तिथि|हल करने की तिथि|हल होने का समय|समाधान तिथि|समाधान की तिथि|समाधान की तारीख|समाधान का समय|निराकरण तिथि|निपटान तिथि|' +
      'সমাধান|সমাধান হয়েছে|সমাধানের তারিখ|সমাধানের সময়|সমাধান করা হয়েছে|নিষ্পত্তির তারিখ|মীমাংসার তারিখ',
    weak: 'finished at|ended at|end time|end date|end|resolution|finished|resolution time|time to resolution|full resolution time',
  },
  closed_at: {
    strong:
      'closed at|closed|closed on|closed date|date closed|date time closed|closed time|close date|closedate|close time|closing date|closing time|closed datetime|closure date|last close at|last closed at|' +
      'geschlossen|geschlossen am|schliessdatum|schliessungsdatum|datum der schliessung|' +
      'ferme|ferme le|fermee le|date de fermeture|date fermeture|cloture le|cloture|date de cloture|date cloture|clos le|' +
      'cerrado|cerrado el|cerrada el|fecha de cierre|fecha cierre|' +
      'fechado|fechado em|encerrado em|encerrado|data de fechamento|data fechamento|data de encerramento|data encerramento|' +
      'बंद|बंद किया गया|बंद होने की तिथि|बंद करने की तिथि|बंद करने की तारीख|समापन तिथि|बंद होने का समय|' +
      'বন্ধ|বন্ধ হয়েছে|বন্ধের তারিখ|বন্ধের সময়|বন্ধ করার তারিখ|বন্ধ করা হয়েছে|সমাপ্তির তারিখ',
  },
  updated_at: {
    strong:
      'updated at|updated|updated on|updated date|update date|last updated|last updated at|last update|last updated on|last update time|last updated time|last update date|last updated date|last modified|last modified at|last modified date|modified at|modified|modified on|modified date|date updated|date modified|last activity|last activity at|last activity date|sys updated on|resolution action updated date|last changed|changed at|' +
      'aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|letzte aktualisierung|geandert am|letzte anderung|zuletzt geandert am|anderungsdatum|' +
      'mis a jour|mis a jour le|mise a jour|derniere mise a jour|date de mise a jour|date de modification|modifie le|derniere modification|' +
      'actualizado|actualizado el|ultima actualizacion|fecha de actualizacion|modificado|modificado el|fecha de modificacion|ultima modificacion|' +
      'atualizado|atualizado em|ultima atualizacao|data de atualizacao|modificado em|data de modificacao|ultima modificacao|' +
      'अपडेट|अद्यतन|अद्यतन तिथि|अंतिम अद्यतन|अंतिम अपडेट|संशोधित|' +
      'হালনাগাদ|সর্বশেষ হালনাগাদ|হালনাগাদের তারিখ|আপডেট|সর্বশেষ আপডেট|পরিবর্তনের তারিখ',
  },
  due_at: {
    strong:
      'due at|due|due date|due by|due by time|due on|date due|due time|duedate|deadline|target date|sla due date|sla due|sla due by|resolution due|resolution due by|sla target|sla target date|target resolution date|expected sla to resolve|sla deadline|resolve by|' +
      'fallig am|fallig|falligkeit|falligkeitsdatum|frist|echeance|date d echeance|date echeance|a rendre le|vencimiento|fecha de vencimiento|fecha limite|vence el|vencimento|data de vencimento|prazo|data limite|' +
      'देय तिथि|नियत तिथि|अंतिम तिथि|समय सीमा|নির্ধারিত তারিখ|শেষ তারিখ|সময়সীমা',
  },
  status: {
    strong:
      'status|state|current status|current state|status name|stage|status label|incident state|request status|zustand|stand|statut|etat|estado|situacion|situacao|estatus|estado actual|' +
      'स्थिति|अवस्था|दशा|स्टेटस|অবস্থা|স্থিতি|স্ট্যাটাস|স্টেটাস',
    weak: 'pipeline stage|ticket state|phase',
  },
  priority: {
    strong:
      'priority|priority level|priority name|urgency level|prioritat|dringlichkeit|priorite|prioridad|prioridade|प्राथमिकता|वरीयता|অগ্রাধিকার|প্রাধান্য',
    weak: 'severity|urgency|impact|schweregrad|urgence|gravite|severidad|urgencia|gravedad|gravidade|तात्कालिकता|গুরুত্ব',
  },
  channel: {
    strong:
      'channel|channel type|via|source|contact type|contact channel|create channel|contact method|origin|open data channel type|submission channel|intake channel|channel name|support channel|source channel|mode|received via|submitted via|contact via|received through|' +
      'kanal|quelle|herkunft|eingangskanal|kontaktkanal|kontaktweg|canal|origine|source de la demande|canal de contact|moyen de contact|origen|canal de contacto|canal de entrada|fuente|origem|canal de contato|canal de atendimento|fonte|' +
      'चैनल|माध्यम|स्रोत|চ্যানেল|মাধ্যম|উৎস',
    weak: 'medium|via channel|platform',
  },
  type: {
    strong:
      'type|category|issue type|request type|complaint type|topic|help topic|issue category|problem type|contact reason|reason|classification|work type|service type|query type|inquiry type|case type|main category|disposition|' +
      'typ|art|kategorie|anfragetyp|vorgangstyp|thema|type de demande|categorie|motif|sujet de la demande|tipo|categoria|motivo|tipo de solicitud|tipo de caso|assunto principal|tipo de chamado|tipo de solicitacao|' +
      'प्रकार|श्रेणी|वर्ग|ধরন|ধরণ|বিভাগ|শ্রেণি|শ্রেণী|প্রকার',
    weak: 'descriptor|subcategory|sub category|product|area|product area|service',
  },
  tags: {
    strong:
      'tags|tag|labels|label|keywords|schlagworter|schlagworte|stichworte|etiketten|etiquettes|mots cles|libelles|etiquetas|marcadores|palavras chave|palabras clave|टैग|ট্যাগ',
  },
  language: {
    strong: 'language|locale|lang|user language|sprache|langue|idioma|lingua|भाषा|ভাষা',
  },
  requester: {
    strong:
      'requester|requester id|requester email|requester name|customer|customer id|customer email|customer name|client|client id|client email|client name|requestor|requestor email|requestor name|caller|caller id|contact|contact id|contact email|contact name|reporter|reporter email|reporter name|submitted by|requested by|raised by|opened by|reported by|user email|end user|end user id|end user email|user id|author|author username|from|from email|email|email address|e mail|mail|sender|sender email|consumer|consumer id|account id|full name|member id|user|' +
      'kunde|kundin|kundenname|kundennummer|kunden id|kunden e mail|anfragesteller|anfragender|melder|antragsteller|absender|kontakt|e mail adresse|nutzer|benutzer|' +
      'demandeur|email du demandeur|nom du demandeur|nom du client|id client|email client|contact client|expediteur|emetteur|utilisateur|adresse e mail|adresse email|courriel|' +
      'solicitante|cliente|nombre del cliente|id de cliente|id del cliente|correo|correo electronico|correo del cliente|correo del solicitante|contacto|remitente|usuario|email del cliente|' +
      'nome do cliente|id do cliente|email do cliente|e mail do cliente|contato|remetente|' +
      'ग्राहक|ग्राहक का नाम|ग्राहक आईडी|ग्राहक ईमेल|अनुरोधकर्ता|शिकायतकर्ता|ईमेल|' +
      'গ্রাহক|গ্রাহকের নাম|গ্রাহক আইডি|গ্রাহকের ইমেইল|অনুরোধকারী|ক্রেতা|ইমেইল|ই মেইল|অভিযোগকারী|কাস্টমার',
    weak: 'name|person|creator|created by|phone|phone number|mobile|telefon|telephone|telefono|telefone|nom|nombre|nome|नाम|নাম',
  },
  organization: {
    strong:
      'organization|organisation|company|company name|account|account name|organization name|organization id|organisation name|company id|customer company|firma|unternehmen|unternehmensname|societe|entreprise|empresa|compania|organizacion|organizacao|cuenta|conta|संगठन|कंपनी|संस्था|প্রতিষ্ঠান|কোম্পানি|সংস্থা|সংগঠন',
    weak: 'customer organization|tenant|workspace',
  },
  assignee: {
    strong:
      'assignee|assigned to|assignee name|assignee email|assigne name|assignee id|assigned agent|agent assigned|agent|agent name|agent email|agent id|owner|owner name|owner id|case owner|ticket owner|handled by|handler|technician|support agent|representative|rep|assigned user|resolver|assigned|engineer|teammate|teammate assigned|teammate currently assigned|' +
      'bearbeiter|bearbeiterin|zugewiesen an|zugewiesen|zustandig|zustandiger|verantwortlich|verantwortlicher|sachbearbeiter|agent zugewiesen|mitarbeiter|' +
      'assigne|assigne a|agent assigne|affecte a|attribue a|responsable|technicien|conseiller|gestionnaire|' +
      'asignado|asignado a|agente|agente asignado|encargado|tecnico|' +
      'atribuido|atribuido a|responsavel|agente responsavel|atendente|' +
      'सौंपा गया|एजेंट|असाइनी|नियुक्त|कर्मचारी|जिम्मेदार|प्रतिनिधि|' +
      'এজেন্ট|দায়িত্বপ্রাপ্ত|বরাদ্দ|নিযুক্ত|প্রতিনিধি|কর্মী|দায়িত্বে|অর্পিত',
    weak: 'resource|staff|employee|resolved by|closed by',
  },
  group: {
    strong:
      'group|assignment group|assigned group|team|assigned team|team assigned|team currently assigned|department|department name|queue|queue name|support group|team name|group name|business unit|agency|agency name|squad|inbox|inbox name|mailbox|' +
      'gruppe|abteilung|warteschlange|bereich|groupe|equipe|service|departement|file d attente|grupo|equipo|departamento|cola|grupo asignado|fila|setor|' +
      'समूह|दल|टीम|विभाग|কিউ|দল|টিম|গ্রুপ|বিভাগ',
  },
  subject: {
    strong:
      'subject|title|summary|short description|name of issue|headline|issue summary|ticket name|case subject|issue title|' +
      'betreff|titel|zusammenfassung|kurzbeschreibung|objet|sujet|titre|resume|asunto|titulo|resumen|assunto|resumo|विषय|शीर्षक|বিষয়|শিরোনাম',
    weak: 'descriptor|issue|problem|question|name|topic|complaint|query|betrifft',
  },
  description: {
    strong:
      'description|body|details|message|text|content|issue description|problem description|comment body|first message|question text|customer query|customer message|long description|narrative|description text|consumer complaint narrative|' +
      'beschreibung|nachricht|inhalt|anfragetext|problembeschreibung|texte|contenu|message du client|corps|descripcion|mensaje|contenido|detalle|detalles|descricao|mensagem|conteudo|detalhes|' +
      'विवरण|वर्णन|संदेश|বিবরণ|বর্ণনা|বার্তা|বিস্তারিত',
    weak: 'comments|comment|notes|instruction|query',
  },
  csat: {
    strong:
      'csat|csat score|csat rating|satisfaction|satisfaction score|satisfaction rating|customer satisfaction|customer satisfaction rating|customer satisfaction score|customer rating|conversation rating|rating|survey score|survey results|survey rating|feedback rating|feedback score|happiness rating|happiness|' +
      'zufriedenheit|zufriedenheitswert|kundenzufriedenheit|bewertung|kundenbewertung|satisfaction client|note de satisfaction|note|evaluation|satisfaccion|satisfaccion del cliente|puntuacion|calificacion|valoracion|satisfacao|satisfacao do cliente|avaliacao|nota|' +
      'संतुष्टि|रेटिंग|ग्राहक संतुष्टि|संतुष्टि अंक|সন্তুষ্টি|রেটিং|গ্রাহক সন্তুষ্টি|মূল্যায়ন|সন্তুষ্টির স্কোর',
    weak: 'score|stars|feedback|star rating|survey result|points',
  },
  csat_comment: {
    strong:
      'csat comment|satisfaction comment|rating comment|survey comment|feedback comment|customer feedback|satisfaction reason|feedback text|csat feedback|rating remark|conversation rating remark|kommentar zur bewertung|commentaire de satisfaction|comentario de satisfaccion|comentario de satisfacao|comentario da avaliacao',
  },
  replies: {
    strong:
      'replies|reply count|number of replies|agent replies|agent interactions|outbound count|agent responses|agent messages|public replies|replies sent|agent reply count|outbound message count|antworten|anzahl antworten|reponses|nombre de reponses|respuestas|numero de respuestas|respostas|numero de respostas|उत्तर संख्या|জবাবের সংখ্যা|উত্তরের সংখ্যা',
  },
  reopens: {
    strong:
      'reopens|reopen count|reopened count|times reopened|number of reopens|reopenings|count reopens|wiedereroffnungen|anzahl wiedereroffnungen|reouvertures|nombre de reouvertures|reaperturas|reaberturas|पुनः खोलने की संख्या|পুনরায় খোলা|পুনরায় খোলার সংখ্যা',
    weak: 'reopened',
  },
  reassignments: {
    strong:
      'reassignments|reassignment count|reassign count|number of reassignments|times reassigned|transfers|transfer count|neuzuweisungen|reaffectations|reasignaciones|reatribuicoes',
  },
  sla_recorded: {
    strong:
      'made sla|sla met|sla status|sla compliance|within sla|sla result|met sla|sla achieved|resolution status|sla compliant|sla state|sla eingehalten|sla respecte|sla cumplido|sla cumprido|sla breached|sla violated|sla breach|has breached|sla missed|timely response|on time|sla for resolution|resolution sla|resolved within sla',
  },
};

/** What the helpdesk measured itself; the header's unit and clock are taken off before it is compared. */
export const measuredWords: readonly (readonly [metric: string, words: FieldWords])[] = [
  [
    'first_response_time',
    {
      strong:
        'first response time|first reply time|reply time|response time|time to first response|time to first reply|first response|first response duration|first response in|time to respond|initial response time|avg first response time|frt|first answer time|' +
        'time to first agent reply|time to admin reply|first response in min|first contact time|' +
        'zeit bis zur ersten antwort|erste antwortzeit|erstantwortzeit|antwortzeit|reaktionszeit|erstreaktionszeit|temps de premiere reponse|delai de premiere reponse|temps de reponse|delai de reponse|tiempo de primera respuesta|tiempo de respuesta|tiempo hasta la primera respuesta|tempo de primeira resposta|tempo da primeira resposta|tempo de resposta|' +
        'पहली प्रतिक्रिया समय|पहला उत्तर समय|प्रतिक्रिया समय|प्रथम उत्तर समय|প্রথম উত্তরের সময়|প্রতিক্রিয়ার সময়|সাড়া দেওয়ার সময়',
    },
  ],
  [
    'first_resolution_time',
    {
      strong:
        'first resolution time|time to first resolution|time to first close|first close time|premiere resolution|primera resolucion|primeira resolucao',
    },
  ],
  [
    'resolution_time',
    {
      strong:
        'resolution time|full resolution time|time to resolution|time to resolve|time to close|time to last close|resolve time|handle time to resolution|resolution duration|ttr|close time|close in|close in min|time to solve|solve time|calendar duration|time open|duration|age|closing time|total resolution time|' +
        'losungszeit|losungsdauer|bearbeitungszeit|bearbeitungsdauer|durchlaufzeit|temps de resolution|delai de resolution|duree de resolution|tiempo de resolucion|tiempo de solucion|tempo de resolucao|tempo de solucao|' +
        'समाधान समय|हल का समय|हल समय|সমাধানের সময়|সমাধান সময়',
    },
  ],
  [
    'on_hold_time',
    { strong: 'on hold time|hold time|time on hold|onhold time|pause duration|wartezeit dritte' },
  ],
  [
    'requester_wait_time',
    {
      strong:
        'requester wait time|customer wait time|customer waiting time|avg customer waiting time|wartezeit kunde|wartezeit des kunden',
    },
  ],
  [
    'agent_wait_time',
    { strong: 'agent wait time|agent waiting time|waiting on customer time|wartezeit agent' },
  ],
];

/** Nouns for a ticket, taken off the ends of a header: `Ticket created at`, `Case Number`, `numero del caso`. */
export const ticketNouns: ReadonlySet<string> = new Set(
  (
    'sr|ticket|tickets|case|cases|conversation|conversations|incident|issue|request|complaint|inquiry|enquiry|query|service request|call|task|' +
    'property|properties|hs|fields|vorgang|vorgangs|anfrage|fall|meldung|storung|demande|dossier|requete|reclamation|' +
    'caso|incidencia|solicitud|tiquete|reclamo|chamado|chamados|solicitacao|ocorrencia|atendimento|' +
    'du|de|del|der|des|da|do|la|le|el|o|die|das|am|' +
    'टिकट|टिकिट|शिकायत|अनुरोध|मामला|केस|की|का|के|টিকেট|টিকিট|অভিযোগ|অনুরোধ|কেস|এর'
  ).split('|'),
);
