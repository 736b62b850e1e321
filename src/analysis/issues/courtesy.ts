/**
 * Words of greeting, thanks and pressure, in the supported languages. They say how a customer writes, not what is
 * wrong: they leave a ticket that says anything else, and no issue is named after them.
 */
const courtesyWords = new Set(
  (
    'hi hello hey hiya dear please pls plz kindly thanks thank thankyou thx ty regards greetings sir madam maam mam team ' +
    'support urgent urgently asap immediately help cheers sincerely morning afternoon evening guys folks ' +
    'hallo guten tag morgen abend liebe lieber liebes sehr geehrte geehrter damen herren bitte danke dank vielen gruß grüße ' +
    'grüßen gruss gruesse freundlichen freundliche freundlichem mfg dringend eilig servus moin ' +
    'bonjour bonsoir salut merci cordialement svp madame monsieur urgence ' +
    'hola buenos buenas dias días tardes noches gracias saludos estimado estimada estimados cordial cordiales urgente favor ' +
    'olá ola oi bom boa dia tarde noite obrigado obrigada atenciosamente prezado prezados prezada ' +
    'ciao buongiorno buonasera grazie saluti salve gentile cordiali ' +
    'hallo goedemorgen goedemiddag bedankt groet groeten alstublieft beste geachte ' +
    'namaste namaskar dhanyavad dhanyawad shukriya kripya jaldi bhai yaar ji ' +
    'হ্যালো হাই প্রিয় নমস্কার সালাম আসসালামু আলাইকুম ধন্যবাদ স্যার ম্যাডাম ভাই প্লিজ দয়া অনুগ্রহ জরুরি জরুরী শুভেচ্ছা ' +
    'नमस्ते नमस्कार हेलो हैलो हाय प्रिय महोदय महोदया सर मैडम धन्यवाद शुक्रिया कृपया जल्दी प्लीज भाई यार जी तुरंत'
  )
    .normalize('NFKC')
    .split(' '),
);

/** True for a lower-case word of greeting, thanks or pressure. */
export function isCourtesy(word: string): boolean {
  return courtesyWords.has(word);
}
