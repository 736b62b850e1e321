import { isMissing } from '../../model/raw-value.ts';
import type { ColumnLook } from './column-look.ts';

/** What numbers tickets on its own: a repository, a project, a brand, a branch. */
const scopeHeader =
  /\b(?:repo|repository|repositories|project|projects|brand|workspace|namespace|tenant|instance|site|board|space|mailbox|inbox|account|company|organi[sz]ation|org|portal|desk|source|system|product|store|shop|branch|entity|country|region|projekt|projet|proyecto|projeto|repositorio|depot|marke|marque|marca|mandant|portail|sitio|sede|standort|filiale|filial|succursale|sucursal|entite|entidad|entidade|empresa|tienda|loja|boutique)\b|प्रोजेक्ट|परियोजना|ब्रांड|शाखा|প্রকল্প|ব্র্যান্ড|শাখা/u;

export const namesScope = (look: ColumnLook): boolean => scopeHeader.test(look.header.words);

/** Rows of which one may stand there twice. */
const ONE_OF = 50;

/** True for a column of a few values beside which hardly an id comes back, though ids do on their own. */
export function parts(id: ColumnLook, scope: ColumnLook): boolean {
  if (scope === id || scope.distinct < 2 || scope.filled < scope.cells.length) return false;
  if (scope.distinct > scope.filled / 2 || id.distinct === id.filled) return false;
  const seen = new Set<string>();
  let twice = 0;
  return id.cells.every((cell, row) => {
    if (isMissing(cell)) return true;
    const pair = `${cell.trim()}\u0000${scope.cells[row].trim()}`;
    if (seen.has(pair)) twice++;
    else seen.add(pair);
    return twice * ONE_OF <= id.filled;
  });
}
