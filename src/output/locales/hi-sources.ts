import type { Messages } from './template.ts';

/** Where the definition of a metric comes from and where helpdesks differ, in Hindi. English: the metric itself. */
export const hiSources: Messages = {
  'metric.created.source': 'हर हेल्पडेस्क ऐसे ही गिनता है; मर्ज किए गए, स्पैम और हटाए गए टिकट यहाँ बाहर हैं।',
  'metric.solved.source':
    'दोबारा खुला टिकट एक बार गिना जाता है, आख़िरी समाधान पर। जिन टूल में सिर्फ़ बंद होना है, वहाँ वही गिना जाता है।',
  'metric.backlog.source':
    'अंत का बैकलॉग = शुरू का बैकलॉग + नए + दोबारा खुले − हल हुए − बिना समाधान के बंद − हटाए गए। किसी अवधि में बने टिकटों के एक्सपोर्ट में उससे पहले के टिकट नहीं होते, इसलिए बैकलॉग कम से कम इतना है।',
  'metric.backlog_age.source': 'अवधि का अंत (या डेटा का अंत) − बनना, उस समय बैकलॉग के हर टिकट के लिए।',
  'metric.backlog_days.source': 'कुछ नया न आए तो मौजूदा गति से लगने वाले दिन (बैकलॉग ÷ काम की गति, Little’s law)।',
  'metric.unanswered.source': 'अपने-आप जाने वाले जवाब नहीं गिने जाते। एजेंट के खोले टिकट जवाब के इंतज़ार में नहीं होते।',
  'metric.closed_unanswered.source':
    'अपने-आप में एक आँकड़ा: ऐसे टिकटों को न जवाब मिला, न वे इंतज़ार में हैं। एजेंट के खोले टिकट बाहर हैं।',
  'metric.closed_unsolved.source': 'इनका समाधान समय नहीं होता। सिर्फ़ उन टूल के लिए जो हल और बंद को अलग रखते हैं।',
  'metric.first_response_time.source':
    'Zendesk के first reply time जैसा (एजेंट की पहली सार्वजनिक टिप्पणी), पर सेकंड तक; Zendesk मिनट में गोल करता है। Intercom बॉट और दफ़्तर बंद रहने का समय छोड़ता है। एजेंट के खोले टिकटों का यह नहीं होता।',
  'metric.acknowledgement_time.source':
    'ग्राहक को सबसे पहले यही दिखता है; कई टूल इसी को पहला जवाब कहते हैं। मैसेज चाहिए, नहीं तो दोनों अलग नहीं किए जा सकते।',
  'metric.next_response_time.source':
    'Zendesk के next reply time जैसा; n इंतज़ारों की गिनती है, टिकटों की नहीं। बिना जवाब के हल होने पर ख़त्म हुए इंतज़ार बाहर हैं, अभी चल रहे गिने जाते हैं।',
  'metric.requester_wait_time.source':
    'मैसेज से: किसी इंसान के जवाब के सारे इंतज़ारों का जोड़। स्थिति के बदलाव से: नया, खुला और होल्ड पर रहने का समय, जैसे Zendesk गिनता है। नहीं तो हेल्पडेस्क का अपना आँकड़ा।',
  'metric.first_resolution_time.source':
    'Zendesk के first resolution time जैसा। एक्सपोर्ट में एक ही समाधान समय हो तो पूरे समाधान के बराबर।',
  'metric.resolution_time.source':
    'Zendesk के full resolution time जैसा। Help Scout जवाब के बिना समाधान नहीं मानता; Groove और Intercom हर बार बंद होना गिनते हैं। समाधान के 7 दिनों तक कच्चा, क्योंकि टिकट दोबारा खुल सकता है।',
  'metric.pending_time.source':
    'ग्राहक के इंतज़ार में रहे समयों का जोड़। गतिविधियों के लॉग में अगली कोई भी गतिविधि विराम ख़त्म करती है।',
  'metric.on_hold_time.source': 'होल्ड पर रहने के समयों का जोड़, नहीं तो हेल्पडेस्क का अपना आँकड़ा।',
  'metric.replies.source':
    'मैसेज से गिना गया, नहीं तो एक्सपोर्ट की अपनी गिनती (Zendesk का Replies एजेंट की सार्वजनिक टिप्पणियाँ गिनता है)।',
  'metric.one_touch_rate.source': 'Zendesk के one-touch टिकट जैसा; बिना किसी जवाब के हल हुए टिकट इसमें नहीं आते।',
  'metric.reassignments.source': 'एक्सपोर्ट की अपनी गिनती, नहीं तो इवेंट में ग्रुप (या काम करने वाले) के बदलाव।',
  'metric.reopen_rate.source':
    'स्थिति के बदलाव हों तो: पहले समाधान के 7 दिनों में फिर खुलना, सिर्फ़ जिनके 7 दिन पूरे हुए। सिर्फ़ दोबारा खुलने की गिनती हो तो: दोबारा खुले टिकट ÷ हल हुए टिकट, दिनों की सीमा के बिना।',
  'metric.repeat_contact_rate.source':
    'हर ग्राहक एक अवधि में एक बार; सिर्फ़ जिन टिकटों के 30 दिन पूरे हुए। दस टिकट और हफ़्ते में एक से ज़्यादा वाले (इंटीग्रेशन, मॉनिटर) बाहर हैं।',
  'metric.first_contact_resolution.source':
    'जहाँ ग्राहक से पूछा नहीं जाता, वहाँ का सकल रूप (ICMI, HDI): ग्राहक लौटा या नहीं, यह नहीं कि एजेंट ने ख़ाने में निशान लगाया। सिर्फ़ जिनके 7 दिन पूरे हुए।',
  'metric.first_contact_resolution_same_issue.source':
    'पहले संपर्क में समाधान जैसा, पर ग्राहक किसी और बात पर लौटे तो इसके ख़िलाफ़ नहीं गिना जाता।',
  'metric.no_repeat_rate.source':
    'टिकट में कितने जवाब लगे, यह एक्सपोर्ट में न हो तो पहले संपर्क में समाधान का जितना पता चलता है।',
  'metric.channel_hops.source':
    'एक ग्राहक को सब चैनलों पर देखा जाता है; बार-बार आने वाली समस्याएँ चाहिए। सिर्फ़ जिन टिकटों के 30 दिन पूरे हुए।',
  'metric.sla_recorded.source':
    'एक्सपोर्ट का अपना नतीजा (ServiceNow made_sla, Freshdesk Resolution status); नीतियाँ और घड़ी हेल्पडेस्क की हैं।',
  'metric.sla_first_response.source': slaSource(),
  'metric.sla_next_response.source': slaSource(),
  'metric.sla_resolution.source': slaSource(),
  'metric.csat.source':
    'सबसे अच्छे दो ख़ाने, ISO 10004 और ज़्यादातर हेल्पडेस्क की तरह; Zendesk का good ÷ (good + bad)। भेजे गए पर बिना जवाब के सर्वे नहीं गिने जाते।',
  'metric.csat_mean.source': 'सामान्य औसत; अलग पैमाने कभी मिलाए या बदले नहीं जाते।',
  'metric.csat_response_rate.source':
    'सिर्फ़ डेटा के अंत से कम से कम 14 दिन पहले भेजे गए सर्वे। भेजने का समय न हो तो: हल हुए टिकटों में से जिनका जवाब आया।',
  'metric.nps.source': 'Reichheld 2003; दायरा adjusted Wald से (Rocks 2016)।',
  'metric.ces.source': 'Dixon, Freeman & Toman 2010; अच्छा छोर सवाल के शब्दों से तय होता है।',
  'metric.ces_mean.source': 'सामान्य औसत; अलग पैमाने कभी मिलाए या बदले नहीं जाते।',
  'metric.retention_rate.source':
    'शुरुआत और अंत वाली ग्राहक सूची चाहिए; अंत ख़ाली या बाद का हो तो ग्राहक सक्रिय है। सिर्फ़ पूरी हुई अवधियाँ। सिर्फ़ ऑर्डर या टिकट काफ़ी नहीं: देखें "deskstat retention"।',
  'metric.churn_rate.source': 'ग्राहक बने रहने की दर का बाक़ी हिस्सा।',
};

function slaSource(): string {
  return 'deskstat.yaml की नीतियाँ, टिकट पर जो पहले बैठे। जिनका समय आ चुका उनमें पूरे ÷ (पूरे + चूके); समय से पहले पूरे, अभी समय बाक़ी, रुके हुए और समय से पहले बंद अलग गिने जाते हैं। Zendesk पूरा होते ही लक्ष्य गिन लेता है।';
}
