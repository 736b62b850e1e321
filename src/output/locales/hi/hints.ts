import type { Sentences } from '../sentences.ts';

/** What to try, in Hindi, by the English that stages carry. */
export const hints: Sentences = {
  '"query" of these sources in deskstat.yaml': 'deskstat.yaml में इन स्रोतों का "query"',
  'other files and databases are named beside it': 'दूसरी फ़ाइलों और डेटाबेस के नाम इसके साथ दें',
  'the address as postgres://user@host:port/database, or PGHOST and PGPORT':
    'पता postgres://user@host:port/database के रूप में, या PGHOST और PGPORT',
  'the password in PGPASSWORD, or in a .pgpass file': 'पासवर्ड PGPASSWORD में, या .pgpass फ़ाइल में',
  '{1} for the query alone': 'सिर्फ़ क्वेरी के लिए {1}',
  'line {1}, column {2}': 'पंक्ति {1}, स्तंभ {2}',
  '--coverage created, or "coverage" of these files in deskstat.yaml':
    '--coverage created, या deskstat.yaml में इन फ़ाइलों का "coverage"',
  'topics is a list of "id: T1" with "name"': 'topics "id: T1" और "name" की सूची है',
  'an export with whole dates, or --map {1}=Column for another column':
    'पूरी तारीखों वाला एक्सपोर्ट, या किसी और कॉलम के लिए --map {1}=Column',
  'one of: {1}': 'इनमें से एक: {1}',
  'match: {1} for that file': 'उस फ़ाइल के लिए match: {1}',
  '--max-age 36h, or max_age: 36h in deskstat.yaml': '--max-age 36h, या deskstat.yaml में max_age: 36h',
  'a whole export, or --allow-truncated': 'पूरा एक्सपोर्ट, या --allow-truncated',
  '--config with the one that is meant, or remove the other': 'जो चाहिए उसके साथ --config, या दूसरी हटा दें',
  '--config with this file': 'इस फ़ाइल के साथ --config',
  '--by {1}, which shows the values that there are': '--by {1}, जो दिखाता है कि कौन से मान हैं',
  'one is {1} times the other: another unit?': 'एक दूसरे का {1} गुना है: क्या इकाई अलग है?',
  '{1} is nearly always the smaller one: measured in working hours?':
    '{1} लगभग हमेशा छोटा है: क्या यह काम के घंटों में मापा गया है?',
  '--map {1}=… for a column of working hours': 'काम के घंटों के कॉलम के लिए --map {1}=…',
  'the same command with --debug, and report what it prints':
    'वही कमांड --debug के साथ चलाएँ और जो दिखे वह हमें बताएँ',
  'deskstat report tickets.csv, or "-" for standard input, or deskstat demo':
    'deskstat report tickets.csv, या standard input के लिए "-", या deskstat demo',
  'an IANA name such as Asia/Dhaka or America/New_York, UTC, or an offset such as +06:00':
    'IANA नाम, जैसे Asia/Kolkata या America/New_York, UTC, या +05:30 जैसा ऑफ़सेट',
  'export it as CSV or JSON and name that file': 'CSV या JSON में एक्सपोर्ट करें और उस फ़ाइल का नाम दें',
  '--map requester=Column or --map id=Column': '--map requester=Column या --map id=Column',
  '-o report.html, open it and print it to a file; or set CHROME_PATH to such a browser':
    '-o report.html लिखें, उसे खोलकर फ़ाइल में प्रिंट करें; या CHROME_PATH में ऐसे ब्राउज़र का पथ दें',
  '-o report.html, open it and print it to a file': '-o report.html लिखें, उसे खोलकर फ़ाइल में प्रिंट करें',
  '--coverage solved if it holds solved tickets only': '--coverage solved, अगर इसमें सिर्फ़ हल हो चुके टिकट हैं',
  'unpack it first, and name the files': 'पहले इसे अनपैक करें, फिर फ़ाइलों के नाम दें',
  'unpack it first': 'पहले इसे अनपैक करें',
  'check the download: this is often a log-in page saved under the name of the export':
    'डाउनलोड देखें: अक्सर एक्सपोर्ट के नाम से लॉग-इन पेज सेव हो जाता है',
  'resolve the conflict, then run again': 'conflict सुलझाकर दोबारा चलाएँ',
  'check that this is a CSV or JSON export and that its quotes are closed':
    'देखें कि यह CSV या JSON एक्सपोर्ट है और कोट बंद हैं',
  'export again, with a wider period or without a filter':
    'ज़्यादा लंबी अवधि के साथ या बिना फ़िल्टर के दोबारा एक्सपोर्ट करें',
  '--rejects rejects.csv to see them, --max-rejected 100% to go on without them':
    'उन्हें देखने के लिए --rejects rejects.csv, उन्हें छोड़कर आगे बढ़ने के लिए --max-rejected 100%',
  '{1} that name a ticket which is not in these files': '{#1} में दिया गया टिकट इन फ़ाइलों में नहीं है',
  'customers are {1} here and {2} in the tickets': 'ग्राहक यहाँ {1} के रूप में लिखे हैं, टिकटों में {2} के रूप में',
  "the tickets of the same time, or --map ticket_id='…' and --map customer='…'":
    "उसी समय के टिकट दें, या --map ticket_id='…' और --map customer='…'",
  'one file a kind of survey': 'हर तरह के सर्वे की अलग फ़ाइल',
  'customers with a start (and an end), orders or logins with a date, tickets with a requester':
    'शुरुआत (और अंत) की तारीख़ वाले ग्राहक, तारीख़ वाले ऑर्डर या लॉग-इन, ऐसे टिकट जिनमें ग्राहक दर्ज हो',
  "--map 'customer=…' with the column that both have, or one file at a time":
    "जो कॉलम दोनों में हो उसके साथ --map 'customer=…', या एक बार में एक फ़ाइल",
  'holidays: with the dates, for events that close a day':
    'जिन इवेंट में दिन बंद रहता है, उनकी तारीख़ें holidays: में लिखें',
  'a "when:" for "{1}", or "{2}" before it': '"{1}" के लिए "when:" दें, या "{2}" को उससे पहले रखें',
  '--customers FILE, --activity FILE, or --map requester=… for tickets':
    '--customers FILE, --activity FILE, या टिकटों के लिए --map requester=…',
  'deskstat issues to find recurring issues in what customers wrote, --map sent_at=Column if a column holds dates':
    'ग्राहकों ने जो लिखा उसमें बार-बार आने वाली समस्याएँ खोजने के लिए deskstat issues, किसी कॉलम में तारीख़ हो तो --map sent_at=Column',
  'deskstat inspect, which lists the columns of every file': 'deskstat inspect, उसमें हर फ़ाइल के कॉलम दिखते हैं',
  'one column for {1}': '{1} के लिए एक कॉलम',
  'an export with the stamp of the event, or with a count of replies':
    'घटना के समय या उत्तरों की संख्या वाला एक्सपोर्ट',
  'export again and do not open the file in a spreadsheet before':
    'दोबारा एक्सपोर्ट करें और deskstat को देने से पहले फ़ाइल स्प्रेडशीट में न खोलें',
  'export again and do not save the file from a spreadsheet': 'दोबारा एक्सपोर्ट करें और फ़ाइल स्प्रेडशीट से सेव न करें',
  '{1} where each row is a ticket': 'जहाँ हर पंक्ति एक टिकट है वहाँ {1}',
  'deskstat inspect shows what each file is': 'deskstat inspect दिखाता है कि कौन-सी फ़ाइल क्या है',
  '--map {1}=Column for another column, --rejects rejects.csv to see the rows':
    'दूसरे कॉलम के लिए --map {1}=Column, पंक्तियाँ देखने के लिए --rejects rejects.csv',
  '--baseline last-week.json, a saved "deskstat metrics --format json"':
    '--baseline last-week.json, जो "deskstat metrics --format json" से सेव की गई हो',
  'the same options for both, or a new baseline': 'दोनों के लिए एक ही विकल्प, या नई बेसलाइन',
  'make both with the same command, zone and version': 'दोनों को एक ही कमांड, टाइम ज़ोन और वर्शन से बनाएँ',
  'add an export of status changes (events), or leave pause_on out':
    'स्थिति के बदलावों (events) का एक्सपोर्ट जोड़ें, या pause_on हटा दें',
  'a newer export': 'नया एक्सपोर्ट',
  '--map subject=Column, or an export with subjects': '--map subject=Column, या विषय वाला एक्सपोर्ट',
  '-o rows.csv, or fewer rows with --where or --period': '-o rows.csv, या --where या --period से कम पंक्तियाँ',
  'column:"{1}" for a column of that name': 'उस नाम के कॉलम के लिए column:"{1}"',
  "column:'{1}' if it is a column of the export": "यह एक्सपोर्ट का कॉलम हो तो column:'{1}'",
  '--date-order day or --date-order month': '--date-order day या --date-order month',
  "--map id='{1}' where it is the id": "जहाँ यही आईडी हो, वहाँ --map id='{1}'",
  '--map id=- where each row is a ticket': 'जहाँ हर पंक्ति एक टिकट हो, वहाँ --map id=-',
  '--map id=Column to name the column that tells tickets apart':
    'जो कॉलम टिकटों को अलग करता है उसे बताने के लिए --map id=Column',
  '--complete if nobody wrote in them': 'किसी ने कुछ न लिखा हो तो --complete',
  '--map author=COLUMN or --map author_role=COLUMN': '--map author=COLUMN या --map author_role=COLUMN',
  '--events FILE where a row is one change of a ticket': 'हर पंक्ति टिकट का एक बदलाव हो तो --events FILE',
  '--source east.csv=east --source west.csv=west where they come from different desks':
    'अलग-अलग डेस्क के हों तो --source east.csv=east --source west.csv=west',
  'DESKSTAT_SALT, or pseudonym_salt in deskstat.yaml, with a long random text':
    'DESKSTAT_SALT या deskstat.yaml के pseudonym_salt में कोई लंबा रैंडम टेक्स्ट',
  '-o with another name': '-o में दूसरा नाम',
  '-o with a file in a folder you may write to': '-o में ऐसे फ़ोल्डर की फ़ाइल जहाँ लिखने की अनुमति हो',
  '--force to write over it, or --to - to print what it would hold':
    'ओवरराइट करने के लिए --force, या जो लिखा जाता उसे देखने के लिए --to -',
  'deskstat demo {1} --force, or deskstat demo another-folder':
    'deskstat demo {1} --force, या deskstat demo another-folder',
  '--ces-low-is-easy, or --no-ces-low-is-easy where a high score is the good end':
    '--ces-low-is-easy, या ज़्यादा स्कोर अच्छा हो तो --no-ces-low-is-easy',
  '--value {1}:unit=h (or ms, s, m, d)': '--value {1}:unit=h (या ms, s, m, d)',
  "--value status:'{1}'=pending (or new, open, on_hold, solved, closed)":
    "--value status:'{1}'=pending (या new, open, on_hold, solved, closed)",
  "--value status:'{1}'=solved, and likewise first_response, pending, on_hold, reopened":
    "--value status:'{1}'=solved, ऐसे ही first_response, pending, on_hold, reopened",
  'one or the other': 'दोनों में से कोई एक',
  'name one with --customers': '--customers से ऐसी सूची दें',
  'name them with --customers and --tickets': '--customers और --tickets से दें',
  "hours: Mon-Fri 09:00-18:00 in deskstat.yaml (or --hours 'Mon-Fri 09:00-18:00'): they count for every other group":
    "deskstat.yaml में hours: Mon-Fri 09:00-18:00 (या --hours 'Mon-Fri 09:00-18:00'): बाक़ी सब ग्रुप के लिए यही माने जाएँगे",
  "hours: Mon-Fri 09:00-18:00 in deskstat.yaml, or --hours 'Mon-Fri 09:00-18:00'":
    "deskstat.yaml में hours: Mon-Fri 09:00-18:00, या --hours 'Mon-Fri 09:00-18:00'",
  'spaces in place of tabs': 'टैब की जगह स्पेस',
  'the same number of spaces before each key of one block': 'एक ब्लॉक की हर key से पहले बराबर स्पेस',
  'a colon and a space after the key, and quotes around text with : or #':
    'key के बाद कोलन और स्पेस और : या # वाले टेक्स्ट के चारों ओर कोट',
  'quotes around text that holds a colon and a space': 'कोलन और स्पेस वाले टेक्स्ट के चारों ओर कोट',
  'quotes around text that begins with a special character': 'विशेष चिह्न से शुरू होने वाले टेक्स्ट के चारों ओर कोट',
  'each key once; list several entries with dashes': 'हर key एक बार; कई हों तो डैश से सूची बनाएँ',
  'the closing ] or }': 'बंद करने वाला ] या }',
  '{1}/…, or leave --week-starts out': '{1}/…, या --week-starts हटा दें',
  '{1}m or {2}h': '{1}m या {2}h',
  'hours, minutes or seconds, such as 9h': 'घंटे, मिनट या सेकंड, जैसे 9h',
};
