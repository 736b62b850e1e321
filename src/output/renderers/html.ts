import { createHash } from 'node:crypto';
import type { Block, Report } from '../../model/report.ts';
import { bodyBlocks } from './block-values.ts';
import { shorten } from './display-width.ts';
import { cards, dataTable, markKey, noteLine, sentenceList } from './html-blocks.ts';
import { seriesFigure } from './html-charts.ts';
import { matrixFigure } from './html-matrix.ts';
import type { HtmlPage } from './html-page.ts';
import { screenMarkup } from './html-screen.ts';
import { pageScript } from './html-script.ts';
import { styleSheet } from './html-style.ts';
import { html, Markup } from './markup.ts';
import { oneLine } from './neutralise.ts';
import type { RenderOptions } from './options.ts';

/** Longer texts from the data are cut: a name of ten thousand characters is no name. */
const longest = 400;
const longestSentence = 4000;

/**
 * A report as one HTML file that asks for nothing: style, script and charts are in it, and its own policy forbids
 * everything else. The only style and the only script it allows are named by their SHA-256.
 */
export function renderHtml(report: Report, { locale, envelope = {} }: RenderOptions): string {
  const page = htmlPage(locale);
  const { screen } = report;
  const sections = sectionsOf(bodyBlocks(report));
  const title = page.say(report.title);
  const named = sections.filter((section) => section.title !== null);
  const links = named.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`);
  const contents = named.length > 2 && html`<nav aria-label="${page.ui('contents')}"><ul>${links}</ul></nav>`;
  const body = sections.map((section) => (screen ? foldMarkup : sectionMarkup)(section, page));
  const heads = screen ? screen.period : [report.subtitle];
  const under = heads.map((phrase) => html`<p class="sub" dir="auto">${page.say(phrase)}</p>`);
  const document = html`<!doctype html>
<html lang="${locale.tag}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="deskstat">
${recipeTag(envelope)}<title>${title}</title>
<style>${new Markup(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#report">${page.ui('skip')}</a>
<div class="wrap">
<header><h1 dir="auto">${title}</h1>${under}${!screen && contents}</header>
<main id="report" tabindex="-1">
${screen && screenMarkup(screen, page)}${screen && contents}${body}
</main>
<footer>${page.ui('made_with')}</footer>
</div>
<script>${new Markup(pageScript)}</script>
</body>
</html>
`;
  return document.text;

  function sectionsOf(blocks: readonly Block[]): readonly Section[] {
    const top = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 3)));
    const found: Section[] = [{ id: page.nextId('s'), title: null, top, blocks: [] }];
    for (const block of blocks) {
      if (block.kind === 'heading' && block.level === top) {
        found.push({ id: page.nextId('s'), title: page.say(block.text), top, blocks: [] });
      } else {
        found.at(-1)?.blocks.push(block);
      }
    }
    return found.filter((section) => section.title !== null || section.blocks.length > 0);
  }
}

/** What the report was made from, for programs: files by their names alone, as folders may name people. */
function recipeTag(envelope: NonNullable<RenderOptions['envelope']>): Markup | null {
  if (envelope.version === undefined) return null;
  const named = (files: unknown): unknown =>
    (Array.isArray(files) ? files : []).map(({ path, sha256 }: { path?: unknown; sha256?: unknown }) => ({
      file: String(path)
        .split(/[/\\\\]/)
        .at(-1),
      sha256,
    }));
  const { version, as_of, timezone, definitions, hours, answers, sources, settings } = envelope;
  const recipe = {
    version,
    as_of,
    timezone,
    definitions,
    hours,
    answers,
    sources: named(sources),
    settings: named(settings),
  };
  return html`<meta name="deskstat:made-from" content="${JSON.stringify(recipe)}">\n`;
}

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `style-src ${digest(styleSheet)}`,
  `script-src ${digest(pageScript)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function htmlPage(locale: RenderOptions['locale']): HtmlPage {
  const text = (words: string): string => oneLine(shorten(words, longest));
  let ids = 0;
  return {
    locale,
    text,
    say: (phrase) => text(locale.phrase(phrase)),
    sentence: (phrase) => oneLine(shorten(locale.phrase(phrase), longestSentence)),
    show: (value) => text(locale.formatValue(value)),
    ui: (code, args) => text(locale.message(`ui.${code}`, args)),
    message: (code, args) => text(locale.message(code, args)),
    tick: (value, unit) => locale.formatTick(value, unit),
    nextId: (kind) => {
      ids += 1;
      return `${kind}${ids}`;
    },
  };
}

interface Section {
  readonly id: string;
  readonly title: string | null;
  /** The heading level that starts sections in this report. */
  readonly top: number;
  readonly blocks: Block[];
}

function sectionMarkup(section: Section, page: HtmlPage): Markup {
  const parts = section.blocks.map((block, index) => blockMarkup(block, section, index, page));
  const content = html`${groupCharts(section.blocks, parts)}${markKey(section.blocks, page)}`;
  if (section.title === null) return html`<section aria-label="${page.ui('summary')}">${content}</section>\n`;
  return html`<section aria-labelledby="${section.id}"><h2 id="${section.id}" dir="auto">${section.title}</h2>${content}</section>\n`;
}

/** A section of a long report, which folds where scripts do not run too; open, so that all of it is read and printed. */
function foldMarkup(section: Section, page: HtmlPage): Markup {
  const parts = section.blocks.map((block, index) => blockMarkup(block, section, index, page));
  const content = html`${groupCharts(section.blocks, parts)}${markKey(section.blocks, page)}`;
  if (section.title === null) return html`<section aria-label="${page.ui('summary')}">${content}</section>\n`;
  return html`<section aria-labelledby="${section.id}"><details class="fold" open><summary><h2 id="${section.id}" dir="auto">${section.title}</h2></summary>${content}</details></section>\n`;
}

const isChart = (block: Block | undefined): boolean => block?.kind === 'series' || block?.kind === 'matrix';

/** Charts that follow each other stand side by side. */
function groupCharts(blocks: readonly Block[], parts: readonly Markup[]): Markup {
  const grouped = parts.map((part, index) => {
    if (!isChart(blocks[index])) return part;
    const opens = !isChart(blocks[index - 1]);
    const closes = !isChart(blocks[index + 1]);
    return html`${opens && html`<div class="charts">`}${part}${closes && html`</div>`}`;
  });
  return html`${grouped}`;
}

function blockMarkup(block: Block, section: Section, index: number, page: HtmlPage): Markup {
  switch (block.kind) {
    case 'heading': {
      const text = page.say(block.text);
      return block.level - section.top >= 2
        ? html`<h4 dir="auto">${text}</h4>`
        : html`<h3 dir="auto">${text}</h3>`;
    }
    case 'figures':
      return cards(block.items, page);
    case 'table':
      return dataTable(block, page);
    case 'series':
      return seriesFigure(block, page);
    case 'matrix':
      return matrixFigure(block, page);
    case 'list':
      return sentenceList(block, page, section.title === null && index === 0);
    case 'note':
      return noteLine(block, page);
    default:
      return block satisfies never;
  }
}
