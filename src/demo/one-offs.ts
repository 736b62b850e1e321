/** What nobody else asks: tickets that belong to no recurring problem. */
export const oneOffs: readonly (readonly [subject: string, body: string])[] = [
  ['Thank you!', 'The driver helped my grandmother carry the bags upstairs. Please tell him thank you.'],
  ['School project', 'My class visits a warehouse in spring. Would you show twenty children around?'],
  ['Lost umbrella', 'Your driver left a blue umbrella in our hall. It is waiting for him.'],
  ['Recipe on your blog', 'In the lemon cake recipe the amount of sugar seems to be missing.'],
  [
    'Selling to you',
    'I grow mushrooms near Savar and would like to sell them in your shop. Whom do I talk to?',
  ],
  ['Parking', 'Your van blocks our garage every morning at eight. Please park somewhere else.'],
  ['Job application', 'Do you take interns in marketing this summer? My CV is attached.'],
  ['Allergy question', 'Is the mango pickle made in a place where peanuts are handled?'],
  ['Found a ring', 'There was a small ring in the box of apples. Does one of your packers miss it?'],
  ['Newspaper interview', 'I write about food waste for a city paper and would like to talk to somebody.'],
  ['Gift card for a wedding', 'Could you print a gift card with the names of the couple on it?'],
  ['Wheelchair', 'Please note for the driver that the bell is too high for me, he may ring the neighbour.'],
  ['Glass bottles', 'Do you take back empty glass bottles? I have a shelf full of them.'],
  ['Music on hold', 'The hold music has been the same for two years. Any chance of another song?'],
  ['Dog treats', 'Our dog loves the wooden box. Where can I buy another five of those boxes?'],
  ['উঠানের কুকুর', 'উঠানে একটি কুকুর আছে, ভয়ের কিছু নেই। ড্রাইভারকে জানিয়ে রাখবেন।'],
  ['ঈদের শুভেচ্ছা', 'আপনাদের সবাইকে ঈদের শুভেচ্ছা। সারা বছর ভালো সেবা দিয়েছেন।'],
  ['রান্নার বই', 'আপনাদের রান্নার বইটি কি ছাপা অবস্থায় কেনা যায়?'],
  ['ছাদের বাগান', 'ছাদে সবজি চাষ করি, আপনাদের কাছে বিক্রি করা যাবে?'],
  ['दिवाली की शुभकामनाएँ', 'पूरी टीम को दिवाली की शुभकामनाएँ, आपकी सेवा अच्छी है।'],
  ['पुराने डिब्बे', 'क्या आप खाली डिब्बे वापस लेते हैं? मेरे पास बहुत सारे हैं।'],
  ['स्कूल का प्रोजेक्ट', 'बच्चों को गोदाम दिखाने का कोई तरीका है? बीस बच्चे हैं।'],
];

/** What no one at a desk wants to read. */
export const spam: readonly (readonly [subject: string, body: string])[] = [
  [
    'First page of search results',
    'We bring your shop to the first page of search results in 30 days. Reply YES for a free audit.',
  ],
  [
    'Your mailbox is full',
    'Your mailbox has reached its limit. Confirm your password to keep your messages.',
  ],
  ['Cheap sunglasses', 'Designer sunglasses, ninety percent off, today only. Click before midnight.'],
  [
    'Business loan approved',
    'A loan for your business has been approved without papers. Answer to receive it.',
  ],
  ['50,000 addresses of managers', 'Buy our list of fifty thousand managers, fresh this month.'],
];
