import { scaleBand, scalePoint } from 'd3-scale';
import { area, line as lineShape, stack } from 'd3-shape';
import { type SeriesBlock, unitValue, xLabel } from './block-values.ts';
import { binPosition, extentOf, frame, labelled, type ValueScale, valueScale } from './chart-scales.ts';
import { displayWidth } from './display-width.ts';
import type { HtmlPage } from './html-page.ts';
import { html, join, type Markup } from './markup.ts';
import { rangeOf } from './sparks.ts';

/** Points beyond which the marks carry no words of their own: the table below the chart has them. */
const mostTitles = 120;
const mostDots = 40;
const right = frame.width - frame.right;
const floor = frame.height - frame.bottom;

/** A colour number, 1–8, over and over. */
const colour = (index: number): number => (index % 8) + 1;
const round = (value: number): number => Math.round(value * 10) / 10;

/** A series as a figure: drawing, legend, and the same figures as a table that opens. */
export function seriesFigure(block: SeriesBlock, page: HtmlPage): Markup {
  const extent = extentOf(block);
  const caption = page.say(block.caption);
  if (block.x.length === 0 || extent === null) {
    return html`<figure><figcaption dir="auto">${caption}</figcaption><p class="none">${page.ui('no_data')}</p></figure>`;
  }
  const id = page.nextId('chart');
  const scale = valueScale(block, extent.high, extent.low);
  const drawing = html`<svg class="chart" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="${id}-t ${id}-d" preserveAspectRatio="xMinYMid meet"><title id="${id}-t">${caption}</title><desc id="${id}-d">${description(block, page)}</desc>${axes(block, scale, page)}${marks(block, scale, page)}${targetMark(block, scale, page)}</svg>`;
  return html`<figure><figcaption dir="auto">${caption}</figcaption>${drawing}${legend(block, page)}${dataTable(block, page)}</figure>`;
}

/** What the drawing shows, in words: each line's range and latest value. */
function description(block: SeriesBlock, page: HtmlPage): string {
  const show = (value: number): string => page.show(unitValue(value, block.unit));
  return block.lines
    .map((line) => {
      const range = rangeOf(line.values);
      const last = line.values.findLast((value) => value !== null) ?? null;
      if (range === null || last === null) return `${page.say(line.label)}: ${page.ui('no_data')}`;
      const count = line.values.filter((value) => value !== null).length;
      const words = page.ui('chart_points', {
        count,
        low: show(range.low),
        high: show(range.high),
        last: show(last),
      });
      return `${page.say(line.label)}: ${words}`;
    })
    .join('. ');
}

const isBanded = (block: SeriesBlock): boolean => block.style !== 'lines';

/** Where an x lies, and how wide its band is (0 for lines). */
function placesOf(block: SeriesBlock): {
  readonly at: (index: number) => number;
  readonly band: number;
  readonly step: number;
} {
  const domain = block.x.map((_, index) => index);
  if (isBanded(block)) {
    const scale = scaleBand<number>()
      .domain(domain)
      .range([frame.left, right])
      .paddingInner(block.style === 'histogram' ? 0.06 : 0.22)
      .paddingOuter(0.1);
    return { at: (index) => scale(index) ?? 0, band: scale.bandwidth(), step: scale.step() };
  }
  const scale = scalePoint<number>()
    .domain(domain)
    .range([frame.left + 4, right - 4])
    .padding(block.x.length === 1 ? 0.5 : 0);
  return { at: (index) => scale(index) ?? 0, band: 0, step: scale.step() };
}

function axes(block: SeriesBlock, scale: ValueScale, page: HtmlPage): Markup {
  const rows = scale.ticks.map((tick) => {
    const y = round(scale.place(tick));
    return html`<line class="axis${tick === 0 ? ' base' : ''}" x1="${frame.left}" x2="${right}" y1="${y}" y2="${y}"/><text x="${frame.left - 6}" y="${y + 4}" text-anchor="end">${page.tick(tick, block.unit)}</text>`;
  });
  const labels = axisLabels(block, page);
  // As wide as the widest may be drawn on a phone or in print, where letters are larger against the chart.
  const room = Math.max(1, ...labels.map(({ text }) => displayWidth(text))) * 7.7;
  const most = Math.min(block.edges ? 12 : 8, Math.floor((right - frame.left) / (room + 8)));
  const placed = labelled(labels.length, Math.max(2, most)).flatMap((index) => labels[index] ?? []);
  const columns = placed.map(({ text, x }, place) => {
    const isOver = x + room / 2 > right + frame.right;
    const before = placed[place - 1];
    if (isOver && before && before.x + room / 2 > right - room) return null;
    return html`<text x="${isOver ? right : x}" y="${floor + 18}" text-anchor="${isOver ? 'end' : 'middle'}">${text}</text>`;
  });
  return html`<g aria-hidden="true">${rows}${columns}</g>`;
}

interface AxisLabel {
  readonly text: string;
  readonly x: number;
}

/** What may be written below the axis: periods under their middle; edges of bins where they lie, as they are shorter than two. */
function axisLabels(block: SeriesBlock, page: HtmlPage): readonly AxisLabel[] {
  const { at, band, step } = placesOf(block);
  if (!block.edges) {
    return block.x.map((_, index) => ({
      text: page.text(xLabel(block, index, { locale: page.locale, style: 'short' })),
      x: round(at(index) + band / 2),
    }));
  }
  return block.edges.flatMap((edge, index) =>
    edge > 0 && Number.isFinite(edge)
      ? {
          text: page.locale.formatTick(edge, 'duration', block.clock),
          x: round(at(0) - (step - band) / 2 + index * step),
        }
      : [],
  );
}

function marks(block: SeriesBlock, scale: ValueScale, page: HtmlPage): Markup {
  switch (block.style) {
    case 'lines':
      return join(block.lines.map((_, index) => lineMarks({ block, scale, page }, index)));
    case 'bars':
    case 'histogram':
      return barMarks({ block, scale, page });
    case 'stacked':
      return stackMarks({ block, scale, page });
    default:
      return block.style satisfies never;
  }
}

interface Drawing {
  readonly block: SeriesBlock;
  readonly scale: ValueScale;
  readonly page: HtmlPage;
}

const isThere = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

function lineMarks({ block, scale, page }: Drawing, index: number): Markup {
  const { at } = placesOf(block);
  const entry = block.lines[index];
  if (entry === undefined) return html``;
  const { values, low, high } = entry;
  const path = lineShape<number | null>()
    .defined(isThere)
    .x((_, x) => at(x))
    .y((value) => scale.place(value ?? 0))
    .digits(1)(values);
  const band =
    low && high
      ? area<number | null>()
          .defined((_, x) => isThere(low[x]) && isThere(high[x]))
          .x((_, x) => at(x))
          .y0((_, x) => scale.place(low[x] ?? 0))
          .y1((_, x) => scale.place(high[x] ?? 0))
          .digits(1)(values)
      : null;
  const dots = values.map((value, x) => {
    const isAlone = !isThere(values[x - 1]) && !isThere(values[x + 1]);
    if (!isThere(value) || (values.length > mostDots && !isAlone)) return null;
    const title =
      values.length <= mostTitles
        ? html`<title>${pointTitle(block, page, { line: index, x })}</title>`
        : null;
    return html`<circle class="f${colour(index)}" cx="${round(at(x))}" cy="${round(scale.place(value))}" r="2.8">${title}</circle>`;
  });
  return html`${band && html`<path class="band f${colour(index)}" d="${band}"/>`}<path class="line s${colour(index)}" d="${path ?? ''}"/>${dots}`;
}

function pointTitle(
  block: SeriesBlock,
  page: HtmlPage,
  at: { readonly line: number; readonly x: number },
): string {
  const label = page.text(xLabel(block, at.x, { locale: page.locale, style: 'long' }));
  const name =
    block.lines.length > 1 && block.lines[at.line] ? `${page.say(block.lines[at.line]!.label)}, ` : '';
  return `${name}${label}: ${page.show(unitValue(block.lines[at.line]?.values[at.x] ?? null, block.unit))}`;
}

function barMarks({ block, scale, page }: Drawing): Markup {
  const { at, band } = placesOf(block);
  const width = band / block.lines.length;
  const zero = scale.place(Math.max(0, scale.low));
  return join(
    block.lines.map((line, index) =>
      line.values.map((value, x) => {
        if (!isThere(value)) return null;
        const top = scale.place(value);
        const title =
          block.x.length <= mostTitles
            ? html`<title>${pointTitle(block, page, { line: index, x })}</title>`
            : null;
        return html`<rect class="f${colour(index)}" x="${round(at(x) + index * width)}" y="${round(Math.min(top, zero))}" width="${Math.max(0.8, round(width))}" height="${round(Math.abs(zero - top))}">${title}</rect>`;
      }),
    ),
  );
}

function stackMarks({ block, scale, page }: Drawing): Markup {
  const { at, band } = placesOf(block);
  const rows = block.x.map((_, x) => block.lines.map((line) => Math.max(0, line.values[x] ?? 0)));
  const layers = stack<readonly number[], number>()
    .keys(block.lines.map((_, index) => index))
    .value((row, key) => row[key] ?? 0)(rows);
  return join(
    layers.map((layer, index) =>
      layer.map(([from, to], x) => {
        if (to <= from) return null;
        const title =
          block.x.length <= mostTitles
            ? html`<title>${pointTitle(block, page, { line: index, x })}</title>`
            : null;
        return html`<rect class="stack f${colour(index)}" x="${round(at(x))}" y="${round(scale.place(to))}" width="${Math.max(0.8, round(band))}" height="${round(scale.place(from) - scale.place(to))}">${title}</rect>`;
      }),
    ),
  );
}

function targetMark(block: SeriesBlock, scale: ValueScale, page: HtmlPage): Markup | null {
  if (block.target === undefined) return null;
  const label = targetWords(block, page);
  if (!block.edges) {
    const y = round(scale.place(block.target));
    return html`<line class="target" x1="${frame.left}" x2="${right}" y1="${y}" y2="${y}"/><text class="tlabel" x="${right}" y="${y < 28 ? y + 14 : y - 5}" text-anchor="end">${label}</text>`;
  }
  const position = binPosition(block.edges, block.target);
  if (position === null) return null;
  const { at, band, step } = placesOf(block);
  const x = round(at(0) - (step - band) / 2 + position * step);
  const isLate = x > frame.width * 0.66;
  return html`<line class="target" x1="${x}" x2="${x}" y1="${frame.top - 6}" y2="${floor}"/><text class="tlabel" x="${isLate ? x - 5 : x + 5}" y="${frame.top + 3}" text-anchor="${isLate ? 'end' : 'start'}">${label}</text>`;
}

function targetWords(block: SeriesBlock, page: HtmlPage): string {
  if (block.targetLabel) return page.say(block.targetLabel);
  return page.ui('target', {
    value: page.show(unitValue(block.target ?? null, block.edges ? 'duration' : block.unit)),
  });
}

function legend(block: SeriesBlock, page: HtmlPage): Markup | null {
  if (block.lines.length < 2) return null;
  const items = block.lines.map((line, index) => {
    const mark =
      block.style === 'lines'
        ? html`<line class="line s${colour(index)}" x1="0" x2="24" y1="6" y2="6"/>`
        : html`<rect class="f${colour(index)}" width="24" height="12" rx="2"/>`;
    return html`<li dir="auto"><svg viewBox="0 0 24 12" aria-hidden="true">${mark}</svg>${page.say(line.label)}</li>`;
  });
  return html`<ul class="legend">${items}</ul>`;
}

/** The same figures as a table: for screen readers, for copying, and for those who want the number. */
function dataTable(block: SeriesBlock, page: HtmlPage): Markup {
  const show = (value: number | null | undefined): string => page.show(unitValue(value ?? null, block.unit));
  const heads = block.lines.flatMap((line) => [
    html`<th scope="col" class="n">${page.say(line.label)}</th>`,
    line.low && line.high ? html`<th scope="col" class="n">${page.ui('interval_column')}</th>` : null,
  ]);
  const rows = block.x.map((_, index) => {
    const cells = block.lines.flatMap((line) => [
      html`<td class="n">${show(line.values[index])}</td>`,
      line.low && line.high
        ? html`<td class="n">${
            isThere(line.low[index]) && isThere(line.high[index])
              ? page.message('value.interval', { low: show(line.low[index]), high: show(line.high[index]) })
              : show(null)
          }</td>`
        : null,
    ]);
    return html`<tr><th scope="row">${page.text(xLabel(block, index, { locale: page.locale, style: 'long' }))}</th>${cells}</tr>`;
  });
  const caption = page.say(block.caption);
  return html`<details class="data"><summary>${page.ui('chart_data')}<span class="hidden">: ${caption}</span></summary><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption class="hidden">${caption}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
