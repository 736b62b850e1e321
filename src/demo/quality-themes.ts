import type { Theme } from './theme.ts';

/** What goes wrong with the goods themselves. */
export const qualityThemes: readonly Theme[] = [
  {
    id: 'spoiled_goods',
    group: 'Product quality',
    tag: 'spoiled',
    weight: 8,
    solveHours: 7,
    oneTouch: 0.5,
    reopen: 0.05,
    mood: -0.35,
    pressing: 0.25,
    texts: {
      en: {
        subjects: [
          'Spoiled {item}',
          'The {item} was rotten',
          'Food not fresh',
          '{item} past its date',
          'Bad quality, smells',
        ],
        bodies: [
          'The {item} of order {order} was rotten, I had to throw all of it away.',
          'You delivered {item} that is past its date. This is not fresh at all.',
          'The {item} smells bad and is spoiled. I have photos. Please refund it.',
          'Half of the {item} was spoiled when the bag came, it had been in the sun.',
          'The quality of the {item} gets worse, this time it was not fresh and partly rotten.',
        ],
      },
      bn: {
        subjects: ['{item} পচা ছিল', 'নষ্ট {item} দিয়েছে', 'খাবার তাজা না', 'মেয়াদ শেষ হওয়া {item}'],
        bodies: [
          'অর্ডার {order} এর {item} পচা ছিল, সব ফেলে দিতে হয়েছে।',
          'মেয়াদ পার হওয়া {item} দেওয়া হয়েছে, একদম তাজা না।',
          '{item} থেকে গন্ধ আসছে, নষ্ট হয়ে গেছে। ছবি আছে, টাকা ফেরত দিন।',
        ],
      },
      hi: {
        subjects: ['{item} सड़ा हुआ था', 'खराब {item} भेजा', 'सामान ताज़ा नहीं है'],
        bodies: [
          'ऑर्डर {order} का {item} सड़ा हुआ था, सब फेंकना पड़ा।',
          'एक्सपायरी निकल चुकी है, {item} बिल्कुल ताज़ा नहीं है।',
          '{item} से बदबू आ रही है, खराब हो गया है। फोटो है, पैसे वापस कीजिए।',
        ],
      },
    },
  },
  {
    id: 'damaged_package',
    group: 'Product quality',
    tag: 'damaged',
    weight: 5,
    solveHours: 6,
    oneTouch: 0.55,
    reopen: 0.04,
    mood: -0.2,
    pressing: 0.1,
    texts: {
      en: {
        subjects: [
          'Package arrived damaged',
          'Broken bottle in the bag',
          'Box crushed',
          '{item} leaked over everything',
          'Damaged on delivery',
        ],
        bodies: [
          'The package of order {order} arrived damaged, the box was crushed and the {item} broken.',
          'A bottle broke in the bag and leaked over everything else.',
          'The packaging was torn open and the {item} damaged. Please replace it.',
          'The carton was wet and crushed. Two glasses were broken, mind the shards next time.',
          'My {item} leaked because the lid was broken. The whole package is sticky.',
        ],
      },
      bn: {
        subjects: ['প্যাকেট ভাঙা এসেছে', 'বোতল ভেঙে গেছে', 'বাক্স ছেঁড়া ছিল', '{item} ছড়িয়ে পড়েছে'],
        bodies: [
          'অর্ডার {order} এর প্যাকেট ভাঙা এসেছে, বাক্স চ্যাপ্টা, {item} নষ্ট।',
          'ব্যাগের ভেতর বোতল ভেঙে সব ভিজে গেছে।',
          'প্যাকেট ছেঁড়া ছিল, {item} ভেঙে গেছে। বদলে দিন।',
        ],
      },
      hi: {
        subjects: ['पैकेट टूटा हुआ आया', 'बोतल टूट गई', 'डिब्बा फटा हुआ था'],
        bodies: [
          'ऑर्डर {order} का पैकेट टूटा हुआ आया, डिब्बा दबा था और {item} खराब।',
          'थैले में बोतल टूट गई और सब कुछ भीग गया।',
          'पैकेट फटा हुआ था, {item} टूट गया। कृपया बदल दीजिए।',
        ],
      },
    },
  },
  {
    id: 'out_of_stock',
    group: 'Product quality',
    tag: 'stock',
    weight: 5,
    solveHours: 2.5,
    oneTouch: 0.78,
    reopen: 0.02,
    mood: 0.15,
    pressing: 0.02,
    texts: {
      en: {
        subjects: [
          'When is {item} back in stock?',
          '{item} out of stock',
          'Product not available',
          'Please stock {item} again',
          'Always sold out',
        ],
        bodies: [
          'The {item} has been out of stock for weeks. When will it be available again?',
          'I always order {item} and it is sold out in {city}. Will you have it again?',
          'Can you tell me when {item} is back in stock? I would like to be notified.',
          'The {item} I want is not available in my area. Is another brand coming?',
          'It was in stock when I ordered and then you removed it: {item} not available.',
        ],
      },
      bn: {
        subjects: ['{item} কবে স্টকে আসবে?', '{item} স্টকে নেই', 'পণ্য পাওয়া যাচ্ছে না', 'আবার {item} আনুন'],
        bodies: [
          'কয়েক সপ্তাহ ধরে {item} স্টকে নেই। আবার কবে পাওয়া যাবে?',
          'আমি সবসময় {item} নিই, {city} এলাকায় স্টক শেষ। আবার আসবে?',
          '{item} স্টকে এলে জানাবেন কি? এখন পাওয়া যাচ্ছে না।',
        ],
      },
      hi: {
        subjects: ['{item} स्टॉक में कब आएगा?', '{item} स्टॉक में नहीं है', 'सामान उपलब्ध नहीं'],
        bodies: [
          'कई हफ़्तों से {item} स्टॉक में नहीं है। दोबारा कब मिलेगा?',
          'मैं हमेशा {item} लेता हूँ, {city} में स्टॉक ख़त्म है। फिर आएगा?',
          '{item} स्टॉक में आए तो बता दीजिए, अभी उपलब्ध नहीं है।',
        ],
      },
    },
  },
];
