import type { TableMapping } from '../model/mapping.ts';
import type { TableSample } from '../model/source.ts';

/** Words of headers under which people stand, whole words of a folded header. */
const person =
  /(?:^|[\s_.-])(?:name|names|requestor|requester|customer|client|contact|contacts|caller|user|username|agent|assignee|owner|technician|engineer|operator|submitter|submitted by|author|reporter|reported by|opened by|closed by|resolved by|solved by|created by|updated by|modified by|handled by|raised by|requested (?:by|for)|on behalf of|cc|ccs|cc list|collaborators?|followers?|watchers?|watch list|participants?|sender|recipient|from|employee|person|manager|approver|email|e mail|mail|kunde|kundenname|kundin|vorname|nachname|bearbeiter|sachbearbeiter|mitarbeiter|ansprechpartner|melder|demandeur|pr[eé]nom|nom|nombre|apellidos?|cliente|solicitante|agente|solicitante|nome|sobrenome|atendente|cognome|naam|achternaam|klant|medewerker|behandelaar|aanvrager)(?=$|[\s_.-])|নাম|গ্রাহক|এজেন্ট|ক্রেতা|नाम|ग्राहक|एजेंट|姓名|顧客|担当|客户/u;
/** What has a name, or belongs to somebody, and is nobody. */
const thing =
  /(?:^|[\s_.-])(?:product|company|organi[sz]ation|organisation|account|group|team|brand|form|file|event|item|plan|status|state|type|category|channel|queue|service|project|city|country|region|language|locale|site|location|department|domain|device|app|application|model|version|campaign|tier|segment|id|ids|number|phone|count|priority|firma|produkt|gruppe|organisation|entreprise|produit|groupe|producto|empresa|grupo|produto|azienda|prodotto|gruppo|bedrijf|groep)(?=$|[\s_.-])/u;

/** What a header ends with that tells of somebody beside a thing: `Account manager`, `Site contact`. Full names stand below it. */
const somebody =
  /(?:^|[\s_.-])(?:managers?|owner|contact|lead|leader|rep|representative|agent|engineer|technician|assignee|coordinator|supervisor|specialist|officer|advis[eo]r|consultant|csm|approver|reviewer|staff|worker|salesperson|seller|buyer|tenant|landlord|patient|doctor|nurse|student|pupil|teacher|parent|guardian|guest|host|driver|rider|passenger|member|subscriber|beneficiary|applicant|candidate|resident|citizen|holder|cardholder|policyholder|insured|complainant|attendee|betreuer|berater|mieter|vermieter|fahrer|leiter|gerente|responsable|encargado|inquilino|gestor|respons[aá]vel|referente|beheerder)$|ব্যবস্থাপক|কর্মকর্তা|প্রতিনিধি|ম্যানেজার|प्रबंधक|अधिकारी|प्रतिनिधि|मैनेजर/u;
/** Two to four words; `\p{Cf}` are the joiners of Indic scripts. */
const FULL_NAME = /^[\p{L}\p{M}\p{Cf}'’.-]+(?:\s+[\p{L}\p{M}\p{Cf}'’.-]+){1,3}$/u;

const MOST_WORDS = 5;
/** Share of the values that must look like somebody. */
const LOOKS = 0.6;
const MOST_COLUMNS = 8;

/**
 * Columns of tickets that name people and feed none of their fields (`Customer name` beside the address that is the requester, `CC`,
 * `Closed by`): recurring issues name none of them. With `fields`, the columns that feed people's fields too.
 */
export function peopleColumns(
  table: TableSample | undefined,
  { mapping, fields }: { readonly mapping: TableMapping; readonly fields: boolean },
): string[] {
  if (mapping.kind === 'reference') return [];
  // `Account manager` may pass for the account.
  const things = (['organization', 'group'] as const).flatMap((field) => mapping.fields[field] ?? []);
  const found = [...mapping.unmapped, ...things].flatMap(({ column, source }) => {
    const header = source
      .normalize('NFKC')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase();
    const looks =
      person.test(header) && !thing.test(header)
        ? looksLikeSomebody
        : somebody.test(header)
          ? looksLikeFullName
          : null;
    if (looks === null) return [];
    const values = (table?.values[column] ?? []).map((value) => value.trim()).filter((value) => value !== '');
    return values.length > 0 && values.filter(looks).length >= LOOKS * values.length ? [source] : [];
  });
  const people = fields ? (['requester', 'assignee'] as const) : [];
  const mapped = people.flatMap((field) => mapping.fields[field]?.source ?? []);
  return [...new Set([...mapped, ...found.slice(0, MOST_COLUMNS)])];
}

const ADDRESS = /^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/;

const looksLikeFullName = (value: string): boolean =>
  value.split(/[,;]/).every((each) => ADDRESS.test(each.trim()) || FULL_NAME.test(each.trim()));

/** One name or address, or several with commas between. */
function looksLikeSomebody(value: string): boolean {
  return value.split(/[,;]/).every((each) => {
    const plain = each.trim();
    if (ADDRESS.test(plain)) return true;
    return /\p{L}/u.test(plain) && !/\p{Nd}/u.test(plain) && plain.split(/\s+/).length <= MOST_WORDS;
  });
}
