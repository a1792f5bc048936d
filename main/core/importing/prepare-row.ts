/** One row on its way into the library: text made safe, pictures and original put where they stay, all of it counted. */
import {
  prepareArticle as prepareText,
  type PreparedArticle as PreparedText,
} from '../importers/prepare/prepare-article.ts';
import type { ImportedArticle, ImportRecord } from '../importers/import-record.ts';
import type { PictureAsset } from '../importers/html/picture-bytes.ts';
import type { AssetFile } from '../library/asset-files.ts';
import { prepareArticle, type ArticleToSave } from '../library/prepare-article.ts';
import type { StoredAsset } from '../store/library-store.ts';
import type { Extent, PreparedRow } from './import-task.ts';

export interface PrepareOptions {
  /** Puts a file among the library's assets; a preview only says how it would be called. */
  readonly put: (bytes: Uint8Array, mediaType: string) => AssetFile;
  /** ISO 8601. */
  readonly now: string;
  readonly extent: Extent;
  /** The file that the row is the whole of, to be kept beside the text; null to keep none. */
  readonly original: (() => AssetFile) | null;
  /** Told the addresses of pictures that the text shows and that are not here. */
  readonly lacks?: (addresses: readonly string[]) => void;
}

/** Throws `AppError` for a fault of the disk. */
export function prepareRow(
  record: ImportRecord,
  service: string,
  ordinal: number,
  options: PrepareOptions,
): PreparedRow {
  const { input, row } = record;
  if (record.kind === 'marks') {
    const { story } = record;
    return { ordinal, input, row, title: story.title || story.id, kind: 'marks', story };
  }
  if (record.kind !== 'article') return { ordinal, input, row, title: '', kind: record.kind, reason: record.reason };
  const { article, remark = null } = record;
  // Lists without dates have what was saved last first: so it stays.
  const now = new Date(Date.parse(options.now) - ordinal).toISOString();
  const { content } = article;
  const place = { ordinal, input, row, title: article.title };
  try {
    if (content === null)
      return { ...place, kind: 'article', remark, prepared: prepareArticle(asLink(article), service, now) };
    const text = prepareText(content, article, options.extent);
    if (content.kind === 'html' && content.extent === 'page' && text.kind === 'empty')
      return {
        ...place,
        kind: 'no-content',
        reason: 'The page holds no text that could be read: it may be made by a program when it is opened.',
      };
    const prepared = prepareArticle(asText(article, text, options), service, now);
    return { ...place, title: prepared.row.title, kind: 'article', remark, prepared };
  } catch (error) {
    // The stack ran out: the only RangeError that cleaning and counting a tree can end in.
    if (!(error instanceof RangeError)) throw error;
    return { ...place, kind: 'failed', reason: 'Its HTML is nested too deeply to be read.' };
  }
}

function asLink(article: ImportedArticle): ArticleToSave {
  return { ...article, content: null, otherUrls: [], imagesWanted: 0, assets: [] };
}

function asText(article: ImportedArticle, text: PreparedText, { put, original, lacks }: PrepareOptions): ArticleToSave {
  lacks?.(text.pictures.flatMap(({ address, isKept }) => (isKept || address === null ? [] : [address])));
  const keep = (asset: PictureAsset, role: StoredAsset['role']): StoredAsset => ({
    ...put(asset.bytes, asset.mediaType),
    role,
  });
  const pictures = text.pictures.flatMap(({ asset }) => (asset === null ? [] : [keep(asset, 'picture')]));
  const hero = text.hero === null ? [] : [keep(text.hero, 'hero')];
  const kept = original === null ? [] : [{ ...original(), role: 'original' as const }];
  return {
    ...article,
    url: article.url ?? text.canonicalUrl,
    title: text.title,
    standfirst: text.standfirst,
    author: text.byline,
    site: text.site,
    published: text.published,
    language: text.language,
    content: { kind: 'tree', tree: text.tree },
    otherUrls: text.canonicalUrl === null ? [] : [text.canonicalUrl],
    imagesWanted: text.imagesWanted,
    assets: [...pictures, ...hero, ...kept],
  };
}
