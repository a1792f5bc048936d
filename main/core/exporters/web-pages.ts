/** A page for each article with its pictures inside and nothing to fetch or to run, and a page that lists them. */
import { readFileSync } from 'node:fs';
import type { Assets } from '../collection/assets.ts';
import type { FileEntry } from '../files/zip.ts';
import { bodyHtml } from '../library/article-tree.ts';
import { movePictures } from './article-pictures.ts';
import type { ArticleToExport, Exporter } from './export-source.ts';
import { longDate } from './exported-article.ts';
import { createFileNames } from './file-names.ts';
import { escapeHtml, pageStyle } from './html.ts';
import { strictAddress } from './strict-address.ts';
import { ownMeta, ownWordsHtml, textBegins, textEnds, withoutControls } from './own-page.ts';

const indexMark = '<meta name="lectern-list" content="1">';

export const webPagesExporter: Exporter = {
  kind: 'files',
  *files({ articles, assets }): Generator<FileEntry> {
    const nameOf = createFileNames();
    nameOf('index', 'index');
    const listed: string[] = [];
    for (const exported of articles) {
      const { article } = exported;
      const name = `${nameOf(article.title, article.id)}.html`;
      yield { name, content: toPage(exported, assets) };
      listed.push(listItem(exported, name));
    }
    yield { name: 'index.html', content: listPage(listed) };
  },
};

function toPage(exported: ArticleToExport, assets: Assets): string {
  const { article, body } = exported;
  const text = movePictures(body === null ? '' : bodyHtml(body), (name) => dataUri(name, assets));
  return `<!doctype html>
<html lang="${escapeHtml(article.language)}" dir="${article.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${ownMeta(exported)}
<title>${shown(article.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<article>
<h1>${shown(article.title)}</h1>
${paragraph('standfirst', shown(article.standfirst))}${paragraph('byline', bylineHtml(exported))}${textBegins}${text}${textEnds}
${ownWordsHtml(exported)}</article>
</body>
</html>
`;
}

function dataUri(name: string, assets: Assets): string | null {
  const asset = assets.resolve(name);
  return asset === null ? null : `data:${asset.mediaType};base64,${readFileSync(asset.path).toString('base64')}`;
}

function paragraph(name: string, html: string): string {
  return html === '' ? '' : `<p class="${name}">${html}</p>\n`;
}

/** Who, where, when, and where it stands on the web. */
export function bylineHtml({ article }: ArticleToExport): string {
  const date = article.published === null ? '' : longDate(article.published, article.language);
  const site = shown(article.site === '' ? (article.url ?? '') : article.site);
  const address = article.url === null ? null : strictAddress(article.url);
  const linked = address === null ? site : `<a href="${escapeHtml(address)}">${site}</a>`;
  return [shown(article.author), linked, shown(date)].filter((part) => part !== '').join(', ');
}

export function shown(text: string): string {
  return escapeHtml(withoutControls(text));
}

function listItem({ article }: ArticleToExport, name: string): string {
  const facts = [article.author, article.site, article.savedAt.slice(0, 10)].filter((fact) => fact !== '');
  return `<li dir="auto"><a href="${escapeHtml(encodeURIComponent(name))}">${shown(article.title) || 'Untitled'}</a> <small>${facts.map(shown).join(', ')}</small></li>`;
}

function listPage(items: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${indexMark}
<title>Articles</title>
<style>${pageStyle}</style>
</head>
<body>
<article>
<h1>Articles</h1>
<ol>
${items.join('\n')}
</ol>
</article>
</body>
</html>
`;
}
