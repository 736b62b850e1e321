import type { FieldOf } from '../../model/fields.ts';
import type { FieldWords } from './field-words.ts';
import { furtherMessageWords, furtherSurveyWords, furtherTicketId } from './further-child-words.ts';

/** What the columns of messages, events, surveys, customers, activity and name lists are called. */

/** `Request No`, `Complaint Number`, `Task ref`: a noun for a ticket and what says that it is its number. */
const numbered =
  'ticket|case|request|service request|incident|issue|complaint|grievance|inquiry|enquiry|query|task|job|work order|sr'
    .split('|')
    .flatMap((noun) =>
      ['id', 'no', 'nr', 'number', 'num', '#', 'ref', 'key', 'code'].map((what) => `${noun} ${what}`),
    )
    .join('|');

const ticketId = `${furtherTicketId}|${numbered}|noteable id|noteable iid|element id|regardingobjectid|regarding object id|issue url|thread|conversation thread|mail thread|conversation slug|ticket href|links ticket href|conversation href|ticket url|conversation url|case url|pull request url|ticket link|conversation link|issue iid|ticket id|ticket number|ticket no|ticket #|ticket nr|ticket num|case #|case no|conversation #|request #|incident #|issue #|issue no|ticket|ticket key|case id|case number|case|case concept name|conversation id|conversation number|conversation|issue id|issue key|incident id|incident number|request id|thread id|dialogue id|dialog id|session id|chat id|link to the conversation|parent id|parent ticket id|document id|document key|documentkey|record key|vorgang|vorgangs id|vorgangsnummer|vorgangsnr|vorgangs nr|fallnr|fall nr|ticketnr|meldungsnr|anfragenummer|anfragenr|ticketnummer|chamado|id chamado|protocolo|dossier|numero de dossier|caso|expediente|folio|incidencia|numero de incidencia|ocorrencia|numero ticket|meldingsnummer|incidentnummer|zaaknummer|fallnummer|ticket nummer|numero de ticket|numero du ticket|id du ticket|id del ticket|numero de caso|id do ticket|numero do chamado|टिकट संख्या|टिकट आईडी|টিকেট নম্বর|টিকিট নম্বর|টিকেট আইডি|টিকিট আইডি|n ticket|no ticket|nr ticket|id ticket|ticket nr|numero do ticket|numero de chamado|numero de solicitud|numero de demande|n de ticket|ticketid|meldingnummer|id de conversacion|id da conversa|id conversation|id de la conversation|gesprachs id|id conversazione|conversatie id|csid|thread ts|chat nr|chat nummer|chat no|chat number|gesprachsnummer|gesprachs nr|unterhaltung|konversation|konversations id|sitzungs id|n de chat|numero de chat|n de conversation|numero de conversation|numero de conversacion|numero de conversa|id de chat|id do chat|id del chat|id chat|id sessione|id de sesion|id de sessao|id de session|numero conversazione|gespreksnummer|gesprek id|gesprek|chatnummer|sessie id|会话id|会话编号|对话id|会話id|チャットid|チャット番号|会話番号|बातचीत आईडी|चैट आईडी|কথোপকথন আইডি|চ্যাট আইডি`;

/** Nouns for a ticket alone: a column of ids below one of them, where none is named better. */
const ticketAlone =
  'issue|incident|request|inquiry|enquiry|complaint|task|interaction|service request|sr|anfrage|fall|storung|meldung|anliegen|demande|requete|reclamation|incidente|solicitud|reclamo|consulta|tiquete|solicitacao|atendimento|reclamacao|segnalazione|richiesta|melding|verzoek|aanvraag|zaak|zgloszenie|sprawa|заявка|обращение|тикет|инцидент|talep|basvuru|sikayet|ticket ref|case ref|issue ref|reference|工单|案件|チケット';

const ownMessageWords: Partial<Record<FieldOf<'messages'>, FieldWords>> = {
  id: { strong: 'id|message id|comment id|tweet id|part id|post id|reply id', weak: 'uuid' },
  ticket_id: { strong: ticketId, fair: ticketAlone },
  reply_to: {
    strong:
      'in response to tweet id|in reply to|in reply to id|in reply to status id|reply to|reply to id|parent message id|in response to|reply to message id',
  },
  sent_at: {
    strong:
      'sent at|sent|sent on|delivered at|delivered on|comment date|reply date|email date|mail date|date sent|absolute time|sent date|message created at|message sent at|created at|created|created on|created date|timestamp|message time|message date|message timestamp|posted at|comment created at|date|time|gesendet am|gesendet|zeitstempel|envoye le|date d envoi|enviado el|enviado em|data de envio|fecha de envio|भेजा गया|भेजने का समय|প্রেরণের সময়|পাঠানোর সময়|পাঠানো হয়েছে|erstellt am|erstellt|cree le|creado el|criado em|ts|datetime|date time|message ts|sent timestamp|sent time|inviato il|data invio|verzonden op|fecha|fecha y hora|data e hora|at|when|message at|datum|horodatage|zeitpunkt|uhrzeit|datum und uhrzeit|datum uhrzeit|sendezeit|date et heure|date d envoi du message|fecha del mensaje|fecha envio|data hora|data da mensagem|data envio|data e ora|data messaggio|ora|verzenddatum|verzendtijd|tijdstip|datum en tijd|समय|तारीख|दिनांक|সময়|সময়|তারিখ|发送时间|时间|送信日時|日時',
  },
  author: {
    strong:
      'comment by|commented by|message by|reply by|replied by|from field|发言人|发言者|発言者|送信者名|发送者姓名|author|author id|author login|author username|from address|from email|from name|sender email|sender address|created by id|created by name|created by user|user login|user name|username|participant name|participant id|author name|author email|sender|sender id|sender name|from|message author|message author id|message author name|message author email|user id|user|commenter|created by|posted by|absender|verfasser|auteur|expediteur|autor|remitente|remetente|लेखक|प्रेषक|প্রেরক|লেখক|mittente|afzender|autore|发送者|发送人|送信者|nom de l auteur|auteur du message|nombre del remitente|enviado por|autor del mensaje|autor da mensagem|nome do remetente|nome mittente|inviato da|naam afzender|verzonden door|verfasst von|geschrieben von|von|भेजने वाला|भेजने वाले|संदेश भेजने वाला|প্রেরকের নাম|পাঠিয়েছেন',
  },
  author_role: {
    strong:
      'author role|author type|author association|association|participant role|participant type|from type|sender type|sender role|message author type|message author role|role|speaker|who|user type|direction|dir|msg dir|message dir|message type|actor type|is agent|rolle|richtung|भूमिका|ভূমিকা|message direction|msg direction|from type|sent by type|author kind|direccion|direcao|ruolo|rol|mittente tipo|发送方|方向|发送者类型|送信者種別|発言者種別|発言者タイプ|送信者タイプ|送信者区分|发送方类型|发送者角色|角色|役割|sender kind|created by type|author user type|message from type|is staff|from team|is from team|sent by team|by team|agent response|agent reply|folder|mail folder|mailbox folder|is staff|from staff|from agent|sent by agent|sent by staff|by agent|by type|by kind|sent by kind|written by type|author class|absendertyp|absender typ|art des absenders|verfassertyp|autorentyp|von wem|type d auteur|type auteur|type d expediteur|type expediteur|type de l expediteur|role de l auteur|tipo de remitente|tipo remitente|tipo de autor|tipo autor|rol del remitente|rol del autor|tipo de remetente|tipo remetente|papel do remetente|perfil do remetente|tipo mittente|tipo di mittente|tipo autore|ruolo mittente|afzendertype|afzender type|type afzender|soort afzender|rol afzender|प्रेषक प्रकार|प्रेषक का प्रकार|भेजने वाले की भूमिका|प्रेषक भूमिका|প্রেরকের ধরন|প্রেরকের ভূমিকা|প্রেরক ধরন',
    weak: 'operator|is operator|author|sender|from|by|sent by|created by|written by|posted by|absender|verfasser|von|auteur|expediteur|envoye par|autor|remitente|enviado por|remetente|mittente|inviato da|afzender|verzonden door|发送人|发送者|送信者|प्रेषक|প্রেরক|inbound|incoming|is customer|from customer|sent by customer|by customer|is client|from client|from user|customer message|eingehend|entrant|entrante|in entrata|inkomend',
  },
  public: {
    strong:
      'public|is public|visibility|is private|private|internal|is internal|internal note|offentlich|intern|publico|prive|is note|interno|interna|privado|privato|openbaar|内部|公开|sichtbarkeit|sichtbar fur kunden|visibilite|visibilidad|visibilidade|visibilita|zichtbaarheid|दृश्यता|দৃশ্যমানতা|可见性|可見性',
    weak: 'type|kind|message type|message kind|msg type|thread type|part type|note type|comment type|article type|reply type|entry type|typ|art|nachrichtentyp|nachrichtenart|tipo|tipo de mensaje|tipo de mensagem|tipo messaggio|tipo di messaggio|type de message|soort|berichttype|类型|消息类型|種別',
  },
  channel: { strong: 'channel|via|via channel|source|kanal|canal|चैनल|মাধ্যম|চ্যানেল' },
  text: {
    strong:
      'text|body|text body|body text|html text|reply text|note text|message html|preview|message preview|snippet|extract|excerpt|blurb|message|message body|message text|content|comment|comment body|plain body|plain text body|html body|description|utterance|tweet|nachricht|inhalt|kommentar|contenu|commentaire|mensaje|contenido|comentario|mensagem|conteudo|संदेश|বার্তা|মেসেজ|message content|content text|msg|msg text|chat message|texto|texto do mensaje|texto de la mensagem|testo|messaggio|bericht|tekst|texte|内容|消息|消息内容|メッセージ|本文',
  },
};

/** The same with words of further languages behind the strong ones. */
function withFurther<F extends string>(
  words: Partial<Record<F, FieldWords>>,
  further: Partial<Readonly<Record<F, string>>>,
): Partial<Record<F, FieldWords>> {
  const all = { ...words };
  for (const [field, more] of Object.entries(further) as [F, string][]) {
    const own = all[field];
    all[field] = { ...own, strong: own?.strong ? `${own.strong}|${more}` : more };
  }
  return all;
}

export const messageWords = withFurther(ownMessageWords, furtherMessageWords);

export const eventWords: Partial<Record<FieldOf<'events'>, FieldWords>> = {
  id: { strong: 'id|event id|history id|change id|audit id|log id' },
  ticket_id: {
    strong: ticketId,
    fair: ticketAlone,
    weak: 'number|id|key|trace id|process id|object id|item id|entity id|record id|record|regarding|entity|object',
  },
  at: {
    strong:
      'changed|date changed|modified|modified on|when|entered at|entered on|entered|time entered|status start|state start|status started at|entered status at|status changed on|state changed at|time timestamp|timestamp|ts|created|sys created on|event ts|event time|event timestamp|event date|changed at|change date|change time|changed on|updated at|updated|updated on|time|at|occurred at|happened at|performed at|performed on|start time|start timestamp|complete timestamp|end time|created at|created|modified at|date|date time|datetime|timestamp instant|sys updated on|sys updated at|last updated|last updated at|update date|zeitstempel|zeitpunkt|datum|horodatage|date et heure|fecha y hora|fecha|data e hora|data|समय|तारीख|সময়|তারিখ|ts|event ts|log time|log date|log timestamp|logged at|action time|action date|action at|transition date|transition time|status changed at|status date|date changed|changed date|modified|modified on|date modified|data modifica|data evento|gewijzigd op|tijdstip|datum tijd|geandert am|fecha cambio|fecha de cambio|fecha del cambio|fecha modificacion|fecha evento|data alteracao|data da alteracao|data de alteracao|date de changement|date changement|date modification|变更时间|操作时间|変更日時|日時',
  },
  status: {
    strong:
      'status|state|new status|to status|activity|activity name|concept name|event|event name|event type|action|lifecycle transition|incident state|step|task name|operation|zustand|aktivitat|ereignis|statut|activite|evenement|estado|actividad|evento|atividade|स्थिति|गतिविधि|অবস্থা|কার্যকলাপ|ঘটনা|update type|change type|status name|new state|to state|nuevo estado|novo status|novo estado|nouveau statut|neuer status|nuovo stato|nieuwe status|stato|azione|actie|accion|acao|etape|schritt|passo|状态|操作|ステータス',
    weak: 'type|stage|phase|what|what happened|happened',
  },
  new_value: {
    strong:
      'neu|new value|to value|value|to string|to|new|after|neuer wert|nouvelle valeur|nuevo valor|novo valor|valor nuevo|to status|new status|new state|to state|changed to|nuevo estado|novo status|nouveau statut|neuer status|nuovo stato|nieuwe status|valor novo|nuovo valore|nieuwe waarde',
  },
  old_value: {
    strong:
      'alt|old value|from value|previous value|from string|from|old|before|old status|from status|previous status|alter wert|ancienne valeur|valor anterior|from state|old state|previous state|changed from|estado anterior|status anterior|ancien statut|alter status|stato precedente|oude status|valor antigo|vecchio valore|oude waarde',
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

const ownSurveyWords: Partial<Record<FieldOf<'surveys'>, FieldWords>> = {
  id: {
    strong:
      'id|response id|responseid|respondent id|survey response id|answer id|survey id|rating id|token|#|antwort id|review id|feedback id|encuesta id|id encuesta|pesquisa id|id pesquisa|id resposta|id respuesta|id reponse|sondage id|umfrage id|valutazione id|submission id|nps id|csat id|回访id|问卷id|评价id',
  },
  ticket_id: {
    strong: `${ticketId}|related ticket|support ticket|external data reference|ticket ref|ticket reference`,
  },
  customer: {
    strong:
      'customer|customer id|contact|contact id|user id|respondent|person|requester|requester id|client|account|kunde|client id|cliente|ग्राहक|গ্রাহক|reviewer|reviewer name|respondent id|member id|company|company id|account id|org id|organization|organization id|subscriber id|cust id|id cliente|cliente id|clienteid|id client|id do cliente|utente|klant|klant id|klantnummer|kunden id|kundennummer|identifiant client|participante|客户|客户id|客户编号|用户|用户id|顾客|会员id|老人id|顧客|顧客id|お客様',
    weak: 'name|full name|user',
    fair: 'customer email|customer name|email|email address|e mail|recipient email|contact name|contact email|contact email address|user email|respondent email|person email|requester email|client email|kunden e mail|correo|correo electronico|email do cliente|ईमेल|গ্রাহকের ইমেইল|ইমেইল|ইমেল|ইমেল ঠিকানা|ইমেইল ঠিকানা|ईमेल पता|e mail adresse|adresse e mail|direccion de correo electronico|endereco de e mail|user name|reviewer email|respondent name|account name|client name|nombre|nombre del cliente|nombre cliente|nom|nom du client|nome|nome do cliente|nome cliente|cliente email|kundenname|correo cliente|用户名|氏名|姓名',
  },
  score: {
    strong:
      'score|rating|csat|csat score|csat rating|nps|nps score|ces|ces score|satisfaction|satisfaction score|satisfaction rating|answer|answer value|customer satisfaction|survey score|stars|overall satisfaction|likelihood to recommend|how likely|customer effort score|effort score|bewertung|zufriedenheit|kundenzufriedenheit|punktzahl|note|note de satisfaction|puntuacion|calificacion|valoracion|satisfaccion|nota|avaliacao|satisfacao|pontuacao|रेटिंग|अंक|संतुष्टि|স্কোর|রেটিং|সন্তুষ্টি|মূল্যায়ন|review score|rating score|rating value|star rating|note client|note globale|puntuacion total|puntaje|valor nps|nps valor|nota nps|pontuacao nps|voto|valutazione|punteggio|soddisfazione|beoordeling|tevredenheid|cijfer|score nps|zufriedenheitswert|satisfaccion general|nivel de satisfaccion|grado de satisfaccion|satisfacao geral|niveau de satisfaction|评分|满意度|满意度评分|打分|評価|満足度|点数',
    weak: 'value|result|points|q1|emoji|smiley|smiley face|feedback score',
  },
  scale: {
    strong:
      'scale|survey type|survey kind|question|question text|question type|rating scale|skala|frage|echelle|escala|pregunta|pergunta|प्रश्न|প্রশ্ন',
  },
  comment: {
    strong:
      'comment|comments|feedback|feedback comment|verbatim|reason|open ended response|text|body text|remark|additional comments|suggestions|kommentar|anmerkung|commentaire|comentario|comentarios|टिप्पणी|सुझाव|মন্তব্য|মতামত|review text|review comment|review body|rating remark|conversation rating remark|response text|feedback text|free text|open text|open feedback|answer text|customer comment|commento|commenti|note libere|opmerking|opmerkingen|toelichting|observaciones|observacion|sugerencias|sugestoes|observacoes|remarques|suggestion|anmerkungen|意见|意见内容|评论|备注|建议|コメント|ご意見|comment message|review comment message|comment body|comment text|review message|response comment',
  },
  answered_at: {
    strong:
      'отметка времени|дата ответа|sygnatura czasowa|data odpowiedzi|zaman damgasi|yanit tarihi|informazioni cronologiche|data risposta|data della risposta|data reazione|data antwoord|datum antwoord|ingevuld op|tijdstempel|回答日時|回答日|提交时间|提交日期|填写时间|タイムスタンプ|时间戳记|answered at|date answered|answered date|date responded|completion time|completion date|responded at|response date|response time|responded on|submitted at|submitted|submit date|submission date|recorded date|recorded at|completed at|completed|timestamp|rated at|rating date|scored datetime|survey date|date|submitted on|date submitted|beantwortet am|abgeschickt am|eingereicht am|zeitstempel|datum|repondu le|date de reponse|horodateur|soumis le|respondido el|fecha de respuesta|marca temporal|fecha|respondido em|data da resposta|carimbo de data hora|data|टाइमस्टैम्प|टाइमस्टाम्प|टाइमस्टैंप|उत्तर तिथि|समय|तारीख|টাইমস্ট্যাম্প|উত্তরের তারিখ|উত্তরের সময়|জমা দেওয়ার সময়|তারিখ|সময়|surveyed at|survey completed at|survey response date|survey timestamp|survey time|answer timestamp|answer date|answer time|answered on|response timestamp|responded date|response received|data received|date received|received date|feedback date|feedback at|review date|review timestamp|review time|rating time|rating timestamp|completion time|completion date|submission time|submission timestamp|submit time|date completed|fecha encuesta|fecha de la encuesta|fecha de encuesta|fecha y hora|fecha respuesta|data pesquisa|data da pesquisa|data resposta|data de resposta|data e hora|data compilazione|data risposta|data di risposta|risposto il|datum ingevuld|ingevuld op|beantwoord op|invuldatum|tijdstempel|date enquete|date de l enquete|rempli le|date du sondage|umfragedatum|antwortdatum|ausgefullt am|回访日期|评价时间|评价日期|提交时间|填写时间|回答日|回答日時',
    fair: 'answered|responded|replied|beantwortet|repondu|repondue|respondido|respondida|risposto|ingevuld|beantwoord|created at|created|created date|created on',
    weak: 'start date|end date|updated at',
  },
  sent_at: {
    strong:
      'sent at|date sent|sent|sent on|survey sent at|survey sent date|sent date|sent datetime|invited at|invitation date|survey sent|gesendet am|envoye le|enviado el|enviado em|भेजा गया|পাঠানো হয়েছে|পাঠানোর তারিখ|survey creation date|review creation date|survey created at|request sent at|inviata il|verzonden op|data envio|fecha envio|date envoi|versanddatum|发送时间',
  },
  agent: {
    strong:
      'agent|agent name|assignee|assigned to|assignee id|handled by|rep|agent email|bearbeiter|agente|conseiller|एजेंट|এজেন্ট|প্রতিনিধি|agent id|advisor|advisor id|adviser|asesor|asesor id|asesorid|id asesor|atendente|operador|operatore|medewerker|conseiller id|berater|rated agent|客服|担当者',
  },
  channel: { strong: 'channel|distribution channel|source|kanal|canal|चैनल|মাধ্যম|canale|kanaal|渠道' },
};

export const surveyWords = withFurther(ownSurveyWords, furtherSurveyWords);

export const customerWords: Partial<Record<FieldOf<'customers'>, FieldWords>> = {
  customer: {
    strong:
      'customer|customer id|customers id|client|client id|account|account id|user id|subscriber id|subscription id|company|company id|member id|kunde|kundennummer|kunden id|cliente|id cliente|id client|numero client|ग्राहक|ग्राहक आईडी|গ্রাহক|গ্রাহক আইডি|cust id|customer number|customer no|client number|org id|org|organization id|organisation id|tenant id|acct id|account code|policyholder|policyholder id|policy holder|policy holder id|subscriber|member|partner id|shop id|customer key|customer code|member #|customer #|client #|account #|member no|member number|account account number|membership no|membership number|account no|account number|codigo cliente|codigo de cliente|codigo do cliente|numero cliente|numero de cliente|numero do cliente|id utente|cliente id|codice cliente|id do cliente|id usuario|usuario id|usuario|numero de client|identifiant client|code client|klant|klantnummer|klant id|klantcode|abonnee|abonnee id|kunden nr|kunden nummer|kundennr|mitgliedsnummer|老人id|患者id|学生id|学员id|客户id|客户编号|用户id|会员id|顾客id|顧客id|会員id|客户|n client|no client|n de client|n cliente|no cliente|n de cliente|num client|num cliente|ref client|reference client|referencia cliente|顧客番号|お客様番号|お客様id|契約者番号|会員番号|顾客编号|会员编号|用户编号|numer klienta|nr klienta|id klienta|номер клиента|id клиента|musteri no|musteri id',
    weak: 'id|name|user',
    fair: 'customer email|customer name|account name|email|email address|company name',
  },
  started_at: {
    strong:
      'valid from|original created date|original creation date|subscription original created date|inception date|policy start|policy start date|klient od|klientka od|data przystapienia|клиент с|дата регистрации клиента|musteri baslangic tarihi|uyelik baslangic tarihi|签约日期|签约时间|注册日期|注册时间|加入日期|加入时间|开户日期|入会日|入会日期|契約開始日|契約日|加入日|登録日|利用開始日|started at|start date|customer since|since|signup date|sign up date|signed up at|signed up|joined|joined at|join date|subscription start|subscription start date|subscribed at|activated at|activation date|became customer|first purchase|contract start|contract start date|registered at|registration date|kunde seit|vertragsbeginn|beginn|client depuis|date d inscription|date de debut|cliente desde|fecha de alta|fecha de inicio|data de inicio|data de cadastro|आरंभ तिथि|प्रारंभ तिथि|शुरू होने की तारीख|शुरुआत की तारीख|ग्राहक बनने की तारीख|जुड़ने की तारीख|पंजीकरण तिथि|পঞ্জীকরণ তারিখ|শুরুর তারিখ|যোগদানের তারিখ|গ্রাহক হওয়ার তারিখ|নিবন্ধনের তারিখ|user registered date|registered date|date registered|registered on|signed up on|signup at|signup time|sign up time|signup|setup date|onboarding date|onboarded at|onboarded on|activated on|activation|active since|first order date|first subscription date|started on|start of contract|date joined|joined on|joining date|membership start|acquired at|acquisition date|conversion date|converted at|data registrazione|data iscrizione|data di iscrizione|data attivazione|data inizio|cliente dal|inizio contratto|ingangsdatum|startdatum|klant sinds|inschrijfdatum|registratiedatum|begindatum|fecha alta|fecha de registro|fecha registro|fecha inicio|fecha de contratacion|fecha de activacion|inicio contrato|data cadastro|data de adesao|data inicio|data de ativacao|inicio do contrato|date inscription|date debut|debut contrat|debut du contrat|date d adhesion|date de souscription|date d activation|anmeldedatum|registriert am|registrierungsdatum|beginndatum|kundenbeginn|vertragsstart|注册时间|注册日期|开始日期|入会日期|开通日期|登録日|開始日',
    weak: 'created at|created|start|created date',
  },
  ended_at: {
    strong:
      'valid to|valid until|valid till|lapse date|lapsed on|lapsed at|流失时间|退订日期|解约日期|离开日期|注销时间|契約終了日|利用終了日|解約日時|ended at|end date|churned at|churn date|cancelled at|canceled at|cancellation date|cancel date|canceled on|cancelled on|subscription end|subscription end date|contract end|contract end date|terminated at|left at|closed at|expired at|deactivated at|kunde bis|vertragsende|gekundigt am|gekundigt zum|kundigung zum|kundigung wirksam zum|wirksam gekundigt zum|kundigungsdatum|ende|date de resiliation|date de fin|resilie le|fecha de baja|fecha de cancelacion|fecha de fin|data de cancelamento|data de termino|समाप्ति तिथि|समाप्ति की तारीख|रद्द होने की तारीख|रद्द करने की तारीख|छोड़ने की तारीख|শেষের তারিখ|সমাপ্তির তারিখ|ছেড়ে যাওয়ার তারিখ|বাতিলের তারিখ|left|date left|leaving date|date of leaving|exit date|churned on|cancelled date|canceled date|cancellation at|cancelled|canceled|ended on|end of contract|left on|lost date|lost at|termination date|terminated on|deactivation date|inactive since|membership end|contract ended|data disdetta|data cessazione|data fine|fine contratto|data recesso|opzegdatum|opgezegd op|einddatum|beeindigd op|fecha baja|fecha cancelacion|fecha fin|fin contrato|fecha de termino|data cancelamento|data fim|data de saida|fim do contrato|date resiliation|date fin|fin contrat|fin du contrat|date de depart|date d annulation|enddatum|endedatum|kundigung|kundigung am|vertragsende am|abmeldedatum|流失日期|注销日期|结束日期|到期日期|解約日|終了日|退会日',
    weak: 'end|until',
  },
};

export const activityWords: Partial<Record<FieldOf<'activity'>, FieldWords>> = {
  // A bare `id` numbers what was done, not who did it.
  customer: { strong: customerWords.customer!.strong, fair: customerWords.customer!.fair, weak: 'user|name' },
  at: {
    strong:
      'order date|ordered at|order time|purchase date|purchased at|login at|login time|last login|logged in at|renewed at|renewal date|paid at|payment date|invoice date|transaction date|transaction time|event time|activity date|activity at|visit date|session start|visited at|bestelldatum|kaufdatum|date de commande|date d achat|fecha de pedido|fecha de compra|data do pedido|data da compra|ऑर्डर तिथि|অর্ডারের তারিখ|event date|event timestamp|event at|activity time|activity timestamp|activity month|activity day|usage date|usage month|usage day|movement date|login date|visit time|session date|session time|booking date|booked at|purchase time|purchased on|purchase timestamp|order timestamp|order datetime|created order|paid on|payment time|payment timestamp|invoiced at|transaction timestamp|transaction datetime|data ordine|data dell ordine|data acquisto|data pagamento|data fattura|data evento|besteldatum|bestelmoment|aankoopdatum|betaaldatum|factuurdatum|fecha pedido|fecha compra|fecha de pago|fecha pago|fecha de factura|fecha factura|fecha evento|fecha del evento|fecha de movimiento|fecha visita|data pedido|data compra|data de pagamento|data fatura|data do evento|data da visita|date commande|date achat|date de paiement|date de facture|date facture|date evenement|date de l evenement|rechnungsdatum|zahlungsdatum|bestellt am|gekauft am|ereignisdatum|buchungsdatum|下单时间|下单日期|订单日期|购买时间|支付时间|登录时间|注文日|注文日時|購入日',
    weak: 'at|date|timestamp|time|occurred at',
  },
  kind: {
    strong:
      'kind|activity|activity type|event|event type|event name|action|transaction type|type|order type|art|tipo|movement type|activity name|event kind|interaction type|touch type|usage type|tipo evento|tipo de evento|tipo movimiento|tipo de movimiento|tipo movimento|type evenement|type d evenement|ereignistyp|事件类型|类型',
  },
};

export const referenceWords: Partial<Record<FieldOf<'reference'>, FieldWords>> = {
  id: {
    strong:
      'id|sys id|user id|agent id|admin id|owner id|group id|team id|organization id|company id|stage id|pipeline id|status id|guid|key|employee id|staff id',
  },
  name: {
    strong:
      'name|full name|display name|label|username|user name|title|agent name|group name|team name|company name',
  },
  email: { strong: 'email|email address|e mail|mail' },
  role: { strong: 'role|user role|user type|type' },
};

/** Nouns taken off the ends of a header of answers: `review_score`, `survey comment`. */
export const surveyNouns: ReadonlySet<string> = new Set(
  'review|survey|feedback|rating|response|questionnaire|conversation|ticket|case|umfrage|encuesta|pesquisa|enquete|sondage|sondaggio|recensione|de|da|do|du|del|della|la|der|die'.split(
    '|',
  ),
);

/** Of a header of customers: `user_registered_date`, `client start date`. */
export const customerNouns: ReadonlySet<string> = new Set(
  'user|customer|client|account|member|subscriber|subscription|contract|company|organization|org|kunde|kunden|klant|cliente|abonne|de|da|do|du|del|della|la|der|die'.split(
    '|',
  ),
);

/** Of a header of what customers do: `event_type`, `movement_date`. */
export const activityNouns: ReadonlySet<string> = new Set(
  'event|movement|transaction|interaction|activity|usage|touch|order|payment|invoice|booking|visit|session|de|da|do|du|del|della|la|der|die'.split(
    '|',
  ),
);

/** All of them, for what asks every word that headers are made of. */
export const otherVocabularies: readonly Partial<Record<string, FieldWords>>[] = [
  messageWords,
  eventWords,
  surveyWords,
  customerWords,
  activityWords,
  referenceWords,
];
