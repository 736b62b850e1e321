import type { Messages } from '../template.ts';

/** Names of metrics, their definitions and sources, in Hindi. */
export const metrics = {
  // metrics: names, then definitions
  'metric.created': 'नए टिकट',
  'metric.solved': 'हल हुए टिकट',
  'metric.backlog': 'बैकलॉग',
  'metric.backlog_age': 'बैकलॉग की उम्र',
  'metric.backlog_days': 'कितने दिन का बैकलॉग',
  'metric.unanswered': 'बिना जवाब के टिकट',
  'metric.closed_unanswered': 'बिना जवाब के बंद',
  'metric.closed_unsolved': 'बिना समाधान के बंद',
  'metric.first_response_time': 'पहले जवाब का समय',
  'metric.acknowledgement_time': 'पावती का समय',
  'metric.next_response_time': 'अगले जवाब का समय',
  'metric.requester_wait_time': 'ग्राहक ने जितना इंतज़ार किया',
  'metric.first_resolution_time': 'पहले समाधान का समय',
  'metric.resolution_time': 'पूरे समाधान का समय',
  'metric.pending_time': 'ग्राहक के जवाब का इंतज़ार',
  'metric.on_hold_time': 'होल्ड पर रहने का समय',
  'metric.replies': 'हर हल टिकट पर जवाब',
  'metric.one_touch_rate': 'एक जवाब में हल',
  'metric.reassignments': 'हर हल टिकट पर रीअसाइनमेंट',
  'metric.reopen_rate': 'दोबारा खुलने की दर',
  'metric.repeat_contact_rate': 'दोबारा संपर्क की दर',
  'metric.first_contact_resolution': 'पहले संपर्क में समाधान',
  'metric.no_repeat_rate': 'हल के बाद दोबारा संपर्क नहीं',
  'metric.sla_recorded': 'SLA पूरा, हेल्पडेस्क के अनुसार',
  'metric.sla_first_response': 'SLA में पहला जवाब',
  'metric.sla_next_response': 'SLA में अगले जवाब',
  'metric.sla_resolution': 'SLA में समाधान',
  'metric.csat': 'CSAT',
  'metric.csat_mean': 'CSAT, औसत रेटिंग',
  'metric.csat_response_rate': 'CSAT में जवाब की दर',
  'metric.nps': 'NPS',
  'metric.ces': 'CES, आसान बताने वाले',
  'metric.retention_rate': 'ग्राहकों के बने रहने की दर',
  'metric.churn_rate': 'ग्राहकों के जाने की दर',
  'metric.channel_hops': 'चैनल बदलना',
  'metric.first_contact_resolution_same_issue': 'पहले संपर्क में समाधान (वही समस्या)',
  'metric.created.definition': 'इस अवधि में बने टिकट।',
  'metric.backlog.definition': 'अवधि के अंत में जो टिकट नए हैं, खुले हैं, ग्राहक के जवाब के इंतज़ार में हैं या होल्ड पर हैं।',
  'metric.backlog_age.definition': 'अवधि के अंत में बैकलॉग के टिकट कितने समय से खुले हैं।',
  'metric.first_response_time.definition':
    'ग्राहक का पहला मैसेज (न हो तो टिकट बनना) → उसके बाद किसी एजेंट का ग्राहक को पहला जवाब। अपने-आप जाने वाले जवाब नहीं गिने जाते।',
  'metric.resolution_time.definition': 'टिकट बनना → आख़िरी समाधान।',
  'metric.first_resolution_time.definition': 'टिकट बनना → पहला समाधान।',
  'metric.csat.definition': 'कुल जवाबों में संतुष्ट जवाबों का हिस्सा (5 में 4–5, 7 में 6–7, 10 में 8–10)।',
  'metric.nps.definition': '9–10 देने वालों का प्रतिशत घटा 0–6 देने वालों का प्रतिशत; −100 से 100 अंक।',
  'metric.reopen_rate.definition': 'इस अवधि में पहली बार हल हुए टिकटों में उनका हिस्सा जो 7 दिनों के भीतर दोबारा खुले।',
  'metric.solved.definition': 'वे टिकट जिनका आख़िरी समाधान इस अवधि में हुआ।',
  'metric.backlog_days.definition': 'बैकलॉग ÷ पिछले चार सप्ताह में हर दिन औसतन जितने टिकट बैकलॉग से निकले।',
  'metric.unanswered.definition': 'इस अवधि में बने जो टिकट अवधि के अंत में खुले हैं और जिन्हें किसी इंसान का जवाब नहीं मिला।',
  'metric.closed_unanswered.definition': 'इस अवधि में बने जो टिकट किसी इंसान के जवाब के बिना समाप्त हुए।',
  'metric.closed_unsolved.definition': 'इस अवधि में बने जो टिकट हल हुए बिना समाप्त हुए।',
  'metric.acknowledgement_time.definition':
    'ग्राहक का पहला मैसेज (न हो तो टिकट बनना) → कोई भी पहला जवाब, अपने-आप जाने वाला भी।',
  'metric.next_response_time.definition':
    'ग्राहक का हर इंतज़ार: सबसे पुराना मैसेज जिसका जवाब नहीं मिला → किसी इंसान का अगला जवाब।',
  'metric.requester_wait_time.definition': 'आख़िरी समाधान तक वह कुल समय जब ग्राहक को सपोर्ट से कुछ मिलना बाक़ी था।',
  'metric.pending_time.definition': 'आख़िरी समाधान तक वह समय जब टिकट ग्राहक के जवाब के इंतज़ार में था।',
  'metric.on_hold_time.definition': 'आख़िरी समाधान तक वह समय जब टिकट किसी तीसरे पक्ष के इंतज़ार में था।',
  'metric.replies.definition': 'आख़िरी समाधान तक इंसानों के दिए जवाबों की औसत संख्या।',
  'metric.one_touch_rate.definition': 'हल हुए टिकटों में उनका हिस्सा जिनमें किसी इंसान का ठीक एक जवाब लगा।',
  'metric.reassignments.definition': 'आख़िरी समाधान तक टिकट औसतन कितनी बार किसी और को असाइन हुआ।',
  'metric.repeat_contact_rate.definition':
    'इस अवधि में ग्राहकों के पहले टिकटों में उनका हिस्सा जिनके बाद 30 दिनों के भीतर उसी ग्राहक का दूसरा टिकट आया।',
  'metric.first_contact_resolution.definition':
    'पहले समाधानों में उनका हिस्सा जिनमें ज़्यादा से ज़्यादा एक जवाब लगा और 7 दिनों के भीतर न टिकट दोबारा खुला, न उसी ग्राहक का नया टिकट आया।',
  'metric.first_contact_resolution_same_issue.definition':
    'पहले समाधानों में उनका हिस्सा जिनमें ज़्यादा से ज़्यादा एक जवाब लगा, टिकट दोबारा नहीं खुला और ग्राहक ने 7 दिनों के भीतर उसी समस्या पर दोबारा नहीं लिखा।',
  'metric.channel_hops.definition':
    'उन टिकटों का हिस्सा जिनके बाद 30 दिनों के भीतर उसी ग्राहक ने उसी समस्या पर दूसरे चैनल से लिखा।',
  'metric.no_repeat_rate.definition':
    'पहले समाधानों में उनका हिस्सा जिनके बाद 7 दिनों के भीतर ग्राहक ने नया टिकट नहीं खोला।',
  'metric.sla_recorded.definition': 'हल हुए टिकटों में उनका हिस्सा जिनका SLA हेल्पडेस्क ने पूरा हुआ दर्ज किया।',
  'metric.sla_first_response.definition':
    'पहले जवाब के जिन लक्ष्यों की समय-सीमा आ चुकी है, उनमें पूरे हुए लक्ष्यों का हिस्सा।',
  'metric.sla_next_response.definition':
    'अगले जवाबों के जिन लक्ष्यों की समय-सीमा आ चुकी है, उनमें पूरे हुए लक्ष्यों का हिस्सा।',
  'metric.sla_resolution.definition': 'समाधान के जिन लक्ष्यों की समय-सीमा आ चुकी है, उनमें पूरे हुए लक्ष्यों का हिस्सा।',
  'metric.csat_mean.definition': 'सर्वे के अपने पैमाने पर औसत रेटिंग।',
  'metric.csat_response_rate.definition': 'इस अवधि में भेजे गए सर्वे में उनका हिस्सा जिनका जवाब 14 दिनों के भीतर आया।',
  'metric.ces.definition':
    '“कितनी मेहनत लगी” वाले सवाल के जवाबों में आसान बताने वाले जवाबों का हिस्सा (7 में 5–7, 5 में 4–5)।',
  'metric.ces_mean': 'CES, औसत जवाब',
  'metric.ces_mean.definition':
    '“कितनी मेहनत लगी” वाले सवाल के जवाबों का औसत, उसके अपने पैमाने पर; पैमाने का कौन-सा छोर अच्छा है, यह सवाल के शब्दों पर निर्भर है।',
  'metric.retention_rate.definition': 'अवधि की शुरुआत में सक्रिय ग्राहकों में उनका हिस्सा जो अंत में भी सक्रिय हैं।',
  'metric.churn_rate.definition': 'अवधि की शुरुआत में सक्रिय ग्राहकों में उनका हिस्सा जो अंत में सक्रिय नहीं हैं।',
} satisfies Messages;
