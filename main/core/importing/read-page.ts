/** Makes an article of a page that was fetched, by what its bytes are and whatever it was called. */
import { readFileSync } from 'node:fs';
import { importBytes } from '../importers/import-bytes.ts';
import { bareArticle } from '../importers/bare-article.ts';
import type { ImportRecord, ImportedArticle, Resources } from '../importers/import-record.ts';
import { openAssetFiles } from '../library/asset-files.ts';
import { urlKey } from '../library/url-key.ts';
import { readImageSize } from '../text/image-size.ts';
import type { PageReading, PageTask } from './page-task.ts';
import { prepareRow } from './prepare-row.ts';

export async function readPage(task: PageTask): Promise<PageReading> {
  const bytes = readFileSync(task.path);
  const held: Resources = (address) => {
    const picture = task.pictures.get(URL.parse(address, task.finalUrl)?.href ?? '');
    return picture === undefined ? null : { mediaType: picture.mediaType, bytes: readFileSync(picture.path) };
  };
  const record = await readRecord(bytes, task, held);
  if (record.kind === 'marks') throw new Error('a page holds no marks on stories');
  if (record.kind !== 'article') return { kind: 'failed', reason: record.reason };
  const article = ofLink(record.article, task, held);
  const { put } = openAssetFiles(task.assetsOf);
  const original = () => put(bytes, task.mediaType);
  let wanted: readonly string[] = [];
  const lacks = (addresses: readonly string[]) => {
    wanted = [
      ...new Set(addresses.filter((address) => /^https?:/i.test(address)).map((address) => new URL(address).href)),
    ];
  };
  const row = prepareRow({ ...record, article }, 'link', 0, { put, now: task.now, original, extent: 'main', lacks });
  if (row.kind === 'marks') throw new Error('a page holds no marks on stories');
  if (row.kind !== 'article') return { kind: 'failed', reason: row.reason };
  if (!row.prepared.row.hasContent) return { kind: 'failed', reason: 'The page holds no text.' };
  return { kind: 'article', prepared: withFinalAddress(row.prepared, task.finalUrl), wanted };
}

async function readRecord(bytes: Buffer, { finalUrl, charset }: PageTask, held: Resources): Promise<ImportRecord> {
  const name = fileNameOf(finalUrl);
  const size = readImageSize(bytes);
  if (size !== null) return pictureRecord(name, finalUrl, { mediaType: size.mediaType, bytes });
  const records: ImportRecord[] = [];
  for await (const record of importBytes(name, bytes, { beside: held, charset })) records.push(record);
  const [only, ...more] = records;
  if (only === undefined) throw new Error('every file has a record');
  if (more.length === 0) return only;
  return {
    kind: 'failed',
    input: name,
    row: 1,
    reason: 'It is a book of several chapters. Download it with a browser and import the file.',
  };
}

/** A link to a picture alone: an article that shows it. */
function pictureRecord(name: string, address: string, picture: { mediaType: string; bytes: Buffer }): ImportRecord {
  const source = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const content = {
    kind: 'html',
    html: `<p><img src="${source}" alt=""></p>`,
    extent: 'article',
    baseUrl: address,
    resources: () => picture,
  } as const;
  return { kind: 'article', input: name, row: 1, article: bareArticle(content, { title: name }) };
}

/** What the page says of where it was saved from counts less than where it was fetched from. */
function ofLink(article: ImportedArticle, { url, finalUrl }: PageTask, held: Resources): ImportedArticle {
  const { content } = article;
  const isPage = content?.kind === 'html' && content.extent === 'page';
  return {
    ...article,
    url,
    savedAt: null,
    content: isPage ? { ...content, baseUrl: finalUrl, resources: heldOr(content.resources, held) } : content,
  };
}

/** What a page brings along itself (MHTML, SingleFile) comes first. */
function heldOr(own: Resources, held: Resources): Resources {
  return (address) => own(address) ?? held(address);
}

/** The page is known by that address as well, unless every address that is gone is sent there. */
function withFinalAddress<Prepared extends { readonly traces: { readonly urlKeys: readonly string[] } }>(
  prepared: Prepared,
  finalUrl: string,
): Prepared {
  const { pathname, search } = new URL(finalUrl);
  const key = urlKey(finalUrl);
  if (key === null || (pathname === '/' && search === '')) return prepared;
  const urlKeys = [...new Set([...prepared.traces.urlKeys, key])];
  return { ...prepared, traces: { ...prepared.traces, urlKeys } };
}

function fileNameOf(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last).replaceAll('/', '') || 'page';
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}
