import { withoutEntities } from '../../model/entities.ts';
import type { AuthorRole, channels, priorities, Status } from '../../model/fields.ts';
import { once } from '../../model/once.ts';
import { prepared } from '../../model/prepared.ts';
import { foldValue } from '../../model/raw-value.ts';
import { furtherPriorities, furtherStatuses } from './further-languages.ts';
import { glossOfValues, isPlain } from './glossaries.ts';
import { foldHeader } from './header.ts';
import { plainScript } from './plain-script.ts';

type Channel = (typeof channels)[number];
type Priority = (typeof priorities)[number];

/** Words for each canonical value in the supported languages and in the tools' own terms, parted by `|`. */
const statusWords: Record<Status, string> = {
  new: 'new|reported|lodged|raised|unassigned|not started|to do|todo|untouched|submitted|created|received|registered|logged|unopened|draft|neu|nicht zugewiesen|nouveau|nouvelle|non assigné|à faire|nuevo|nueva|sin asignar|por hacer|novo|nova|não atribuído|a fazer|नया|नई|नयी|নতুন|অনির্ধারিত|unstarted|not assigned|incoming|just created|ungelesen|zu erledigen|non attribué|non attribuée|non traité|non affecté|en attente d’affectation|à traiter|sin atender|tareas por hacer|pendiente de asignar|não iniciado|não iniciada|tarefas pendentes|aguardando atendimento|nuovo|nuova|da fare|non assegnato|da assegnare|creato|nieuw|nieuwe|niet toegewezen|te doen|नया टिकट|असाइन नहीं|नई टिकट|নতুন টিকেট|বরাদ্দ হয়নি|新建|新|未分配|待分配|待处理|新規|未対応|未割り当て|未着手|unbearbeitet|nicht begonnen|pas commencé|non commencé|no iniciado|sin empezar|non iniziato|in arrivo|niet gestart|ingediend|recibido|recebido|reçu|ricevuto|ontvangen|eingegangen',
  open: 'open|attended|engineer assigned|on site|opened|re-opened|reopened|reopen|in progress|in-progress|inprogress|work in progress|wip|active|assigned|ongoing|started|accepted|acknowledged|under review|in review|under investigation|investigating|processing|in process|in treatment|being processed|triage|triaged|queued|escalated|awaiting assignment|awaiting agent|awaiting support|waiting for support|waiting on support|waiting on agent|waiting for agent|waiting on us|waiting on contact center|awaiting our reply|customer responded|customer replied|customer reply|responded|attending|dispatched|unsolved|unresolved|not resolved|selected for development|backlog|live|offen|geöffnet|in bearbeitung|in arbeit|zugewiesen|wiedereröffnet|wieder geöffnet|eskaliert|aktiv|ouvert|ouverte|en cours|en cours de traitement|assigné|assignée|rouvert|réouvert|escaladé|actif|abierto|abierta|en curso|en progreso|en proceso|asignado|asignada|reabierto|escalado|activo|aberto|aberta|em andamento|em progresso|em atendimento|em aberto|atribuído|reaberto|em análise|ativo|खुला|खुली|प्रगति पर|प्रगति में|जारी|चालू|सक्रिय|सौंपा गया|पुनः खोला गया|खुला है|খোলা|চলমান|চলছে|প্রক্রিয়াধীন|সক্রিয়|কাজ চলছে|বরাদ্দকৃত|পুনরায় খোলা|processing assigned|processing planned|researching|working|working on it|being worked on|in work|in development|in testing|under process|under processing|reopened by customer|re opened|followup|follow up|in queue|waiting for staff|customer reply received|waiting for agent reply|awaiting staff reply|planned|scheduled|chatting|calling|ringing|unread|in behandlung|in prüfung|wartet auf support|wird bearbeitet|laufend|angenommen|geplant|wieder offen|in klärung|en traitement|en cours attribué|en cours planifié|pris en charge|prise en charge|en attente de support|planifié|planifiée|réouverte|réaffecté|en cours de résolution|nouvelle réponse|en curso asignada|en curso planificada|en tratamiento|en atención|en revisión|atendiendo|esperando por ayuda|esperando soporte|planificado|planificada|reabierta|en desarrollo|em atendimento atribuído|em atendimento planejado|em tratamento|em execução|em processamento|em desenvolvimento|em curso|aguardando suporte|aguardando atendente|planejado|planejada|reaberta|em fila|na fila|aperto|aperta|in corso|in lavorazione|in elaborazione|assegnato|assegnata|in gestione|riaperto|riaperta|preso in carico|presa in carico|attivo|in behandeling|bezig|toegewezen|lopend|heropend|actief|in uitvoering|कार्य प्रगति पर|काम जारी|कार्यवाही जारी|पुनः खुला|फिर से खोला गया|असाइन किया गया|प्रक्रियाधीन|कार्यरत|পুনরায় খোলা হয়েছে|কাজ চলমান|চলিতেছে|নির্ধারিত|খোলা আছে|打开|处理中|进行中|已分配|已受理|受理中|重新打开|已打开|开放|オープン|対応中|処理中|進行中|作業中|再オープン|割り当て済み|geëscaleerd|in carico|escalation|en ejecución|affecté|affectée|weitergeleitet|übernommen|being worked on|working on it|in queue|in hand|in analysis|analyzing|analysing|under analysis|in investigation|in klärung|in prüfung|wird bearbeitet|prise en charge|en analyse|en revisión|en estudio|en atención|derivado|derivada|em análise|in lavorazione|presa in carico|preso in carico|in onderzoek|opgepakt|w trakcie|w analizie|under utredning|utredning pågår|на рассмотрении|рассматривается|inceleniyor|işleme alındı|調査中|排查中',
  pending:
    'pending|waiting|wait|awaiting customer|awaiting customer reply|awaiting customer response|awaiting your reply|awaiting reply|awaiting response|awaiting info|awaiting user info|awaiting information|awaiting requester|awaiting user|awaiting caller|awaiting client|waiting on customer|waiting for customer|waiting on user|waiting for user|waiting for reply|waiting for response|waiting for info|waiting on client|waiting for client|waiting on requester|waiting for requester|waiting on contact|waiting on caller|wait user|wait customer|waiting on customer response|pending customer|pending customer response|pending user|pending reminder|pending user info|customer pending|more info needed|need more info|needs info|information required|information requested|snoozed|answered|replied|waiting on end user|waiting for feedback|pending on customer|resolution offered|wartend|ausstehend|wartet|warten auf kunde|warten auf kunden|warten auf antwort|wartet auf kunde|wartet auf kunden|wartet auf antwort|warten auf rückmeldung|rückfrage|en attente|en attente du client|en attente client|en attente de réponse|attente client|en attente de réponse du client|pendiente|pendientes|en espera del cliente|esperando al cliente|esperando respuesta|esperando respuesta del cliente|a la espera del cliente|pendiente de cliente|pendente|aguardando cliente|aguardando o cliente|aguardando resposta|aguardando resposta do cliente|em espera pelo cliente|pendente cliente|लंबित|प्रतीक्षारत|प्रतीक्षा में|ग्राहक की प्रतीक्षा|ग्राहक के उत्तर की प्रतीक्षा|অপেক্ষমাণ|অপেক্ষমান|মুলতুবি|মুলতবি|গ্রাহকের অপেক্ষায়|গ্রাহকের উত্তরের অপেক্ষায়|অপেক্ষায়|waiting for details|waiting for more information|waiting on information|awaiting details|needs information|need information|pending auto close|pending auto close+|pending auto close-|pending close|pending feedback|awaiting feedback|awaiting confirmation|pending confirmation|to be confirmed|postponed by customer|warten zur erinnerung|warten auf erfolgreich schließen|warten auf erfolglos schließen|warte auf kunden|warten auf rückmeldung des kunden|wartet auf rückmeldung|warten|en attente utilisateur|en attente de l’utilisateur|en attente d’informations|en attente demandeur|en attente de retour client|répondu|esperando por el cliente|en espera de cliente|en espera de respuesta|pendiente de usuario|pendiente de información|pendiente de respuesta|respondido|contestado|aguardando usuário|aguardando o usuário|aguardando retorno|aguardando pelo cliente|aguardando solicitante|aguardando informações|aguardando confirmação|aguardando|respondida|in attesa|in attesa del cliente|in attesa di risposta|in attesa cliente|in attesa di risposta del cliente|sospeso in attesa cliente|wachtend|wacht op klant|wachten op klant|wachten op antwoord|in afwachting|in afwachting van klant|in afwachting van reactie|wacht op reactie|बाकी|ग्राहक का इंतज़ार|उत्तर की प्रतीक्षा|প্রতীক্ষমাণ|উত্তরের অপেক্ষায়|পেন্ডিং|पेंडिंग|等待客户|等待客户回复|待客户回复|等待回复|已回复|挂起|顧客待ち|お客様待ち|返信待ち|回答待ち|保留中|ペンディング|in wacht|rückfrage beim kunden|kundenrückmeldung ausstehend',
  on_hold:
    'on hold|hold|onhold|on-hold|paused|suspended|blocked|deferred|postponed|waiting on third party|waiting for third party|awaiting third party|pending third party|wait vendor|wait implementation|waiting on vendor|waiting for vendor|awaiting vendor|pending vendor|pending supplier|waiting on supplier|waiting for supplier|awaiting change|awaiting problem|awaiting evidence|pending change|pending release|pending engineering|waiting on engineering|waiting for engineering|waiting for approval|awaiting approval|pending approval|waiting on internal|pending internal|waiting on partner|waiting for development|waiting on development|waiting for release|awaiting parts|waiting for parts|waiting on 3rd party|waiting for 3rd party|third party|angehalten|in wartestellung|zurückgestellt|pausiert|warten auf dritte|warten auf drittanbieter|wartet auf dritte|warten auf lieferant|suspendu|en pause|mis en attente|bloqué|en attente tiers|en attente d’un tiers|en attente du fournisseur|en espera|en espera de terceros|esperando a terceros|esperando proveedor|bloqueado|suspendido|pausado|em espera|suspenso|aguardando terceiros|aguardando terceiro|aguardando fornecedor|होल्ड पर|रोका गया|स्थगित|होल्ड|স্থগিত|হোল্ডে|হোল্ড|থামানো|waiting on other department|awaiting other team|with vendor|with supplier|with third party|parked|frozen|stalled|ausgesetzt|wartet auf lieferant|beim lieferanten|gesperrt|en attente prestataire|en attente du prestataire|suspendue|en pausa|suspendida|en espera de proveedor|em pausa|pausada|suspensa|parado|parada|sospeso|sospesa|in pausa|bloccato|in attesa di terzi|in attesa del fornitore|in attesa fornitore|in de wacht|gepauzeerd|opgeschort|wacht op leverancier|geblokkeerd|रुका हुआ|রাখা হয়েছে|暂停|等待第三方|搁置|停止中|一時停止|ベンダー待ち|保留|aangehouden|uitgesteld|geparkeerd|ruhend|wiedervorlage|différé|différée|reportée|reporté|aplazado|adiado',
  solved:
    'solved|resolved|fixed|done|complete|completed|finished|answered and solved|resolved by agent|solution provided|solution delivered|resolution provided|gelöst|erledigt|behoben|fertig|abgeschlossen|résolu|résolue|terminé|terminée|traité|traitée|resuelto|resuelta|solucionado|solucionada|completado|completada|finalizado|finalizada|resolvido|resolvida|solucionado|concluído|concluída|हल|हल किया गया|हल हो गया|हल हुआ|समाधान|समाधान हो गया|सुलझा|पूर्ण|पूरा|সমাধান|সমাধান হয়েছে|সমাধানকৃত|সমাধান করা হয়েছে|সম্পন্ন|সমাপ্ত|মীমাংসিত|problem solved|information provided|solution accepted|resolved automatically|auto resolved|workaround provided|answered & closed|disposed|disposed of|disposed off|redressed|rectified|attended to|erfolgreich gelöst|behoben und bestätigt|beantwortet und gelöst|listo|hecho|hecha|corregido|corregida|terminado|terminada|atendido|atendida|solventado|finalizado con éxito|resolvido com sucesso|itens concluídos|terminado com sucesso|corrigido|corrigida|risolto|risolta|completato|completata|terminato|fatto|opgelost|afgehandeld|voltooid|gereed|klaar|afgerond|résolus|résolues|solutionné|solutionnée|réglé|réglée|निपटाया गया|निपटारा|समाधान किया गया|हल हो गई|समाधान हो चुका|निराकृत|নিষ্পত্তি|নিষ্পন্ন|সমাধান হয়ে গেছে|সমাধা|সম্পূর্ণ|已解决|已完成|完成|解决|解決|解決済み|完了|対応済み|対応完了|evaso|ausgeführt|bearbeitet|sorted|sorted out|fix confirmed|rectified|evasa|evaso|evase|zrealizowane|sonuçlandı|исполнено|исполнена|対応済み|処理済み|已办结|办结',
  closed:
    'closed|close|archived|cancelled|canceled|closed complete|closed incomplete|closed skipped|closed successful|closed unsuccessful|closed unresolved|rejected|declined|withdrawn|abandoned|wont fix|won’t fix|won’t do|not planned|wontfix|expired|inactive|auto closed|autoclosed|closed no response|geschlossen|storniert|abgebrochen|archiviert|abgelehnt|fermé|fermée|clos|close|clôturé|clôturée|annulé|annulée|archivé|rejeté|cerrado|cerrada|cancelado|cancelada|archivado|rechazado|fechado|fechada|encerrado|encerrada|arquivado|rejeitado|बंद|बंद किया गया|रद्द|समाप्त|বন্ধ|বন্ধ হয়েছে|বন্ধ করা হয়েছে|বাতিল|আর্কাইভ|cancel|canceled by user|cancelled by user|voided|invalid|dropped|dismissed|discarded|closed with workaround|closed by customer|not reproducible|cannot reproduce|completed and closed|erfolgreich geschlossen|erfolglos geschlossen|verworfen|ungültig|zurückgezogen|beendet|geschlossen ohne lösung|cloturé|fermé définitivement|abandonné|abandonnée|rejetée|refusé|sans suite|archivée|anulado|anulada|rechazada|archivada|descartado|abandonado|cerrado sin solución|cancelada pelo usuário|abandonado|rejeitada|arquivada|recusado|invalidado|concluso e fechado|chiuso|chiusa|annullato|annullata|archiviato|rifiutato|cancellato|gesloten|geannuleerd|gearchiveerd|afgewezen|gesloten zonder oplossing|बंद हो गया|बंद कर दिया|बन्द|निरस्त|अस्वीकृत|বন্ধ করা|বাতিল করা হয়েছে|প্রত্যাখ্যাত|关闭|已关闭|已取消|取消|已拒绝|クローズ|終了|キャンセル|却下|クローズ済み|afgesloten|ingetrokken|respinto|classé|classé sans suite|desestimado|ausgeschlossen|no action needed|no action required|no action|desestimada|desestimado|archivada|archivado|sans suite|classé sans suite|classée sans suite|cancelled by user|cancelled by customer|annullata|annullato|improcedente|indeferido|indeferida|vervallen|却下|取消済み|已撤销|已撤回|已驳回',
  merged:
    'merged|duplicate|duplicated|closed duplicate|closed as duplicate|zusammengeführt|duplikat|fusionné|doublon|fusionado|duplicado|combinado|mesclado|विलय|विलीन|डुप्लिकेट|একীভূত|ডুপ্লিকেট|closed by merge|merge|merged ticket|merged into another ticket|is duplicate|marked as duplicate|zusammengefasst|zusammengelegt|dublette|fusionnée|fusionnés|doublons|en double|unificado|unificada|combinada|fusionada|duplicada|mesclada|duplicato|duplicata|samengevoegd|dubbel|duplicaat|डुप्लीकेट|मर्ज|মার্জ|একত্রিত|已合并|合并|重复|統合|統合済み|重複|マージ済み',
  spam: 'spam|junk|trashed as spam|suspended spam|marked as spam|indésirable|correo no deseado|lixo eletrônico|स्पैम|স্প্যাম|spam closed|closed spam|closed as spam|unwanted|unsolicited|pourriel|courrier indésirable|basura|correo basura|spam fermé|indesejado|posta indesiderata|ongewenst|ongewenste e-mail|垃圾邮件|垃圾|スパム|迷惑メール',
  deleted:
    'deleted|removed|trash|trashed|in trash|purged|gelöscht|papierkorb|supprimé|supprimée|corbeille|eliminado|eliminada|borrado|papelera|excluído|excluída|apagado|lixeira|हटाया गया|हटा दिया|মুছে ফেলা|মুছে ফেলা হয়েছে|discarded as deleted|soft deleted|softdeleted|entfernt|verwijderd|prullenbak|eliminato|eliminata|cestino|borrada|suprimido|removido|removida|supprimés|हटाया|删除|已删除|削除|削除済み',
};

const priorityWords: Record<Priority, string> = {
  low: 'low|lowest|minor|trivial|planning|p4|p5|very low|not urgent|s4|sev4|sev 4|niedrig|gering|sehr niedrig|faible|basse|bas|mineure|baja|bajo|menor|baixa|baixo|कम|निम्न|কম|নিম্ন',
  normal:
    'normal|medium|moderate|standard|average|default|regular|p3|s3|sev3|sev 3|mittel|moyenne|moyen|normale|media|medio|média|médio|सामान्य|मध्यम|স্বাভাবিক|মাঝারি|মধ্যম',
  high: 'high|major|important|elevated|p2|s2|sev2|sev 2|hoch|wichtig|haute|élevée|élevé|haut|majeure|importante|alta|alto|mayor|elevada|उच्च|ज़्यादा|উচ্চ|বেশি',
  urgent:
    'urgent|critical|highest|blocker|emergency|immediate|very high|showstopper|p0|p1|s1|sev1|sev 1|severe|dringend|kritisch|sehr hoch|höchste|sofort|urgente|critique|bloquante|crítica|crítico|muy alta|muito alta|emergência|अति आवश्यक|तत्काल|अत्यावश्यक|गंभीर|জরুরি|জরুরী|অতি জরুরি|সংকটপূর্ণ',
};

const channelWords: Record<Channel, string> = {
  email:
    'email|e-mail|mail|emails|smtp|gmail|office365|outlook|inbound email|email ticket|e-mail-adresse|courriel|correo|correo electrónico|ईमेल|ইমেইল|ই-মেইল',
  phone:
    'phone|telephone|call|voice|phone call|phone call inbound|phone call outbound|voicemail|aircall|cti voice|telefon|anruf|téléphone|appel|teléfono|llamada|telefone|ligação|फ़ोन|फोन|दूरभाष|ফোন|টেলিফোন',
  chat: 'chat|live chat|livechat|web chat|webchat|chat widget|messenger chat|conversation|native messaging|live messaging|website live chat|चैट|চ্যাট',
  web: 'web|portal|web form|webform|form|website|online|widget|feedback widget|help center|helpcenter|contact form|contact us|web widget|self service|self-service|customer portal|closed ticket|mobile|mobile app|app|mobile sdk|internet|site web|formulaire|formulaire web|formular|webformular|kundenportal|sitio web|formulario|formulário|portal web|वेब|पोर्टल|वेबसाइट|ওয়েব|পোর্টাল|ওয়েবসাইট',
  social:
    'social|twitter|facebook|instagram|x|twitter dm|facebook post|facebook comment|social media|tweet|reddit|linkedin|youtube|google play|app store|trustpilot|soziale medien|réseaux sociaux|redes sociales|redes sociais|x corp|सोशल मीडिया|সোশ্যাল মিডিয়া|সামাজিক মাধ্যম',
  messaging:
    'messaging|whatsapp|sms|messenger|facebook messenger|facebook message|telegram|line|viber|wechat|slack|text|text message|any channel|in-app|in app|push|imessage|kakao|mensajería|mensagem|messagerie|व्हाट्सएप|एसएमएस|হোয়াটসঅ্যাপ|এসএমএস',
  api: 'api|web service|webservice|integration|rest api|rule|monitoring|event|system|import|bulk import|automation',
  in_person:
    'in person|in-person|walk in|walk-in|walkin|counter|front desk|face to face|letter|post|fax|store|branch|vor ort|persönlich|brief|en personne|sur place|en persona|presencial|en persona|व्यक्तिगत|সরাসরি|ব্যক্তিগতভাবে',
};

const roleWords: Record<AuthorRole, string> = {
  customer:
    'customer|user|in|inbox|posteingang|boîte de réception|bandeja de entrada|caixa de entrada|posta in arrivo|postvak in|klient|klientka|zgłaszający|przychodząca|przychodzące|клиент|заявитель|пользователь|входящее|входящий|müşteri|kullanıcı|gelen|visiteur|visitante|visitatore|bezoeker|besucher|interessent|acheteur|comprador|客户|顾客|用户|访客|买家|お客様|顧客|ユーザー|利用者|end user|end-user|enduser|client|requester|requestor|contact|lead|visitor|consumer|reporter|caller|buyer|guest|patient|student|inbound|incoming|eingehend|kunde|kundin|nutzer|benutzer|anfragesteller|melder|client·e|client|cliente|demandeur|demandeuse|utilisateur|utilisatrice|usager|entrant|usuario|usuaria|solicitante|entrante|usuário|usuária|requerente|utente|richiedente|in entrata|klant|gebruiker|aanvrager|melder|inkomend|ग्राहक|उपयोगकर्ता|आवेदक|গ্রাহক|ব্যবহারকারী|আবেদনকারী',
  agent:
    'agent|admin|out|sent items|sent mail|gesendete elemente|gesendete objekte|éléments envoyés|elementos enviados|itens enviados|posta inviata|verzonden items|konsultant|pracownik|wychodząca|wychodzące|оператор|специалист|сотрудник|исходящее|исходящий|temsilci|müşteri temsilcisi|personel|giden|outbound api|outbound call|outbound reply|客服|坐席|人工客服|客服人员|担当者|オペレーター|スタッフ|サポート担当|staff|support|support agent|support team|service desk|desk|helpdesk|consultant|advisor|specialist|handler|supporter|human agent|mitarbeiterin|bearbeiterin|berater|beraterin|techniker|ausgehend|technicien|technicienne|conseillère|opérateur|opératrice|agente de soporte|agent·e|técnico|técnica|operador|operadora|asesor|asesora|saliente|soporte|analista|saída|operatore|operatrice|tecnico|in uscita|medewerker|behandelaar|uitgaand|कर्मचारी|सहायक|প্রতিনিধি|কর্মী|operator|teammate|representative|rep|employee|member|collaborator|owner|outbound|outgoing|technician|mitarbeiter|bearbeiter|conseiller|agente|atendente|एजेंट|এজেন্ট|প্রতিনিধি',
  bot: 'bot|chatbot|robô|asistente virtual|assistente virtual|assistant virtuel|assistente virtuale|virtueller assistent|virtuele assistent|virtual agent|virtual assistant|automation|answer bot|operator bot|fin|lyro|copilot|ai|ai agent|ai assistant|ai bot|assistant|robot|automatisch|automático|automatique|automatico|机器人|智能客服|ボット|बॉट|বট',
  system:
    'system|système|sistema|systeem|系统|システム|workflow|auto|automatic|rule|trigger|activity|template|system message|notification',
  // Outside collaborators answer for a project, past contributors do not (GitHub's CommentAuthorAssociation).
  other:
    'none|contributor|first time contributor|first timer|mannequin|cc|watcher|follower|participant|third party|observer',
};

/** Values by their words, made when one is first looked up. */
type Vocabulary<V extends string> = () => ReadonlyMap<string, V>;

function vocabularyOf<V extends string>(words: Record<V, string>): ReadonlyMap<string, V> {
  const map = new Map<string, V>();
  for (const canonical of Object.keys(words) as V[]) {
    const add = (form: string): void => {
      if (!map.has(form)) map.set(form, canonical);
    };
    for (const written of `${canonical}|${words[canonical]}`.split('|')) {
      if (/^[a-z]+$/.test(written)) {
        add(written);
        continue;
      }
      const plain = foldValue(written);
      add(plain);
      add(foldHeader(written));
      if (!/[ -]/.test(plain)) continue;
      add(plain.replace(/ /g, '-'));
      add(plain.replace(/ /g, '_'));
      add(plain.replace(/[ -]/g, ''));
    }
  }
  return map;
}

/** Lists of words with those of further languages behind them. */
function withFurther<V extends string>(
  own: Record<V, string>,
  further: Readonly<Partial<Record<V, string>>>,
): Record<V, string> {
  const all = { ...own };
  for (const key of Object.keys(own) as V[]) if (further[key]) all[key] = `${own[key]}|${further[key]}`;
  return all;
}

export const statusVocabulary = once(() =>
  prepared(() => vocabularyOf(withFurther(statusWords, furtherStatuses))),
);
export const priorityVocabulary = once(() =>
  prepared(() => vocabularyOf(withFurther(priorityWords, furtherPriorities))),
);
export const channelVocabulary = once(() => prepared(() => vocabularyOf(channelWords)));
export const roleVocabulary = once(() => prepared(() => vocabularyOf(roleWords)));

/** What the further languages call the values of a vocabulary. */
const glossOf = new Map<object, Parameters<typeof glossOfValues>[0]>([
  [statusVocabulary, 'statuses'],
  [priorityVocabulary, 'priorities'],
  [roleVocabulary, 'roles'],
]);

/** Two capitals are a code, of a place as a rule: `NY` is not Swedish for new. */
const code = /^\s*[A-Z]{2}\s*$/;

/** False for words, as most cells are: they need no pattern. */
const mayBeginWithNumber = (text: string): boolean => text.charCodeAt(0) <= 0x39;

/** A cell in the forms in which it is looked up. */
interface Forms {
  readonly folded: string;
  readonly bare: string;
  readonly isCode: boolean;
}

const formsKnown = new Map<string, Forms>();
/** Cells are asked of each vocabulary in turn, a column at a time: their forms are not kept for ever. */
const MOST_KNOWN = 1000;

function formsOf(written: string): Forms {
  let forms = formsKnown.get(written);
  if (forms === undefined) {
    const raw = withoutEntities(written);
    forms = { folded: foldValue(raw), bare: foldHeader(raw), isCode: code.test(raw) };
    if (formsKnown.size >= MOST_KNOWN) formsKnown.clear();
    formsKnown.set(written, forms);
  }
  return forms;
}

/** The value a vocabulary gives a raw cell: as written, without accents, or without a leading number (`3 - Moderate`). */
export function lookUp<V extends string>(vocabulary: Vocabulary<V>, written: string): V | null {
  const values = vocabulary();
  const { folded, bare, isCode } = formsOf(written);
  const plain = values.get(folded);
  if (plain) return plain;
  const known =
    (bare === folded ? undefined : values.get(bare)) ??
    (mayBeginWithNumber(bare) ? values.get(bare.replace(/^\d+ /, '')) : undefined);
  if (known) return known;
  const gloss = glossOf.get(vocabulary);
  if (gloss === undefined || isCode) return null;
  const numberless = mayBeginWithNumber(folded) ? folded.replace(/^\d+[ .:-]+/, '') : folded;
  const isAscii = isPlain(numberless);
  const word = isAscii ? numberless : plainScript(numberless);
  return (glossOfValues(gloss, isAscii || isPlain(word)).get(word) as V | undefined) ?? null;
}

const thirdParty =
  /\b(vendor|third party|3rd party|supplier|partner|engineering|engineers?|development|developers?|release|change|internal|parts|approval|carrier|manufacturer|dritte[rn]?|lieferant\w*|fournisseur|tiers|prestataires?|proveedor|terceros?|fornecedor|terceiros?|terzi|fornitor[ei]|leverancier|derden|dostawc\w+|tedarikci)\b|поставщик|подрядчик/;
const customer =
  /\b(customer|user|client|requester|requestor|caller|reporter|contact|info|information|input|reply|response|feedback|kunden?|cliente|respuesta|resposta|antwort|ruckmeldung|utilisateur|demandeur|usuario|solicitante|retorno|utente|risposta|klant|reactie|antwoord|klient\w*|odpowiedz|musteri\w*|yanit\w*|cevap)\b|ग्राहक|গ্রাহক|клиент|заявител|пользовател|ответ|уточнен/;
/** It is the desk's turn; "response" and "info" beside these are its own. */
const desk =
  /\b(support|suporte|soporte|supporto|assistenza|asistencia|ondersteuning|helpdesk|service ?desk|staff|agents?|agente|atendente|bearbeiter|bearbeitung|traitement|behandelaar)\b/;
const askers =
  /\b(customer|user|client|requester|requestor|caller|reporter|contact|kunden?|cliente|utilisateur|demandeur|usuario|solicitante|utente|klant|gebruiker)\b/;
const waits =
  /\b(wait|waiting|awaiting|await|pending|warte[nt]?|wartet|attente|espera|esperando|aguardando|pendente|pendiente|attesa|wacht|wachten|afwachting|oczek\w+|czeka|beklen\w+|bekliyor|beklemede)\b|ожида|ждет/;

/** Words that may turn what stands beside them into its opposite. */
const denies: ReadonlySet<string> = new Set(
  'not|partially|un|never|no|nicht|teilweise|non|pas|partiellement|nao|parcialmente|sin|niet|नहीं|না|nie|не|degil'.split(
    '|',
  ),
);
/** Words of the longest status phrase. */
const LONGEST = 5;

/** The statuses whose words stand within these, the longest phrase first: `en cours` of `en cours attribue`. */
function statusesWithin(list: readonly string[]): Set<Status> {
  const found = new Set<Status>();
  for (let at = 0; at < list.length; ) {
    let size = Math.min(LONGEST, list.length - at);
    let status: Status | undefined;
    for (; size > 0; size--) {
      status = statusVocabulary().get(list.slice(at, at + size).join(' '));
      if (status) break;
    }
    if (status) found.add(status);
    at += Math.max(1, size);
  }
  return found;
}

/** A full name with a mark that the account behind it is closed: `Ana Prado (deleted)` is a person, no state. */
const closedAccount =
  /^(\S+(?:\s+\S+)+)\s*[([](?:deleted|inactive|deactivated|disabled|suspended|archived|gelöscht|inaktiv|deaktiviert|supprimé|inactif|désactivé|eliminado|inactivo|desactivado|excluído|inativo|desativado|eliminato|disattivato|inattivo|verwijderd|inactief|gedeactiveerd)[)\]]$/iu;

/** A status in the words of any tool or supported language, or null where nobody could be sure. */
export function statusOf(written: string): Status | null {
  const raw = withoutEntities(written);
  const known = lookUp(statusVocabulary, raw);
  if (known) return known;
  const name = /[)\]]\s*$/.test(raw) ? closedAccount.exec(raw.trim())?.[1] : undefined;
  if (name !== undefined && statusOf(name) === null) return null;
  const words = foldHeader(raw);
  if (waits.test(words)) {
    if (thirdParty.test(words)) return 'on_hold';
    if (desk.test(words) && !askers.test(words)) return 'open';
    if (customer.test(words)) return 'pending';
    return null;
  }
  const list = words.split(' ');
  if (list.some((word) => denies.has(word))) return null;
  return oneOf(statusesWithin(list));
}

const finerThanOpen = ['new', 'pending', 'on_hold'] as const;

/** The status that words for several say together; null where they contradict each other. */
function oneOf(found: ReadonlySet<Status>): Status | null {
  for (const taken of ['merged', 'spam', 'deleted', 'closed'] as const) {
    if (found.has(taken) && [...found].every((one) => one === taken || one === 'closed' || one === 'solved'))
      return taken;
  }
  // `Open_New`, `Open - Pending Input`: open is what all of these are, and the other word says more.
  if (found.size === 2 && found.has('open')) return finerThanOpen.find((finer) => found.has(finer)) ?? null;
  return found.size === 1 ? [...found][0] : null;
}
