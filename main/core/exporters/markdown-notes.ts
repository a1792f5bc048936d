/**
 * Notes in Markdown, one for each article, as Obsidian and its like want them: front matter that is YAML to the letter,
 * pictures beside in a folder, names that any system takes, tags that Obsidian knows as such. What is marked and noted
 * stands in the front matter, for reading back, and below the text, for reading.
 */
import { stringify } from 'yaml';
import type { FileEntry } from '../files/zip.ts';
import { bodyHtml } from '../library/article-tree.ts';
import { obsidianTag } from '../text/obsidian-tag.ts';
import { shelfText } from '../text/shelf-text.ts';
import { isPacked } from './everything.ts';
import { picturesIn, movePictures } from './article-pictures.ts';
import type { ArticleToExport, Exporter } from './export-source.ts';
import { filled } from './article-fields.ts';
import { createFileNames } from './file-names.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** Where the text ends and our list of what was marked begins; importers/documents/own-note.ts looks for it. */
const endOfText = '<!-- lectern: end of the text -->';

export const markdownExporter: Exporter = {
  kind: 'files',
  *files({ articles, assets }): Generator<FileEntry> {
    const nameOf = createFileNames();
    const written = new Set<string>();
    for (const exported of articles) {
      const html = exported.body === null ? '' : bodyHtml(exported.body);
      for (const name of picturesIn(html)) {
        const found = written.has(name) ? null : assets.resolve(name);
        if (found === null) continue;
        written.add(name);
        yield { name: `pictures/${name}`, content: { path: found.path }, isPacked: isPacked(found) };
      }
      const { title, id } = exported.article;
      const moved = movePictures(html, (name) => (written.has(name) ? `pictures/${name}` : null));
      yield { name: `${nameOf(title, id)}.md`, content: toNote(exported, moved) };
    }
  },
};

/** `html` is the text with its pictures where they lie. */
function toNote(exported: ArticleToExport, html: string): string {
  const matter = stringify(frontMatter(exported), { lineWidth: 0, aliasDuplicateObjects: false });
  const text = html === '' ? '' : `\n${htmlToMarkdown(html)}`;
  return `---\n${matter}---\n${text}${ownWords(exported)}`;
}

function frontMatter({ article, mark, tags, shelves, highlights }: ArticleToExport): Record<string, unknown> {
  const obsidianTags = [...new Set(tags.map(obsidianTag).filter((tag) => tag !== ''))];
  const isSame = JSON.stringify(obsidianTags) === JSON.stringify(tags);
  return {
    title: article.title,
    ...filled({
      url: article.url,
      author: article.author,
      site: article.site,
      description: article.standfirst,
      published: article.published,
      saved: article.savedAt,
      language: article.language,
      tags: obsidianTags,
      shelves: shelves.map(shelfText),
      state: article.state,
      favourite: article.favourite,
      progress: mark.progress,
      read: mark.readAt,
      note: article.note,
      highlights: highlights.map(({ quote, note, colour, tags: own, createdAt }) =>
        filled({ quote, note, colour, tags: own, created: createdAt }),
      ),
      // What an article is really called by: only where Obsidian's tags cannot say it.
      'lectern-tags': isSame ? [] : tags,
    }),
    lectern: article.id,
  };
}

function ownWords({ article, highlights }: ArticleToExport): string {
  if (highlights.length === 0 && article.note === '') return '';
  const quoted = (text: string): string => text.replace(/^/gm, '> ');
  const parts = highlights.map(({ quote, note }) =>
    [quote === '' ? '' : quoted(plain(quote)), plain(note)].filter((part) => part !== '').join('\n\n'),
  );
  return `\n${endOfText}\n\n## Notes\n\n${[plain(article.note), ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}

/** As it is, but for what would be taken for markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#=%$]/g, String.raw`\$&`);
}
