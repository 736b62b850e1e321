import type { FieldOf } from '../../model/fields.ts';
import type { FieldWords } from './ticket-words.ts';

/** What the columns of messages, events, surveys, customers, activity and name lists are called. */

const ticketId =
  'ticket id|ticket number|ticket no|ticket|ticket key|case id|case number|case|case concept name|conversation id|conversation number|conversation|issue id|issue key|incident id|incident number|request id|thread id|dialogue id|dialog id|session id|chat id|link to the conversation|parent id|parent ticket id|document id|vorgangsnummer|ticketnummer|fallnummer|ticket nummer|numero de ticket|numero du ticket|id du ticket|id del ticket|numero de caso|id do ticket|numero do chamado|टिकट संख्या|टिकट आईडी|টিকেট নম্বর|টিকিট নম্বর|টিকেট আইডি|টিকিট আইডি';

export const messageWords: Partial<Record<FieldOf<'messages'>, FieldWords>> = {
  id: { strong: 'id|message id|comment id|tweet id|part id|post id|reply id', weak: 'uuid' },
  ticket_id: { strong: ticketId },
  reply_to: {
    strong:
      'in response to tweet id|in reply to|in reply to id|in reply to status id|reply to|reply to id|parent message id|in response to|reply to message id',
  },
  sent_at: {
    strong:
      'sent at|sent|sent on|sent date|message created at|message sent at|created at|created|created on|created date|timestamp|message time|message date|message timestamp|posted at|comment created at|date|time|gesendet am|gesendet|zeitstempel|envoye le|date d envoi|enviado el|enviado em|data de envio|fecha de envio|भेजा गया|भेजने का समय|প্রেরণের সময়|পাঠানোর সময়|পাঠানো হয়েছে|erstellt am|erstellt|cree le|creado el|criado em',
  },
  author: {
    strong:
      'author|author id|author name|author email|sender|sender id|sender name|from|message author|message author id|message author name|message author email|user id|user|commenter|created by|posted by|absender|verfasser|auteur|expediteur|autor|remitente|remetente|लेखक|प्रेषक|প্রেরক|লেখক',
  },
  author_role: {
    strong:
      'author role|author type|sender type|sender role|message author type|message author role|role|speaker|who|user type|direction|message type|actor type|is agent|rolle|richtung|भूमिका|ভূমিকা',
    weak: 'inbound|incoming|is customer|from customer',
  },
  public: {
    strong:
      'public|is public|visibility|is private|private|internal|is internal|internal note|offentlich|intern|publico|prive',
  },
  channel: { strong: 'channel|via|via channel|source|kanal|canal|चैनल|মাধ্যম|চ্যানেল' },
  text: {
    strong:
      'text|body|message|message body|message text|content|comment|comment body|plain body|html body|description|utterance|tweet|nachricht|inhalt|kommentar|contenu|commentaire|mensaje|contenido|comentario|mensagem|conteudo|संदेश|বার্তা|মেসেজ',
  },
};

export const eventWords: Partial<Record<FieldOf<'events'>, FieldWords>> = {
  id: { strong: 'id|event id|history id|change id|audit id|log id' },
  ticket_id: {
    strong: ticketId,
    weak: 'number|id|key|trace id|process id|object id|item id|entity id|record id',
  },
  at: {
    strong:
      'time timestamp|timestamp|event time|event timestamp|event date|changed at|change date|change time|changed on|updated at|updated|updated on|time|at|occurred at|happened at|start time|start timestamp|complete timestamp|end time|created at|created|modified at|date|date time|datetime|timestamp instant|sys updated on|sys updated at|last updated|last updated at|update date|zeitstempel|zeitpunkt|datum|horodatage|date et heure|fecha y hora|fecha|data e hora|data|समय|तारीख|সময়|তারিখ',
  },
  status: {
    strong:
      'status|state|new status|to status|activity|activity name|concept name|event|event name|event type|action|lifecycle transition|incident state|step|task name|operation|zustand|aktivitat|ereignis|statut|activite|evenement|estado|actividad|evento|atividade|स्थिति|गतिविधि|অবস্থা|কার্যকলাপ|ঘটনা',
    weak: 'type|stage|phase',
  },
  new_value: {
    strong:
      'new value|to value|value|to string|to|new|after|neuer wert|nouvelle valeur|nuevo valor|novo valor|valor nuevo',
  },
  old_value: {
    strong:
      'old value|from value|previous value|from string|from|old|before|old status|from status|previous status|alter wert|ancienne valeur|valor anterior',
  },
  field: {
    strong:
      'field|field name|field id|field changed|changed field|property|property name|attribute|column name|name|feld|champ|campo',
  },
  actor: {
    strong:
      'org resource|resource|actor|actor id|user|user id|changed by|updated by|performed by|author|author id|agent|employee|created by|by|sys updated by|bearbeiter|utilisateur|usuario|recurso',
  },
  group: { strong: 'org group|group|team|queue|department|assignment group|gruppe|equipe|equipo' },
  priority: { strong: 'priority|prioritat|priorite|prioridad|prioridade' },
  channel: { strong: 'channel|contact type|source|kanal|canal' },
  subject: { strong: 'subject|title|summary|short description|betreff|sujet|asunto|assunto' },
};

export const surveyWords: Partial<Record<FieldOf<'surveys'>, FieldWords>> = {
  id: {
    strong:
      'id|response id|responseid|respondent id|survey response id|answer id|survey id|rating id|token|#|antwort id',
  },
  ticket_id: {
    strong: `${ticketId}|related ticket|support ticket|external data reference|ticket ref|ticket reference`,
  },
  customer: {
    strong:
      'customer|customer id|customer email|customer name|email|email address|e mail|recipient email|contact|contact id|contact name|contact email|contact email address|user email|user id|respondent|respondent email|person|person email|requester|requester id|requester email|client|client email|account|kunde|kunden e mail|client id|cliente|correo|correo electronico|email do cliente|ग्राहक|ईमेल|গ্রাহক|গ্রাহকের ইমেইল|ইমেইল',
    weak: 'name|full name|user',
  },
  score: {
    strong:
      'score|rating|csat|csat score|csat rating|nps|nps score|ces|ces score|satisfaction|satisfaction score|satisfaction rating|answer|answer value|customer satisfaction|survey score|stars|overall satisfaction|likelihood to recommend|how likely|customer effort score|effort score|bewertung|zufriedenheit|kundenzufriedenheit|punktzahl|note|note de satisfaction|puntuacion|calificacion|valoracion|satisfaccion|nota|avaliacao|satisfacao|pontuacao|रेटिंग|अंक|संतुष्टि|স্কোর|রেটিং|সন্তুষ্টি|মূল্যায়ন',
    weak: 'value|result|points|q1|emoji|feedback score',
  },
  scale: { strong: 'scale|survey type|question type|rating scale|skala|echelle|escala' },
  comment: {
    strong:
      'comment|comments|feedback|feedback comment|verbatim|reason|open ended response|text|body text|remark|additional comments|suggestions|kommentar|anmerkung|commentaire|comentario|comentarios|टिप्पणी|सुझाव|মন্তব্য|মতামত',
  },
  answered_at: {
    strong:
      'answered at|responded at|response date|response time|responded on|submitted at|submitted|submit date|submission date|recorded date|recorded at|completed at|completed|end date|timestamp|rated at|rating date|scored datetime|survey date|created at|created|created date|date|submitted on|date submitted|beantwortet am|abgeschickt am|eingereicht am|zeitstempel|datum|repondu le|date de reponse|horodateur|soumis le|respondido el|fecha de respuesta|marca temporal|fecha|respondido em|data da resposta|carimbo de data hora|data|उत्तर तिथि|समय|तारीख|উত্তরের তারিখ|উত্তরের সময়|জমা দেওয়ার সময়|তারিখ|সময়',
    weak: 'start date|updated at',
  },
  sent_at: {
    strong:
      'sent at|sent|sent on|survey sent at|survey sent date|sent date|sent datetime|invited at|invitation date|survey sent|gesendet am|envoye le|enviado el|enviado em|भेजा गया|পাঠানো হয়েছে|পাঠানোর তারিখ',
  },
  agent: {
    strong:
      'agent|agent name|assignee|assigned to|assignee id|handled by|rep|agent email|bearbeiter|agente|conseiller|एजेंट|এজেন্ট|প্রতিনিধি',
  },
  channel: { strong: 'channel|distribution channel|source|kanal|canal|चैनल|মাধ্যম' },
};

export const customerWords: Partial<Record<FieldOf<'customers'>, FieldWords>> = {
  customer: {
    strong:
      'customer|customer id|customer email|customer name|client|client id|account|account id|account name|email|email address|user id|subscriber id|subscription id|company|company id|company name|member id|kunde|kundennummer|kunden id|cliente|id cliente|id client|numero client|ग्राहक|ग्राहक आईडी|গ্রাহক|গ্রাহক আইডি',
    weak: 'id|name|user',
  },
  started_at: {
    strong:
      'started at|start date|customer since|since|signup date|sign up date|signed up at|signed up|joined|joined at|join date|subscription start|subscription start date|subscribed at|activated at|activation date|became customer|first purchase|contract start|contract start date|registered at|registration date|kunde seit|vertragsbeginn|beginn|client depuis|date d inscription|date de debut|cliente desde|fecha de alta|fecha de inicio|data de inicio|data de cadastro|आरंभ तिथि|पंजीकरण तिथि|শুরুর তারিখ|নিবন্ধনের তারিখ',
    weak: 'created at|created|start|created date',
  },
  ended_at: {
    strong:
      'ended at|end date|churned at|churn date|cancelled at|canceled at|cancellation date|cancel date|canceled on|cancelled on|subscription end|subscription end date|contract end|contract end date|terminated at|left at|closed at|expired at|deactivated at|kunde bis|vertragsende|gekundigt am|kundigungsdatum|ende|date de resiliation|date de fin|resilie le|fecha de baja|fecha de cancelacion|fecha de fin|data de cancelamento|data de termino|समाप्ति तिथि|শেষের তারিখ|বাতিলের তারিখ',
    weak: 'end|until',
  },
};

export const activityWords: Partial<Record<FieldOf<'activity'>, FieldWords>> = {
  customer: customerWords.customer,
  at: {
    strong:
      'order date|ordered at|order time|purchase date|purchased at|login at|login time|last login|logged in at|renewed at|renewal date|paid at|payment date|invoice date|transaction date|transaction time|event time|activity date|activity at|visit date|session start|visited at|bestelldatum|kaufdatum|date de commande|date d achat|fecha de pedido|fecha de compra|data do pedido|data da compra|ऑर्डर तिथि|অর্ডারের তারিখ',
    weak: 'at|date|timestamp|time|occurred at',
  },
  kind: {
    strong:
      'kind|activity|activity type|event|event type|event name|action|transaction type|type|order type|art|tipo',
  },
};

export const referenceWords: Partial<Record<FieldOf<'reference'>, FieldWords>> = {
  id: {
    strong:
      'id|sys id|user id|agent id|admin id|owner id|group id|team id|organization id|company id|stage id|pipeline id|status id|guid|key',
  },
  name: {
    strong:
      'name|full name|display name|label|username|user name|title|agent name|group name|team name|company name',
  },
  email: { strong: 'email|email address|e mail|mail' },
  role: { strong: 'role|user role|user type|type' },
};
