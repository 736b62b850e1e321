/**
 * Words of grades in Swedish, Danish, Norwegian, Finnish, Czech, Hungarian, Polish, Russian, Turkish, Arabic, Korean, Chinese and
 * Japanese, as `rating-grades.ts` holds those of the first languages, which takes these in. Folded there.
 */

/** Adverbs by strength. */
export const furtherAdverbs: Readonly<Record<1 | 2 | 3 | 4, string>> = {
  4:
    'extremt|ytterst|fullständigt|yderst|ekstremt|äärimmäisen|naprosto|absolutně|rendkívül|maximálisan|niezwykle|absolutnie|' +
    'крайне|абсолютно|совершенно|исключительно|son derece|tamamen|للغاية|تماما',
  3:
    'mycket|väldigt|helt|jättemycket|starkt|meget|særdeles|svært|veldig|i høj grad|i stor grad|erittäin|hyvin|todella|täysin|oikein|' +
    'velmi|zcela|rozhodně|moc|úplně|nagyon|teljesen|w pełni|mocno|весьма|определенно|однозначно|gerçekten|cok|' +
    'جدا|بشدة|매우|아주|정말|대단히|전적으로',
  2:
    'ganska|relativt|tämligen|i stort sett|ret|ganske|temmelig|rimeligt|forholdsvis|overvejende|nokså|melko|aika|varsin|pääosin|' +
    'docela|poměrně|vcelku|většinou|elég|eléggé|meglehetősen|többnyire|dość|całkiem|w większości|' +
    'довольно|вполне|в основном|в целом|oldukça|genel olarak|대체로|비교적|꽤',
  1:
    'något|lite|delvis|i viss mån|snarare|lidt|noget|delvist|nogenlunde|litt|noe|hieman|jonkin verran|osittain|jossain määrin|jokseenkin|' +
    'spíše|částečně|trochu|inkább|kissé|részben|némileg|trochę|nieco|отчасти|немного|slightly|biraz|إلى حد ما|نوعا ما|약간|조금|다소',
};

/** Words that turn a grade round, with the strength that they leave it. */
export const furtherNegations: Readonly<Record<2 | 3, string>> = {
  3:
    'inte alls|slet ikke|overhovedet ikke|slett ikke|ikke i det hele tatt|en lainkaan|en ollenkaan|ei lainkaan|ei ollenkaan|vůbec ne|' +
    'egyáltalán nem|w ogóle nie|wcale nie|совсем не|вовсе не|совершенно не|абсолютно не',
  2:
    'inte så|inte särskilt|ikke særlig|ikke så|ikke spesielt|en kovin|ei kovin|ne příliš|nem túl|nem igazán|nem annyira|niezbyt|nie bardzo|nie za bardzo|' +
    'не очень|не слишком|не совсем|inte|ej|ikke|غير',
};

export const furtherGood =
  'nöjd|nöjda|nöjt|belåten|tillfreds|glad|instämmer|håller med|sannolikt|troligt|lätt|enkelt|bra|god|gott|' +
  'tilfreds|tilfredse|enig|sandsynligt|let|nemt|godt|fornøyd|fornøyde|sannsynlig|lett|' +
  'tyytyväinen|tyytyväisiä|samaa mieltä|todennäköistä|todennäköisesti|helppo|helppoa|hyvä|hyvin|' +
  'spokojen|spokojena|spokojeni|spokojený|spokojená|souhlasím|pravděpodobné|pravděpodobně|snadné|snadno|jednoduché|dobrý|dobrá|dobré|dobře|ano|' +
  'elégedett|egyetértek|valószínű|könnyű|egyszerű|jó|' +
  'zgadzam się|się zgadzam|łatwe|łatwy|proste|dobre|zadowolony jestem|prawdopodobne|' +
  'удовлетворены|согласны|легкий|просто|хороший|хорошая|вероятно|' +
  'memnun kaldım|memnunuz|memnun kaldık|katılıyoruz|muhtemel|' +
  'راض|راضي|راضية|راضون|موافق|موافقة|سهل|سهلة|جيد|جيدة|محتمل|' +
  '만족|만족함|만족합니다|만족해요|만족스러움|만족스럽습니다|만족한다|만족했습니다|동의|동의함|동의합니다|동의한다|그렇다|그렇습니다|쉬움|쉬웠음|쉬웠습니다|쉽다|좋음|좋아요|좋습니다|편리함|' +
  '滿意|還算滿意|滿意的|比较好|较好|好|良好|容易|比较容易|简单|比较同意|' +
  '満足している|満足しています|満足した|満足です|まあ満足している|そう思う|簡単|簡単だった|容易|良い|よい|良かった|良好';
export const furtherBest =
  'utmärkt|fantastisk|fantastiskt|perfekt|strålande|fremragende|udmerket|udmærket|glimrende|utmerket|fantastisk bra|' +
  'erinomainen|erinomaista|erinomaisesti|loistava|mahtava|vynikající|vynikajici|výborný|výborná|výborné|výborně|skvělé|skvělá|skvělý|kiváló|kitűnő|tökéletes|remek|szuper|' +
  'doskonały|doskonała|doskonałe|świetny|świetna|świetne|znakomity|znakomita|rewelacja|wyśmienicie|zachwycony|' +
  'отличный|отличная|замечательно|прекрасно|великолепно|идеально|mükemmeldi|harikaydı|süper|çok memnunum|çok memnun|' +
  'ممتاز|ممتازة|رائع|رائعة|' +
  '매우만족|매우만족함|아주만족|매우좋음|최고|최고예요|최고입니다|훌륭함|훌륭해요|매우쉬움|' +
  '非常好|很好|优秀|優秀|非常滿意|很滿意|十分滿意|非常容易|非常简单|完全同意|' +
  'とても満足している|非常に満足している|大変満足している|大変満足です|とてもそう思う|非常にそう思う|強くそう思う|非常に簡単|とても簡単|大変良い|とても良い|非常に良い|大変良かった|とても良かった|最高';
export const furtherBad =
  'missnöjd|missnöjda|missnöjt|besviken|instämmer inte|håller inte med|osannolikt|svårt|krångligt|dåligt|dålig|' +
  'utilfreds|utilfredse|skuffet|uenig|usandsynligt|svært|besværligt|dårligt|dårlig|misfornøyd|misfornøyde|usannsynlig|vanskelig|' +
  'tyytymätön|tyytymättömiä|pettynyt|en ole tyytyväinen|en tyytyväinen|eri mieltä|epätodennäköistä|vaikea|vaikeaa|hankala|huono|huonosti|' +
  'nespokojen|nespokojena|nespokojeni|nespokojený|nespokojená|nesouhlasím|nepravděpodobné|obtížné|složité|špatný|špatná|špatné|špatně|' +
  'elégedetlen|nem elégedett|nem vagyok elégedett|nem értek egyet|valószínűtlen|nehéz|bonyolult|rossz|gyenge|' +
  'nie zgadzam się|się nie zgadzam|rozczarowany|rozczarowana|trudne|trudny|słabo|słaby|złe|nieprawdopodobne|' +
  'неудовлетворены|не удовлетворен|не удовлетворена|не удовлетворены|не доволен|не довольна|не довольны|неудовлетворительно|не согласен|не согласна|не согласны|трудно|сложный|плохой|плохая|разочарован|разочарована|маловероятно|' +
  'çok memnun değil|çok memnun değilim|memnun kalmadım|memnun değiliz|memnuniyetsiz|memnuniyetsizim|memnun kalmadık|zordu|kötüydü|' +
  'غير راض|غير راضي|غير راضية|مستاء|غير موافق|صعب|صعبة|سيئ|سيء|سيئة|ضعيف|' +
  '불만|불만족|불만족함|불만족합니다|불만족스러움|불만족스럽습니다|불만이다|만족하지 않음|만족하지 않습니다|동의하지 않음|동의하지 않습니다|동의하지 않는다|그렇지 않다|그렇지 않습니다|어려움|어려웠음|어려웠습니다|나쁨|별로|별로예요|' +
  '不滿意|不太滿意|差|较差|比较差|不好|困难|比较困难|不太同意|' +
  '不満である|不満です|満足していない|あまり満足していない|満足していません|そう思わない|あまりそう思わない|難しい|難しかった|悪い|悪かった|良くない|良くなかった';
export const furtherWorst =
  'fruktansvärt|hemskt|uselt|urusel|forfærdeligt|elendigt|forferdelig|elendig|kamala|surkea|hirveä|katastrofální|hrozné|příšerné|borzalmas|szörnyű|pocsék|' +
  'okropny|okropna|fatalny|fatalna|tragicznie|beznadziejnie|отвратительно|кошмар|rezalet|berbattı|çok kötüydü|hiç memnun kalmadım|hiç katılmıyorum|kesinlikle katılmıyorum|' +
  'سيئ جدا|سيء جدا|' +
  '매우불만|매우불만족|매우나쁨|최악|최악이에요|전혀 만족하지 않음|전혀 만족하지 않습니다|전혀 그렇지 않다|전혀 그렇지 않습니다|전혀 동의하지 않음|전혀 동의하지 않습니다|' +
  '非常差|很差|极差|非常不滿意|很不滿意|十分不滿意|非常困难|完全不同意|' +
  '非常に不満である|とても不満である|全く満足していない|まったく満足していない|全くそう思わない|まったくそう思わない|非常に難しい|とても難しい|非常に悪い|とても悪い|大変悪い|最悪';
/** Half a step, in words that hold their adverb. */
export const furtherSlight = {
  good: 'やや満足|やや満足している|やや良い|やや簡単|ややそう思う|まあまあ満足|まあ良い',
  bad: 'やや不満|やや不満である|やや悪い|やや難しい|ややそう思わない',
} as const;
export const furtherMiddle =
  'varken eller|varken nöjd eller missnöjd|varken bra eller dåligt|varken lätt eller svårt|varken eller neutral|medel|acceptabelt|okej|' +
  'hverken eller|hverken tilfreds eller utilfreds|hverken enig eller uenig|hverken god eller dårlig|middel|nøytral|verken eller|verken fornøyd eller misfornøyd|verken enig eller uenig|middels|' +
  'ei tyytyväinen eikä tyytymätön|en tyytyväinen enkä tyytymätön|en osaa sanoa kumpikaan|ei samaa eikä eri mieltä|neutraali|kohtalainen|keskinkertainen|tyydyttävä|ei hyvä eikä huono|' +
  'ani spokojen ani nespokojen|ani spokojena ani nespokojena|ani spokojený ani nespokojený|ani souhlas ani nesouhlas|neutrální|neutrálně|průměrný|průměrné|průměrně|tak napůl|' +
  'semleges|közepes|is is|elégedett is meg nem is|sem elégedett sem elégedetlen|egyet is értek meg nem is|átlagos|elfogadható|megfelelő|' +
  'ani tak ani nie|przeciętnie|przeciętny|przeciętna|średnio|średni|średnia|ani dobrze ani źle|ani zgadzam się ani nie zgadzam się|obojętny|obojętna|' +
  'нормально|средне|средний|удовлетворительно|ни да ни нет|ни то ни другое|ни плохо ни хорошо|ни хорошо ни плохо|ни согласен ни не согласен|ни удовлетворен ни не удовлетворен|ни удовлетворен ни неудовлетворен|' +
  'ne memnunum ne memnun değilim|ne memnun ne memnun değil|ne memnunum ne değilim|ne iyi ne kötü|ne katılıyorum ne katılmıyorum|fena değil|idare eder|normaldi|' +
  'محايد|متوسط|مقبول|لا راض ولا غير راض|عادي|' +
  '보통|보통임|보통이다|보통입니다|보통이에요|중립|그저 그렇다|그저 그래요|' +
  '普通的|尚可|还行|還好|还可以|中等|一般满意|' +
  'ふつう|普通である|普通です|どちらでも|どちらともいえません|どちらとも言えません|何とも言えない|まあまあ';

/** Yes and no by degrees: "rather yes", in the languages whose forms ask so. */
export const yesByDegrees: Readonly<Record<'3' | '1' | '-1' | '-3', string>> = {
  '3': 'definitely yes|yes definitely|yes absolutely|auf jeden fall|ja auf jeden fall|oui tout à fait|tout à fait|totalmente sí|decisamente sì|zdecydowanie tak|określenie tak|да полностью|безусловно да|определенно да|rozhodně ano|určitě ano|mindenképpen igen|ja absolut|absolut|kesinlikle evet|ehdottomasti',
  '1': 'rather yes|mostly yes|probably yes|eher ja|plutôt oui|más bien sí|più sì che no|piuttosto sì|raczej tak|скорее да|скорее да чем нет|spíše ano|inkább igen|',
  '-1': 'rather no|rather not|mostly no|probably not|eher nein|eher nicht|plutôt non|más bien no|più no che sì|piuttosto no|raczej nie|скорее нет|скорее нет чем да|spíše ne|inkább nem|',
  '-3': 'definitely not|definitely no|no definitely not|auf keinen fall|nein gar nicht|gar nicht|non pas du tout|pas du tout|totalmente no|decisamente no|zdecydowanie nie|совсем нет|определенно нет|безусловно нет|rozhodně ne|určitě ne|egyáltalán nem|inte alls|slet ikke|kesinlikle hayır|ei lainkaan|ei ollenkaan',
};

/** "I am", and what else stands around a grade without saying one. */
export const furtherFillers =
  'jag är|jag|jeg er|jeg|vi er|vi är|olen|olimme|olin|jsem|jsme|vagyok|voltam|jestem|jesteśmy|я|мы|sono|siamo|ik ben|wij zijn|أنا|نحن';
