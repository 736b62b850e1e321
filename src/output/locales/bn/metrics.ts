import type { Messages } from '../template.ts';

/** Names of metrics, their definitions and sources, in Bengali. */
export const metrics = {
  // metrics: names, then definitions
  'metric.created': 'নতুন টিকিট',
  'metric.solved': 'সমাধান হওয়া টিকিট',
  'metric.backlog': 'ব্যাকলগ',
  'metric.backlog_age': 'ব্যাকলগের বয়স',
  'metric.backlog_days': 'ব্যাকলগ, কত দিনের কাজ',
  'metric.unanswered': 'উত্তর না পাওয়া টিকিট',
  'metric.closed_unanswered': 'উত্তর ছাড়া বন্ধ',
  'metric.closed_unsolved': 'সমাধান ছাড়া বন্ধ',
  'metric.first_response_time': 'প্রথম উত্তরের সময়',
  'metric.acknowledgement_time': 'প্রাপ্তিস্বীকারের সময়',
  'metric.next_response_time': 'পরের উত্তরের সময়',
  'metric.requester_wait_time': 'গ্রাহকের মোট অপেক্ষা',
  'metric.first_resolution_time': 'প্রথম সমাধানের সময়',
  'metric.resolution_time': 'পূর্ণ সমাধানের সময়',
  'metric.pending_time': 'গ্রাহকের উত্তরের অপেক্ষা',
  'metric.on_hold_time': 'স্থগিত থাকার সময়',
  'metric.replies': 'টিকিটপ্রতি উত্তর',
  'metric.one_touch_rate': 'এক উত্তরে সমাধান',
  'metric.reassignments': 'টিকিটপ্রতি হাতবদল',
  'metric.reopen_rate': 'আবার খোলার হার',
  'metric.repeat_contact_rate': 'আবার যোগাযোগের হার',
  'metric.first_contact_resolution': 'প্রথম যোগাযোগেই সমাধান',
  'metric.no_repeat_rate': 'সমাধানের পর আর যোগাযোগ নেই',
  'metric.sla_recorded': 'SLA পূরণ (হেল্পডেস্কের হিসাবে)',
  'metric.sla_first_response': 'সময়মতো প্রথম উত্তর',
  'metric.sla_next_response': 'সময়মতো পরের উত্তর',
  'metric.sla_resolution': 'সময়মতো সমাধান',
  'metric.csat': 'CSAT',
  'metric.csat_mean': 'CSAT, গড় রেটিং',
  'metric.csat_response_rate': 'CSAT জরিপে সাড়ার হার',
  'metric.nps': 'NPS',
  'metric.ces': 'CES, ইতিবাচক উত্তর',
  'metric.retention_rate': 'গ্রাহক ধরে রাখার হার',
  'metric.churn_rate': 'গ্রাহক হারানোর হার',
  'metric.channel_hops': 'চ্যানেল বদল',
  'metric.first_contact_resolution_same_issue': 'প্রথম যোগাযোগেই সমাধান (একই সমস্যা)',
  'metric.created.definition': 'এই সময়ে তৈরি হওয়া টিকিট।',
  'metric.backlog.definition': 'সময়কালের শেষে যত টিকিট নতুন, খোলা, গ্রাহকের উত্তরের অপেক্ষায় বা স্থগিত।',
  'metric.backlog_age.definition': 'সময়কালের শেষে ব্যাকলগের টিকিট কত দিন ধরে খোলা।',
  'metric.first_response_time.definition':
    'গ্রাহকের প্রথম বার্তা (না থাকলে টিকিট তৈরি) → এরপর কোনো এজেন্টের (বটের নয়) প্রথম প্রকাশ্য উত্তর। স্বয়ংক্রিয় উত্তর ধরা হয় না।',
  'metric.resolution_time.definition': 'টিকিট তৈরি → শেষ সমাধান।',
  'metric.first_resolution_time.definition': 'টিকিট তৈরি → প্রথম সমাধান।',
  'metric.csat.definition':
    'সব উত্তরের মধ্যে “সন্তুষ্ট” উত্তরের হার (৫-এর মাপে ৪–৫, ৭-এর মাপে ৬–৭, ১০-এর মাপে ৮–১০, ভালো-খারাপের মাপে ভালো)।',
  'metric.nps.definition': '৯–১০ দেওয়া উত্তরের হার থেকে ০–৬ দেওয়া উত্তরের হার বিয়োগ, −১০০ থেকে ১০০ পয়েন্ট।',
  'metric.reopen_rate.definition':
    'এই সময়ে প্রথমবার সমাধান হওয়া টিকিটের মধ্যে যেগুলো ৭ দিনের মধ্যে আবার খোলা হয়েছে, তার হার।',
  'metric.solved.definition': 'এই সময়ে শেষবার সমাধান হওয়া টিকিট।',
  'metric.backlog_days.definition': 'ব্যাকলগ ÷ গত চার সপ্তাহে দিনে গড়ে যত টিকিট ব্যাকলগ থেকে বেরিয়েছে।',
  'metric.unanswered.definition': 'এই সময়ে তৈরি যত টিকিট সময়কালের শেষেও খোলা এবং কোনো মানুষের উত্তর পায়নি।',
  'metric.closed_unanswered.definition': 'এই সময়ে তৈরি যত টিকিট কোনো মানুষের উত্তর ছাড়াই শেষ হয়েছে।',
  'metric.closed_unsolved.definition': 'এই সময়ে তৈরি যত টিকিট সমাধান ছাড়াই শেষ হয়েছে।',
  'metric.acknowledgement_time.definition':
    'গ্রাহকের প্রথম বার্তা (না থাকলে টিকিট তৈরি) → এরপর যেকোনো প্রথম প্রকাশ্য উত্তর, স্বয়ংক্রিয় উত্তরসহ।',
  'metric.next_response_time.definition':
    'গ্রাহকের প্রতিটি অপেক্ষা: উত্তর না পাওয়া সবচেয়ে পুরোনো বার্তা → এরপর কোনো মানুষের উত্তর, প্রথম উত্তরটিসহ।',
  'metric.requester_wait_time.definition':
    'শেষ সমাধান পর্যন্ত মোট যত সময় গ্রাহক সাপোর্টের কাছ থেকে কিছু পাওয়ার অপেক্ষায় ছিলেন।',
  'metric.pending_time.definition': 'শেষ সমাধান পর্যন্ত যত সময় টিকিট গ্রাহকের উত্তরের অপেক্ষায় ছিল।',
  'metric.on_hold_time.definition': 'শেষ সমাধান পর্যন্ত যত সময় টিকিট তৃতীয় পক্ষের অপেক্ষায় ছিল।',
  'metric.replies.definition': 'শেষ সমাধান পর্যন্ত মানুষের দেওয়া প্রকাশ্য উত্তরের গড় সংখ্যা।',
  'metric.one_touch_rate.definition':
    'সমাধান হওয়া টিকিটের মধ্যে যেগুলোতে মানুষের ঠিক একটি প্রকাশ্য উত্তর লেগেছে, তার হার।',
  'metric.reassignments.definition': 'শেষ সমাধান পর্যন্ত একটি টিকিট গড়ে কতবার হাতবদল হয়েছে।',
  'metric.repeat_contact_rate.definition':
    'এই সময়ে গ্রাহকদের প্রথম টিকিটের মধ্যে যেগুলোর পর ৩০ দিনের মধ্যে আরেকটি এসেছে, তার হার।',
  'metric.first_contact_resolution.definition':
    'প্রথম সমাধানের মধ্যে যেগুলোতে মানুষের সর্বোচ্চ একটি প্রকাশ্য উত্তর লেগেছে, ৭ দিনের মধ্যে টিকিট আবার খোলা হয়নি এবং একই গ্রাহকের নতুন টিকিট আসেনি, তার হার।',
  'metric.first_contact_resolution_same_issue.definition':
    'প্রথম সমাধানের মধ্যে যেগুলোতে মানুষের সর্বোচ্চ একটি প্রকাশ্য উত্তর লেগেছে, ৭ দিনের মধ্যে টিকিট আবার খোলা হয়নি এবং একই গ্রাহক একই সমস্যা নিয়ে আর লেখেননি, তার হার।',
  'metric.channel_hops.definition':
    'যেসব টিকিটের পর একই গ্রাহক ৩০ দিনের মধ্যে একই সমস্যা নিয়ে অন্য চ্যানেলে লিখেছেন, তার হার।',
  'metric.no_repeat_rate.definition':
    'প্রথম সমাধানের মধ্যে যেগুলোর পর ৭ দিনের মধ্যে গ্রাহক নতুন টিকিট খোলেননি, তার হার।',
  'metric.sla_recorded.definition': 'সমাধান হওয়া টিকিটের মধ্যে হেল্পডেস্ক যেগুলোর SLA পূরণ হয়েছে বলে লিখেছে, তার হার।',
  'metric.sla_first_response.definition':
    'প্রথম উত্তরের যেসব লক্ষ্যের নির্ধারিত সময় এসে গেছে, তার মধ্যে পূরণ হওয়া লক্ষ্যের হার।',
  'metric.sla_next_response.definition':
    'পরের উত্তরের যেসব লক্ষ্যের নির্ধারিত সময় এসে গেছে, তার মধ্যে পূরণ হওয়া লক্ষ্যের হার: প্রথমটির পর গ্রাহকের প্রতিটি অপেক্ষায় একটি করে।',
  'metric.sla_resolution.definition':
    'সমাধানের যেসব লক্ষ্যের নির্ধারিত সময় এসে গেছে, তার মধ্যে পূরণ হওয়া লক্ষ্যের হার। টিকিট সমাধান হওয়া অবস্থায় থাকলে সময় থেমে থাকে।',
  'metric.csat_mean.definition': 'জরিপের নিজের মাপে গড় রেটিং।',
  'metric.csat_response_rate.definition': 'এই সময়ে পাঠানো জরিপের মধ্যে ১৪ দিনের মধ্যে যতগুলোর উত্তর এসেছে, তার হার।',
  'metric.ces.definition': 'কতটা কষ্ট করতে হয়েছে, এই প্রশ্নে ভালো দিকের উত্তরের হার (৭-এর মাপে ৫–৭, ৫-এর মাপে ৪–৫)।',
  'metric.ces_mean': 'CES, গড় উত্তর',
  'metric.ces_mean.definition':
    'কতটা কষ্ট করতে হয়েছে, এই প্রশ্নের নিজের মাপে উত্তরের গড়; কোন দিক ভালো তা প্রশ্নের ভাষার ওপর নির্ভর করে।',
  'metric.retention_rate.definition': 'সময়কালের শুরুতে সক্রিয় গ্রাহকদের মধ্যে যাঁরা শেষেও সক্রিয়, তাঁদের হার।',
  'metric.churn_rate.definition': 'সময়কালের শুরুতে সক্রিয় গ্রাহকদের মধ্যে যাঁরা শেষে আর সক্রিয় নন, তাঁদের হার।',
} satisfies Messages;
