import { line as lineShape } from 'd3-shape';
import type { Block, Headline, TableColumn, Value } from '../../model/report.ts';
import {
  alignOf,
  changeText,
  countOf,
  intervalOf,
  isMissing,
  isUnsure,
  markOf,
  marksExplained,
  type TableBlock,
} from './block-values.ts';
import type { HtmlPage } from './html-page.ts';
import { html, type Markup } from './markup.ts';
import { rangeOf } from './sparks.ts';

/** Headline figures as cards. */
export function cards(items: readonly Headline[], page: HtmlPage): Markup {
  return html`<ul class="cards">${items.map((item) => card(item, page))}</ul>`;
}

function card(item: Headline, page: HtmlPage): Markup {
  const label = page.say(item.label);
  const interval = isMissing(item.value) ? null : intervalOf(item, page.locale);
  const n = countOf(item.value);
  const more = [
    interval ? page.ui('interval', interval) : '',
    n === undefined || isUnsure(item.value) ? '' : page.ui('n', { n }),
  ].filter((text) => text !== '');
  return html`<li class="card"><p class="label" dir="auto">${label}</p><p class="value${isMissing(item.value) ? ' missing' : ''}" dir="auto">${page.show(item.value)}</p>${changeLine(item, page)}${item.spark && spark(item.spark, 'spark')}${more.length > 0 && html`<p class="more">${more.join(' · ')}</p>`}${item.note && html`<p class="note" dir="auto">${page.say(item.note)}</p>`}${receipt(item, label, page)}</li>`;
}

function changeLine(item: Headline, page: HtmlPage): Markup | null {
  const { change, before } = item;
  const was = before && !isMissing(before) ? page.ui('was', { value: page.show(before) }) : '';
  if (change?.type !== 'change' || isMissing(item.value) || isMissing(change)) {
    return was === '' ? null : html`<p class="change">${was}</p>`;
  }
  const verdict = change.verdict ? html`<br>${page.message(`verdict.${change.verdict}`)}` : null;
  return html`<p class="change">${pill(change, page)}${was !== '' && html`<span class="was">${was}</span>`}${verdict}</p>`;
}

/** A change with its mark; what colour says is also said in words to those who do not see it. */
function pill(change: Value, page: HtmlPage): Markup {
  const { direction } = markOf(change);
  const text = page.text(changeText(change, page.locale));
  if (direction === 0) return html`<span class="pill">${text}</span>`;
  const word = page.message(direction > 0 ? 'trend.better' : 'trend.worse');
  return html`<span class="pill ${direction > 0 ? 'good' : 'bad'}">${text}<span class="hidden"> (${word})</span></span>`;
}

/** A course without a scale; what it shows is said by the figures beside it. Where no two follow each other there is none. */
function spark(values: readonly (number | null)[], name: 'spark' | 'spark small'): Markup | null {
  const range = rangeOf(values);
  const isCourse = values.some((value, index) => value !== null && (values[index + 1] ?? null) !== null);
  if (range === null || !isCourse) return null;
  const span = range.high - range.low || 1;
  const x = (index: number): number => 3 + (index * 194) / (values.length - 1);
  const y = (value: number): number => 34 - ((value - range.low) / span) * 28;
  const path = lineShape<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1)(values);
  const last = values.findLastIndex((value) => value !== null);
  return html`<svg class="${name}" viewBox="0 0 200 40" preserveAspectRatio="xMinYMid meet" aria-hidden="true"><path class="line s1" d="${path ?? ''}"/><circle class="f1" cx="${Math.round(x(last))}" cy="${Math.round(y(values[last] ?? 0))}" r="3.5"/></svg>`;
}

function receipt(item: Headline, label: string, page: HtmlPage): Markup | null {
  if (!item.receipt || item.receipt.length === 0) return null;
  return html`<details><summary>${page.ui('receipt')}<span class="hidden">: ${label}</span></summary>${item.receipt.map((phrase) => html`<p dir="auto">${page.say(phrase)}</p>`)}</details>`;
}

/** A table whose rows sort where scripts run; its first column names the row. */
export function dataTable(block: TableBlock, page: HtmlPage): Markup {
  const caption = block.caption ? page.say(block.caption) : '';
  if (block.rows.length === 0 && !block.totals?.length) {
    return html`${caption !== '' && html`<h3 dir="auto">${caption}</h3>`}<p class="none">${page.ui('empty')}</p>`;
  }
  const sides = block.columns.map((column) => (alignOf(column) === 'right' ? 'n' : ''));
  const heads = block.columns.map(
    (column, index) =>
      html`<th scope="col"${headClass(column, sides[index] ?? '')} dir="auto">${page.say(column.label)}</th>`,
  );
  const namesRows = block.columns[0]?.type === 'text';
  const row = (values: readonly Value[]): Markup =>
    html`<tr>${values.map((value, index) => tableCell({ value, side: sides[index] ?? '', isName: index === 0 && namesRows }, page))}</tr>`;
  const totals = block.totals?.length ? html`<tfoot>${block.totals.map(row)}</tfoot>` : null;
  const first = block.columns[0];
  const name = caption !== '' ? caption : first ? page.say(first.label) : page.ui('figure');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table data-sort="${page.ui('sort_hint')}">${caption !== '' && html`<caption dir="auto">${caption}</caption>`}<thead><tr>${heads}</tr></thead><tbody>${block.rows.map(row)}</tbody>${totals}</table></div>`;
}

function headClass(column: TableColumn, side: string): Markup | null {
  if (column.type === 'spark') return html` class="unsorted"`;
  return side === '' ? null : html` class="${side}"`;
}

interface TableCell {
  readonly value: Value;
  readonly side: string;
  readonly isName: boolean;
}

function tableCell({ value, side, isName }: TableCell, page: HtmlPage): Markup {
  const raw = rawOf(value);
  const attributes = html`${side !== '' && html` class="${side}"`}${raw !== null && html` data-v="${raw}"`}`;
  if (isName) return html`<th scope="row" dir="auto">${linked(value, page)}</th>`;
  if (value.type === 'change' && value.before !== null && value.now !== null)
    return html`<td${attributes}>${pill(value, page)}</td>`;
  if (value.type === 'spark') return html`<td>${spark(value.values, 'spark small')}</td>`;
  const text = linked(value, page);
  return html`<td${attributes}${value.type === 'text' && html` dir="auto"`}>${isMissing(value) ? html`<span class="none">${text}</span>` : text}</td>`;
}

const linked = (value: Value, page: HtmlPage): Markup =>
  value.type === 'text' && value.link
    ? html`<a href="${value.link}" rel="noreferrer">${page.show(value)}</a>`
    : html`${page.show(value)}`;

/** What the marks of changes in tables mean; beside a headline figure it is said in words. */
export function markKey(blocks: readonly Block[], page: HtmlPage): Markup | null {
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  const values = tables.flatMap(({ rows, totals = [] }) => [...rows, ...totals].flat());
  const said = marksExplained(values, page.ui);
  return said.length === 0
    ? null
    : html`<p class="key">${said.map((text) => html`<span>${text}</span> `)}</p>`;
}

/** The number a cell is sorted by. */
function rawOf(value: Value): number | null {
  if (value.type === 'text' || value.type === 'spark') return null;
  if (value.type === 'change') {
    if (value.before === null || value.now === null) return null;
    const difference = value.now - value.before;
    return (value.of === 'count' || value.of === 'duration') && value.before !== 0
      ? difference / Math.abs(value.before)
      : difference;
  }
  const isShown = !isUnsure(value) || ('isShy' in value && value.isShy === true);
  return value.value !== null && isShown && Number.isFinite(value.value) ? value.value : null;
}

/** Sentences; the first list of a report is what it has to say, and is set larger. */
export function sentenceList(
  block: Extract<Block, { kind: 'list' }>,
  page: HtmlPage,
  isLead: boolean,
): Markup {
  return html`<ul class="findings${isLead ? ' lead' : ''}">${block.items.map((item) => html`<li dir="auto">${page.sentence(item)}</li>`)}</ul>`;
}

export function noteLine(block: Extract<Block, { kind: 'note' }>, page: HtmlPage): Markup {
  if (block.severity === 'info') return html`<p class="remark" dir="auto">${page.sentence(block.text)}</p>`;
  return html`<p class="remark warning"><strong>${page.ui('warning')}:</strong> <span dir="auto">${page.sentence(block.text)}</span></p>`;
}
