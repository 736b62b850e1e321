import type { ColumnLook } from './column-look.ts';

/** Stamps of something else than the ticket's creation: offering them would lead to nonsense. */
const otherStamp =
  /\b(?:purchase\w*|birth\w*|dob|warranty|contract|renewal|invoice|order|expir\w*|shipped|delivery|due|target|deadline|appointment|updated?|modif\w*|chang\w*|alter\w*|cambi\w*|ander\w*|geandert|gewijzigd|wijziging|edited|kauf\w*|bestell\w*|rechnung\w*|vertrag\w*|liefer\w*|fallig\w*|frist|antwort\w*|achat|commande|facture|contrat|livraison|echeance|reponse|pedido|factura|contrato|entrega|vencimiento|vencimento|respuesta|resposta|pago|pagamento|acquisto|ordine|fattura|consegna|scadenza|risposta|aankoop\w*|levering|antwoord|fin|fim|fine|ende|einde|activity|response|responded|reply|replied|answer\w*|resol\w*|solv\w*|clos\w*|complet\w*|finish\w*|end|ended|assign\w*|reopen\w*|escalat\w*|survey|rated|last|hire\w*|login|seen|synced|compra|nacimiento|nascimento|geburt\w*|naissance|nascita|cierre|fechamento|soluc\w*|solucao|actuali\w*|atuali\w*|aktuali\w*|geschlossen|gelost|cloture|ferme|resolu\w*|chiu\w*|risol\w*|gesloten|opgelost|gewijzigd|time)\b/;

/** The one column of stamps that nothing says to be something else; null where there is none, or several. */
export function likelyCreation(looks: readonly ColumnLook[]): string | null {
  const dated = looks.filter(
    (look) =>
      look.instants.length > 0 &&
      // What a row takes over from the record that it lies in is not its own.
      !look.name.startsWith('_parent.') &&
      !otherStamp.test(look.header.words) &&
      look.header.unit === null,
  );
  return dated.length === 1 ? dated[0].name : null;
}
