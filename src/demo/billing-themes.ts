import type { Theme } from './theme.ts';

/** What goes wrong with money. `payment_failed` is the problem of the outage week. */
export const billingThemes: readonly Theme[] = [
  {
    id: 'refund_not_received',
    group: 'Billing',
    tag: 'refund',
    weight: 10,
    solveHours: 22,
    oneTouch: 0.25,
    reopen: 0.13,
    mood: -0.6,
    pressing: 0.3,
    texts: {
      en: {
        subjects: [
          'Refund not received',
          'Where is my refund?',
          'Waiting for my money since {day}',
          'Refund for order {order}',
          'Still no refund',
        ],
        bodies: [
          'You promised a refund of {amount} for order {order} and it has not reached my account.',
          'It has been {count} days and the refund is still not there. My bank sees nothing.',
          'The order was cancelled by you, yet the refund of {amount} never came. Where is my money?',
          'The app says "refunded" but no money has arrived on my card. Please check.',
          'I am still waiting for the refund of the cancelled order {order}. Nobody answers.',
        ],
      },
      bn: {
        subjects: ['টাকা ফেরত পাইনি', 'রিফান্ড কবে পাব?', 'অর্ডার {order} এর রিফান্ড', 'এখনো টাকা ফেরত আসেনি'],
        bodies: [
          'অর্ডার {order} বাতিল হয়েছে, কিন্তু {amount} টাকা ফেরত এখনো পাইনি।',
          '{count} দিন হয়ে গেল, রিফান্ড আসেনি। ব্যাংকে কোনো টাকা ফেরত জমা হয়নি।',
          'অ্যাপে লেখা রিফান্ড হয়েছে, অথচ টাকা ফেরত পাইনি। একটু দেখবেন?',
        ],
      },
      hi: {
        subjects: ['रिफंड नहीं मिला', 'मेरा पैसा कब वापस आएगा?', 'ऑर्डर {order} का रिफंड'],
        bodies: [
          'ऑर्डर {order} रद्द हो गया, लेकिन {amount} रुपये का रिफंड अब तक नहीं मिला।',
          '{count} दिन हो गए, रिफंड नहीं आया। बैंक में पैसा वापस नहीं पहुँचा है।',
          'ऐप में रिफंड दिखा रहा है पर खाते में पैसा नहीं आया। कृपया जाँच करें।',
        ],
      },
    },
  },
  {
    id: 'payment_failed',
    group: 'Billing',
    tag: 'payment',
    weight: 7,
    solveHours: 9,
    oneTouch: 0.35,
    reopen: 0.08,
    mood: -0.5,
    pressing: 0.45,
    texts: {
      en: {
        subjects: [
          'Payment failed but money deducted',
          'Cannot pay, checkout shows an error',
          'Charged without an order',
          'Payment error at checkout',
          'Card payment not going through',
        ],
        bodies: [
          'My payment failed at checkout but {amount} was deducted from my account and no order was placed.',
          'The checkout shows "payment could not be completed" every time. I tried {count} times with two cards.',
          'Money was taken, the payment page froze, and there is no order. Please return it or place the order.',
          'I cannot pay: after the code from my bank the page says payment error and goes back to the basket.',
          'Payment of {amount} went through at the bank but your shop says failed. What now?',
        ],
      },
      bn: {
        subjects: [
          'পেমেন্ট হয়নি, টাকা কেটে নিয়েছে',
          'পেমেন্ট করা যাচ্ছে না',
          'টাকা কেটেছে কিন্তু অর্ডার হয়নি',
          'চেকআউটে পেমেন্ট এরর',
        ],
        bodies: [
          'পেমেন্ট ব্যর্থ দেখাচ্ছে, কিন্তু অ্যাকাউন্ট থেকে {amount} টাকা কেটে নিয়েছে। অর্ডার হয়নি।',
          'চেকআউটে বারবার পেমেন্ট এরর আসছে। {count} বার চেষ্টা করেছি, পেমেন্ট হচ্ছে না।',
          'ব্যাংক থেকে টাকা কেটেছে, কিন্তু অ্যাপে পেমেন্ট ব্যর্থ। অর্ডার দিন অথবা টাকা ফেরত দিন।',
        ],
      },
      hi: {
        subjects: ['पेमेंट फेल, पैसे कट गए', 'पेमेंट नहीं हो रहा', 'पैसे कटे पर ऑर्डर नहीं हुआ'],
        bodies: [
          'पेमेंट फेल दिखा रहा है, लेकिन खाते से {amount} रुपये कट गए और ऑर्डर नहीं हुआ।',
          'चेकआउट पर हर बार पेमेंट एरर आता है। {count} बार कोशिश की, पेमेंट नहीं हो रहा।',
          'बैंक से पैसे कट गए और ऐप में पेमेंट फेल है। ऑर्डर कीजिए या पैसे लौटाइए।',
        ],
      },
    },
  },
  {
    id: 'charged_twice',
    group: 'Billing',
    tag: 'double-charge',
    weight: 4,
    solveHours: 14,
    oneTouch: 0.35,
    reopen: 0.08,
    mood: -0.4,
    pressing: 0.3,
    texts: {
      en: {
        subjects: [
          'Charged twice for one order',
          'Double charge on my card',
          'Order {order} billed two times',
          'Duplicate charge',
          'Same amount taken twice',
        ],
        bodies: [
          'My card was charged twice for order {order}, {amount} each time. Please reverse one charge.',
          'There is a duplicate charge of {amount} on my statement of {day}.',
          'I ordered once and was billed two times. One of the charges has to be cancelled.',
          'The same amount, {amount}, was taken twice within a minute. It is a double charge.',
          'Two charges for a single order {order}. I have attached the bank statement.',
        ],
      },
      bn: {
        subjects: ['একই অর্ডারে দুইবার টাকা কেটেছে', 'ডাবল চার্জ', 'দুইবার বিল করা হয়েছে', 'অর্ডার {order} দুইবার চার্জ'],
        bodies: [
          'অর্ডার {order} এর জন্য কার্ড থেকে দুইবার {amount} টাকা কেটেছে। একটি চার্জ বাতিল করুন।',
          'একবার অর্ডার করেছি, কিন্তু দুইবার চার্জ হয়েছে। স্টেটমেন্টে ডাবল চার্জ দেখা যাচ্ছে।',
          'এক মিনিটের মধ্যে একই টাকা দুইবার কেটে নিয়েছে, {amount} করে।',
        ],
      },
      hi: {
        subjects: ['एक ऑर्डर के दो बार पैसे कटे', 'डबल चार्ज हो गया', 'ऑर्डर {order} का दो बार बिल'],
        bodies: [
          'ऑर्डर {order} के लिए कार्ड से दो बार {amount} रुपये कटे। एक चार्ज वापस कीजिए।',
          'ऑर्डर एक बार किया पर दो बार चार्ज हो गया। स्टेटमेंट में डबल चार्ज दिख रहा है।',
          'एक ही मिनट में वही रकम {amount} दो बार काट ली गई।',
        ],
      },
    },
  },
  {
    id: 'coupon_not_working',
    group: 'Billing',
    tag: 'coupon',
    weight: 6,
    solveHours: 3,
    oneTouch: 0.7,
    reopen: 0.03,
    mood: 0,
    pressing: 0.05,
    texts: {
      en: {
        subjects: [
          'Coupon code not working',
          'Discount not applied',
          'Promo code says expired',
          'Welcome voucher is refused',
          'Code invalid at checkout',
        ],
        bodies: [
          'The coupon code from your e-mail is not accepted, the basket says it is invalid.',
          'The discount of my voucher was not applied to order {order}. I paid the full price.',
          'The promo code says expired although it is valid until {day}.',
          'I tried to use the welcome coupon and it does not work with {item} in the basket.',
          'Your coupon for {amount} off is refused at checkout. Can you apply the discount by hand?',
        ],
      },
      bn: {
        subjects: ['কুপন কোড কাজ করছে না', 'ডিসকাউন্ট পাইনি', 'প্রোমো কোড নিচ্ছে না', 'কুপন মেয়াদোত্তীর্ণ দেখাচ্ছে'],
        bodies: [
          'ইমেইলে পাঠানো কুপন কোড নিচ্ছে না, চেকআউটে কোড ভুল দেখাচ্ছে।',
          'অর্ডার {order} এ কুপনের ডিসকাউন্ট যোগ হয়নি, পুরো দাম দিতে হয়েছে।',
          'কুপন কোডের মেয়াদ {day} পর্যন্ত, তবু মেয়াদোত্তীর্ণ দেখাচ্ছে।',
        ],
      },
      hi: {
        subjects: ['कूपन कोड काम नहीं कर रहा', 'डिस्काउंट नहीं मिला', 'प्रोमो कोड अमान्य बता रहा है'],
        bodies: [
          'ईमेल में मिला कूपन कोड नहीं लग रहा, चेकआउट पर अमान्य बताता है।',
          'ऑर्डर {order} में कूपन का डिस्काउंट नहीं जुड़ा, पूरा दाम देना पड़ा।',
          'कूपन कोड {day} तक मान्य है, फिर भी एक्सपायर दिखा रहा है।',
        ],
      },
    },
  },
  {
    id: 'invoice_request',
    group: 'Billing',
    tag: 'invoice',
    weight: 6,
    solveHours: 2,
    oneTouch: 0.85,
    reopen: 0.02,
    mood: 0.35,
    pressing: 0.05,
    texts: {
      en: {
        subjects: [
          'Please send an invoice',
          'Invoice for order {order}',
          'Tax invoice needed',
          'Monthly invoice for our company',
          'Where can I download the invoice?',
        ],
        bodies: [
          'Please send me the invoice of order {order} with our company name and tax number on it.',
          'Our accounting needs a tax invoice for {amount}. Where can I download it?',
          'I cannot find the invoice in the app. Please mail it to me as a PDF.',
          'We need one invoice a month for all our orders. Can you send last month’s invoice?',
          'The invoice of {day} shows the wrong company name. Please issue it again.',
        ],
      },
      bn: {
        subjects: ['ইনভয়েস পাঠান', 'অর্ডার {order} এর ইনভয়েস', 'ভ্যাট চালান দরকার', 'ইনভয়েস কোথায় পাব?'],
        bodies: [
          'অর্ডার {order} এর ইনভয়েস আমাদের কোম্পানির নামে পাঠিয়ে দিন।',
          'হিসাব বিভাগের জন্য {amount} টাকার ইনভয়েস দরকার। কোথা থেকে ডাউনলোড করব?',
          'অ্যাপে ইনভয়েস খুঁজে পাচ্ছি না। পিডিএফ ইনভয়েস ইমেইলে পাঠান।',
        ],
      },
      hi: {
        subjects: ['इनवॉइस भेज दीजिए', 'ऑर्डर {order} का बिल चाहिए', 'जीएसटी इनवॉइस चाहिए'],
        bodies: [
          'ऑर्डर {order} का इनवॉइस हमारी कंपनी के नाम से भेज दीजिए।',
          'अकाउंट्स को {amount} रुपये का जीएसटी इनवॉइस चाहिए। कहाँ से डाउनलोड करूँ?',
          'ऐप में इनवॉइस नहीं मिल रहा। कृपया पीडीएफ इनवॉइस ईमेल कर दें।',
        ],
      },
    },
  },
  {
    id: 'cashback_missing',
    group: 'Billing',
    tag: 'cashback',
    weight: 4,
    solveHours: 6,
    oneTouch: 0.55,
    reopen: 0.05,
    mood: -0.1,
    pressing: 0.05,
    texts: {
      en: {
        subjects: [
          'Cashback not credited',
          'Reward points missing',
          'My points are gone',
          'No cashback for order {order}',
          'Bonus points not added',
        ],
        bodies: [
          'The cashback of order {order} has not been credited to my wallet.',
          'I had {count}00 reward points last week and now they are gone. Please put the points back.',
          'The bonus points of the {day} campaign were never added to my account.',
          'The offer promised {amount} cashback within two days, the wallet shows nothing.',
          'My reward points do not show up after the update, the balance is zero.',
        ],
      },
      bn: {
        subjects: ['ক্যাশব্যাক পাইনি', 'রিওয়ার্ড পয়েন্ট নেই', 'পয়েন্ট যোগ হয়নি', 'অর্ডার {order} এর ক্যাশব্যাক'],
        bodies: [
          'অর্ডার {order} এর ক্যাশব্যাক ওয়ালেটে যোগ হয়নি।',
          'আমার {count}00 রিওয়ার্ড পয়েন্ট হঠাৎ নেই। পয়েন্টগুলো ফিরিয়ে দিন।',
          'অফারে {amount} টাকা ক্যাশব্যাক পাওয়ার কথা, ওয়ালেটে কিছুই আসেনি।',
        ],
      },
      hi: {
        subjects: ['कैशबैक नहीं मिला', 'रिवॉर्ड पॉइंट गायब हैं', 'ऑर्डर {order} का कैशबैक'],
        bodies: [
          'ऑर्डर {order} का कैशबैक वॉलेट में नहीं आया।',
          'मेरे {count}00 रिवॉर्ड पॉइंट अचानक गायब हो गए। पॉइंट वापस जोड़िए।',
          'ऑफ़र में {amount} रुपये कैशबैक मिलना था, वॉलेट में कुछ नहीं आया।',
        ],
      },
    },
  },
];
