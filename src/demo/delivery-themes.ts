import type { Theme } from './theme.ts';

/** What goes wrong between the shop and the door. */
export const deliveryThemes: readonly Theme[] = [
  {
    id: 'late_delivery',
    group: 'Deliveries',
    tag: 'late-delivery',
    weight: 15,
    solveHours: 5,
    oneTouch: 0.45,
    reopen: 0.07,
    mood: -0.35,
    pressing: 0.3,
    texts: {
      en: {
        subjects: [
          'Where is my order {order}?',
          'Delivery is late again',
          'Order still not delivered',
          'My basket has not arrived',
          '{order}: driver never came',
        ],
        bodies: [
          'My order {order} was due on {day} and has not arrived. Nobody tells me when it will come.',
          'The delivery is more than {count} hours late. The tracking page has said "on its way" since the morning.',
          'I waited at home all evening for order {order} and no driver came. Please tell me where it is.',
          'Still no sign of the groceries I ordered for {day}. Is the delivery coming today or not?',
          'The courier to {city} is late for the third time this month. When will my order be delivered?',
        ],
      },
      bn: {
        subjects: [
          'আমার অর্ডার {order} এখনো আসেনি',
          'ডেলিভারি দেরি হচ্ছে',
          'অর্ডার কোথায় আছে জানতে চাই',
          'সময়মতো ডেলিভারি পাইনি',
        ],
        bodies: [
          'অর্ডার {order} {day} আসার কথা ছিল, এখনো ডেলিভারি পাইনি। কখন আসবে কেউ বলতে পারছে না।',
          'সারাদিন অপেক্ষা করলাম, ডেলিভারি আসেনি। {count} ঘণ্টা দেরি হয়ে গেছে, অর্ডারটা এখন কোথায়?',
          '{city} এলাকায় ডেলিভারি বারবার দেরি হচ্ছে। আমার অর্ডার আজ আসবে কি না জানান।',
        ],
      },
      hi: {
        subjects: ['मेरा ऑर्डर {order} अभी तक नहीं आया', 'डिलीवरी में बहुत देर हो रही है', 'ऑर्डर कहाँ पहुँचा है?'],
        bodies: [
          'ऑर्डर {order} {day} आना था, पर अब तक डिलीवरी नहीं हुई। कोई नहीं बता रहा कि कब आएगा।',
          'डिलीवरी {count} घंटे लेट है और ट्रैकिंग में कुछ नहीं बदला। ऑर्डर अभी कहाँ है?',
          'पूरे दिन इंतज़ार किया, डिलीवरी वाला नहीं आया। {city} में हर बार देर क्यों होती है?',
        ],
      },
    },
  },
  {
    id: 'missing_item',
    group: 'Deliveries',
    tag: 'missing-item',
    weight: 9,
    solveHours: 4,
    oneTouch: 0.55,
    reopen: 0.05,
    mood: -0.2,
    pressing: 0.1,
    texts: {
      en: {
        subjects: [
          'Item missing from my order',
          '{item} was not in the bag',
          'Order {order} incomplete',
          'Paid for {item}, did not get it',
          'Something is missing',
        ],
        bodies: [
          'I received order {order} but the {item} was missing from the bag. It is on the receipt.',
          'Two bags came, and the {item} I paid for is in neither of them. Please send the missing item.',
          'The order is incomplete: {item} not delivered although the list says it was packed.',
          'I have checked twice and the {item} is missing. Can you refund it or bring it tomorrow?',
          'One item is missing from the delivery to {city}: {item}. Everything else is fine.',
        ],
      },
      bn: {
        subjects: ['অর্ডারে {item} নেই', 'একটি পণ্য কম পেয়েছি', 'অসম্পূর্ণ অর্ডার {order}', 'ব্যাগে {item} ছিল না'],
        bodies: [
          'অর্ডার {order} পেয়েছি, কিন্তু ব্যাগে {item} নেই। রসিদে লেখা আছে, দামও নেওয়া হয়েছে।',
          '{item} কম পেয়েছি। বাকি সব ঠিক আছে, অনুগ্রহ করে কম পণ্যটি পাঠিয়ে দিন।',
          'দুইবার মিলিয়ে দেখলাম, {item} পাইনি। পণ্যটি পাঠাবেন নাকি টাকা ফেরত দেবেন?',
        ],
      },
      hi: {
        subjects: ['ऑर्डर में {item} नहीं मिला', 'सामान कम आया है', 'ऑर्डर {order} अधूरा है'],
        bodies: [
          'ऑर्डर {order} मिला, लेकिन थैले में {item} नहीं था। रसीद में इसके पैसे लिए गए हैं।',
          'एक सामान कम आया है: {item}। बाकी सब ठीक है, कृपया छूटा हुआ सामान भेज दें।',
          'दो बार देख लिया, {item} नहीं है। या तो भेज दीजिए या पैसे वापस कर दीजिए।',
        ],
      },
    },
  },
  {
    id: 'wrong_item',
    group: 'Deliveries',
    tag: 'wrong-item',
    weight: 6,
    solveHours: 6,
    oneTouch: 0.4,
    reopen: 0.06,
    mood: -0.2,
    pressing: 0.1,
    texts: {
      en: {
        subjects: [
          'Wrong item delivered',
          'This is not what I ordered',
          "Got someone else's order",
          'Wrong product in order {order}',
          'Received {item} by mistake',
        ],
        bodies: [
          'You delivered the wrong item: I ordered {item} and got something else altogether. Please exchange it.',
          "The bag has another customer's order in it. Mine is {order}. Please collect the wrong one.",
          'I received the wrong product, a different brand and size of {item} than I ordered.',
          'Instead of {item} there was a different product in the box. How do I return it?',
          'Order {order} was swapped with another one, nothing in the bag is what I ordered.',
        ],
      },
      bn: {
        subjects: ['ভুল পণ্য দেওয়া হয়েছে', 'যা অর্ডার করেছি তা পাইনি', 'অন্য কারও অর্ডার এসেছে', 'ভুল {item} এসেছে'],
        bodies: [
          '{item} অর্ডার করেছিলাম, কিন্তু ভুল পণ্য এসেছে। অনুগ্রহ করে বদলে দিন।',
          'ব্যাগে অন্য একজনের অর্ডার এসেছে। আমার অর্ডার নম্বর {order}। ভুল ব্যাগটি নিয়ে যান।',
          'ভুল ব্র্যান্ডের {item} দেওয়া হয়েছে, আমি এটা অর্ডার করিনি। ফেরত দেব কীভাবে?',
        ],
      },
      hi: {
        subjects: ['गलत सामान भेज दिया', 'जो मँगाया था वह नहीं आया', 'किसी और का ऑर्डर मिल गया'],
        bodies: [
          'मैंने {item} मँगाया था, लेकिन गलत सामान आया है। कृपया इसे बदल दीजिए।',
          'थैले में किसी और का ऑर्डर है। मेरा ऑर्डर नंबर {order} है। गलत वाला वापस ले जाइए।',
          'गलत ब्रांड का {item} भेजा गया है, यह मैंने नहीं मँगाया। वापस कैसे करूँ?',
        ],
      },
    },
  },
  {
    id: 'change_slot',
    group: 'Deliveries',
    tag: 'delivery-slot',
    weight: 6,
    solveHours: 1.5,
    oneTouch: 0.75,
    reopen: 0.02,
    mood: 0.25,
    pressing: 0.2,
    texts: {
      en: {
        subjects: [
          'Change delivery time',
          'Can I move my delivery slot?',
          'Another delivery slot please',
          'Reschedule order {order}',
          'Not at home on {day}',
        ],
        bodies: [
          'I will not be at home on {day}. Can you move the delivery slot of order {order} to the evening?',
          'Please change my delivery time, the slot I picked does not suit me any more.',
          'How do I reschedule the delivery? The app does not let me choose another slot.',
          'Could the delivery come {count} hours later than booked? The slot is too early for me.',
          'I need another delivery slot for order {order}, any time after six on {day}.',
        ],
      },
      bn: {
        subjects: ['ডেলিভারির সময় বদলাতে চাই', 'স্লট পরিবর্তন করা যাবে?', '{day} বাসায় থাকব না', 'অন্য সময়ে ডেলিভারি দিন'],
        bodies: [
          '{day} বাসায় থাকব না। অর্ডার {order} এর ডেলিভারির সময় সন্ধ্যায় করে দিন।',
          'যে স্লট নিয়েছিলাম তা আর সুবিধা হচ্ছে না, ডেলিভারির সময় পরিবর্তন করতে চাই।',
          'অ্যাপে ডেলিভারির স্লট বদলানো যাচ্ছে না। {count} ঘণ্টা পরে দেওয়া যাবে?',
        ],
      },
      hi: {
        subjects: ['डिलीवरी का समय बदलना है', 'स्लॉट बदल सकते हैं?', '{day} घर पर नहीं रहूँगा'],
        bodies: [
          '{day} घर पर नहीं रहूँगा। ऑर्डर {order} की डिलीवरी का समय शाम का कर दीजिए।',
          'जो स्लॉट लिया था वह अब ठीक नहीं है, डिलीवरी का समय बदलना चाहता हूँ।',
          'ऐप में डिलीवरी का स्लॉट नहीं बदल रहा। क्या {count} घंटे बाद आ सकते हैं?',
        ],
      },
    },
  },
  {
    id: 'change_address',
    group: 'Deliveries',
    tag: 'address',
    weight: 5,
    solveHours: 1,
    oneTouch: 0.8,
    reopen: 0.02,
    mood: 0.3,
    pressing: 0.12,
    texts: {
      en: {
        subjects: [
          'Change of address',
          'New delivery address',
          'We have moved',
          'Wrong address on order {order}',
          'How to update my address',
        ],
        bodies: [
          'We have moved within {city}. Please update the delivery address of my account.',
          'Order {order} goes to my old address. Can you change the address before it leaves?',
          'I cannot edit the address in the app, it keeps the old one. Please correct it for me.',
          'Please deliver to my new address from {day} on. The house number was typed wrong, too.',
          'The address on my account is wrong and the field is locked. How do I change it?',
        ],
      },
      bn: {
        subjects: ['ঠিকানা পরিবর্তন', 'নতুন ঠিকানায় ডেলিভারি চাই', 'বাসা বদলেছি', 'অর্ডার {order} এর ঠিকানা ভুল'],
        bodies: [
          'আমরা বাসা বদলেছি। অ্যাকাউন্টের ডেলিভারি ঠিকানা পরিবর্তন করে দিন।',
          'অর্ডার {order} পুরোনো ঠিকানায় যাচ্ছে। পাঠানোর আগে ঠিকানাটা বদলে দিন।',
          'অ্যাপে ঠিকানা বদলানো যাচ্ছে না, পুরোনোটাই থাকে। ঠিকানা ঠিক করে দেবেন?',
        ],
      },
      hi: {
        subjects: ['पता बदलना है', 'नया पता', 'ऑर्डर {order} पर पता गलत है'],
        bodies: [
          'हमने {city} में घर बदल लिया है। कृपया खाते में डिलीवरी का पता बदल दीजिए।',
          'ऑर्डर {order} पुराने पते पर जा रहा है। भेजने से पहले पता बदल दीजिए।',
          'ऐप में पता नहीं बदल रहा, पुराना ही दिखता है। पता ठीक कर दीजिए।',
        ],
      },
    },
  },
  {
    id: 'rude_driver',
    group: 'Deliveries',
    tag: 'driver',
    weight: 3,
    solveHours: 12,
    oneTouch: 0.3,
    reopen: 0.08,
    mood: -0.7,
    pressing: 0.35,
    texts: {
      en: {
        subjects: [
          'Complaint about the driver',
          'Rude delivery man',
          'Driver shouted at my mother',
          'Bag left in the rain',
          'Driver refused to come upstairs',
        ],
        bodies: [
          'The driver who brought order {order} was rude and shouted at us. I want to complain about him.',
          'Your delivery man refused to come up the stairs and was very impolite on the phone.',
          'The driver threw the bags at the gate and left. This behaviour is not acceptable.',
          'He demanded a tip of {amount} and became rude when I refused. Please talk to this driver.',
          'I complain about the behaviour of the driver in {city} on {day}, he was shouting at my mother.',
        ],
      },
      bn: {
        subjects: ['ডেলিভারি ম্যানের আচরণ খারাপ', 'ড্রাইভারের বিরুদ্ধে অভিযোগ', 'খারাপ ব্যবহার', 'ডেলিভারি ম্যান উপরে আসেনি'],
        bodies: [
          'অর্ডার {order} যে এনেছে তার আচরণ খুব খারাপ ছিল, চিৎকার করেছে। অভিযোগ জানাচ্ছি।',
          'ডেলিভারি ম্যান সিঁড়ি দিয়ে উপরে আসতে রাজি হয়নি, ফোনে খারাপ ব্যবহার করেছে।',
          'গেটে ব্যাগ ফেলে চলে গেছে। ডেলিভারি ম্যানের এমন আচরণ মেনে নেওয়া যায় না।',
        ],
      },
      hi: {
        subjects: ['डिलीवरी वाले का बर्ताव खराब', 'ड्राइवर की शिकायत', 'डिलीवरी बॉय ने बदतमीज़ी की'],
        bodies: [
          'ऑर्डर {order} लाने वाले ड्राइवर ने बदतमीज़ी की और चिल्लाया। मैं शिकायत करना चाहता हूँ।',
          'डिलीवरी वाले ने ऊपर आने से मना कर दिया और फ़ोन पर बर्ताव बहुत खराब था।',
          'गेट पर थैला फेंककर चला गया। ड्राइवर का ऐसा बर्ताव ठीक नहीं है।',
        ],
      },
    },
  },
];
