import type { Sentences } from '../sentences.ts';

/** What to try, in Bengali, by the English that stages carry. */
export const hints: Sentences = {
  '"query" of these sources in deskstat.yaml': 'deskstat.yaml-এ এই উৎসগুলোর "query"',
  'other files and databases are named beside it': 'অন্য ফাইল ও ডেটাবেসের নাম এর পাশে দিন',
  'the address as postgres://user@host:port/database, or PGHOST and PGPORT':
    'ঠিকানা postgres://user@host:port/database হিসেবে, অথবা PGHOST ও PGPORT',
  'the password in PGPASSWORD, or in a .pgpass file': 'পাসওয়ার্ড PGPASSWORD-এ, অথবা .pgpass ফাইলে',
  '{1} for the query alone': 'শুধু কোয়েরির জন্য {1}',
  'line {1}, column {2}': '{1} নম্বর লাইন, {2} নম্বর কলাম',
  '--coverage created, or "coverage" of these files in deskstat.yaml':
    '--coverage created, অথবা deskstat.yaml-এ এই ফাইলগুলোর "coverage"',
  'topics is a list of "id: T1" with "name"': 'topics হলো "id: T1" ও "name"-এর তালিকা',
  'an export with whole dates, or --map {1}=Column for another column':
    'পুরো তারিখসহ এক্সপোর্ট, অথবা অন্য কলামের জন্য --map {1}=Column',
  'one of: {1}': 'এর একটি: {1}',
  'match: {1} for that file': 'ওই ফাইলের জন্য match: {1}',
  '--max-age 36h, or max_age: 36h in deskstat.yaml': '--max-age 36h, অথবা deskstat.yaml-এ max_age: 36h',
  'a whole export, or --allow-truncated': 'সম্পূর্ণ এক্সপোর্ট, অথবা --allow-truncated',
  '--config with the one that is meant, or remove the other':
    'যেটি চান সেটি দিয়ে --config, অথবা অন্যটি সরিয়ে দিন',
  '--config with this file': 'এই ফাইল দিয়ে --config',
  '--by {1}, which shows the values that there are': '--by {1}, যা কোন কোন মান আছে তা দেখায়',
  'one is {1} times the other: another unit?': 'একটি অন্যটির {1} গুণ: একক কি আলাদা?',
  '{1} is nearly always the smaller one: measured in working hours?':
    '{1} প্রায় সব সময় ছোট: এটি কি কাজের সময়ে মাপা?',
  '--map {1}=… for a column of working hours': 'কাজের সময়ের কলামের জন্য --map {1}=…',
  'the same command with --debug, and report what it prints':
    'একই কমান্ড --debug দিয়ে চালিয়ে যা দেখায় তা আমাদের জানান',
  'deskstat report tickets.csv, or "-" for standard input, or deskstat demo':
    'deskstat report tickets.csv, অথবা standard input-এর জন্য "-", অথবা deskstat demo',
  'an IANA name such as Asia/Dhaka or America/New_York, UTC, or an offset such as +06:00':
    'IANA নাম, যেমন Asia/Dhaka বা America/New_York, UTC, অথবা +06:00-এর মতো ব্যবধান',
  'export it as CSV or JSON and name that file': 'CSV বা JSON হিসেবে এক্সপোর্ট করে সেই ফাইলের নাম দিন',
  '--map requester=Column or --map id=Column': '--map requester=Column অথবা --map id=Column',
  '-o report.html, open it and print it to a file; or set CHROME_PATH to such a browser':
    '-o report.html দিন, খুলে ফাইলে প্রিন্ট করুন; অথবা CHROME_PATH-এ এমন ব্রাউজারের পথ দিন',
  '-o report.html, open it and print it to a file': '-o report.html দিন, খুলে ফাইলে প্রিন্ট করুন',
  '--coverage solved if it holds solved tickets only': '--coverage solved, যদি এতে কেবল সমাধান হওয়া টিকিট থাকে',
  'unpack it first, and name the files': 'আগে আর্কাইভটি খুলুন, তারপর ফাইলগুলোর নাম দিন',
  'unpack it first': 'আগে আর্কাইভটি খুলুন',
  'check the download: this is often a log-in page saved under the name of the export':
    'ডাউনলোডটি দেখুন: প্রায়ই এক্সপোর্টের নামে লগ-ইন পেজ সেভ হয়ে যায়',
  'resolve the conflict, then run again': 'conflict মিটিয়ে আবার চালান',
  'check that this is a CSV or JSON export and that its quotes are closed':
    'দেখুন এটি CSV বা JSON এক্সপোর্ট কি না আর উদ্ধৃতিচিহ্নগুলো বন্ধ আছে কি না',
  'export again, with a wider period or without a filter': 'আরও বড় সময়কাল নিয়ে বা ফিল্টার ছাড়া আবার এক্সপোর্ট করুন',
  '--rejects rejects.csv to see them, --max-rejected 100% to go on without them':
    'সেগুলো দেখতে --rejects rejects.csv, বাদ দিয়ে এগোতে --max-rejected 100%',
  '{1} that name a ticket which is not in these files': '{#1}টিতে এমন টিকিটের উল্লেখ আছে যা এই ফাইলগুলোয় নেই',
  'customers are {1} here and {2} in the tickets': 'গ্রাহক চেনা যায় এখানে {1} দিয়ে, টিকিটে {2} দিয়ে',
  "the tickets of the same time, or --map ticket_id='…' and --map customer='…'":
    "একই সময়ের টিকিট দিন, অথবা --map ticket_id='…' ও --map customer='…'",
  'one file a kind of survey': 'প্রতি ধরনের জরিপের জন্য আলাদা ফাইল',
  'customers with a start (and an end), orders or logins with a date, tickets with a requester':
    'শুরু (ও শেষ) তারিখসহ গ্রাহক, তারিখসহ অর্ডার বা লগ-ইন, গ্রাহকের নামসহ টিকিট',
  "--map 'customer=…' with the column that both have, or one file at a time":
    "যে কলাম দুটিতেই আছে তা দিয়ে --map 'customer=…', অথবা একবারে একটি ফাইল",
  'holidays: with the dates, for events that close a day': 'যে ইভেন্টে দিন বন্ধ থাকে তার তারিখ holidays:-এ লিখুন',
  'a "when:" for "{1}", or "{2}" before it': '"{1}"-এর জন্য "when:" দিন, অথবা "{2}" তার আগে রাখুন',
  '--customers FILE, --activity FILE, or --map requester=… for tickets':
    '--customers FILE, --activity FILE, অথবা টিকিটের জন্য --map requester=…',
  'deskstat issues to find recurring issues in what customers wrote, --map sent_at=Column if a column holds dates':
    'গ্রাহকেরা যা লিখেছেন তাতে বারবার আসা সমস্যা খুঁজতে deskstat issues, কোনো কলামে তারিখ থাকলে --map sent_at=Column',
  'deskstat inspect, which lists the columns of every file': 'deskstat inspect, তাতে প্রতিটি ফাইলের কলাম দেখা যায়',
  'one column for {1}': '{1}-এর জন্য একটি কলাম',
  'an export with the stamp of the event, or with a count of replies': 'ঘটনার সময়সহ, বা উত্তরের সংখ্যাসহ এক্সপোর্ট',
  'export again and do not open the file in a spreadsheet before':
    'আবার এক্সপোর্ট করুন, এবার ফাইলটি স্প্রেডশিটে না খুলে দিন',
  'export again and do not save the file from a spreadsheet':
    'আবার এক্সপোর্ট করুন, ফাইলটি স্প্রেডশিট থেকে সেভ করবেন না',
  '{1} where each row is a ticket': 'যেখানে প্রতিটি সারি একটি টিকিট, সেখানে {1}',
  'deskstat inspect shows what each file is': 'কোন ফাইলে কী আছে তা দেখায় deskstat inspect',
  '--map {1}=Column for another column, --rejects rejects.csv to see the rows':
    'অন্য কলামের জন্য --map {1}=Column, সারিগুলো দেখতে --rejects rejects.csv',
  '--baseline last-week.json, a saved "deskstat metrics --format json"':
    '--baseline last-week.json, যা "deskstat metrics --format json" দিয়ে সেভ করা',
  'the same options for both, or a new baseline': 'দুটির জন্য একই অপশন, অথবা নতুন বেসলাইন',
  'make both with the same command, zone and version': 'দুটিই একই কমান্ড, টাইম জোন ও ভার্সন দিয়ে তৈরি করুন',
  'add an export of status changes (events), or leave pause_on out':
    'অবস্থা বদলের (events) এক্সপোর্ট যোগ করুন, অথবা pause_on বাদ দিন',
  'a newer export': 'আরও নতুন এক্সপোর্ট',
  '--map subject=Column, or an export with subjects': '--map subject=Column, অথবা বিষয়সহ এক্সপোর্ট',
  '-o rows.csv, or fewer rows with --where or --period': '-o rows.csv, অথবা --where বা --period দিয়ে কম সারি',
  'column:"{1}" for a column of that name': 'ওই নামের কলামের জন্য column:"{1}"',
  "column:'{1}' if it is a column of the export": "এটি এক্সপোর্টের কলাম হলে column:'{1}'",
  '--date-order day or --date-order month': '--date-order day অথবা --date-order month',
  "--map id='{1}' where it is the id": "যেখানে এটিই আইডি, সেখানে --map id='{1}'",
  '--map id=- where each row is a ticket': 'প্রতিটি সারি একটি টিকিট হলে --map id=-',
  '--map id=Column to name the column that tells tickets apart':
    'যে কলাম টিকিট আলাদা করে তা বলে দিতে --map id=Column',
  '--complete if nobody wrote in them': 'কেউ কিছু না লিখে থাকলে --complete',
  '--map author=COLUMN or --map author_role=COLUMN': '--map author=COLUMN বা --map author_role=COLUMN',
  '--events FILE where a row is one change of a ticket': 'প্রতি সারিতে টিকিটের একটি করে বদল থাকলে --events FILE',
  '--source east.csv=east --source west.csv=west where they come from different desks':
    'আলাদা ডেস্কের হলে --source east.csv=east --source west.csv=west',
  'DESKSTAT_SALT, or pseudonym_salt in deskstat.yaml, with a long random text':
    'DESKSTAT_SALT-এ, অথবা deskstat.yaml-এর pseudonym_salt-এ, লম্বা এলোমেলো লেখা দিন',
  '-o with another name': '-o দিয়ে অন্য নাম',
  '-o with a file in a folder you may write to': '-o দিয়ে এমন ফোল্ডারের ফাইল যেখানে লেখার অনুমতি আছে',
  '--force to write over it, or --to - to print what it would hold':
    'এর ওপর লিখতে --force, অথবা কী লেখা হতো তা দেখতে --to -',
  'deskstat demo {1} --force, or deskstat demo another-folder':
    'deskstat demo {1} --force, অথবা deskstat demo another-folder',
  '--ces-low-is-easy, or --no-ces-low-is-easy where a high score is the good end':
    '--ces-low-is-easy, অথবা বেশি স্কোর ভালো হলে --no-ces-low-is-easy',
  '--value {1}:unit=h (or ms, s, m, d)': '--value {1}:unit=h (অথবা ms, s, m, d)',
  "--value status:'{1}'=pending (or new, open, on_hold, solved, closed)":
    "--value status:'{1}'=pending (অথবা new, open, on_hold, solved, closed)",
  "--value status:'{1}'=solved, and likewise first_response, pending, on_hold, reopened":
    "--value status:'{1}'=solved, একইভাবে first_response, pending, on_hold, reopened",
  'one or the other': 'দুটির যেকোনো একটি',
  'name one with --customers': '--customers দিয়ে তালিকার ফাইলটি দিন',
  'name them with --customers and --tickets': '--customers ও --tickets দিয়ে ফাইলগুলো দিন',
  "hours: Mon-Fri 09:00-18:00 in deskstat.yaml (or --hours 'Mon-Fri 09:00-18:00'): they count for every other group":
    "deskstat.yaml-এ hours: Mon-Fri 09:00-18:00 (অথবা --hours 'Mon-Fri 09:00-18:00'): বাকি সব গ্রুপের জন্য তা ধরা হবে",
  "hours: Mon-Fri 09:00-18:00 in deskstat.yaml, or --hours 'Mon-Fri 09:00-18:00'":
    "deskstat.yaml-এ hours: Mon-Fri 09:00-18:00, অথবা --hours 'Mon-Fri 09:00-18:00'",
  'spaces in place of tabs': 'ট্যাবের বদলে স্পেস',
  'the same number of spaces before each key of one block': 'এক ব্লকের প্রতিটি key-র আগে সমান স্পেস',
  'a colon and a space after the key, and quotes around text with : or #':
    'key-র পরে কোলন ও স্পেস, আর : বা # থাকা লেখার চারপাশে উদ্ধৃতিচিহ্ন',
  'quotes around text that holds a colon and a space': 'কোলন ও স্পেস থাকা লেখার চারপাশে উদ্ধৃতিচিহ্ন',
  'quotes around text that begins with a special character': 'বিশেষ চিহ্ন দিয়ে শুরু হওয়া লেখার চারপাশে উদ্ধৃতিচিহ্ন',
  'each key once; list several entries with dashes': 'প্রতিটি key একবার; একাধিক হলে ড্যাশ দিয়ে তালিকা করুন',
  'the closing ] or }': 'শেষের ] বা }',
  '{1}/…, or leave --week-starts out': '{1}/…, অথবা --week-starts বাদ দিন',
  '{1}m or {2}h': '{1}m অথবা {2}h',
  'hours, minutes or seconds, such as 9h': 'ঘণ্টা, মিনিট বা সেকেন্ড, যেমন 9h',
};
