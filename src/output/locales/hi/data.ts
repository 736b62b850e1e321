import type { Messages } from '../template.ts';

/** What is wrong with the data, and why a figure is missing, in Hindi. English: `problem-texts.ts`, `unavailable.ts`. */
export const data = {
  'problem.activities_unmapped': '“{column}” में कौन-सी गतिविधि टिकट का हल होना बताती है, यह पता नहीं',
  'problem.ids_written_otherwise':
    'टिकटों की फ़ाइल में {count} आईडी दूसरी तरह लिखी हैं: यहाँ की “{here}” वहाँ “{there}” है; हर एक की जोड़ी एक ही है, इसलिए मिलाई गईं',
  'problem.merged_began_earlier': '{count} टिकट {count|की|की} शुरुआत उसमें मिलाए गए पहले टिकट से गिनी गई',
  'problem.answers_among_tickets': '“{column}” के उत्तर टिकटों की सूची में हैं, उसके साथ नहीं गिने जाते',
  'problem.acknowledged_only':
    '“{column}” बताता है कि टिकट पर किसी का ध्यान कब गया, जो जवाब नहीं है: {try} दिए बिना पहला जवाब नहीं माना जाता',
  'problem.low_is_good': '“{column}” का सवाल या उसके अंकों के नाम कहते हैं कि कम स्कोर ही अच्छा है: कम स्कोर यानी संतुष्ट',
  'problem.ids_in_other_column':
    '{count} टिकट आईडी टिकटों की फ़ाइल के “{column}” कॉलम की हैं: यहाँ की “{here}” वहाँ टिकट “{there}” है; हर एक की जोड़ी एक ही है, इसलिए मिलाई गईं',
  'problem.people_written_otherwise':
    'दूसरी फ़ाइलों में {count} ग्राहक या लेखक दूसरी तरह लिखे हैं; हर एक की जोड़ी एक ही है, इसलिए मिलाए गए',
  'problem.answers_apart': '{surveys}: {count} जवाब अलग रखे गए, इनसे CSAT, NPS या CES नहीं निकलता',
  'problem.survey_questions': 'कई सर्वे, हर एक का हिसाब अलग: {surveys}',
  'problem.answers_undated': '{all} जवाबों में से {count} की तारीख़ नहीं है: कुल हिसाब में हैं, समय के बँटवारे में नहीं',
  'problem.no_surveys': 'फ़ाइलों में कोई रेटिंग नहीं है: --survey “{survey}” कुछ नहीं चुनता',
  'problem.unknown_survey': '“{survey}” नाम का कोई सर्वे नहीं है',
  'problem.answers_joined': (say) =>
    say.message(say.arg('lost') === '0' ? 'problem.answers_joined.all' : 'problem.answers_joined.lost'),
  'problem.answers_joined.all': '{answers} {answers|जवाब का टिकट|जवाबों के टिकट} इन फ़ाइलों में {answers|है|हैं}',
  'problem.answers_joined.lost':
    '{answers} में से {lost} {lost|जवाब का टिकट|जवाबों के टिकट} इन फ़ाइलों में नहीं {lost|है: वह|हैं: वे} किसी ग्रुप, एजेंट या चैनल में नहीं {lost|गिना गया|गिने गए}',
  'problem.bytes_no_character':
    '{count} बाइट {encoding} के किसी अक्षर {count|का|के} नहीं {count|है|हैं}, जो मानकर फ़ाइल पढ़ी गई',
  'problem.comments_unpacked':
    '“{column}” में टिप्पणियाँ हैं (date;author;text): मैसेज मानकर पढ़ी गईं। कौन-सी आंतरिक हैं, यह एक्सपोर्ट नहीं बताता, इसलिए सभी सार्वजनिक गिनी गईं',
  'problem.lines_unwrapped': 'हर पंक्ति उद्धरण चिह्नों में एक ही सेल है: उसके भीतर की पंक्ति पढ़ी गई',
  'problem.bytes_not_utf8': '{count} बाइट सही UTF-8 नहीं {count|है|हैं}, {encoding} मानकर {count|पढ़ा गया|पढ़े गए}',
  'problem.cell_unreadable': '“{column}” {count|का|के} {count} सेल पढ़े नहीं जा सके ({field}); वे ख़ाली माने गए',
  'problem.conflict_markers': 'git के {count} conflict मार्कर छोड़ दिए गए; दोनों तरफ़ की पंक्तियाँ पढ़ी गईं',
  'problem.date_order_contradicted': '“{column}” की {count} {count|तारीख़|तारीख़ों} में दिन और महीना उलटे क्रम में हैं',
  'problem.dates_swapped': (say) =>
    say.message(say.has('undone') ? 'problem.dates_swapped.undone' : 'problem.dates_swapped.plain'),
  'problem.dates_swapped.plain':
    '{columns}: जहाँ दिन 12 या उससे कम है, वहाँ दिन और महीना आपस में बदल गए हैं, जैसा स्प्रेडशीट कर देती है',
  'problem.dates_swapped.undone':
    '{columns}: जहाँ दिन 12 या उससे कम है, वहाँ दिन और महीना आपस में बदल गए हैं, जैसा स्प्रेडशीट कर देती है; वे वापस बदलकर पढ़े गए',
  'problem.age_runs_on':
    '“{column}” हर पंक्ति में एक ही क्षण तक गिनता है: तब टिकट कितना पुराना था, कितना समय लगा यह नहीं; छोड़ दिया गया',
  'problem.duration_unit_unknown': '“{column}” की इकाई पता नहीं और वह टिकट के समय से मेल नहीं खाता; छोड़ दिया गया',
  'problem.effort_direction_unknown': '“{column}” से पता नहीं चलता कि कम स्कोर अच्छा है या ज़्यादा',
  'problem.events_without_ticket': '{count} इवेंट {count|का|के} टिकट इस एक्सपोर्ट में नहीं {count|है|हैं}',
  'problem.field_missing': '{field} का कोई कॉलम नहीं, इसलिए {kind} की टेबल इस्तेमाल नहीं हो सकी',
  'problem.file_cut': 'फ़ाइल एक पंक्ति के बीच में ख़त्म हो गई; उससे पहले की पूरी पंक्तियाँ रखी गईं',
  'problem.gzip_cut': 'कंप्रेस की हुई फ़ाइल ख़राब है; उससे पहले जो था वह रखा गया',
  'problem.ids_lost_digits':
    '{count} {count|पंक्ति|पंक्तियाँ}: स्प्रेडशीट में “{column}” के अंक कट गए (1.03006E+13), इसलिए इन टिकटों की आईडी नहीं है',
  'problem.json_cut': 'JSON रिकॉर्ड {record} पर ख़त्म या टूटा हुआ है; उससे पहले के {rows} पूरे रिकॉर्ड रखे गए',
  'problem.messages_without_ticket': '{count} मैसेज {count|का|के} टिकट इस एक्सपोर्ट में नहीं {count|है|हैं}',
  'problem.question_at_creation': '{count} बातचीत में पहला मैसेज नहीं है: समय टिकट बनने से गिना गया है',
  'problem.question_by_ticket':
    '{count} बातचीत में से कुछ में पहला मैसेज है, कुछ में नहीं: बनने के एक मिनट के भीतर ग्राहक का मैसेज हो तो उससे, नहीं तो बनने के समय से गिना गया है',
  'problem.messages_not_recorded': 'बिना मैसेज वाले {count} टिकट पढ़े गए मैसेज के दायरे में नहीं हैं; उनके जवाब दर्ज नहीं हैं',
  'problem.tickets_without_messages': 'बिना मैसेज वाले {count} टिकट अनुत्तरित रहे या दर्ज नहीं हैं, यह कहा नहीं जा सकता',
  'problem.nobody_wrote': '{count} टिकट में मैसेज नहीं: किसी ने कुछ नहीं लिखा',
  'problem.messages_without_author': '{count} मैसेज में लिखने वाले का नाम नहीं; वे किसी का जवाब नहीं हैं',
  'problem.messages_other_clock':
    '{count} में से अधिकांश बातचीत टिकट से {hours} घंटे पहले शुरू होती हैं: फ़ाइलें एक समय-क्षेत्र में नहीं पढ़ी गईं, जवाब में कितना समय लगा पता नहीं',
  'problem.authors_unknown': '{count} मैसेज में किसने लिखा यह नहीं है; किसने कब जवाब दिया, पता नहीं',
  'problem.quote_lost': '{count} {count|पंक्ति|पंक्तियों} में कोट का निशान बंद नहीं हुआ; उसे सामान्य अक्षर मानकर पढ़ा गया',
  'problem.quotes_repaired': '{count} {count|पंक्ति|पंक्तियों} में कोट के निशान बेतरतीब हैं; जितना हो सका, पढ़ा गया',
  'problem.row_rejected': '{count} {count|पंक्ति छोड़ी गई|पंक्तियाँ छोड़ी गईं}: {reason}',
  'problem.sla_pauses_unknown':
    'SLA {policies}: टिकट कब {states} था, यह एक्सपोर्ट में नहीं है, इसलिए वह समय भी गिना गया',
  'problem.period_empty':
    '{period} में कोई टिकट नहीं बना; फ़ाइलों में {count} {count|टिकट है|टिकट हैं}, {from} से {to} तक बने: देखें --period {nearest}',
  'problem.fixed_without_tickets': 'फ़ाइलों में {issue} का कोई टिकट नहीं है: वह ख़त्म हुई या नहीं, इनसे नहीं कहा जा सकता',
  'problem.period_not_covered':
    'फ़ाइलों में {period} है ही नहीं; उनमें {count} {count|टिकट है|टिकट हैं}, {from} से {to} तक बने: देखें --period {nearest}',
  'problem.filter_empty': 'फ़िल्टर से कोई टिकट मेल नहीं खाता: {filter}',
  'problem.status_of_later':
    'जिस समय का हिसाब माँगा गया उसके बाद {count} टिकट {count|बदला|बदले}; {count|उसकी|उनकी} स्थिति वही है जो एक्सपोर्ट में अभी है',
  'problem.zeros_unknown': '{field} के {count} शून्य: तुरंत हुआ या अब तक नहीं हुआ, यह कुछ नहीं बताता; छोड़ दिए गए',
  'problem.source_without_ends':
    'न स्थिति है, न समाप्ति का समय: इसके {count} टिकटों में से कौन-से समाप्त हैं, कोई नहीं जानता; जिन आँकड़ों को यह चाहिए, उनमें ये नहीं हैं',
  'problem.source_without_answers':
    'यह नहीं बताती कि इसके {count} टिकटों का उत्तर दिया गया या नहीं; जिन आँकड़ों को यह चाहिए, उनमें ये नहीं हैं',
  'problem.source_without_ratings': 'रेटिंग नहीं है; संतुष्टि के आँकड़ों में इसके {count} टिकट नहीं हैं',
  'problem.source_without_requesters': 'यह नहीं बताती कि किसने पूछा; ग्राहकों के आँकड़ों में इसके {count} टिकट नहीं हैं',
  'problem.statuses_unknown': 'अनजान स्थितियाँ: {values}',
  'problem.half_points': '{count} NPS जवाबों में आधे अंक हैं: 7 से कम आलोचक, 9 से कम तटस्थ गिने गए',
  'problem.survey_dimension': 'टिकट सर्वे के हिसाब से नहीं बँटते: सिर्फ़ जवाब किसी एक सर्वे के होते हैं',
  'problem.tickets_undated': '{count} टिकट छोड़े गए: बनने की तारीख़ बाक़ी सबसे बहुत बाद की है',
  'problem.value_void': '{count} टिकट: {field} छोड़ा गया, {reason}',

  'problem.dates_without_time': '{columns}: बिना समय की तारीख़ें; इनसे मापी हर बात केवल दिन तक पता है',
  'problem.as_of_stands_alone': 'केवल इस पंक्ति से डेटा {at} पर ख़त्म होता है; बाकी सब समय {before} पर ख़त्म होते हैं',
  'problem.reason.after_last_update': 'क्योंकि वह अपनी ही पंक्ति के आख़िरी अपडेट से एक दिन से ज़्यादा बाद का है',
  'problem.reason.after_export': 'क्योंकि वह एक्सपोर्ट बनने के बाद का है',
  'problem.reason.before_created': 'क्योंकि वह टिकट बनने से पहले का है',
  'problem.reason.broken_json': 'JSON टूटा हुआ है',
  'problem.reason.created_at_missing': 'बनने की तारीख़ नहीं है',
  'problem.reason.created_at_unreadable': 'बनने की तारीख़ पढ़ी नहीं जा सकी',
  'problem.reason.created_at_either_order':
    'बनने की तारीख़ में दिन पहले है या महीना, पता नहीं चलता, क्योंकि कॉलम में दोनों हैं',
  'problem.reason.far_in_the_future': 'क्योंकि वह बाक़ी सभी समयों से बहुत बाद का है',
  'problem.reason.needed_field_missing': 'तारीख़ नहीं है, या यह नहीं पता कि पंक्ति किससे जुड़ी है',
  'problem.reason.merged': 'दूसरे टिकट में मर्ज किए गए',
  'problem.reason.pull_request': 'पुल रिक्वेस्ट',
  'problem.reason.spam': 'स्पैम',
  'problem.reason.deleted': 'हटाए गए',
  'problem.reason.negative': 'क्योंकि वह शून्य से कम है',
  'problem.reason.not_an_object': 'JSON ऑब्जेक्ट नहीं है',
  'problem.reason.off_scale': 'क्योंकि वह रेटिंग के पैमाने से बाहर है',
  'problem.reason.fraction': 'क्योंकि यह ऐसा अंश है जो कोई जवाब में नहीं दे सकता: औसत या ग़लती',
  'problem.reason.open_quote': 'कोट का निशान खुला, पर बंद नहीं हुआ',
  'problem.reason.too_few_cells': 'हेडर से कम सेल',
  'problem.reason.too_many_cells': 'हेडर से ज़्यादा सेल',
} satisfies Messages;
