/**
 * How mail programs and people mark what is not the message itself, in the languages of many help desks. Patterns but
 * for `greeting` are asked of lines in lower case: to ignore case, all letters of all scripts would be compiled.
 */

/** A line after which the rest is somebody else's message. */
export const quoteHeaders: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|ursprungligt meddelande|মূল বার্তা|मूल संदेश|forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada)\s*-{0,}\s*$/u,
  /^-{3,}\s*forwarded (?:message|by)\b.*$/u,
  /^begin forwarded message:?$/u,
  /^on\b.{4,120}\bwrote:?\s*$/u,
  /^am\b.{4,120}\bschrieb\b.{0,80}:?\s*$/u,
  /^le\b.{4,120}\ba écrit\s*:?\s*$/u,
  /^el\b.{4,120}\b(?:escribió|escribio)\s*:?\s*$/u,
  /^em\b.{4,120}\b(?:escreveu)\s*:?\s*$/u,
  /^il\b.{4,120}\bha scritto\s*:?\s*$/u,
  /^op\b.{4,120}\bschreef\b.{0,80}:?\s*$/u,
  /^.{4,120}(?:তারিখে|এ).{0,80}লিখেছেন\s*:?\s*$/u,
  /^.{4,120}ने लिखा\s*:?\s*$/u,
  /^(?:from|von|de|da|van|প্রেরক|প্রেষক|प्रेषक)\s*:\s.*(?:@|\[mailto:).*$/u,
  /^#{2,}-?\s*please type your reply above this line\s*-?#{2,}$/u,
  /^_{10,}$/u,
];

/** Header fields of a quoted or forwarded message. */
export const headerField =
  /^(?:from|sent|to|cc|bcc|subject|date|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|para|enviado|asunto|assunto|fecha|data|প্রতি|বিষয়|प्रति|विषय|दिनांक)\s*:/u;

/** A line that begins a signature. */
export const signatureMark = /^(?:--|—|__|-- )\s*$/u;

/** A closing formula; only what stands on a short line of its own counts. */
export const signOff =
  /^(?:(?:best|kind|warm|many|with)?\s*(?:regards|wishes|thanks(?: and regards)?|thank you|cheers|sincerely|yours (?:truly|sincerely|faithfully))|thanks|thx|sent from my|get outlook for|mit (?:freundlichen|besten|lieben) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|schöne|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|von meinem .{2,20} gesendet|gesendet (?:von|mit)|cordialement|bien (?:cordialement|à vous)|(?:sincères )?salutations|envoyé de(?:puis)? mon|saludos|un (?:cordial )?saludo|atentamente|enviado desde mi|atenciosamente|cumprimentos|abraços|obrigad[oa]|enviado do meu|cordiali saluti|distinti saluti|inviato da|met vriendelijke groet|vriendelijke groeten|med vänlig hälsning|med venlig hilsen|ধন্যবাদ(?:ান্তে)?|শুভেচ্ছা(?:ন্তে|সহ)?|বিনীত|ইতি|धन्यवाद|सादर|आपका|भवदीय|regards|dhanyavad|shukriya)(?![\p{L}\p{M}])/u;

/** A greeting at the start of a message, with up to a few words of address. */
export const greeting =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte(?:r|s)?|liebe(?:r|s)?|moin|servus|bonjour|bonsoir|salut|madame,? monsieur|hola|buen(?:os|as) (?:días|dias|tardes|noches)|estimad[oa]s?|olá|ola|bom dia|boa (?:tarde|noite)|prezad[oa]s?|ciao|buongiorno|buonasera|gentile|beste|geachte|hej|hei|namaste|namaskar|assalamu alaikum|salam|হ্যালো|হাই|প্রিয়|নমস্কার|আসসালামু আলাইকুম|সালাম|नमस्ते|नमस्कार|हेलो|हैलो|प्रिय|महोदय)(?![\p{L}\p{M}])[^,!.:;।\n]{0,40}?(?:[,!.:;।–-]+|\n|$)\s*/iu;

/** A cheap first look: lines that match none of it need none of the patterns above. */
export const maybeQuote =
  /wrote|schrieb|écrit|escribi|escreveu|scritto|schreef|লিখেছেন|लिखा|message|nachricht|mensaje|mensagem|messaggio|bericht|meddel|বার্তা|संदेश|@|mailto|forwarded|##|____/u;
