import type { Phrase, Screen } from '../../model/report.ts';
import { fullSentence } from './block-values.ts';
import { cards } from './html-blocks.ts';
import type { HtmlPage } from './html-page.ts';
import { html, type Markup } from './markup.ts';

/** Page one: what the first screen of the terminal says, on one printed page. */
export function screenMarkup(screen: Screen, page: HtmlPage): Markup {
  const list = (items: readonly Phrase[]): Markup =>
    html`<ul class="findings">${items.map((item) => html`<li dir="auto">${page.sentence(item)}</li>`)}</ul>`;
  const text = [...screen.lead, ...(screen.waiting ? [screen.waiting] : [])]
    .map((phrase) => fullSentence(page.sentence(phrase)))
    .join(' ');
  const cautions = screen.cautions.map(
    (phrase) =>
      html`<p class="remark warning"><strong>${page.ui('warning')}:</strong> <span dir="auto">${page.sentence(phrase)}</span></p>`,
  );
  return html`<section class="first" aria-label="${page.ui('summary')}">${cautions}<p class="story" dir="auto">${text}</p>${screen.figures.length > 0 && html`<div class="main">${cards(screen.figures, page)}</div>`}${screen.missing && html`<p class="remark" dir="auto">${page.sentence(screen.missing)}</p>`}${screen.findings.length > 0 && list(screen.findings)}${screen.issues.length > 0 && html`<h3>${page.ui('issues_that_matter')}</h3>${list(screen.issues)}`}</section>
`;
}
