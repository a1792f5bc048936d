/**
 * A story as one HTML file that needs nothing else: pictures inside, a small style sheet, no script. What leaves here is
 * the safe tree of the collection; pictures that cannot be read are left out with their text in their place.
 */
import { readFileSync } from 'node:fs';
import type { Assets } from '../collection/assets.ts';
import { byline, type ExportedArticle } from './exported-article.ts';

export function toHtml(exported: ExportedArticle, assets: Assets): string {
  const { summary, body, publication } = exported;
  const language = escapeHtml(summary.language);
  const content = inlinePictures(body.html, assets).replaceAll('\u00AD', '');
  return `<!doctype html>
<html lang="${language}" dir="${summary.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeHtml(summary.author?.name ?? publication.name)}">
<title>${[summary.title, publication.name]
    .filter((name) => name !== '')
    .map(escapeHtml)
    .join(' – ')}</title>
<style>${pageStyle}</style>
</head>
<body>
<article>
<h1>${escapeHtml(summary.title)}</h1>
<p class="standfirst">${escapeHtml(summary.standfirst)}</p>
<p class="byline">${escapeHtml(byline(exported))}</p>
${heroFigure(exported, assets)}${content}
${sourceList(exported)}</article>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function heroFigure({ body: { hero } }: ExportedArticle, assets: Assets): string {
  if (hero === null) return '';
  const picture =
    hero.svg ??
    inlinePictures(`<img src="/assets/${escapeHtml(hero.asset ?? '')}" alt="${escapeHtml(hero.alt)}">`, assets);
  const caption = [hero.caption, hero.credit]
    .filter((part) => part !== null)
    .map(escapeHtml)
    .join(' ');
  return `<figure>${picture}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n`;
}

function sourceList({ body }: ExportedArticle): string {
  if (body.sources.length === 0) return '';
  const items = body.sources.map(
    ({ title, publication, year }) => `<li>${escapeHtml(title)}, ${escapeHtml(publication)}, ${year}</li>`,
  );
  return `<h2>Sources</h2>\n<ul>${items.join('')}</ul>\n`;
}

function inlinePictures(html: string, assets: Assets): string {
  return html.replace(/src="\/assets\/([^"]+)"/g, (_, name: string) => {
    const asset = assets.resolve(name);
    if (asset === null) return 'src=""';
    return `src="data:${asset.mediaType};base64,${readFileSync(asset.path).toString('base64')}"`;
  });
}

/** The paper theme's colours and type, for a page of its own. */
export const pageStyle = `
:root { --lectern-ground: #f8f4eb; --lectern-ink: #211c17; --lectern-ink-2: #514940; --lectern-ink-3: #685e53;
  --lectern-rule: #ddd4c3; --lectern-art-ground: #f2e9d8; --lectern-art-red: #b4462b; --lectern-art-red-deep: #8f2f1a;
  --lectern-art-red-pale: #c6694a; --lectern-art-blue: #23507c; --lectern-art-blue-deep: #183c61;
  --lectern-art-steel: #3a3733; --lectern-serif: Georgia, serif; --lectern-sans: system-ui, sans-serif; }
body { margin: 0; background: var(--lectern-ground); color: var(--lectern-ink); font: 1.25rem/1.6 Georgia, serif; }
article { max-width: 38.5rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; }
h1 { font-size: 2.75rem; line-height: 1.1; margin: 0; text-wrap: balance; }
.standfirst { font-size: 1.375rem; color: var(--lectern-ink-2); margin: 1rem 0; }
.byline, figcaption, .sidenote { color: var(--lectern-ink-3); font-size: 0.9375rem; }
figure { margin: 2rem 0; } img, svg.art { max-width: 100%; height: auto; }
.sidenote { border-inline-start: 2px solid var(--lectern-rule); padding-inline-start: 1rem; }
pre { overflow-x: auto; font-size: 0.875rem; } table { border-collapse: collapse; width: 100%; font-size: 1rem; }
th, td { text-align: start; vertical-align: baseline; padding: 0.5rem 1rem 0.5rem 0; border-top: 1px solid var(--lectern-rule); }
.pull { font-size: 1.75rem; line-height: 1.3; } .endmark svg { width: 0.75em; height: 0.75em; stroke: #a3321a; stroke-width: 2.4; fill: none; }
@media print { body { background: none; } article { padding: 0; } }
`;
