import type { Messages } from '../template.ts';

/** What went wrong, what was guessed and what stops a run, in Hindi. English: `problem-texts.ts`. */
export const problems = {
  'problem.usage': '{message}',
  'problem.bug': 'यह deskstat की गड़बड़ी है, आपके डेटा की नहीं',
  'problem.no_input': 'किसी फ़ाइल का नाम नहीं दिया गया',
  'problem.unknown_zone': '“{zone}” नाम का कोई टाइम ज़ोन नहीं है',
  'problem.bad_syntax': '{language}, अक्षर {column} पर: {message}',

  'problem.file_not_found': 'इस नाम की कोई फ़ाइल या फ़ोल्डर नहीं है',
  'problem.file_unreadable': 'पढ़ी नहीं जा सकती ({reason})',
  'problem.file_empty': 'फ़ाइल ख़ाली है',
  'problem.file_not_text': 'यह {kind} है, टेक्स्ट एक्सपोर्ट नहीं',
  'problem.contents_unreadable': 'यह {kind} है, जो पढ़ी नहीं जा सकी: {reason}',
  'problem.archive_refused': 'यह एक ZIP आर्काइव है, जिसे खोला नहीं गया: {reason}',
  'problem.package_missing': '{engine} को {packages} से पढ़ा जाता है, जो इंस्टॉल नहीं है',
  'problem.package_broken': '{engine} को {packages} से पढ़ा जाता है, जो चल नहीं पा रहा: {reason}',
  'problem.database_unnamed': '{scheme} के बाद डेटाबेस की फ़ाइल चाहिए',
  'problem.database_parameter': '{engine} स्रोत में “{parameter}” नाम का कोई पैरामीटर नहीं है',
  'problem.database_unreadable': '{engine} इसे पढ़ नहीं पा रहा: {reason}',
  'problem.database_unreachable': '{host} पर कोई {engine} सर्वर जवाब नहीं देता: {reason}',
  'problem.database_login_refused': '{engine} “{user}” को अंदर नहीं आने देता: {reason}',
  'problem.database_empty': 'इसमें कोई टेबल नहीं है',
  'problem.table_not_found': '“{table}” नाम की कोई टेबल नहीं है',
  'problem.query_failed': '{engine} क्वेरी नहीं चला पा रहा: {reason}',
  'problem.query_writes': 'क्वेरी कुछ लिखना चाहती है, पर स्रोत सिर्फ़ पढ़े जाते हैं ({engine}: {reason})',
  'problem.query_reaches_out': 'क्वेरी अपने डेटाबेस से बाहर जाना चाहती है, स्रोत ऐसा नहीं करता ({engine}: {reason})',
  'problem.query_without_rows': 'इस क्वेरी से कोई पंक्ति नहीं आती',
  'problem.pdf_needs_browser': 'PDF Chromium, Chrome या Edge से छपती है, और इनमें से कोई नहीं मिला',
  'problem.pdf_failed': '{browser} ने पेज नहीं छापा: {reason}',
  'problem.bad_ticket_url':
    '"{address}" टिकट का पता नहीं है: यह https:// से शुरू होता है और नंबर की जगह {place} होता है',
  'problem.no_data_files': 'इसमें कोई डेटा फ़ाइल नहीं है',
  'problem.files_passed_over':
    '{count} {count|फ़ाइल छोड़ी गई, एक्सटेंशन से डेटा फ़ाइल नहीं लगती|फ़ाइलें छोड़ी गईं, एक्सटेंशन से डेटा फ़ाइलें नहीं लगतीं}: {files}',
  'problem.own_results_left_out':
    '{count} {count|फ़ाइल छोड़ी गई, यह deskstat की ही लिखी है|फ़ाइलें छोड़ी गईं, ये deskstat की ही लिखी हैं}: {files}',
  'problem.same_file_twice': 'यह फ़ाइल एक से ज़्यादा बार दी गई; एक ही बार पढ़ी गई',
  'problem.encoding_guessed': 'सही UTF-8 नहीं है: {encoding} मानकर पढ़ी गई',
  'problem.headers_repeated': 'डेटा के बीच हेडर फिर से आया है ({count} बार); छोड़ दिया गया',
  'problem.totals_passed_over': 'योग की {count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}: {text}',
  'problem.trailer_passed_over': 'डेटा के बाद की {count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}: {text}',
  'problem.row_too_long': 'एक पंक्ति {limit} से लंबी है; न बंद करने वाला कोट मिला, न पंक्ति का अंत',
  'problem.records_not_json': 'रिकॉर्डों के आगे-पीछे की {count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}',
  'problem.no_rows': 'सिर्फ़ हेडर है, कोई पंक्ति नहीं: नापने लायक़ कुछ नहीं',
  'problem.too_many_rejected':
    '{rows} में से {count} {count|पंक्ति|पंक्तियाँ} काम की नहीं {count|है|हैं} ({percent}%), {option} की सीमा ({limit}%) से ज़्यादा',

  'problem.answers_repeated': '{count} जवाब दूसरी फ़ाइल में भी {count|है|हैं}; हर जवाब एक ही बार गिना गया',
  'problem.answers_without_response':
    '{count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}: सर्वे के जिस रिस्पॉन्स के जवाब हैं, वह यहाँ नहीं है',
  'problem.ticket_answered_again':
    '{count} {count|टिकट|टिकटों} पर सर्वे के कई जवाब: जवाबों में सब गिने जाते हैं, टिकट की रेटिंग आख़िरी जवाब की है',
  'problem.no_retention': (say) =>
    say.message(say.has('kind') ? 'problem.no_retention.by_kind' : 'problem.no_retention.at_all'),
  'problem.no_retention.by_kind': 'कौन बना रहता है, {kind} के आधार पर यह बताने लायक़ यहाँ कुछ नहीं है',
  'problem.no_retention.at_all': 'कौन बना रहता है, यह बताने लायक़ यहाँ कुछ नहीं है',
  'problem.customers_called_gone': '“{column}” के अनुसार {count} ग्राहक जा चुके हैं और {there} अब भी हैं',
  'problem.customers_endless': 'कौन बना रहता है, यह ग्राहकों की सूची से नहीं लिया गया: {because}',
  'problem.customers_not_pooled':
    'छोड़ दी गई: इसमें ग्राहक “{key}” से पहचाने जाते हैं, {other} में “{otherKey}” से, और एक भी मान एक जैसा नहीं',
  'problem.holidays_passed_over':
    '{count} {count|इवेंट छोड़ा गया|इवेंट छोड़े गए}, इसलिए ये दिन आम दिनों की तरह गिने गए: {names}',
  'problem.policy_unreached': (say) =>
    say.message(say.has('before') ? 'problem.policy_unreached.taken' : 'problem.policy_unreached.none'),
  'problem.policy_unreached.none': 'SLA नीति “{policy}” के तहत कोई टिकट नहीं',
  'problem.policy_unreached.taken':
    'SLA नीति “{policy}” कभी लागू नहीं होगी: उससे पहले “{before}” हर टिकट ले लेती है',
  'problem.customer_column_lacking': 'ग्राहकों की सूची में “{column}” नाम का कॉलम नहीं है',

  'problem.dates_too_coarse': '“{column}” में (“{example}”) दिन नहीं लिखा है, जबकि {field} के लिए दिन चाहिए',
  'problem.no_created_at': 'टिकट बनने के समय का कोई कॉलम नहीं है',
  'problem.undated_messages': 'इन बातचीतों के मैसेज में तारीख़ नहीं है, इसलिए समय से जुड़ा कुछ भी नापा नहीं जा सकता',
  'problem.unknown_field': '“{field}” नाम का कोई फ़ील्ड नहीं है',
  'problem.unknown_value': "--value {field}:'{raw}': {field} का कोई मान “{value}” नहीं है",
  'problem.unknown_column': '--map {field}: किसी फ़ाइल में “{column}” नाम का कॉलम नहीं है',
  'problem.values_unused': '--value {field}: इस्तेमाल नहीं हुआ, क्योंकि कोई कॉलम {field} के रूप में नहीं पढ़ा गया',
  'problem.unknown_preset': '“{preset}” नाम का कोई प्रीसेट नहीं है',
  'problem.preset_does_not_fit': 'कॉलम {preset} के किसी एक्सपोर्ट से मेल नहीं खाते',
  'problem.unknown_scale': '“{scale}” नाम का कोई रेटिंग पैमाना नहीं है',
  'problem.field_ambiguous': '{candidates}: इनमें से कोई भी {field} हो सकता है',
  'problem.kind_guessed': '{kind} मानकर पढ़ा गया',
  'problem.field_guessed': '“{column}” को {field} मानकर पढ़ा गया (भरोसा {confidence})',
  'problem.field_uncertain': (say) =>
    say.message(say.has('others') ? 'problem.field_uncertain.others' : 'problem.field_uncertain.alone'),
  'problem.field_uncertain.others':
    '“{column}” को {field} मानकर पढ़ा गया, पर यह पक्का नहीं है; {others} भी हो सकता है',
  'problem.field_uncertain.alone': '“{column}” को {field} मानकर पढ़ा गया, पर यह पक्का नहीं है',
  'problem.zone_guessed': (say) =>
    say.message(say.has('because') ? 'problem.zone_guessed.because' : 'problem.zone_guessed.plain'),
  'problem.zone_guessed.because': 'समय के साथ टाइम ज़ोन नहीं लिखा है; {zone} मानकर पढ़ा गया, {because}',
  'problem.zone_guessed.plain': 'समय के साथ टाइम ज़ोन नहीं लिखा है; {zone} मानकर पढ़ा गया',
  'problem.date_order_guessed': '{example} जैसी तारीख़ें “{order}” के क्रम में पढ़ी गईं, {because}',
  'problem.clock_guessed': (say) =>
    say.message(say.has('because') ? 'problem.clock_guessed.because' : 'problem.clock_guessed.plain'),
  'problem.clock_guessed.because': '“{column}” के {example} जैसे समय {read} मानकर पढ़े गए: {because}',
  'problem.clock_guessed.plain': '“{column}” के {example} जैसे समय {read} मानकर पढ़े गए',
  'problem.date_orders_mixed.some':
    '“{column}” में कुछ तारीख़ें दिन पहले और कुछ महीना पहले लिखी हैं; {either} {either|तारीख़|तारीख़ें} दोनों तरह पढ़ी जा {either|सकती है, वह छोड़ी गई|सकती हैं, वे छोड़ी गईं}',
  'problem.date_orders_mixed.said':
    '“{column}” में कुछ तारीख़ें दिन पहले और कुछ महीना पहले लिखी हैं; जो दोनों तरह पढ़ी जा सकती हैं, वे फ़्लैग के अनुसार पढ़ी गईं',
  'problem.date_orders_mixed.none':
    '“{column}” में कुछ तारीख़ें दिन पहले और कुछ महीना पहले लिखी हैं; हर तारीख़ उसी तरह पढ़ी गई जैसे पढ़ी जा सकती है',
  'problem.date_orders_mixed': (say) =>
    say.message(
      say.has('order')
        ? 'problem.date_orders_mixed.said'
        : say.has('either')
          ? 'problem.date_orders_mixed.some'
          : 'problem.date_orders_mixed.none',
    ),
  'problem.zone_ambiguous': '“{column}” का {letters} कई जगहों का टाइम ज़ोन है ({zones}); {zone} मानकर पढ़ा गया',
  'problem.duration_unit_guessed': '“{column}” की इकाई {unit} मानी गई: {because}',
  'problem.ticket_scales_differ':
    'टिकटों की रेटिंग कई पैमानों पर है ({found}), जो कभी साथ नहीं गिने जाते; हर फ़ाइल के बारे में अलग से पूछें',
  'problem.scale_guessed': '“{column}” की रेटिंग {scale} पैमाने पर पढ़ी गई',

  'problem.nothing_to_measure': 'नापने लायक़ कुछ नहीं: टिकट, इवेंट, मैसेज, सर्वे या ग्राहकों की कोई टेबल नहीं है',
  'problem.unknown_metric': '“{id}” नाम का कोई मेट्रिक नहीं है',
  'problem.metric_unavailable': '{id} उपलब्ध नहीं: {reason}',
  'problem.unknown_clock': '{id} में “{clock}” नाम की कोई घड़ी नहीं है',
  'problem.unknown_stat': '{id} में “{stat}” नाम का कोई आँकड़ा नहीं है',
  'problem.waiting_unavailable': 'कौन इंतज़ार में है, यह नहीं बताया जा सकता: {reason}',
  'problem.baseline_missing': '“{expect}” के लिए बेसलाइन चाहिए',
  'problem.baseline_unusable': 'इसे बेसलाइन नहीं बनाया जा सकता: {reason}',
  'problem.baseline_mismatch': 'इस बार के आँकड़ों से तुलना नहीं हो सकती: {reason}',
  'problem.saved_unusable': 'तुलना नहीं हो सकती: {reason}',
  'problem.saved_mismatch': 'तुलना नहीं हो सकती: {reason}',
  'problem.age_not_checked': 'डेटा {asOf} तक का है; वह कितना पुराना है, यह नहीं जाँचा गया',
  'problem.truncated_refused': 'फ़ाइल बीच में कटी है, और जो नहीं है उससे कोई भी फ़ैसला बदल सकता है',
  'problem.settings_twice': 'पास में दूसरी सेटिंग फ़ाइल भी है: {other}',
  'problem.settings_unused': 'इस्तेमाल नहीं हुई, क्योंकि {used} इस्तेमाल हुई',
  'problem.file_not_used': 'इस्तेमाल नहीं हुई: इसका कुछ भी समझ नहीं आया',
  'problem.files_not_used': '{count} फ़ाइलें इस्तेमाल नहीं हुईं, क्योंकि उनका कुछ भी समझ नहीं आया: {files}',
  'problem.file_not_asked': 'इस्तेमाल नहीं हुई: इस सवाल में ऐसी फ़ाइल नहीं चाहिए ({kinds})',
  'problem.list_names_nobody': 'इस्तेमाल नहीं हुई: इस सूची की कोई आईडी दूसरी फ़ाइलों में नहीं है',
  'problem.pattern_unused': 'इस बार किसी फ़ाइल का नाम “{pattern}” नहीं है',
  'problem.pattern_misspelt': 'इस बार किसी फ़ाइल का नाम “{pattern}” नहीं है',
  'problem.filter_value_unknown': '{field} में “{value}” नाम का कुछ नहीं है',
  'problem.no_policies': '--soon {soon} को कुछ नहीं मिलता: कोई SLA नीति नहीं बताती कि लक्ष्य की समय-सीमा कब है',
  'problem.data_too_old': 'डेटा का सबसे नया समय {asOf} है, यानी {age} पुराना; --max-age की सीमा {limit} है',
  'problem.bad_book': '{message}',
  'problem.no_text': 'बार-बार आने वाली समस्याएँ ढूँढने के लिए डेटा में न विषय हैं, न विवरण',
  'problem.too_many_rows_for_a_sheet': 'वर्कबुक की एक शीट में 10,48,575 पंक्तियाँ आती हैं, यहाँ {rows} हैं',
  'problem.unknown_issue': '{id} आईडी वाली कोई समस्या नहीं है',
  'problem.unknown_dimension': '“{name}” नाम का कोई फ़ील्ड नहीं है',
  'problem.dimension_lacking': 'डेटा में “{name}” नहीं है',

  'problem.local_time_repeated':
    '“{column}” {count|का|के} {count} समय ऐसे घंटे में {count|है|हैं} जो घड़ी में दो बार आया; पहले वाला माना गया',
  'problem.local_time_skipped':
    '“{column}” {count|का|के} {count} समय ऐसे घंटे में {count|है|हैं} जो घड़ी में आया ही नहीं; जितना समय घड़ी में नहीं आया, उतना आगे का माना गया',
  'problem.rows_not_data': '{count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}: प्रीव्यू या टेस्ट, जवाब नहीं',
  'problem.ticket_repeated':
    '{count} {count|पंक्ति|पंक्तियों} में उसी फ़ाइल का टिकट फिर से आया है; हर टिकट एक बार ही गिना गया',
  'problem.ticket_in_several_files': '{count} टिकट कई फ़ाइलों में {count|है|हैं}; हर एक का सबसे नया रूप गिना गया',
  'problem.tickets_without_ids_alike':
    'बिना आईडी के {count} टिकट दूसरी फ़ाइल में भी {count|है|हैं}: बनने का समय, व्यक्ति और पाठ एक ही; हर एक एक ही बार गिना गया',
  'problem.tickets_look_alike':
    'बिना आईडी के {count} टिकट दूसरी फ़ाइल के टिकटों जैसे {count|लगता है|लगते हैं}; किसी कॉलम में व्यक्ति का नाम नहीं है, इसलिए हर एक गिना गया',
  'problem.row_numbers': (say) =>
    say.message(say.has('id') ? 'problem.row_numbers.other_id' : 'problem.row_numbers.no_id'),
  'problem.row_numbers.other_id': '“{column}” पंक्तियाँ गिनता है; आईडी “{id}” है',
  'problem.row_numbers.no_id': '“{column}” पंक्तियाँ गिनता है, आईडी नहीं है',
  'problem.key_found':
    '“{column}” कई पंक्तियों में आता है और तय करता है कि टिकट कब शुरू और ख़त्म हुआ: उसकी सभी पंक्तियाँ एक ही टिकट हैं',
  'problem.ids_joined': '“{column}” की आईडी दोहराई जाती हैं; टिकट “{within}” और “{column}” दोनों से पहचाना गया',
  'problem.rows_not_told_apart':
    'स्प्रेडशीट में “{column}” के अंक खो गए हैं (1.03006E+13) और एक टिकट की कई पंक्तियाँ हैं, जिन्हें “{within}” दूसरे टिकटों से अलग नहीं करता: टिकट कितने हैं, यह पता नहीं चलता',
  'problem.rows_repeat_tickets':
    'कई पंक्तियों में बनने का समय, व्यक्ति और विषय दोहराए गए हैं, और कोई कॉलम नहीं बताता कि कौन-सी पंक्तियाँ एक ही टिकट की हैं: टिकट कितने हैं, यह पता नहीं चलता',
  'problem.no_ids':
    'टिकटों को अलग पहचानने वाला कोई कॉलम नहीं है: हर पंक्ति एक टिकट गिनी गई, और दूसरी फ़ाइल का कुछ भी इससे नहीं जोड़ा जा सकता',
  'problem.own_columns':
    'हर पंक्ति में टिकट की अपनी बातें दोहराई गई हैं ({columns}); टिकट की वही मानी गईं जो उसकी आख़िरी पंक्ति में हैं',
  'problem.status_never_changes':
    'किसी टिकट का “{column}” एक पंक्ति से दूसरी में नहीं बदलता: यह टिकट की अभी की स्थिति है, इतिहास नहीं',
  'problem.rows_in_several_files':
    '{count} {count|पंक्ति|पंक्तियाँ} दूसरी फ़ाइल में भी {count|है|हैं}; हर एक एक ही बार गिनी गई, जैसी नई फ़ाइल में है',
  'problem.same_id_other_ticket': 'पंक्ति {first} और {second} की आईडी एक ही है ({id}), पर बनने का समय अलग है',
  'problem.same_id_other_desk': '{first} और {second} में एक ही आईडी ({id}) है, पर बनने का समय अलग है',
  'problem.automatic_answers':
    '60 सेकंड के भीतर आए एक ही टेक्स्ट वाले {count} जवाब अपने-आप {count|जाने वाला माना गया|जाने वाले माने गए}',
  'problem.bots_answer':
    'बॉट के {count} जवाब भी लोगों के जवाबों की तरह इंतज़ार ख़त्म करते हैं, जैसा “answers: bots” सेटिंग में है',
  'problem.no_bot_answers': '“answers: bots” से कुछ नहीं बदलता: यहाँ कोई मैसेज बॉट का जवाब नहीं है',
  'problem.zeros_not_yet': '{field} के {count} शून्य, जहाँ अभी कुछ हुआ नहीं; ख़ाली माने गए',
  'problem.tickets_removed_by_column': '“{column}” के अनुसार {count} टिकट: {reason}; किसी भी संख्या में नहीं',
  'problem.messages_by_machines':
    '“{column}” के अनुसार {count} {count|मैसेज मशीन का है|मैसेज मशीन के हैं}: किसी इंसान {count|का जवाब|के जवाब} नहीं',
  'problem.tickets_begun_by_desk':
    '“{column}” के अनुसार {count} बातचीत डेस्क ने ख़ुद शुरू की: पहला उत्तर नहीं गिना जाता',
  'problem.answers_without_time':
    '{count} टिकट में जवाब हैं, पहले का समय नहीं: उत्तर कब दिया गया पता नहीं, इसलिए न अनुत्तरित हैं, न पहले उत्तर के समय में',
  'problem.calls_not_answered':
    '“{column}” के अनुसार {count} कॉल किसी ने नहीं उठाई: इंतज़ार जितना भी हुआ हो, उनका पहला उत्तर नहीं है',
  'problem.none_open':
    '{count} टिकट में एक भी खुला नहीं है: सारा काम पूरा हो जाने पर ऐसा होता है, और सिर्फ़ हल हुए टिकटों के एक्सपोर्ट में भी, जिसमें बकाया और बिना जवाब के टिकट नहीं होते',
  'problem.list_begins_later':
    'बाक़ी टिकटों से देर में शुरू होती है: उससे पहले और बाद की अवधियों की आपस में तुलना नहीं की जाती',
  'problem.list_ends_earlier':
    'बाक़ी टिकटों से पहले ख़त्म होती है: उसके अंत से पहले और बाद की अवधियों की आपस में तुलना नहीं की जाती',
  'problem.open_again': '{count} टिकट हल होने के बाद दोबारा {count|खुला है; वह खुला गिना गया|खुले हैं; वे खुले गिने गए}',
  'problem.sides_disagree':
    '{compared} में से {count} टिकटों पर {left} और {right} अलग बताते हैं; गणना में {used} लिया गया है',
  'problem.no_tickets': 'कोई टिकट इस्तेमाल नहीं हो सका',
  'problem.coverage_unsettled':
    '{files} कैसे काटी गई, यह सेटिंग में नहीं कहा गया, या दूसरी फ़ाइलों से अलग कहा गया है; डेटा से माना गया',
  'problem.pseudonyms_unsalted':
    'छद्मनाम आपके किसी गुप्त शब्द के बिना बने हैं: जो नाम जानता है वह उसका छद्मनाम भी निकाल सकता है',

  'problem.output_is_input': 'यह फ़ाइल पढ़ी जा रही है, इसे ओवरराइट नहीं किया जा सकता',
  'problem.output_exists': 'फ़ाइल पहले से है, इसे ओवरराइट नहीं किया गया',
  'problem.observations_broken': 'ये प्रेक्षण काम में नहीं लाए जा सकते: {reason}',
  'problem.observations_lack': '{what} का कोई प्रेक्षण नहीं है',
  'problem.not_sharded': 'एक हिस्से में {metrics} नहीं है: {reason}',
  'problem.sql_cannot': 'कोई क्वेरी {what} की गणना नहीं कर सकती: केवल "metrics --observations" करता है',
  'problem.output_unwritable': 'लिखी नहीं जा सकती: {reason}',

  'problem.config_syntax': 'सही YAML नहीं है: {reason}',
  'problem.config_unknown_key': (say) =>
    say.message(
      say.arg('inside') === '' ? 'problem.config_unknown_key.alone' : 'problem.config_unknown_key.inside',
    ),
  'problem.config_unknown_key.inside': '“{inside}” में अनजान सेटिंग “{key}”',
  'problem.config_unknown_key.alone': 'अनजान सेटिंग “{key}”',
  'problem.config_invalid': '“{path}”: {reason}',
  'problem.config_missing': '“{path}” नहीं दिया गया है',
} satisfies Messages;
