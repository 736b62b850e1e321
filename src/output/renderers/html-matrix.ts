import { type MatrixBlock, matrixText, unitValue } from './block-values.ts';
import { heatOf } from './chart-scales.ts';
import type { HtmlPage } from './html-page.ts';
import { html, type Markup, type Part } from './markup.ts';
import { rangeOf } from './sparks.ts';

/** A matrix with more columns is drawn as a heat map; below, a table with shaded cells says more. */
const mostNumbers = 13;
const cell = { width: 17.6, height: 20, left: 56, top: 20 } as const;

/** A matrix as a table with shaded cells, or as a heat map with the table below it. */
export function matrixFigure(block: MatrixBlock, page: HtmlPage): Markup {
  const range = rangeOf(block.values.flat());
  const caption = page.say(block.caption);
  if (range === null) {
    return html`<figure><figcaption dir="auto">${caption}</figcaption><p class="none">${page.ui('no_data')}</p></figure>`;
  }
  if (block.columnLabels.length <= mostNumbers) return shadedTable(block, page);
  const top = page.show(unitValue(range.high, block.unit));
  const scale = html`<p class="more">${page.ui('scale', { low: page.show(unitValue(0, block.unit)), high: top })}</p>`;
  return html`<figure><figcaption dir="auto">${caption}</figcaption>${heatMap(block, range.high, page)}${scale}<details class="data"><summary>${page.ui('chart_data')}<span class="hidden">: ${caption}</span></summary>${plainTable(block, page)}</details></figure>`;
}

/** Shade of a strength between 0 and 1: 0 for nothing, then 1–8 in equal steps. */
const stepOf = (strength: number): number =>
  strength <= 0 ? 0 : Math.min(8, Math.max(1, Math.ceil(strength * 8)));

function headRow(block: MatrixBlock, page: HtmlPage): Markup {
  return html`<thead><tr><td></td>${block.columnLabels.map((label) => html`<th scope="col" class="n">${page.say(label)}</th>`)}</tr></thead>`;
}

function bodyRows(block: MatrixBlock, page: HtmlPage, shadeOf: (value: number | null) => string): Markup[] {
  return block.values.map((row, index) => {
    const label = block.rowLabels[index];
    const cells = row.map((value) => {
      const shade = shadeOf(value);
      const text = page.text(matrixText(value, block.unit, page.locale));
      return shade === '' ? html`<td class="n">${text}</td>` : html`<td class="${shade}">${text}</td>`;
    });
    return html`<tr><th scope="row" dir="auto">${label ? page.say(label) : ''}</th>${cells}</tr>`;
  });
}

function shadedTable(block: MatrixBlock, page: HtmlPage): Markup {
  const heat = heatOf(block);
  const caption = page.say(block.caption);
  const rows = bodyRows(block, page, (value) => `n h${stepOf(heat(value))}`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="heat"><caption dir="auto">${caption}</caption>${headRow(block, page)}<tbody>${rows}</tbody></table></div>`;
}

function plainTable(block: MatrixBlock, page: HtmlPage): Markup {
  const caption = page.say(block.caption);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption class="hidden">${caption}</caption>${headRow(block, page)}<tbody>${bodyRows(block, page, () => '')}</tbody></table></div>`;
}

function heatMap(block: MatrixBlock, highest: number, page: HtmlPage): Markup {
  const columns = block.columnLabels.length;
  const width = Math.round(cell.left + columns * cell.width + 2);
  const height = cell.top + block.rowLabels.length * cell.height + 4;
  const id = page.nextId('map');
  const every = Math.ceil(columns / 8);
  const heat = heatOf(block);
  const heads: Part[] = block.columnLabels.map((label, column) =>
    column % every === 0
      ? html`<text x="${at(column) + cell.width / 2}" y="13" text-anchor="middle">${page.say(label)}</text>`
      : null,
  );
  const rows: Part[] = block.values.map((row, index) => {
    const y = cell.top + index * cell.height;
    const label = block.rowLabels[index] ? page.say(block.rowLabels[index]) : '';
    const cells = row.map((value, column) => {
      const columnLabel = block.columnLabels[column] ? page.say(block.columnLabels[column]) : '';
      const title = html`<title>${label} ${columnLabel}: ${page.show(unitValue(value, block.unit))}</title>`;
      const box = html`x="${at(column)}" y="${y}" width="${cell.width - 1.6}" height="${cell.height - 2}" rx="2"`;
      if (value === null) return html`<rect class="void" ${box}>${title}</rect>`;
      if (value <= 0) return html`<rect class="cell0" ${box}>${title}</rect>`;
      const strength = Math.round((0.1 + 0.9 * heat(value)) * 100) / 100;
      return html`<rect class="f1" fill-opacity="${strength}" ${box}>${title}</rect>`;
    });
    return html`<text x="${cell.left - 6}" y="${y + 14}" text-anchor="end">${label}</text>${cells}`;
  });
  const caption = page.say(block.caption);
  const description = page.ui('scale', {
    low: page.show(unitValue(0, block.unit)),
    high: page.show(unitValue(highest, block.unit)),
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" preserveAspectRatio="xMinYMid meet"><title id="${id}-t">${caption}</title><desc id="${id}-d">${description}</desc><g aria-hidden="true">${heads}${rows}</g></svg>`;
}

const at = (column: number): number => Math.round((cell.left + column * cell.width) * 10) / 10;
