import type { Messages } from '../template.ts';

/** What is wrong with the data, and why a figure is missing, in Bengali. English: `problem-texts.ts`, `unavailable.ts`. */
export const data = {
  'problem.activities_unmapped': '“{column}”-এর কোন কাজটি সমাধান বোঝায় তা জানা নেই',
  'problem.ids_written_otherwise':
    'টিকিটের ফাইলে {count}টি আইডি অন্যভাবে লেখা: এখানকার “{here}” সেখানে “{there}”; প্রতিটির জোড়া একটিই, তাই মেলানো হয়েছে',
  'problem.merged_began_earlier': '{count}টি টিকিট শুরু ধরা হয়েছে তার সঙ্গে মেলানো আগের টিকিট থেকে',
  'problem.answers_among_tickets': '“{column}”-এর উত্তরগুলো টিকিটের তালিকায় আছে, তার সঙ্গে হিসাব হয় না',
  'problem.acknowledged_only':
    '“{column}” বলে টিকিটটি কখন কারও নজরে এসেছে, সেটি উত্তর নয়: {try} না দিলে প্রথম উত্তর হিসেবে ধরা হয় না',
  'problem.low_is_good': '“{column}”-এর প্রশ্ন বা সংখ্যাগুলোর নাম বলে যে কম স্কোরই ভালো: কম স্কোর মানে সন্তুষ্ট',
  'problem.ids_in_other_column':
    '{count}টি টিকিট-আইডি টিকিটের ফাইলের “{column}” কলামের: এখানকার “{here}” সেখানে “{there}” টিকিট; প্রতিটির জোড়া একটিই, তাই মেলানো হয়েছে',
  'problem.people_written_otherwise':
    'অন্য ফাইলে {count} জন গ্রাহক বা লেখকের নাম অন্যভাবে লেখা; প্রতিটির জোড়া একটিই, তাই মেলানো হয়েছে',
  'problem.answers_apart': '{surveys}: {count}টি উত্তর আলাদা রাখা হয়েছে, এগুলো থেকে CSAT, NPS বা CES হিসাব করা যায় না',
  'problem.survey_questions': 'কয়েকটি জরিপ, প্রতিটির হিসাব আলাদা: {surveys}',
  'problem.answers_undated': '{all}টি উত্তরের মধ্যে {count}টির তারিখ নেই: মোট হিসাবে আছে, সময়ের ভাগে নেই',
  'problem.no_surveys': 'ফাইলগুলোয় কোনো রেটিং নেই: --survey “{survey}” কিছুই বেছে নেয় না',
  'problem.unknown_survey': '“{survey}” নামে কোনো জরিপ নেই',
  'problem.answers_joined': (say) =>
    say.message(say.arg('lost') === '০' ? 'problem.answers_joined.all' : 'problem.answers_joined.lost'),
  'problem.answers_joined.all': '{answers}টি উত্তরের সবগুলোর টিকিট এই ফাইলগুলোয় আছে',
  'problem.answers_joined.lost':
    '{answers}টি উত্তরের মধ্যে {lost}টির টিকিট এই ফাইলগুলোয় নেই: সেগুলো কোনো গ্রুপ, এজেন্ট বা চ্যানেলের হিসাবে নেই',
  'problem.bytes_no_character': '{count}টি বাইট {encoding}-এর কোনো অক্ষর নয়, যা ধরে ফাইলটি পড়া হয়েছে',
  'problem.comments_unpacked':
    '“{column}”-এ মন্তব্য আছে (date;author;text): মেসেজ হিসেবে পড়া হয়েছে। কোনগুলো অভ্যন্তরীণ নোট তা এক্সপোর্টে বলা নেই, তাই সবগুলোই প্রকাশ্য ধরা হয়েছে',
  'problem.lines_unwrapped': 'প্রতিটি লাইন উদ্ধৃতি-চিহ্নে ঘেরা একটি মাত্র ঘর: ভেতরের সারি ধরে পড়া হয়েছে',
  'problem.bytes_not_utf8': '{count}টি বাইট সঠিক UTF-8 নয়, {encoding} ধরে পড়া হয়েছে',
  'problem.cell_unreadable': '“{column}”-এর {count}টি ঘর পড়া যায়নি ({field}); সেগুলো খালি ধরা হয়েছে',
  'problem.conflict_markers': 'git-এর {count}টি conflict চিহ্ন বাদ দেওয়া হয়েছে; দুই পাশের সারিই পড়া হয়েছে',
  'problem.date_order_contradicted': '“{column}”-এর {count}টি তারিখে দিন ও মাস উল্টো ক্রমে লেখা',
  'problem.dates_swapped': (say) =>
    say.message(say.has('undone') ? 'problem.dates_swapped.undone' : 'problem.dates_swapped.plain'),
  'problem.dates_swapped.plain': '{columns}: দিন ১২ বা তার কম হলে দিন আর মাস উল্টে গেছে, স্প্রেডশিটে যেমন হয়',
  'problem.dates_swapped.undone':
    '{columns}: দিন ১২ বা তার কম হলে দিন আর মাস উল্টে গেছে, স্প্রেডশিটে যেমন হয়; সেগুলো আবার ঠিক করে পড়া হয়েছে',
  'problem.age_runs_on':
    '“{column}” সব সারিতে একই মুহূর্ত পর্যন্ত গোনে: তখন টিকিটের বয়স কত ছিল, কত সময় লেগেছে তা নয়; বাদ দেওয়া হয়েছে',
  'problem.duration_unit_unknown': '“{column}”-এর একক জানা নেই, টিকিটের সময়ের সঙ্গেও মেলে না; বাদ দেওয়া হয়েছে',
  'problem.effort_direction_unknown': '“{column}” থেকে বোঝা যায় না কম স্কোর ভালো নাকি বেশি',
  'problem.events_without_ticket': '{count}টি ইভেন্টের টিকিট এই এক্সপোর্টে নেই',
  'problem.field_missing': '{field}-এর কোনো কলাম নেই, তাই {kind}-এর টেবিলটি ব্যবহার করা যায়নি',
  'problem.file_cut': 'ফাইলটি একটি সারির মাঝখানে শেষ হয়েছে; তার আগের সম্পূর্ণ সারিগুলো রাখা হয়েছে',
  'problem.gzip_cut': 'সংকুচিত ফাইলটি নষ্ট; তার আগ পর্যন্ত যা ছিল রাখা হয়েছে',
  'problem.ids_lost_digits':
    '{count}টি সারি: স্প্রেডশিটে “{column}”-এর অঙ্ক হারিয়ে গেছে (1.03006E+13), তাই এই টিকিটগুলোর আইডি জানা নেই',
  'problem.json_cut': '{record} নম্বর রেকর্ডে JSON শেষ হয়ে গেছে বা ভাঙা; তার আগের {rows}টি সম্পূর্ণ রেকর্ড রাখা হয়েছে',
  'problem.messages_without_ticket': '{count}টি মেসেজের টিকিট এই এক্সপোর্টে নেই',
  'problem.question_at_creation': '{count}টি কথোপকথনে প্রথম বার্তাটি নেই: টিকিট তৈরির সময় থেকে সময় গোনা হয়েছে',
  'problem.question_by_ticket':
    '{count}টি কথোপকথনের কোনোটিতে প্রথম বার্তা আছে, কোনোটিতে নেই: তৈরির এক মিনিটের মধ্যে গ্রাহকের বার্তা থাকলে সেখান থেকে, নইলে তৈরির সময় থেকে গোনা হয়েছে',
  'problem.messages_not_recorded':
    'মেসেজ নেই এমন {count}টি টিকিট পড়া মেসেজগুলোর আওতায় নেই; সেগুলোর উত্তরের তথ্য লেখা নেই',
  'problem.tickets_without_messages': 'মেসেজ নেই এমন {count}টি টিকিট উত্তরহীন, নাকি তথ্য লেখা নেই, তা বলা যায় না',
  'problem.nobody_wrote': '{count}টি টিকিটে মেসেজ নেই: কেউ কিছু লেখেনি',
  'problem.messages_without_author': '{count}টি মেসেজে লেখকের নাম নেই; সেগুলো কারও উত্তর নয়',
  'problem.messages_other_clock':
    '{count}টির বেশির ভাগ কথোপকথন টিকিটের {hours} ঘণ্টা আগে শুরু: ফাইলগুলো এক সময়-অঞ্চলে পড়া হয়নি, উত্তরে কত সময় লেগেছে জানা যায় না',
  'problem.authors_unknown': '{count}টি মেসেজে কে লিখেছে তা নেই; কে কখন উত্তর দিয়েছে জানা যায় না',
  'problem.quote_lost': '{count}টি সারিতে একটি উদ্ধৃতিচিহ্ন বন্ধ করা নেই; চিহ্নটিকে সাধারণ অক্ষর ধরে পড়া হয়েছে',
  'problem.quotes_repaired': '{count}টি সারিতে উদ্ধৃতিচিহ্ন এলোমেলো; যতটা সম্ভব পড়া হয়েছে',
  'problem.row_rejected': '{count}টি সারি বাদ: {reason}',
  'problem.sla_pauses_unknown':
    'SLA {policies}: টিকিট কখন {states} ছিল তা এক্সপোর্টে নেই, তাই সেই সময়ও গোনা হয়েছে',
  'problem.period_empty':
    '{period}-এ কোনো টিকিট খোলা হয়নি; ফাইলগুলোতে {count}টি টিকিট আছে, {from} থেকে {to} পর্যন্ত খোলা: দেখুন --period {nearest}',
  'problem.fixed_without_tickets':
    'ফাইলগুলোয় {issue}-এর কোনো টিকিট নেই: সমস্যাটি শেষ হয়েছে কি না, এগুলো থেকে বলা যায় না',
  'problem.period_not_covered':
    'ফাইলগুলোতে {period}-এর কিছুই নেই; এগুলোতে {count}টি টিকিট আছে, {from} থেকে {to} পর্যন্ত খোলা: দেখুন --period {nearest}',
  'problem.filter_empty': 'ফিল্টারের সঙ্গে কোনো টিকিট মেলে না: {filter}',
  'problem.status_of_later':
    'যে সময়ের হিসাব চাওয়া হয়েছে তার পরে {count}টি টিকিট বদলেছে; সেগুলোর অবস্থা এক্সপোর্টে এখন যা, তা-ই ধরা হয়েছে',
  'problem.zeros_unknown':
    '{field}-এ {count}টি শূন্য: সঙ্গে সঙ্গে ঘটেছে, না এখনও ঘটেনি তা কিছুই বলে না; বাদ দেওয়া হয়েছে',
  'problem.source_without_ends':
    'অবস্থা বা শেষ হওয়ার সময় কোনোটিই নেই: এর {count}টি টিকিটের কোনগুলো শেষ হয়েছে কেউ জানে না; যেসব হিসাবে তা লাগে, সেগুলোয় এগুলো নেই',
  'problem.source_without_answers':
    'এর {count}টি টিকিটের উত্তর দেওয়া হয়েছে কি না বলা নেই; যেসব হিসাবে তা লাগে, সেগুলোয় এগুলো নেই',
  'problem.source_without_ratings': 'রেটিং নেই; সন্তুষ্টির হিসাবে এর {count}টি টিকিট নেই',
  'problem.source_without_requesters': 'কে জানতে চেয়েছেন বলা নেই; গ্রাহকভিত্তিক হিসাবে এর {count}টি টিকিট নেই',
  'problem.statuses_unknown': 'অজানা অবস্থা: {values}',
  'problem.half_points': '{count}টি NPS উত্তরে আধা পয়েন্ট আছে: ৭-এর নিচে সমালোচক, ৯-এর নিচে নিরপেক্ষ ধরা হয়েছে',
  'problem.survey_dimension': 'টিকিট জরিপ অনুযায়ী ভাগ করা যায় না: শুধু উত্তরই একটি জরিপের হয়',
  'problem.tickets_undated': '{count}টি টিকিট বাদ: তৈরির তারিখ বাকি সবার অনেক পরে',
  'problem.value_void': '{count}টি টিকিট: {field} বাদ, {reason}',

  'problem.dates_without_time': '{columns}: সময় ছাড়া তারিখ; এগুলো থেকে মাপা সবকিছু শুধু দিন পর্যন্ত জানা',
  'problem.as_of_stands_alone': 'শুধু এই সারির জন্যই তথ্য {at}-এ শেষ; বাকি সব সময় শেষ {before}-এ',
  'problem.reason.after_last_update': 'কারণ তা নিজের সারির শেষ হালনাগাদের এক দিনেরও বেশি পরে',
  'problem.reason.after_export': 'কারণ তা এক্সপোর্ট তৈরির পরের',
  'problem.reason.before_created': 'কারণ তা টিকিট তৈরির আগের',
  'problem.reason.broken_json': 'JSON ভাঙা',
  'problem.reason.created_at_missing': 'তৈরির তারিখ নেই',
  'problem.reason.created_at_unreadable': 'তৈরির তারিখ পড়া যায় না',
  'problem.reason.created_at_either_order': 'তৈরির তারিখে দিন আগে না মাস আগে তা বোঝা যায় না, কারণ কলামটিতে দুটোই আছে',
  'problem.reason.far_in_the_future': 'কারণ তা বাকি সব সময়ের অনেক পরে',
  'problem.reason.needed_field_missing': 'তারিখ নেই, অথবা সারিটি কার সঙ্গে যুক্ত তা নেই',
  'problem.reason.merged': 'অন্য টিকিটের সঙ্গে মার্জ করা',
  'problem.reason.pull_request': 'পুল রিকোয়েস্ট',
  'problem.reason.spam': 'স্প্যাম',
  'problem.reason.deleted': 'মুছে ফেলা',
  'problem.reason.negative': 'কারণ তা শূন্যের কম',
  'problem.reason.not_an_object': 'JSON অবজেক্ট নয়',
  'problem.reason.off_scale': 'কারণ তা রেটিংয়ের মাপের বাইরে',
  'problem.reason.fraction': 'কারণ তা এমন ভগ্নাংশ যা কেউ উত্তর দিতে পারে না: গড় বা ভুল',
  'problem.reason.open_quote': 'উদ্ধৃতিচিহ্ন খোলা হয়েছে, বন্ধ করা হয়নি',
  'problem.reason.too_few_cells': 'শিরোনামের চেয়ে ঘর কম',
  'problem.reason.too_many_cells': 'শিরোনামের চেয়ে ঘর বেশি',
} satisfies Messages;
