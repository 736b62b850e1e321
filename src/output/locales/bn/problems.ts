import type { Messages } from '../template.ts';

/** What went wrong, what was guessed and what stops a run, in Bengali. English: `problem-texts.ts`. */
export const problems = {
  'problem.usage': '{message}',
  'problem.bug': 'এটি deskstat-এর ত্রুটি, আপনার তথ্যের নয়',
  'problem.no_input': 'কোনো ফাইলের নাম দেওয়া হয়নি',
  'problem.unknown_zone': '“{zone}” নামে কোনো টাইম জোন নেই',
  'problem.bad_syntax': '{language}, {column} নম্বর অক্ষরে: {message}',

  'problem.file_not_found': 'এই নামে কোনো ফাইল বা ফোল্ডার নেই',
  'problem.file_unreadable': 'পড়া যাচ্ছে না ({reason})',
  'problem.file_empty': 'ফাইলটি খালি',
  'problem.file_not_text': 'এটি {kind}, টেক্সট এক্সপোর্ট নয়',
  'problem.contents_unreadable': 'এটি {kind}, যা পড়া যাচ্ছে না: {reason}',
  'problem.archive_refused': 'এটি একটি ZIP আর্কাইভ, যা খোলা হয়নি: {reason}',
  'problem.package_missing': '{engine} পড়া হয় {packages} দিয়ে, যা ইনস্টল করা নেই',
  'problem.package_broken': '{engine} পড়া হয় {packages} দিয়ে, যা চালু করা যাচ্ছে না: {reason}',
  'problem.database_unnamed': '{scheme} এর পরে ডেটাবেসের ফাইল লাগে',
  'problem.database_parameter': '{engine} উৎসে “{parameter}” নামে কোনো প্যারামিটার নেই',
  'problem.database_unreadable': '{engine} এটি পড়তে পারছে না: {reason}',
  'problem.database_unreachable': '{host} ঠিকানায় কোনো {engine} সার্ভার সাড়া দিচ্ছে না: {reason}',
  'problem.database_login_refused': '{engine} “{user}”-কে ঢুকতে দিচ্ছে না: {reason}',
  'problem.database_empty': 'এতে কোনো টেবিল নেই',
  'problem.table_not_found': '“{table}” নামে কোনো টেবিল নেই',
  'problem.query_failed': '{engine} কোয়েরিটি চালাতে পারছে না: {reason}',
  'problem.query_writes': 'কোয়েরিটি লিখতে চায়, কিন্তু উৎস শুধু পড়া হয় ({engine}: {reason})',
  'problem.query_reaches_out': 'কোয়েরিটি নিজের ডেটাবেসের বাইরে যেতে চায়, উৎস তা করে না ({engine}: {reason})',
  'problem.query_without_rows': 'এই কোয়েরি থেকে কোনো সারি আসে না',
  'problem.pdf_needs_browser': 'PDF ছাপে Chromium, Chrome বা Edge; এগুলোর কোনোটি পাওয়া যায়নি',
  'problem.pdf_failed': '{browser} পাতাটি ছাপতে পারেনি: {reason}',
  'problem.bad_ticket_url':
    '“{address}” টিকিটের ঠিকানা নয়: https:// দিয়ে শুরু হতে হবে, নম্বরের জায়গায় {place} থাকতে হবে',
  'problem.no_data_files': 'এতে কোনো ডেটা ফাইল নেই',
  'problem.files_passed_over': '{count}টি ফাইল বাদ, নামের শেষ অংশ দেখে ডেটা ফাইল মনে হয় না: {files}',
  'problem.own_results_left_out': '{count}টি ফাইল বাদ, এগুলো deskstat-এর নিজের লেখা: {files}',
  'problem.same_file_twice': 'নাম একাধিকবার দেওয়া হয়েছে; একবারই পড়া হয়েছে',
  'problem.encoding_guessed': 'সঠিক UTF-8 নয়: {encoding} ধরে পড়া হয়েছে',
  'problem.headers_repeated': 'তথ্যের ভেতরে শিরোনাম আবার এসেছে ({count} বার); বাদ দেওয়া হয়েছে',
  'problem.totals_passed_over': 'মোটের {count}টি লাইন বাদ: {text}',
  'problem.trailer_passed_over': 'তথ্যের পরের {count}টি লাইন বাদ: {text}',
  'problem.row_too_long': 'একটি সারি {limit}-এর চেয়ে বড়; শেষের উদ্ধৃতিচিহ্ন বা লাইনের শেষ পাওয়া যায়নি',
  'problem.records_not_json': 'রেকর্ডগুলোর আশেপাশের {count}টি লাইন বাদ',
  'problem.no_rows': 'শুধু শিরোনাম আছে, কোনো সারি নেই: হিসাব করার কিছু নেই',
  'problem.too_many_rejected':
    '{rows}টি সারির মধ্যে {count}টি ({percent}%) ব্যবহার করা যায় না, {option} অনুযায়ী সীমা {limit}%',

  'problem.answers_repeated': 'জরিপের {count}টি উত্তর অন্য ফাইলেও আছে; প্রতিটি একবারই গোনা হয়েছে',
  'problem.answers_without_response': '{count}টি সারি বাদ: এসব উত্তর যে জরিপের সাড়ার (response), তা এই ফাইলগুলোয় নেই',
  'problem.ticket_answered_again':
    '{count}টি টিকিটে জরিপের একাধিক উত্তর: সবগুলোই গোনা হয়েছে, টিকিটের নিজের রেটিং ধরা হয়েছে শেষেরটি',
  'problem.no_retention': (say) =>
    say.message(say.has('kind') ? 'problem.no_retention.by_kind' : 'problem.no_retention.at_all'),
  'problem.no_retention.by_kind': 'কোন গ্রাহকেরা থেকে যান, {kind} দিয়ে তা জানার মতো কিছু এখানে নেই',
  'problem.no_retention.at_all': 'কোন গ্রাহকেরা থেকে যান, তা জানার মতো কিছু এখানে নেই',
  'problem.customers_called_gone': '“{column}” বলছে, {count} জন গ্রাহক চলে গেছেন আর {there} জন আছেন',
  'problem.customers_endless': 'কে থেকে যান তা গ্রাহকের তালিকা থেকে নেওয়া হয়নি: {because}',
  'problem.customers_not_pooled':
    'বাদ দেওয়া হয়েছে: এখানে গ্রাহক চেনা যায় “{key}” দিয়ে, {other}-এ “{otherKey}” দিয়ে, আর একটি মানও এক নয়',
  'problem.holidays_passed_over': '{count}টি ইভেন্ট বাদ, তাই এসব দিন স্বাভাবিক দিন হিসেবে গোনা হয়েছে: {names}',
  'problem.policy_unreached': (say) =>
    say.message(say.has('before') ? 'problem.policy_unreached.taken' : 'problem.policy_unreached.none'),
  'problem.policy_unreached.none': 'SLA নীতি “{policy}”-এর অধীনে কোনো টিকিট নেই',
  'problem.policy_unreached.taken': 'SLA নীতি “{policy}” কখনো খাটবে না: তার আগের “{before}” সব টিকিট নিয়ে নেয়',
  'problem.customer_column_lacking': 'গ্রাহকের তালিকায় “{column}” নামে কোনো কলাম নেই',

  'problem.dates_too_coarse': '“{column}” কলামে (“{example}”) দিন লেখা নেই, অথচ {field}-এর জন্য দিন লাগে',
  'problem.no_created_at': 'টিকিট তৈরির সময়ের কোনো কলাম নেই',
  'problem.undated_messages': 'এই কথোপকথনগুলোর মেসেজে তারিখ নেই, তাই সময়ের কোনো হিসাব করা যায় না',
  'problem.unknown_field': '“{field}” নামে কোনো ফিল্ড নেই',
  'problem.unknown_value': "--value {field}:'{raw}': {field}-এর “{value}” নামে কোনো মান নেই",
  'problem.unknown_column': '--map {field}: কোনো ফাইলে “{column}” নামে কলাম নেই',
  'problem.values_unused': '--value {field}: ব্যবহার হয়নি, কারণ কোনো কলাম {field} হিসেবে পড়া হয়নি',
  'problem.unknown_preset': '“{preset}” নামে কোনো প্রিসেট নেই',
  'problem.preset_does_not_fit': 'কলামগুলো {preset}-এর কোনো এক্সপোর্টের সঙ্গে মেলে না',
  'problem.unknown_scale': '“{scale}” নামে রেটিংয়ের কোনো মাপ নেই',
  'problem.field_ambiguous': '{candidates}: যেকোনোটিই {field} হতে পারে',
  'problem.kind_guessed': '{kind} হিসেবে পড়া হয়েছে',
  'problem.field_guessed': '“{column}” পড়া হয়েছে {field} হিসেবে (নিশ্চয়তা {confidence})',
  'problem.field_uncertain': (say) =>
    say.message(say.has('others') ? 'problem.field_uncertain.others' : 'problem.field_uncertain.alone'),
  'problem.field_uncertain.others': '“{column}” পড়া হয়েছে {field} হিসেবে, তবে তা নিশ্চিত নয়; {others}-ও হতে পারে',
  'problem.field_uncertain.alone': '“{column}” পড়া হয়েছে {field} হিসেবে, তবে তা নিশ্চিত নয়',
  'problem.zone_guessed': (say) =>
    say.message(say.has('because') ? 'problem.zone_guessed.because' : 'problem.zone_guessed.plain'),
  'problem.zone_guessed.because': 'সময়ের সঙ্গে টাইম জোন লেখা নেই; {zone} ধরে পড়া হয়েছে ({because})',
  'problem.zone_guessed.plain': 'সময়ের সঙ্গে টাইম জোন লেখা নেই; {zone} ধরে পড়া হয়েছে',
  'problem.date_order_guessed': '{example}-এর মতো তারিখে {order} ধরা হয়েছে ({because})',
  'problem.clock_guessed': (say) =>
    say.message(say.has('because') ? 'problem.clock_guessed.because' : 'problem.clock_guessed.plain'),
  'problem.clock_guessed.because': '“{column}”-এর {example}-এর মতো সময় পড়া হয়েছে {read} ধরে: {because}',
  'problem.clock_guessed.plain': '“{column}”-এর {example}-এর মতো সময় পড়া হয়েছে {read} ধরে',
  'problem.date_orders_mixed.some':
    '“{column}”-এ দিন আগে লেখা তারিখও আছে, মাস আগে লেখা তারিখও; {either}টি তারিখ দুভাবেই পড়া যায়, সেগুলো বাদ',
  'problem.date_orders_mixed.said':
    '“{column}”-এ দিন আগে লেখা তারিখও আছে, মাস আগে লেখা তারিখও; দুভাবেই পড়া যায় এমন তারিখ ফ্ল্যাগ অনুযায়ী পড়া হয়েছে',
  'problem.date_orders_mixed.none':
    '“{column}”-এ দিন আগে লেখা তারিখও আছে, মাস আগে লেখা তারিখও; প্রতিটি যেভাবে পড়া যায় সেভাবেই পড়া হয়েছে',
  'problem.date_orders_mixed': (say) =>
    say.message(
      say.has('order')
        ? 'problem.date_orders_mixed.said'
        : say.has('either')
          ? 'problem.date_orders_mixed.some'
          : 'problem.date_orders_mixed.none',
    ),
  'problem.zone_ambiguous': '“{column}”-এর {letters} একাধিক জায়গার টাইম জোন ({zones}); {zone} ধরে পড়া হয়েছে',
  'problem.duration_unit_guessed': '“{column}” পড়া হয়েছে {unit} ধরে: {because}',
  'problem.ticket_scales_differ':
    'টিকিটের রেটিং একাধিক মাপে ({found}), সেগুলো কখনও একসঙ্গে গোনা হয় না; প্রতিটি ফাইল আলাদা করে জিজ্ঞাসা করুন',
  'problem.scale_guessed': '“{column}”-এর রেটিং {scale} মাপে পড়া হয়েছে',

  'problem.nothing_to_measure': 'হিসাব করার কিছু নেই: টিকিট, ইভেন্ট, মেসেজ, জরিপ বা গ্রাহকের কোনো টেবিল নেই',
  'problem.unknown_metric': '“{id}” নামে কোনো সূচক নেই',
  'problem.metric_unavailable': '{id} পাওয়া যায়নি: {reason}',
  'problem.unknown_clock': '{id}-এর “{clock}” নামে কোনো ঘড়ি নেই',
  'problem.unknown_stat': '{id}-এর “{stat}” নামে কোনো পরিসংখ্যান নেই',
  'problem.waiting_unavailable': 'কারা অপেক্ষায় তা বলা যায় না: {reason}',
  'problem.baseline_missing': '“{expect}”-এর জন্য একটি বেসলাইন লাগবে',
  'problem.baseline_unusable': 'বেসলাইন হতে পারে না: {reason}',
  'problem.baseline_mismatch': 'এবারের হিসাবের সঙ্গে তুলনা করা যায় না: {reason}',
  'problem.saved_unusable': 'তুলনা করা যায় না: {reason}',
  'problem.saved_mismatch': 'তুলনা করা যায় না: {reason}',
  'problem.age_not_checked': 'তথ্য {asOf} পর্যন্ত; কত পুরোনো তা যাচাই করা হয়নি',
  'problem.truncated_refused': 'ফাইলটি মাঝপথে কাটা, আর যা নেই তাতে যেকোনো রায় বদলে যেতে পারে',
  'problem.settings_twice': 'পাশেই আরেকটি সেটিংস ফাইল আছে: {other}',
  'problem.settings_unused': 'ব্যবহার হয়নি, কারণ {used} ব্যবহার হয়েছে',
  'problem.file_not_used': 'ব্যবহার হয়নি: এর কিছুই বোঝা যায়নি',
  'problem.files_not_used': '{count}টি ফাইল ব্যবহার হয়নি, কারণ কিছুই বোঝা যায়নি: {files}',
  'problem.file_not_asked': 'ব্যবহার হয়নি: এই প্রশ্নে এ ধরনের ফাইল লাগে না ({kinds})',
  'problem.list_names_nobody': 'ব্যবহার হয়নি: এই তালিকার কোনো আইডি অন্য ফাইলগুলোতে নেই',
  'problem.pattern_unused': 'এবারের কোনো ফাইলের নাম “{pattern}” নয়',
  'problem.pattern_misspelt': 'এবারের কোনো ফাইলের নাম “{pattern}” নয়',
  'problem.filter_value_unknown': '{field}-এ “{value}” নামে কিছু নেই',
  'problem.no_policies': '--soon {soon} কিছুই পায় না: কোনো লক্ষ্যের সময় কখন শেষ হবে তা কোনো SLA নীতিতে নেই',
  'problem.data_too_old': 'তথ্যের সর্বশেষ সময় {asOf}, অর্থাৎ {age} আগের; --max-age অনুযায়ী সীমা {limit}',
  'problem.bad_book': '{message}',
  'problem.no_text': 'বারবার আসা সমস্যা খোঁজার মতো বিষয় বা বিবরণ তথ্যে নেই',
  'problem.too_many_rows_for_a_sheet': 'ওয়ার্কবুকের একটি শিটে ১০,৪৮,৫৭৫টি সারি ধরে, এখানে আছে {rows}টি',
  'problem.unknown_issue': '“{id}” আইডি দিয়ে কোনো সমস্যা তালিকায় নেই',
  'problem.unknown_dimension': '“{name}” ভাগ বা ফিল্টার করার কোনো ফিল্ড নয়',
  'problem.dimension_lacking': 'তথ্যে “{name}” নেই',

  'problem.local_time_repeated':
    '“{column}”-এর {count}টি সময় এমন ঘণ্টায় পড়েছে যা ঘড়িতে দুবার এসেছে; আগেরটি ধরা হয়েছে',
  'problem.local_time_skipped':
    '“{column}”-এর {count}টি সময় এমন ঘণ্টায় পড়েছে যা ঘড়িতে বাদ গেছে; ততটুকু পরে ধরা হয়েছে',
  'problem.rows_not_data': '{count}টি সারি বাদ: প্রিভিউ বা পরীক্ষামূলক, আসল উত্তর নয়',
  'problem.ticket_repeated': '{count}টি সারিতে একই ফাইলের টিকিট আবার এসেছে; প্রতিটি টিকিট একবারই গোনা হয়েছে',
  'problem.ticket_in_several_files': '{count}টি টিকিট একাধিক ফাইলে আছে; প্রতিটির সবচেয়ে নতুন ভার্সনটি গোনা হয়েছে',
  'problem.tickets_without_ids_alike':
    'আইডি ছাড়া {count}টি টিকিট অন্য ফাইলেও আছে, তৈরির সময়, ব্যক্তি ও লেখা একই; প্রতিটি একবারই গোনা হয়েছে',
  'problem.tickets_look_alike':
    'আইডি ছাড়া {count}টি টিকিট অন্য ফাইলের টিকিটের মতো দেখায়; কোনো কলামে ব্যক্তির নাম নেই, তাই প্রতিটিই গোনা হয়েছে',
  'problem.row_numbers': (say) =>
    say.message(say.has('id') ? 'problem.row_numbers.other_id' : 'problem.row_numbers.no_id'),
  'problem.row_numbers.other_id': '“{column}” সারি গোনে; আইডি হলো “{id}”',
  'problem.row_numbers.no_id': '“{column}” সারি গোনে, এটি আইডি নয়',
  'problem.key_found':
    '“{column}” একাধিক সারিতে আসে এবং টিকিট কখন শুরু ও শেষ হয়েছে তা ঠিক করে: এর সব সারি মিলে একটিই টিকিট',
  'problem.ids_joined': '“{column}”-এর আইডি একাধিকবার আসে; টিকিট চেনা হয়েছে “{within}” ও “{column}” মিলিয়ে',
  'problem.rows_not_told_apart':
    'স্প্রেডশিটে “{column}”-এর অঙ্ক হারিয়ে গেছে (1.03006E+13), আর একটি টিকিটের একাধিক সারি আছে, যেগুলো “{within}” দিয়ে অন্য টিকিট থেকে আলাদা করা যায় না: টিকিট কয়টি তা জানা যায় না',
  'problem.rows_repeat_tickets':
    'একাধিক সারিতে একই তৈরির সময়, ব্যক্তি ও বিষয় আবার এসেছে, আর কোন সারিগুলো একই টিকিটের তা কোনো কলামে নেই: টিকিট কয়টি তা জানা যায় না',
  'problem.no_ids':
    'টিকিট আলাদা করে চেনার মতো কোনো কলাম নেই: প্রতিটি সারি একটি টিকিট ধরা হয়েছে, অন্য ফাইলের কিছু এর সঙ্গে মেলানো যাবে না',
  'problem.own_columns':
    'প্রতিটি সারিতে টিকিটের নিজের তথ্য আবার এসেছে ({columns}); শেষ সারিতে যেমন আছে, টিকিটের তা-ই ধরা হয়েছে',
  'problem.status_never_changes':
    'কোনো টিকিটের “{column}” এক সারি থেকে আরেক সারিতে বদলায় না: এটি টিকিটের এখনকার অবস্থা, ইতিহাস নয়',
  'problem.rows_in_several_files': '{count}টি সারি অন্য ফাইলেও আছে; প্রতিটি একবারই গোনা হয়েছে, নতুন ফাইলে যেমন আছে',
  'problem.same_id_other_ticket': '{first} ও {second} নম্বর লাইনের আইডি একই ({id}), কিন্তু তৈরির সময় আলাদা',
  'problem.same_id_other_desk': '{first} ও {second}-এ একই আইডি ({id}) আছে, কিন্তু তৈরির সময় আলাদা',
  'problem.automatic_answers': '৬০ সেকেন্ডের মধ্যে একই লেখার {count}টি উত্তর স্বয়ংক্রিয় হিসেবে ধরা হয়েছে',
  'problem.bots_answer':
    'বটের {count}টি উত্তরও মানুষের উত্তরের মতো অপেক্ষা শেষ করে, “answers: bots” সেটিংয়ে যেমন বলা আছে',
  'problem.no_bot_answers': '“answers: bots” কিছুই বদলায় না: এখানে কোনো মেসেজ বটের উত্তর নয়',
  'problem.zeros_not_yet': '{field}-এর {count}টি শূন্য, যেখানে এখনো কিছু ঘটেনি; খালি ধরা হয়েছে',
  'problem.tickets_removed_by_column': '“{column}” বলছে, {count}টি টিকিট {reason}; কোনো সংখ্যায় নেই',
  'problem.messages_by_machines': '“{column}” বলছে, {count}টি মেসেজ যন্ত্রের: মানুষের উত্তর নয়',
  'problem.tickets_begun_by_desk': '“{column}” বলছে, {count}টি আলাপ ডেস্ক নিজে শুরু করেছে: সেগুলোর প্রথম উত্তর নেই',
  'problem.answers_without_time':
    '{count}টি টিকিটে উত্তর আছে, প্রথমটির সময় নেই: কখন উত্তর দেওয়া হয়েছে অজানা, তাই উত্তরহীন নয়, প্রথম উত্তরের সময়েও নেই',
  'problem.calls_not_answered':
    '“{column}” বলছে, {count}টি কল কেউ ধরেনি: যতক্ষণই অপেক্ষা করা হোক, সেগুলোর প্রথম উত্তর নেই',
  'problem.none_open':
    '{count}টি টিকিটের একটিও খোলা নেই: সবগুলোর কাজ শেষ হয়ে গেলে এমন হয়, আবার শুধু সমাধান হওয়া টিকিটের এক্সপোর্টেও, যাতে বকেয়া ও উত্তরহীন টিকিট থাকে না',
  'problem.list_begins_later': 'অন্য টিকিটগুলোর চেয়ে দেরিতে শুরু: এর আগের ও পরের সময়কাল পরস্পর তুলনা করা হয় না',
  'problem.list_ends_earlier': 'অন্য টিকিটগুলোর চেয়ে আগে শেষ: এর শেষের আগের ও পরের সময়কাল পরস্পর তুলনা করা হয় না',
  'problem.open_again': '{count}টি টিকিট সমাধানের পর আবার খোলা; সেগুলো খোলা হিসেবে গোনা হয়েছে',
  'problem.sides_disagree':
    '{compared}টি টিকিটের মধ্যে {count}টিতে {left} ও {right} আলাদা কথা বলে; হিসাবে {used} ব্যবহার করা হয়েছে',
  'problem.no_tickets': 'কোনো টিকিট ব্যবহার করা যায় না',
  'problem.coverage_unsettled':
    '{files} কীভাবে কাটা হয়েছে তা সেটিংসে বলা নেই, অথবা অন্য ফাইলের থেকে আলাদা বলা আছে; ডেটা থেকে ধরা হয়েছে',
  'problem.pseudonyms_unsalted':
    'ছদ্মনামগুলো আপনার কোনো গোপন শব্দ ছাড়াই তৈরি: কারও নাম জানা থাকলে যে কেউ তাঁর ছদ্মনাম বের করতে পারবেন',

  'problem.output_is_input': 'এই ফাইলটি পড়া হচ্ছে, এর ওপর লেখা যাবে না',
  'problem.output_exists': 'ফাইলটি আগে থেকেই আছে, তার ওপর লেখা হয়নি',
  'problem.observations_broken': 'এই পর্যবেক্ষণগুলো ব্যবহার করা যায় না: {reason}',
  'problem.observations_lack': '{what}-এর কোনো পর্যবেক্ষণ নেই',
  'problem.not_sharded': 'একটি ভাগে {metrics} নেই: {reason}',
  'problem.sql_cannot': 'একটি কোয়েরি {what} গণনা করতে পারে না: শুধু "metrics --observations" পারে',
  'problem.output_unwritable': 'লেখা যাচ্ছে না: {reason}',

  'problem.config_syntax': 'সঠিক YAML নয়: {reason}',
  'problem.config_unknown_key': (say) =>
    say.message(
      say.arg('inside') === '' ? 'problem.config_unknown_key.alone' : 'problem.config_unknown_key.inside',
    ),
  'problem.config_unknown_key.inside': '“{inside}”-এর ভেতরে অজানা সেটিং “{key}”',
  'problem.config_unknown_key.alone': 'অজানা সেটিং “{key}”',
  'problem.config_invalid': '“{path}”: {reason}',
  'problem.config_missing': '“{path}” নেই',
} satisfies Messages;
