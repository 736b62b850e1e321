import type { findings as english } from '../en/findings.ts';
import type { Translation } from '../translation.ts';

/** Figures in sentences, and findings, in Hindi. */
export const findings = {
  // figures in sentences, and findings
  'figure.stat': '{metric}, {stat}',
  'figure.of_survey': '{figure}: {survey}',
  'figure.business': '{metric}, {stat} ({clock})',
  'finding.better': (say) =>
    say.message(say.has('silent') ? 'finding.better.silent' : 'finding.better.plain'),
  'finding.better.silent':
    '{figure}: {before} से घटकर {now} ({change}), आधे से ज़्यादा कमी {silent} {silent|टिकट के|टिकटों के} बिना जवाब बंद होने से',
  'finding.better.plain': '{figure}: पहले से बेहतर, {before} → {now} ({change})',
  'finding.worse': '{figure}: पहले से ख़राब, {before} → {now} ({change})',
  'finding.moved': '{figure}: बदलाव, {before} → {now} ({change})',
  'finding.reversal':
    '{figure}: कुल आँकड़ा और उसके हिस्से उलटी बात कहते हैं। टिकटों का अनुपात ({dimension}) पहले जैसा रखें तो बदलाव उलटी दिशा में है',
  'finding.by_mix': 'इस बदलाव का {share} टिकटों का अनुपात ({dimension}) बदलने से आया, काम बदलने से नहीं',
  'finding.by_segments': 'सबसे ज़्यादा असर ({dimension}) इनका: {movers}',
  'finding.mover': '{segment} ({before} → {now})',
  'finding.unusual': (say) =>
    say.message(say.has('silent') ? 'finding.unusual.silent' : 'finding.unusual.plain'),
  'finding.unusual.plain':
    '{figure} इस डेस्क के लिए {way}: {now}, आम तौर पर {usual} (पहले {before}), पक्का कहने को दिन कम हैं',
  'finding.unusual.silent':
    '{figure} इस डेस्क के लिए {way}: {now}, आम तौर पर {usual} (पहले {before}), आधे से ज़्यादा कमी {silent} {silent|टिकट के|टिकटों के} बिना जवाब बंद होने से',
  'finding.way.better': 'आम तौर से बेहतर',
  'finding.way.worse': 'आम तौर से ख़राब',
  'finding.way.lower': 'आम तौर से कम',
  'finding.way.unusual': 'असामान्य',
  'finding.volume_high': (say) =>
    say.message(say.has('before') ? 'finding.volume_high.still' : 'finding.volume_high.plain'),
  'finding.volume_high.plain': '{now} नए टिकट आए, सामान्य से ज़्यादा: {high} तक सामान्य होते',
  'finding.volume_high.still':
    '{now} नए टिकट आए, पिछली अवधि के {before} के बाद अब भी सामान्य से ज़्यादा: {high} तक सामान्य होते',
  'finding.solved_high': '{now} टिकट हल हुए, सामान्य से ज़्यादा: {high} तक सामान्य होते; {created} टिकट आए',
  'finding.solved_low': '{created} नए टिकट आए और सिर्फ़ {now} हल हुए, सामान्य से कम: कम से कम {low} सामान्य होते',
  'finding.volume_low': '{now} नए टिकट आए, सामान्य से कम: कम से कम {low} सामान्य होते',
  'finding.backlog_grew':
    'बैकलॉग {before} से बढ़कर {now} हुआ: {created} टिकट {created|आया|आए}, {solved} हल {solved|हुआ|हुए}',
  'finding.backlog_shrank': (say) =>
    say.message(say.has('silent') ? 'finding.backlog_shrank.silent' : 'finding.backlog_shrank.plain'),
  'finding.backlog_shrank.silent':
    'बैकलॉग {before} से घटकर {now} हुआ, आधे से ज़्यादा कमी {silent} {silent|टिकट के|टिकटों के} बिना जवाब बंद होने से: {created} टिकट {created|आया|आए}, {solved} हल {solved|हुआ|हुए}',
  'finding.backlog_shrank.plain':
    'बैकलॉग {before} से घटकर {now} हुआ: {created} टिकट {created|आया|आए}, {solved} हल {solved|हुआ|हुए}',
  'finding.spike_day': (say) =>
    say.message(say.has('cause') ? 'finding.spike_day.from' : 'finding.spike_day.alone'),
  'finding.spike_day.alone':
    '{day} को असामान्य रूप से ज़्यादा टिकट आए: {created}, जबकि सप्ताह के उस दिन आम तौर पर {high} से ज़्यादा नहीं आते',
  'finding.spike_day.from':
    '{day} को असामान्य रूप से ज़्यादा टिकट आए: {created}, जबकि सप्ताह के उस दिन आम तौर पर {high} से ज़्यादा नहीं आते; ज़्यादातर बढ़त यहाँ: {cause}',
  'finding.quiet_day': (say) =>
    say.message(say.has('cause') ? 'finding.quiet_day.from' : 'finding.quiet_day.alone'),
  'finding.quiet_day.alone':
    '{day} को असामान्य रूप से कम टिकट आए: {created}, जबकि सप्ताह के उस दिन आम तौर पर {low} से कम नहीं आते',
  'finding.quiet_day.from':
    '{day} को असामान्य रूप से कम टिकट आए: {created}, जबकि सप्ताह के उस दिन आम तौर पर {low} से कम नहीं आते; ज़्यादातर कमी यहाँ: {cause}',
  'finding.day_cause': '{segment} ({dimension}: {created}, आम तौर पर लगभग {usual})',
  'finding.answers_missing':
    '{tickets} में से {open} {open|टिकट|टिकटों} ({share}) का जवाब अभी बाक़ी है, इसलिए जवाब का समय असल से बेहतर दिखता है',
  'finding.closed_unanswered':
    'समाप्त हुए {closed} में से {tickets} {tickets|टिकट|टिकटों} ({share}) को किसी इंसान का जवाब नहीं मिला',
  'finding.segment_worse':
    '{segment} ({dimension}, {tickets} टिकट) की स्थिति बाक़ी से ख़राब है: {figure} {value}, जबकि बाक़ी सभी टिकटों में {rest}',
  'finding.quick_answers':
    '{answered} में से {quick} पहले जवाब ({share}) एक मिनट के भीतर आए: शायद अपने-आप भेजे गए जवाब, जिन्हें यह एक्सपोर्ट अलग नहीं बताता',
  'finding.frequent_requester':
    'एक ही ग्राहक ने {tickets} में से {most} टिकट ({share}) भेजे: शायद कोई मॉनिटरिंग टूल या इंटीग्रेशन',
  'finding.few_ratings': 'सिर्फ़ {share} ने रेटिंग दी: हो सकता है कि यह स्कोर सभी ग्राहकों की राय न हो',
  'finding.running_period': 'अवधि अभी पूरी नहीं हुई: आँकड़े {as_of} तक के हैं, तुलना पिछली अवधि के उतने ही हिस्से से है',
  'finding.edge': 'डेटा {from} से शुरू है: उससे पहले के धीमे टिकट इसमें नहीं हैं, इसलिए {figures} असल से बेहतर दिखते हैं',
} satisfies Translation<typeof english>;
