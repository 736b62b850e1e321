import type { FieldId } from '../../model/fields.ts';
import type { MarkWords, RowMark, RowMarkMeaning } from '../../model/mapping.ts';
import { prepared } from '../../model/prepared.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { falsehoods, truths } from './flag-words.ts';
import { foldHeader } from './header.ts';

/**
 * Columns by which a list of customers says who left and who is still there, beside the dates of it: a state (`Status:
 * Churned`, `Zustand: inaktiv`) or a flag (`is_active`, `Gekündigt`).
 */

const folded = (list: string): readonly string[] => list.split('|').map(foldHeader);

const left =
  'churned|churn|inactive|in active|not active|cancelled|canceled|cancelled by customer|terminated|closed|closed lost|lost|lost customer|former|former customer|ex customer|past customer|ended|expired|lapsed|deactivated|unsubscribed|left|gone|departed|offboarded|dormant|' +
  'gekündigt|inaktiv|nicht aktiv|ehemalig|ehemaliger kunde|abgewandert|storniert|beendet|ausgetreten|verloren|deaktiviert|résilié|résiliée|inactif|inactive|perdu|perdue|ancien client|parti|annulé|annulée|clôturé|désabonné|terminé|' +
  'baja|de baja|dado de baja|dada de baja|inactivo|inactiva|cancelado|cancelada|perdido|perdida|ex cliente|terminado|rescindido|inativo|inativa|encerrado|encerrada|desligado|desligada|cancelou|saiu|' +
  'disdetto|disdetta|inattivo|inattiva|cessato|cessata|perso|persa|annullato|chiuso|opgezegd|inactief|beëindigd|vertrokken|verloren|oud klant|gestopt|uitgeschreven|' +
  'निष्क्रिय|रद्द|बंद|छोड़ दिया|छोड़ चुके|নিষ্ক্রিয়|বাতিল|বন্ধ|চলে গেছে|解約|解約済み|解約済|退会|退会済み|退会済|無効|已流失|流失|已注销|注销|已解约|停用|已停用|已退订|失效|' +
  'неактивен|неактивный|ушел|отток|расторгнут|отключен|nieaktywny|nieaktywna|zrezygnował|rezygnacja|zakończona|wypowiedziana|pasif|iptal|iptal edildi|ayrıldı|kayıp';
const stays =
  'active|current|live|subscribed|paying|customer|active customer|current customer|ongoing|aktiv|bestandskunde|laufend|actif|active|en cours|abonné|abonnée|activo|activa|vigente|alta|de alta|ativo|ativa|em vigor|attivo|attiva|in corso|actief|lopend|' +
  'सक्रिय|चालू|जारी|সক্রিয়|চলমান|চালু|有効|契約中|利用中|アクティブ|活跃|有效|在网|使用中|合作中|активен|активный|действует|aktywny|aktywna|aktif';

const meanings = prepared(
  () =>
    new Map<string, RowMarkMeaning>([
      ...folded(stays).map((word) => [word, 'stays'] as const),
      ...folded(left).map((word) => [word, 'left'] as const),
    ]),
);

const states =
  /^(?:(?:customer|client|account|subscription|contract|member|membership|user|subscriber|plan|kunden|vertrags|abo) ?)?(?:status|state|standing|lifecycle(?: stage| status)?|stage|phase)$|^(?:estado|estatus|situacao|situazione|statut|etat|stato|zustand|kundenstatus|vertragsstatus|klantstatus|durum|статус|स्थिति|অবস্থা|状態|状态|ステータス|契約状態|客户状态|会员状态|account status name)(?: (?:del|do|du|de|des) (?:cliente|client|compte|contrat|contrato))?$/u;
/** Flags whose yes says that somebody left, and that somebody is there. */
const leftFlag =
  /^(?:is |has |was |ist |est |es )?(?:churned|churn|churn flag|churned flag|cancelled|canceled|inactive|terminated|left|lost|former|exited|gekundigt|inaktiv|abgewandert|resilie|inactif|perdu|baja|cancelado|inactivo|perdido|inativo|disdetto|inattivo|cessato|opgezegd|inactief|vertrokken|解約|退会|流失|是否流失|निष्क्रिय|নিষ্ক্রিয়)(?: flag| yn)?$/u;
const staysFlag =
  /^(?:is |ist |est |es )?(?:active|current|active customer|current customer|active flag|active yn|live|subscribed|aktiv|actif|activo|ativo|attivo|actief|有効|是否活跃|सक्रिय|সক্রিয়)$/u;

const byWord: MarkWords = { get: (cell) => meanings.get(foldHeader(cell)) };
const byFlag = (yes: RowMarkMeaning, no: RowMarkMeaning): MarkWords => ({
  get: (cell) => (truths.has(cell) ? yes : falsehoods.has(cell) ? no : undefined),
});

/** Different values from which on a column is no state. */
const FEW = 20;

/** The columns of a list of customers that say who left and who is there. */
export function customerMarks(
  looks: readonly ColumnLook[],
  choices: ReadonlyMap<FieldId, Choice>,
): readonly RowMark[] {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  return looks.flatMap((look) => {
    const words = taken.has(look.index) ? null : wordsOf(look);
    return words ? [{ column: look.index, source: look.name, words }] : [];
  });
}

function wordsOf(look: ColumnLook): MarkWords | null {
  if (look.filled === 0 || look.distinct > FEW || isInstant(look)) return null;
  const name = foldHeader(look.name.slice(look.name.lastIndexOf('.') + 1));
  if (look.flagShare >= 0.9) {
    if (leftFlag.test(name)) return byFlag('left', 'stays');
    return staysFlag.test(name) ? byFlag('stays', 'left') : null;
  }
  if (!states.test(name) && !leftFlag.test(name) && !staysFlag.test(name)) return null;
  return look.cells.some((cell) => meanings.has(foldHeader(cell))) ? byWord : null;
}
