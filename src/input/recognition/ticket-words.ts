import type { TicketField } from '../../model/fields.ts';
import type { FieldWords } from './field-words.ts';
import { furtherNouns, furtherTicketWords } from './further-languages.ts';

/**
 * What ticket columns are called, in English, German, French, Spanish, Portuguese, Italian, Dutch, Bengali, Hindi, Chinese
 * and Japanese, folded as `foldHeader` folds; `further-languages.ts` holds those of three more. Nouns such as "ticket" or
 * "case" are taken off a header before it is compared, so they are not repeated here.
 */
const ownWords: Partial<Record<TicketField, FieldWords>> = {
  id: {
    strong:
      'work request|নং|ids sequence|ticket ids sequence|tkt nbr|tkt no|tkt id|tkt num|ticket nbr|case nbr|incident nbr|incdt nbr|request nbr|nbr|wo number|wo no|wo id|wo #|work order number|work order no|work order id|work order #|work order|id|pk|oid|id oid|ticket|case|incident|key|number|no|nr|num|ref|reference|#|unique key|unique id|uid|tracking number|display id|nummer|kennung|numero|n|referencia|codigo|protocolo|folio|नंबर|संख्या|क्रमांक|आईडी|নম্বর|নাম্বার|আইডি|uniqueid|unique identifier|identifier|clave|chave|cle|chiave|codice|riferimento|protocollo|kenmerk|volgnummer|incidentnummer|meldingsnummer|zaaknummer|issuekey|vorgangsschlussel|cle de ticket|cle du ticket|clave de incidencia|chave da item|chave do item|chave de item|chave da issue|chave do ticket|record id|no de ticket|nro|nro de ticket|n de ticket|工单号|工单编号|编号|单号|チケット番号|番号',
    fair: 'interaction|chamado|caso|dossier|incidencia|ocorrencia|expediente|vorgang|melding|segnalazione|pratica',
  },
  created_at: {
    strong:
      'chat started|chat started at|chat start|chat start time|calldate|date of complaint|date of grievance|grievance date|date of incident|complaint registered on|call time|call timestamp|heure de l appel|debut de l appel|date de l appel|date d appel|date appel|date et heure appel|date et heure de l appel|fecha de llamada|fecha de la llamada|hora de la llamada|fecha y hora de la llamada|data da chamada|data e hora da chamada|data chiamata|inizio chiamata|anrufdatum|anrufzeit|anrufzeitpunkt|gesprachsbeginn|samtalsstart|呼叫时间|来电时间|通话开始时间|通話開始|通話開始日時|着信日時|requested datetime|requested at|requested on|requested date|request time|request datetime|call start|call begin|call date time|anrufbeginn|inicio de llamada|inicio da chamada|debut d appel|created at|created|created on|created date|created time|created datetime|created date time|creation date|creation time|date created|time created|datetime created|create date|createdate|create time|date of creation|opened at|opened|opened on|opened date|opened time|open date|open time|date opened|date time opened|time opened|raised at|raised on|raised|date raised|submitted at|submitted on|submitted|submitted date|submission date|submission time|date submitted|received at|received on|received|date received|received date|reported at|reported on|reported date|date reported|logged at|logged on|logged|date logged|logged date|sys created on|' +
      'storungsbeginn|beginn der storung|vorfallsbeginn|debut de l incident|inicio de la incidencia|inicio da ocorrencia|inizio guasto|outage start|incident start|start of outage|start of incident|erstellt|erstellt am|erstellt um|erstellungsdatum|erstelldatum|erstellungszeit|erstellungszeitpunkt|angelegt|angelegt am|anlagedatum|eroffnet|eroffnet am|eroffnungsdatum|eingegangen|eingegangen am|eingang|eingangsdatum|gemeldet am|gemeldet|meldedatum|datum der erstellung|' +
      'cree|cree le|creee le|date de creation|date creation|creation|ouvert|ouvert le|ouverte le|date d ouverture|date ouverture|recu le|date de reception|soumis le|date de soumission|' +
      'creado|creado el|creado en|creada el|fecha de creacion|fecha creacion|abierto|abierto el|fecha de apertura|fecha apertura|recibido|recibido el|fecha de recepcion|fecha de registro|fecha registro|fecha de alta|' +
      'criado|criado em|criada em|data de criacao|data criacao|data da criacao|aberto|aberto em|data de abertura|data abertura|data da abertura|recebido em|data de recebimento|data de registro|' +
      'बनाया गया|निर्मित|निर्माण तिथि|निर्माण दिनांक|निर्माण समय|सृजन तिथि|बनाने की तिथि|बनाने की तारीख|बनाने का समय|खोला गया|खोलने की तिथि|खोलने की तारीख|खोलने का समय|दर्ज|दर्ज किया गया|दर्ज तिथि|दर्ज करने की तिथि|दर्ज करने की तारीख|प्राप्त|प्राप्ति तिथि|शिकायत तिथि|' +
      'তৈরি|তৈরি হয়েছে|তৈরির তারিখ|তৈরির সময়|তৈরি করা হয়েছে|তৈরির তারিখ ও সময়|সৃষ্টির তারিখ|সৃষ্টির সময়|খোলা হয়েছে|খোলার তারিখ|খোলার সময়|জমা দেওয়ার তারিখ|জমার তারিখ|গ্রহণের তারিখ|গৃহীত|প্রাপ্তির তারিখ|create timestamp|created timestamp|creation timestamp|created ts|submission timestamp|registered at|registered on|registration date|entry date|entered on|entered at|intake date|date entered|opening date|opening time|date of opening|open datetime|report date|call date|request date|date of request|published at|ticket date|case date|incident date|complaint date|creata|creato|creato il|creata il|data di creazione|data creazione|aperto il|data di apertura|data apertura|ricevuto il|data di ricezione|inserito il|data inserimento|data segnalazione|aangemaakt|aangemaakt op|aanmaakdatum|gemaakt op|geopend|geopend op|datum aangemaakt|openingsdatum|ontvangen op|ontvangstdatum|gemeld op|meldingsdatum|registratiedatum|datum melding|creada|creada en|abierta|abierta el|fecha de ingreso|fecha ingreso|fecha de solicitud|fecha de reporte|fecha de creado|registrado el|data de solicitacao|data de entrada|data de registo|data do chamado|registrado em|data de inclusao|ouverte|date de la demande|date de demande|date d enregistrement|date d ouverture du ticket|erfasst|erfasst am|erfassungsdatum|eroffnungszeitpunkt|conversation started at|conversation started|chat started at|chat start time|call start time|call started at|conversation start time|创建时间|创建日期|提交时间|提交日期|建立时间|报修时间|受理时间|登记时间|作成日|作成日時|起票日|受付日|受付日時|登録日',
    weak: 'when|wann|quand|cuando|quando|wanneer|kiedy|nar|когда|коли|kapan|date|time|timestamp|datetime|date time|start|started|started at|start date|start time|first contact|datum|zeitpunkt|zeitstempel|date et heure|fecha|fecha y hora|data|data e hora|data hora|तिथि|दिनांक|तारीख|समय|তারিখ|সময়|তারিখ ও সময়|f inicio|fec inicio|fecha inicio|fecha de inicio|data inicio|data de inicio|data do inicio|data inizio|inizio|begin|begindatum|beginn|startdatum|date debut|date de debut|initiated at|initiated|start timestamp|first seen|opened ts|f apertura|fec apertura|dt abertura|dt criacao|日期|时间',
  },
  first_response_at: {
    strong:
      'primeiro atendimento|data do primeiro atendimento|data primeiro atendimento|data de primeiro atendimento|first response sent|first response sent on|first response sent at|first reply sent|first reply sent at|issue responded|issue responded at|call answered|call answered at|answered time|answer time|pickup time|responded time|responded date|response time stamp|first response at|first responded at|first response date|first response timestamp|first reply at|first replied at|first reply date|first answer at|first answered at|first agent reply date|first agent reply at|first public reply at|initial response at|initial response date|responded at|response date|first responded|first replied|first response on|first reply on|date first response|date of first response|first touch at|first agent message|first agent message at|first agent msg|first operator message|first staff message|first message from agent|first call back|first callback|first call back at|first callback at|first called back|date of first contact attempt|first reaction at|first reaction date|' +
      'erste antwort am|erste antwort um|datum der ersten antwort|erstantwort am|erstantwort|erste reaktion am|beantwortet am|' +
      'premiere reponse le|date de premiere reponse|date premiere reponse|date de la premiere reponse|premiere reponse|' +
      'primera respuesta el|fecha de primera respuesta|fecha primera respuesta|fecha de la primera respuesta|primera respuesta|' +
      'primeira resposta em|data da primeira resposta|data de primeira resposta|data primeira resposta|primeira resposta|' +
      'पहला उत्तर|पहली प्रतिक्रिया|प्रथम उत्तर|प्रथम उत्तर तिथि|प्रथम प्रतिक्रिया|पहले उत्तर की तिथि|पहले उत्तर का समय|पहला जवाब|पहले जवाब का समय|' +
      'প্রথম উত্তর|প্রথম জবাব|প্রথম উত্তরের সময়|প্রথম উত্তরের তারিখ|প্রথম জবাবের সময়|প্রথম সাড়া|প্রথম প্রতিক্রিয়া|first reply timestamp|first response ts|first human response at|first agent response at|first agent reply|first agent response date|first contact at|responded on|first reply created at|prima risposta|prima risposta il|data prima risposta|data della prima risposta|eerste reactie|eerste reactie op|eerste antwoord|eerste antwoord op|datum eerste reactie|首次响应时间|首次回复时间|首次回复|初回応答日時|初回回答日時',
    weak: 'first response|first reply|first response time|first reply time|initial response time|initial response|first answer|erste antwort|response time|responded|answered at|replied at|first response datetime',
  },
  first_solved_at: {
    strong:
      'first done|first done at|first completed at|first completion date|first solved at|first resolved at|first resolution at|first resolution date|first resolved date|first close at|first closed at|initially solved at|erstmals gelost am|premiere resolution le|primera resolucion|primeira resolucao|first resolution timestamp|first solved date|first solve at|first close date|first closed date|first resolved|primera solucion|primeira solucao',
  },
  solved_at: {
    strong:
      'actual end date|actual end|actual resolution date|actual finish|actual finish date|date de fin reelle|fin reelle|last resolved|done at|last done at|done on|done date|fault cleared|fault cleared at|fault cleared on|fault cleared date|cleared at|cleared on|cleared date|date cleared|restored at|restored on|date restored|restoration date|service restored|service restored at|solved at|solved|solved on|solved date|date solved|solved time|resolved at|resolved|resolved on|resolved date|resolved time|date resolved|date time resolved|resolution date|resolutiondate|resolution at|resolved datetime|resolution datetime|resolution timestamp|completed at|completed on|completed date|completion date|date completed|last resolved at|fixed at|last solved at|full resolution at|' +
      'gelost|gelost am|losungsdatum|losung am|erledigt|erledigt am|erledigungsdatum|behoben am|abgeschlossen am|abschlussdatum|datum der losung|' +
      'resolu|resolu le|resolue le|date de resolution|date resolution|termine le|date de fin|traite le|date de traitement|' +
      'resuelto|resuelto el|fecha de resolucion|fecha resolucion|solucionado|solucionado el|fecha de solucion|fecha solucion|finalizado el|completado el|' +
      'resolvido|resolvido em|data de resolucao|data resolucao|data da resolucao|solucionado em|data de solucao|concluido em|data de conclusao|finalizado em|' +
      'हल|हल किया गया|हल की तिथि|हल तिथि|हल करने की तिथि|हल होने का समय|समाधान तिथि|समाधान की तिथि|समाधान की तारीख|समाधान का समय|निराकरण तिथि|निपटान तिथि|' +
      'সমাধান|সমাধান হয়েছে|সমাধানের তারিখ|সমাধানের সময়|সমাধান করা হয়েছে|নিষ্পত্তির তারিখ|মীমাংসার তারিখ|resolved timestamp|solved timestamp|resolved ts|resolve date|resolve time|resolved at date|date of resolution|finished date|date finished|finish date|fixed on|fix date|done at|done date|completion time|completed time|resolution time stamp|risolto|risolto il|data risoluzione|data di risoluzione|data soluzione|completato il|opgelost|opgelost op|oplosdatum|datum opgelost|afgehandeld op|afhandeldatum|gereed op|gereedmelddatum|resuelta|resuelta el|fecha resuelto|fecha solucionado|fecha de finalizacion|data de resolucao do chamado|data solucao|data da solucao|data resolvido|data de conclusao do chamado|date de cloture effective|date de solution|date solution|resolue|behoben|erledigungszeitpunkt|losungszeitpunkt|解决时间|解决日期|完成时间|完成日期|处理完成时间|解決日|解決日時|完了日|完了日時',
    weak: 'date out|storungsende|ende der storung|vorfallsende|fin de l incident|fin de la incidencia|fim da ocorrencia|fine guasto|outage end|incident end|end of outage|end of incident|finished at|ended at|end time|end date|end|resolution|finished|resolution time|time to resolution|full resolution time|f fin|fec fin|fecha fin|fecha de fin|data fim|data de fim|data fine|fine|einde|einddatum|ende|enddatum|date fin|end timestamp|finished on|dt conclusao|dt solucao',
  },
  closed_at: {
    strong:
      'afgemeld|afgemeld op|datum afgemeld|afmelddatum|datum afmelding|call end|call end time|gesprachsende|fin de l appel|fin de la llamada|hora fin de llamada|fim da ligacao|fine chiamata|einde gesprek|call ended at|call ended|hangup time|anrufende|fin de llamada|fim da chamada|fin d appel|closed at|closed|closed on|closed date|date closed|date time closed|closed time|close date|closedate|close time|closing date|closing time|closed datetime|closure date|last close at|last closed at|' +
      'geschlossen|geschlossen am|schliessdatum|schliessungsdatum|datum der schliessung|' +
      'ferme|ferme le|fermee le|date de fermeture|date fermeture|cloture le|cloture|date de cloture|date cloture|clos le|' +
      'cerrado|cerrado el|cerrada el|fecha de cierre|fecha cierre|' +
      'fechado|fechado em|encerrado em|encerrado|data de fechamento|data fechamento|data de encerramento|data encerramento|hora de fechamento|hora de encerramento|hora de cierre|heure de cloture|heure de fermeture|' +
      'बंद|बंद किया गया|बंद होने की तिथि|बंद करने की तिथि|बंद करने की तारीख|समापन तिथि|बंद होने का समय|' +
      'বন্ধ|বন্ধ হয়েছে|বন্ধের তারিখ|বন্ধের সময়|বন্ধ করার তারিখ|বন্ধ করা হয়েছে|সমাপ্তির তারিখ|closed timestamp|close timestamp|closed ts|date of closure|date of closing|closing timestamp|closed at date|ticket closed|chiuso|chiuso il|chiusa il|data chiusura|data di chiusura|gesloten|gesloten op|sluitingsdatum|datum gesloten|afgesloten op|cerrada|fecha cerrado|f cierre|fec cierre|dt fechamento|dt encerramento|data do fechamento|fermee|date fermeture du ticket|geschlossen um|abschlusszeitpunkt|关闭时间|关闭日期|结案时间|クローズ日|クローズ日時|終了日',
    fair: 'abgeschlossen am|abschlussdatum|abgeschlossen|termine le|date de fin|finalizado el|finalizado em|concluido em|afgehandeld op|completato il',
    weak: 'archived at|archived on|archived|archived date|archive date|date archived|archiviert am|archive le|archivado el|arquivado em|completed time|completed date|completed at|completed on|completion date|completion time|date completed',
  },
  updated_at: {
    strong:
      'updated at|updated|updated on|updated date|update date|last updated|last updated at|last update|last updated on|last update time|last updated time|last update date|last updated date|last modified|last modified at|last modified date|modified at|modified|modified on|modified date|date updated|date modified|last activity|last activity at|last activity date|sys updated on|resolution action updated date|last changed|changed at|' +
      'aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|letzte aktualisierung|geandert am|letzte anderung|zuletzt geandert am|anderungsdatum|' +
      'mis a jour|mis a jour le|mise a jour|derniere mise a jour|date de mise a jour|date de modification|modifie le|derniere modification|' +
      'actualizado|actualizado el|ultima actualizacion|fecha de actualizacion|modificado|modificado el|fecha de modificacion|ultima modificacion|' +
      'atualizado|atualizado em|ultima atualizacao|data de atualizacao|modificado em|data de modificacao|ultima modificacao|' +
      'अपडेट|अद्यतन|अद्यतन तिथि|अंतिम अद्यतन|अंतिम अपडेट|संशोधित|' +
      'হালনাগাদ|সর্বশেষ হালনাগাদ|হালনাগাদের তারিখ|আপডেট|সর্বশেষ আপডেট|পরিবর্তনের তারিখ|modified time|last modified time|last updated date time|ultimo aggiornamento|aggiornato il|data aggiornamento|modificato il|ultima modifica|bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatst gewijzigd|gewijzigd op|laatste wijziging|actualizada|actualizada el|atualizada|atualizada em|mise a jour le|derniere activite|更新时间|更新日期|最后更新时间|更新日|更新日時',
  },
  due_at: {
    strong:
      'due at|due|due date|due by|due by time|due on|date due|due time|duedate|deadline|target date|sla due date|sla due|sla due by|resolution due|resolution due by|sla target|sla target date|target resolution date|expected sla to resolve|sla deadline|resolve by|' +
      'fallig am|fallig|falligkeit|falligkeitsdatum|frist|echeance|date d echeance|date echeance|a rendre le|vencimiento|fecha de vencimiento|fecha limite|vence el|vencimento|data de vencimento|prazo|data limite|' +
      'देय तिथि|नियत तिथि|अंतिम तिथि|समय सीमा|নির্ধারিত তারিখ|শেষ তারিখ|সময়সীমা|scadenza|data scadenza|data di scadenza|vervaldatum|streefdatum|deadline op|截止时间|到期时间|期限|期日',
  },
  status: {
    strong:
      'tkt stat|tkt sts|tkt status|case stat|stat|sts|stat cd|status cd|sts cd|wo status|work order status|job status|disposal status|redressal status|status description|status|state|current status|current conversation state|conversation state|conversation status|chat status|call status|current state|status name|stage|status label|incident state|request status|zustand|stand|statut|etat|estado|situacion|situacao|estatus|estado actual|' +
      'स्थिति|अवस्था|दशा|स्टेटस|অবস্থা|স্থিতি|স্ট্যাটাস|স্টেটাস|status reason|state reason|statusgrund|stato|stato ticket|toestand|statuscode|status code|status atual|situacao atual|estado del ticket|estado do chamado|statut actuel|estado de la solicitud|ticket status name|current stage|状态|处理状态|工单状态|ステータス|状態|状況',
    weak: 'pipeline stage|ticket state|phase',
    fair: 'list name|board column|kanban column|section column',
  },
  priority: {
    strong:
      'priority|priority level|priority name|urgency level|prioritat|dringlichkeit|priorite|prioridad|prioridade|प्राथमिकता|वरीयता|অগ্রাধিকার|প্রাধান্য|priorita|prioriteit|livello di priorita|urgentie|优先级|优先度|優先度',
    weak: 'severity|urgency|impact|schweregrad|urgence|gravite|severidad|urgencia|gravedad|gravidade|तात्कालिकता|গুরুত্ব|gravita|urgenza|ernst|紧急程度|severity id',
  },
  channel: {
    strong:
      'channel|channel type|via|source|contact type|contact channel|create channel|contact method|origin|open data channel type|submission channel|intake channel|channel name|support channel|source channel|mode|received via|submitted via|contact via|received through|' +
      'kanal|quelle|herkunft|eingangskanal|kontaktkanal|kontaktweg|canal|origine|source de la demande|canal de contact|moyen de contact|origen|canal de contacto|canal de entrada|fuente|origem|canal de contato|canal de atendimento|fonte|' +
      'चैनल|माध्यम|स्रोत|চ্যানেল|মাধ্যম|উৎস|canale|kanaal|bron|origine contatto|herkomst|渠道|来源|チャネル|受付方法',
    weak: 'medium|via channel|platform',
  },
  type: {
    strong:
      'type|category|issue type|request type|complaint type|topic|help topic|issue category|problem type|contact reason|reason|classification|work type|service type|query type|inquiry type|case type|main category|disposition|' +
      'typ|art|kategorie|anfragetyp|vorgangstyp|thema|type de demande|categorie|motif|sujet de la demande|tipo|categoria|motivo|tipo de solicitud|tipo de caso|assunto principal|tipo de chamado|tipo de solicitacao|' +
      'प्रकार|श्रेणी|वर्ग|ধরন|ধরণ|বিভাগ|শ্রেণি|শ্রেণী|প্রকার|tipologia|categoria richiesta|soort|soort melding|tipo de ticket|tipo de incidencia|tipo ocorrencia|类别|类型|分类|種別|カテゴリ',
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
      'submitter|submitter name|submitter email|opened for|raised for|complainant|complainant name|name of complainant|name of customer|name of the customer|name of requester|name of caller|name of client|customer display name|client display name|requester display name|buyer|buyer name|buyer username|buyer email|resident|resident name|tenant name|who called|issue logged by|issue raised by|постановщик|anrufer|appelant|numero appelant|numero de l appelant|llamante|numero llamante|chamador|chiamante|beller|caller number|calling number|from number|来电号码|主叫号码|発信者|auteur|autor|autore|requestors|requesters|aanmelder|opgegeven door|requester|requester id|requester email|requester name|customer|customer id|customer email|customer name|client|client id|client email|client name|requestor|requestor email|requestor name|caller|caller id|contact|contact id|contact email|contact name|reporter|reporter email|reporter name|submitted by|requested by|raised by|opened by|reported by|user email|end user|end user id|end user email|user id|author|author username|from|from email|email|email address|e mail|mail|sender|sender email|consumer|consumer id|account id|full name|member id|user|' +
      'kunde|kundin|kundenname|kundennummer|kunden id|kunden e mail|anfragesteller|anfragender|melder|antragsteller|absender|kontakt|e mail adresse|nutzer|benutzer|' +
      'demandeur|email du demandeur|nom du demandeur|nom du client|id client|email client|contact client|expediteur|emetteur|utilisateur|adresse e mail|adresse email|courriel|' +
      'solicitante|cliente|nombre del cliente|id de cliente|id del cliente|correo|correo electronico|correo del cliente|correo del solicitante|contacto|remitente|usuario|email del cliente|' +
      'nome do cliente|id do cliente|email do cliente|e mail do cliente|contato|remetente|' +
      'ग्राहक|ग्राहक का नाम|ग्राहक आईडी|ग्राहक ईमेल|अनुरोधकर्ता|शिकायतकर्ता|ईमेल|' +
      'গ্রাহক|গ্রাহকের নাম|গ্রাহক আইডি|গ্রাহকের ইমেইল|অনুরোধকারী|ক্রেতা|ইমেইল|ই মেইল|অভিযোগকারী|কাস্টমার|affected user|affected person|affected end user|requested for|reported for|on behalf of|customer email address|contact email address|requester mail|reporter id|associated contact|contact emails|all associated contact emails|richiedente|cliente email|nome cliente|mittente|utente|segnalatore|aanvrager|klant|klantnaam|klantnummer|klant id|afzender|gebruiker|contactpersoon|requerente|requisitante|relator|informador|informante|nombre solicitante|nombre del solicitante|id solicitante|solicitante id|id do solicitante|nome do solicitante|nom demandeur|id demandeur|rapporteur|declarant|kunde id|客户|客户名称|客户id|客户编号|用户|用户id|顾客|报修人|申请人|提交人|お客様名|顧客|顧客名|依頼者|申請者',
    weak: 'who|wer|qui|quien|quem|chi|kto|vem|hvem|кто|хто|siapa|name|person|creator|created by|phone|phone number|mobile|telefon|telephone|telefono|telefone|nom|nombre|nome|नाम|নাম|employee id|emp id|employee number|student id|patient id|citizen|tenant name|reported by name',
  },
  organization: {
    strong:
      'organization|organisation|company|company name|account|account name|organization name|organization id|organisation name|company id|customer company|firma|unternehmen|unternehmensname|societe|entreprise|empresa|compania|organizacion|organizacao|cuenta|conta|संगठन|कंपनी|संस्था|প্রতিষ্ঠান|কোম্পানি|সংস্থা|সংগঠন|org|org id|org name|associated company|customer org|organization code|azienda|societa|organizzazione|ente|bedrijf|bedrijfsnaam|organisatie|entite|entidad|entidade|nome da empresa|nombre de la empresa|公司|单位|会社名|企業名',
    weak: 'customer organization|tenant|workspace',
  },
  assignee: {
    strong:
      'agent full name|owned by|owned by name|ownedby|owners|assign|prim resp|primary resp|primary responsible|primary resource|tech|tech name|tech assigned|assigned tech|assignee|assigned to|assignee name|assignee email|assigne name|assignee id|assigned agent|agent assigned|agent|agent name|agent email|agent id|owner|owner name|owner id|case owner|ticket owner|handled by|handler|technician|support agent|representative|rep|assigned user|resolver|assigned|engineer|teammate|teammate assigned|teammate currently assigned|' +
      'bearbeiter|bearbeiterin|zugewiesen an|zugewiesen|zustandig|zustandiger|verantwortlich|verantwortlicher|sachbearbeiter|agent zugewiesen|mitarbeiter|' +
      'assigne|assigne a|agent assigne|affecte a|attribue a|responsable|technicien|conseiller|gestionnaire|' +
      'asignado|asignado a|agente|agente asignado|encargado|tecnico|' +
      'atribuido|atribuido a|atendente proprietario|agente propietario|agent owner|agent proprietaire|bearbeiter besitzer|responsavel|agente responsavel|atendente|' +
      'सौंपा गया|एजेंट|असाइनी|नियुक्त|कर्मचारी|जिम्मेदार|प्रतिनिधि|' +
      'এজেন্ট|দায়িত্বপ্রাপ্ত|বরাদ্দ|নিযুক্ত|প্রতিনিধি|কর্মী|দায়িত্বে|অর্পিত|assignees|assigned agent name|assigned staff|assigned technician|assigned engineer|assigned rep|rep name|support rep|support rep name|case handler|owner email|owner full name|ticket owner name|conversation owner|chat owner|operator|operator name|analyst|analista|analista responsavel|persona asignada|personne assignee|zugewiesene person|pessoa atribuida|persona assegnata|toegewezen persoon|asignada a|asignada|asignado a tecnico|tecnico asignado|tecnico responsavel|tecnico responsable|atribuido tecnico|atribuida a|atribuido para|operador|asesor|asesor asignado|consultor|agente assegnato|assegnato a|assegnatario|operatore|incaricato|tecnico assegnato|addetto|behandelaar|toegewezen aan|toegewezen|eigenaar|medewerker|oplosser|attribue a technicien|assignee a|charge de|intervenant|operateur|zugewiesener bearbeiter|zugewiesen zu|besitzer|eigentumer|处理人|负责人|受理人|客服|坐席|担当者|担当|作業者|対応者',
    weak: 'resource|staff|employee|resolved by|closed by',
    fair: 'members',
  },
  group: {
    strong:
      'owner team|owned by team|owner group|owner grp|owning team|owning group|ownerteam|ownergroup|team owner|resp group|agency responsible|responsible agency|owner department|responsible department|admin group|behandelaarsgroep|oplosgroep|werkgroep|group|assignment group|assigned group|team|assigned team|team assigned|team currently assigned|queue|queue name|support group|team name|group name|squad|inbox|inbox name|mailbox|' +
      'gruppe|warteschlange|groupe|equipe|file d attente|grupo|equipo|cola|grupo asignado|fila|' +
      'समूह|दल|टीम|विभाग|কিউ|দল|টিম|গ্রুপ|বিভাগ|resolver group|resolution group|handling group|assigned support group|assigned department|tier group|gruppo|gruppo assegnazione|gruppo di assegnazione|groep|behandelgroep|oplosgroep|toegewezen groep|groupe d affectation|groupe assigne|grupo de atribuicao|grupo atribuido|grupo resolvedor|grupo de asignacion|grupo responsable|zustandige gruppe|zuweisungsgruppe|队列|处理组|小组|担当部署|チーム',
    fair: 'service|department|department name|abteilung|bereich|departement|departamento|reparto|dipartimento|afdeling|business unit|agency|agency name|setor|sector|部门|部署',
  },
  subject: {
    strong:
      'subject|title|summary|short description|name of issue|headline|issue summary|ticket name|case subject|issue title|' +
      'betreff|titel|zusammenfassung|kurzbeschreibung|objet|sujet|titre|resume|asunto|titulo|resumen|assunto|resumo|विषय|शीर्षक|বিষয়|শিরোনাম|oggetto|titolo|onderwerp|titel melding|korte omschrijving|breve descrizione|asunto del ticket|resumo do chamado|intitule|标题|主题|件名|タイトル',
    weak: 'what|was|quoi|que|o que|cosa|wat|co|vad|hvad|hva|что|що|apa|descriptor|issue|problem|question|name|topic|complaint|query|betrifft',
  },
  description: {
    strong:
      'description|body|details|message|text|content|issue description|problem description|comment body|first message|question text|customer query|customer message|long description|narrative|description text|consumer complaint narrative|' +
      'beschreibung|nachricht|inhalt|anfragetext|problembeschreibung|texte|contenu|message du client|corps|descripcion|mensaje|contenido|detalle|detalles|descricao|mensagem|conteudo|detalhes|' +
      'विवरण|वर्णन|संदेश|বিবরণ|বর্ণনা|বার্তা|বিস্তারিত|transcript|conversation transcript|chat transcript|ticket text|issue text|complaint text|message text|message body|customer message text|descrizione|messaggio|testo|contenuto|omschrijving|beschrijving|bericht|inhoud|detalle del problema|descricao do problema|texte du message|描述|内容|问题描述|詳細',
    weak: 'comments|comment|notes|instruction|query',
  },
  csat: {
    strong:
      'cust satisfy|customer satisfy|cust sat|cust sat score|customer sat|cust satisfaction score|csat|csat score|csat rating|satisfaction|satisfaction score|satisfaction rating|customer satisfaction|customer satisfaction rating|customer satisfaction score|customer rating|conversation rating|rating|survey score|survey results|survey rating|feedback rating|feedback score|happiness rating|happiness|' +
      'zufriedenheit|zufriedenheitswert|kundenzufriedenheit|bewertung|kundenbewertung|satisfaction client|note de satisfaction|note|evaluation|satisfaccion|satisfaccion del cliente|puntuacion|calificacion|valoracion|satisfacao|satisfacao do cliente|avaliacao|nota|' +
      'संतुष्टि|रेटिंग|ग्राहक संतुष्टि|संतुष्टि अंक|সন্তুষ্টি|রেটিং|গ্রাহক সন্তুষ্টি|মূল্যায়ন|সন্তুষ্টির স্কোর|cust satisfaction|satisfacao cliente|satisfaccion cliente|soddisfazione|soddisfazione cliente|klanttevredenheid|tevredenheid|满意度|满意度评分|評価|満足度',
    weak: 'score|stars|feedback|star rating|survey result|points|rate',
  },
  csat_comment: {
    strong:
      'csat comment|satisfaction comment|rating comment|survey comment|feedback comment|customer feedback|satisfaction reason|feedback text|csat feedback|rating remark|conversation rating remark|kommentar zur bewertung|commentaire de satisfaction|comentario de satisfaccion|comentario de satisfacao|comentario da avaliacao',
  },
  replies: {
    strong:
      'replies|reply count|number of replies|agent replies|agent interactions|outbound count|agent responses|agent messages|public replies|replies sent|agent reply count|outbound message count|antworten|anzahl antworten|reponses|nombre de reponses|respuestas|numero de respuestas|respostas|risposte|numero di risposte|numero risposte|antwoorden|aantal antwoorden|aantal reacties|उत्तर संख्या|জবাবের সংখ্যা|উত্তরের সংখ্যা|num replies|reply count total|no of replies|number of responses',
  },
  reopens: {
    strong:
      'reopens|reopen count|reopened count|times reopened|number of reopens|reopenings|count reopens|wiedereroffnungen|anzahl wiedereroffnungen|reouvertures|nombre de reouvertures|reaperturas|reaberturas|पुनः खोलने की संख्या|পুনরায় খোলা|পুনরায় খোলার সংখ্যা|no of reopens|num reopens|reopen times|riaperture|heropeningen',
    fair: 'reopened|was reopened|is reopened|reopen|reopened flag|reopen flag|reabierto|reabierta|reaberto|reaberta|rouvert|reouvert|rouverte|wiedereroffnet|wieder geoffnet|riaperto|riaperta|heropend|पुनः खोला गया|重新打开|是否重开|再オープン',
  },
  reassignments: {
    strong:
      'reassignments|reassignment count|reassign count|number of reassignments|times reassigned|transfers|transfer count|neuzuweisungen|reaffectations|reasignaciones|reatribuicoes|no of reassignments|num reassignments|reassignments count|riassegnazioni|hertoewijzingen',
  },
  sla_recorded: {
    strong:
      'overdue status|made sla|sla met|sla status|sla compliance|within sla|sla result|met sla|sla achieved|resolution status|sla compliant|sla state|sla eingehalten|sla respecte|sla cumplido|sla cumprido|sla breached|sla violated|sla breach|has breached|breached|is breached|violated|is violated|target met|met target|target missed|missed target|within target|resolved in time|resolved on time|sla missed|timely response|on time|sla for resolution|resolution sla|resolved within sla|time to resolve exceeded|resolution time exceeded|resolution overdue|sla verletzt|sla verletzung|sla uberschritten|sla depasse|sla non respecte|respect du sla|temps de resolution depasse|delai respecte|delai depasse|sla vencido|sla incumplido|sla no cumplido|cumple sla|cumplimiento sla|cumplimiento de sla|tiempo para resolver excedido|dentro del plazo|dentro de plazo|fuera de plazo|sla violado|sla estourado|sla nao cumprido|cumprimento sla|cumprimento de sla|dentro do prazo|dentro do sla|no prazo|fora do prazo|fora do sla|tempo para resolver excedido|tempo para solucao excedido|prazo excedido|sla rispettato|sla violato|sla scaduto|sla behaald|sla gehaald|binnen sla|sla overschreden|एसएलए पूरा|এসএলএ পূরণ|是否超时|是否达标',
  },
};

const joined = (own: string | undefined, further: string | undefined): string | undefined =>
  own && further ? `${own}|${further}` : (own ?? further);

/** The words of all languages, by field. */
export const ticketWords: Partial<Record<TicketField, FieldWords>> = Object.fromEntries(
  Object.entries(ownWords).map(([field, { strong, fair, weak }]) => {
    const further = furtherTicketWords[field];
    return [
      field,
      {
        strong: joined(strong, further?.strong) ?? '',
        fair: joined(fair, further?.fair),
        weak: joined(weak, further?.weak),
      },
    ];
  }),
);

/** What the helpdesk measured itself; the header's unit and clock are taken off before it is compared. */
export const measuredWords: readonly (readonly [metric: string, words: FieldWords])[] = [
  [
    'first_response_time',
    {
      strong:
        'ttfr|frt|time to first resp|speed of answer|speed of answer in|first response time|first reply time|reply time|response time|time to first response|time to first reply|first response|first response duration|first response in|time to respond|initial response time|avg first response time|frt|first answer time|' +
        'time to first agent reply|time to admin reply|first response in min|first contact time|' +
        'zeit bis zur ersten antwort|erste antwortzeit|erstantwortzeit|antwortzeit|reaktionszeit|erstreaktionszeit|temps de premiere reponse|delai de premiere reponse|temps de reponse|delai de reponse|tiempo de primera respuesta|tiempo de respuesta|tiempo hasta la primera respuesta|tempo de primeira resposta|tempo da primeira resposta|tempo de resposta|' +
        'पहली प्रतिक्रिया समय|पहला उत्तर समय|प्रतिक्रिया समय|प्रथम उत्तर समय|প্রথম উত্তরের সময়|প্রতিক্রিয়ার সময়|সাড়া দেওয়ার সময়|time to first human|time to first human response|time to first agent email reply|time to first agent response|time to initial response|first human response time|first agent response time|time until first response|first reply|initial reply time|tempo primeira resposta|tempo para primeira resposta|tempo ate a primeira resposta|tempo di prima risposta|tempo prima risposta|eerste reactietijd|reactietijd|tijd tot eerste reactie|tiempo primera respuesta|tiempo hasta primera respuesta|delai premiere reponse|temps premiere reponse|首次响应时长|响应时长|初回応答時間',
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
        'mttr|taken|time taken|time taken to resolve|time taken to close|resolution time|full resolution time|time to resolution|time to resolve|time to close|time to last close|resolve time|handle time to resolution|resolution duration|ttr|close time|close in|close in min|time to solve|solve time|calendar duration|time open|duration|closing time|total resolution time|' +
        'losungszeit|losungsdauer|bearbeitungszeit|bearbeitungsdauer|durchlaufzeit|temps de resolution|delai de resolution|duree de resolution|tiempo de resolucion|tiempo de solucion|tempo de resolucao|tempo de solucao|' +
        'समाधान समय|हल का समय|हल समय|সমাধানের সময়|সমাধান সময়|time to closed|time to close|time to solved|time to resolved|time to fix|cycle time|ticket duration|tempo de fechamento|tempo ate resolucao|tempo para resolucao|tempo resolucao|tempo di risoluzione|tempo risoluzione|tempo di chiusura|tiempo resolucion|tiempo de cierre|tiempo hasta resolucion|tiempo solucion|oplostijd|doorlooptijd|afhandeltijd|tijd tot oplossing|delai resolution|temps resolution|delai de cloture|duree de traitement|解决时长|处理时长|解決時間|対応時間',
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
    'sr|cf|rma|fault|chat|chats|ticket|tickets|case|cases|conversation|conversations|interaction|incident|issue|request|complaint|grievance|inquiry|enquiry|query|service request|call|task|anruf|anrufe|appel|l appel|llamada|llamadas|chamada|chamadas|chiamata|chiamate|звонка|звонок|вызова|вызов|gesprek|samtal|' +
    'property|properties|hs|fields|card|vorgang|vorgangs|anfrage|fall|meldung|melding|meldings|verzoek|aanvraag|zaak|richiesta|segnalazione|storung|demande|dossier|requete|reclamation|' +
    'caso|incidencia|solicitud|tiquete|reclamo|chamado|chamados|solicitacao|ocorrencia|atendimento|' +
    'du|de|del|der|des|da|do|la|le|el|o|die|das|am|' +
    `टिकट|टिकिट|शिकायत|अनुरोध|मामला|केस|की|का|के|টিকেট|টিকিট|অভিযোগ|অনুরোধ|কেস|এর|${furtherNouns}`
  ).split('|'),
);
