import type { Theme } from './theme.ts';

/** What goes wrong with accounts, plans and the app. */
export const accountThemes: readonly Theme[] = [
  {
    id: 'code_not_received',
    group: 'Accounts and app',
    tag: 'login-code',
    weight: 8,
    solveHours: 1.5,
    oneTouch: 0.6,
    reopen: 0.05,
    mood: -0.15,
    pressing: 0.2,
    texts: {
      en: {
        subjects: [
          'Login code does not arrive',
          'No OTP on my phone',
          'Verification code never comes',
          'Cannot log in, no SMS',
          'OTP not received',
        ],
        bodies: [
          'I cannot log in because the OTP never arrives on my phone. I asked for it {count} times.',
          'The verification code comes after half an hour, when it is not valid any more.',
          'No SMS with the login code since {day}. My number is {phone}.',
          'I changed my phone and the login code still goes to the old number.',
          'The app waits for a verification code that does not come. I need to log in to order.',
        ],
      },
      bn: {
        subjects: ['ওটিপি আসছে না', 'লগইন কোড পাচ্ছি না', 'এসএমএস কোড আসে না', 'লগইন করতে পারছি না, কোড নেই'],
        bodies: [
          'ফোনে ওটিপি আসছে না, তাই লগইন করতে পারছি না। {count} বার চেষ্টা করেছি।',
          'লগইন কোড আধা ঘণ্টা পরে আসে, তখন আর কাজ করে না। আমার নম্বর {phone}।',
          '{day} থেকে এসএমএসে লগইন কোড পাচ্ছি না। কোড ছাড়া অর্ডার দিতে পারছি না।',
        ],
      },
      hi: {
        subjects: ['ओटीपी नहीं आ रहा', 'लॉगिन कोड नहीं मिला', 'एसएमएस में कोड नहीं आता'],
        bodies: [
          'फ़ोन पर ओटीपी नहीं आ रहा, इसलिए लॉगिन नहीं कर पा रहा। {count} बार कोशिश की।',
          'लॉगिन कोड आधे घंटे बाद आता है, तब तक बेकार हो जाता है। मेरा नंबर {phone} है।',
          '{day} से एसएमएस में लॉगिन कोड नहीं आया। बिना कोड ऑर्डर नहीं कर सकता।',
        ],
      },
    },
  },
  {
    id: 'password_reset',
    group: 'Accounts and app',
    tag: 'password',
    weight: 6,
    solveHours: 0.8,
    oneTouch: 0.88,
    reopen: 0.02,
    mood: 0.3,
    pressing: 0.05,
    texts: {
      en: {
        subjects: [
          'Forgot my password',
          'Password reset link does not work',
          'Reset my password',
          'Reset mail not arriving',
          'Locked out after wrong passwords',
        ],
        bodies: [
          'I forgot my password and the reset link says it has expired. Please send a new one.',
          'The mail to reset the password does not arrive, not in spam either.',
          'Please reset the password of my account. I am locked out after {count} wrong tries.',
          'The new password is not accepted although I have just reset it.',
          'How do I set a new password? The reset page stays empty.',
        ],
      },
      bn: {
        subjects: ['পাসওয়ার্ড ভুলে গেছি', 'পাসওয়ার্ড রিসেট লিংক কাজ করে না', 'পাসওয়ার্ড রিসেট করুন', 'নতুন পাসওয়ার্ড দরকার'],
        bodies: [
          'পাসওয়ার্ড ভুলে গেছি, রিসেট লিংকের মেয়াদ শেষ দেখাচ্ছে। নতুন লিংক পাঠান।',
          'পাসওয়ার্ড রিসেটের ইমেইল আসছে না, স্প্যামেও নেই।',
          '{count} বার ভুল পাসওয়ার্ড দেওয়ায় অ্যাকাউন্ট লক হয়েছে। পাসওয়ার্ড রিসেট করে দিন।',
        ],
      },
      hi: {
        subjects: ['पासवर्ड भूल गया', 'पासवर्ड रीसेट लिंक काम नहीं करता', 'पासवर्ड रीसेट कर दीजिए'],
        bodies: [
          'पासवर्ड भूल गया हूँ और रीसेट लिंक एक्सपायर बता रहा है। नया लिंक भेजिए।',
          'पासवर्ड रीसेट का ईमेल नहीं आ रहा, स्पैम में भी नहीं है।',
          '{count} बार गलत पासवर्ड डालने से खाता लॉक है। पासवर्ड रीसेट कर दीजिए।',
        ],
      },
    },
  },
  {
    id: 'app_crashes',
    group: 'Accounts and app',
    tag: 'app-crash',
    weight: 7,
    solveHours: 20,
    oneTouch: 0.3,
    reopen: 0.11,
    mood: -0.3,
    pressing: 0.15,
    texts: {
      en: {
        subjects: [
          'App crashes on start',
          'App closes by itself',
          'App freezes in the basket',
          'App not opening after the update',
          'White screen in the app',
        ],
        bodies: [
          'Since the update the app crashes as soon as I open it. I installed it again, no change.',
          'The app closes by itself when I put {item} in the basket.',
          'The app freezes on the order page and I have to restart my phone.',
          'Version 5.{count} of the app shows a white screen and nothing else. Android 14.',
          'The app is not opening on my iPhone after {day}’s update. It crashes at the logo.',
        ],
      },
      bn: {
        subjects: ['অ্যাপ ক্র্যাশ করছে', 'অ্যাপ নিজে থেকে বন্ধ হয়ে যায়', 'আপডেটের পর অ্যাপ খুলছে না', 'অ্যাপে সাদা স্ক্রিন'],
        bodies: [
          'আপডেটের পর অ্যাপ খুললেই ক্র্যাশ করে। আবার ইনস্টল করেছি, কাজ হয়নি।',
          'ঝুড়িতে {item} রাখলেই অ্যাপ নিজে থেকে বন্ধ হয়ে যায়।',
          '{day} থেকে অ্যাপ খুলছে না, শুধু সাদা স্ক্রিন আসে। ভার্সন ৫.{count}।',
        ],
      },
      hi: {
        subjects: ['ऐप क्रैश हो रहा है', 'ऐप अपने आप बंद हो जाता है', 'अपडेट के बाद ऐप नहीं खुलता'],
        bodies: [
          'अपडेट के बाद ऐप खोलते ही क्रैश हो जाता है। दोबारा इंस्टॉल किया, फ़र्क नहीं पड़ा।',
          'टोकरी में {item} डालते ही ऐप अपने आप बंद हो जाता है।',
          '{day} से ऐप नहीं खुल रहा, बस सफ़ेद स्क्रीन आती है। वर्ज़न 5.{count}।',
        ],
      },
    },
  },
  {
    id: 'cancel_plan',
    group: 'Accounts and app',
    tag: 'cancellation',
    weight: 5,
    solveHours: 8,
    oneTouch: 0.5,
    reopen: 0.06,
    mood: -0.35,
    pressing: 0.1,
    texts: {
      en: {
        subjects: [
          'Cancel my subscription',
          'I want to end my plan',
          'How do I cancel?',
          'Stop my membership',
          'Cancel before the next payment',
        ],
        bodies: [
          'Please cancel my subscription at the end of the month. I cannot find the button.',
          'I want to end my plan, I do not order often enough any more.',
          'How do I cancel the membership? The page always asks me to stay.',
          'Please stop the subscription before {day}, when the next {amount} is due.',
          'After the trouble of the last weeks I want to cancel my plan. Please confirm.',
        ],
      },
      bn: {
        subjects: [
          'সাবস্ক্রিপশন বাতিল করতে চাই',
          'প্ল্যান বন্ধ করুন',
          'মেম্বারশিপ বাতিল করব কীভাবে?',
          'পরের পেমেন্টের আগে বাতিল করুন',
        ],
        bodies: [
          'মাস শেষে আমার সাবস্ক্রিপশন বাতিল করে দিন। বাতিল করার বোতাম পাচ্ছি না।',
          'প্ল্যানটা বন্ধ করতে চাই, এখন আর তেমন অর্ডার করি না।',
          '{day} এর আগে সাবস্ক্রিপশন বাতিল করুন, পরের {amount} টাকা যেন না কাটে।',
        ],
      },
      hi: {
        subjects: ['सब्सक्रिप्शन रद्द करना है', 'प्लान बंद कर दीजिए', 'मेंबरशिप कैसे रद्द करूँ?'],
        bodies: [
          'महीने के अंत में मेरा सब्सक्रिप्शन रद्द कर दीजिए। रद्द करने का बटन नहीं मिल रहा।',
          'प्लान बंद करना है, अब उतने ऑर्डर नहीं करता।',
          '{day} से पहले सब्सक्रिप्शन रद्द करें, अगले {amount} रुपये न कटें।',
        ],
      },
    },
  },
  {
    id: 'plan_question',
    group: 'Accounts and app',
    tag: 'plans',
    weight: 5,
    solveHours: 2,
    oneTouch: 0.72,
    reopen: 0.01,
    mood: 0.4,
    pressing: 0.02,
    texts: {
      en: {
        subjects: [
          'Question about the Family plan',
          'Upgrade my plan',
          'What does the Business plan cost?',
          'Switch to yearly',
          'Difference between the plans',
        ],
        bodies: [
          'What is the difference between the Starter and the Family plan? Does it include free delivery?',
          'I would like to upgrade to the Family plan. Do I pay the full price from {day} on?',
          'How much does the Business plan cost for {count} people?',
          'Can I switch my plan from monthly to yearly and keep the price?',
          'Which plan is right for two orders a week? I want to upgrade.',
        ],
      },
      bn: {
        subjects: ['ফ্যামিলি প্ল্যান সম্পর্কে প্রশ্ন', 'প্ল্যান আপগ্রেড করতে চাই', 'বিজনেস প্ল্যানের দাম কত?', 'কোন প্ল্যান নেব?'],
        bodies: [
          'স্টার্টার আর ফ্যামিলি প্ল্যানের পার্থক্য কী? ডেলিভারি কি ফ্রি?',
          'ফ্যামিলি প্ল্যানে আপগ্রেড করতে চাই। {day} থেকে কি পুরো দাম দিতে হবে?',
          '{count} জনের জন্য বিজনেস প্ল্যানের দাম কত জানাবেন।',
        ],
      },
      hi: {
        subjects: ['फैमिली प्लान के बारे में सवाल', 'प्लान अपग्रेड करना है', 'बिज़नेस प्लान कितने का है?'],
        bodies: [
          'स्टार्टर और फैमिली प्लान में क्या फ़र्क है? क्या डिलीवरी मुफ़्त है?',
          'फैमिली प्लान में अपग्रेड करना है। क्या {day} से पूरा दाम देना होगा?',
          '{count} लोगों के लिए बिज़नेस प्लान कितने का पड़ेगा?',
        ],
      },
    },
  },
  {
    id: 'delete_account',
    group: 'Accounts and app',
    tag: 'privacy',
    weight: 2,
    solveHours: 16,
    oneTouch: 0.6,
    reopen: 0.03,
    mood: -0.1,
    pressing: 0.05,
    texts: {
      en: {
        subjects: [
          'Delete my account and data',
          'Please remove my data',
          'Close my account for good',
          'Stop the marketing mails',
          'Privacy request',
        ],
        bodies: [
          'Please delete my account and all personal data you hold about me.',
          'I want to close the account for good. Which data do you keep after deletion?',
          'I unsubscribed {count} times and still get marketing mails. Remove my address and data.',
          'This is a privacy request: send me a copy of my data, then delete the account.',
          'Please delete my phone number and my old address from your system.',
        ],
      },
      bn: {
        subjects: ['অ্যাকাউন্ট ও তথ্য মুছে ফেলুন', 'আমার তথ্য মুছে দিন', 'অ্যাকাউন্ট বন্ধ করতে চাই', 'প্রচারের ইমেইল বন্ধ করুন'],
        bodies: [
          'আমার অ্যাকাউন্ট ও সব ব্যক্তিগত তথ্য মুছে ফেলুন।',
          'অ্যাকাউন্ট পুরোপুরি বন্ধ করতে চাই। মোছার পর কোন তথ্য থাকে?',
          '{count} বার আনসাবস্ক্রাইব করেছি, তবু প্রচারের ইমেইল আসে। আমার তথ্য মুছে দিন।',
        ],
      },
      hi: {
        subjects: ['मेरा खाता और डेटा हटा दीजिए', 'डेटा मिटाने का अनुरोध', 'प्रचार वाले ईमेल बंद कीजिए'],
        bodies: [
          'मेरा खाता और सारा निजी डेटा हटा दीजिए।',
          'खाता हमेशा के लिए बंद करना है। हटाने के बाद कौन सा डेटा रहता है?',
          '{count} बार अनसब्सक्राइब किया, फिर भी प्रचार के ईमेल आते हैं। मेरा डेटा हटाइए।',
        ],
      },
    },
  },
];
