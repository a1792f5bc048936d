/** The one table of methods. A new capability is one row here, one handler, one test. */
import { z } from 'zod';
import * as entity from './entities.ts';
import { hostMethods } from './libraries-methods.ts';
import { backupMethods } from './backup-methods.ts';
import { feedMethods } from './feed-methods.ts';
import { exportMethods } from './export-methods.ts';
import { libraryMethods } from './library-methods.ts';
import { organiseMethods } from './organise-methods.ts';
import { linkMethods } from './link-methods.ts';
import { importMethods } from './import-methods.ts';
import { storageMethods } from './storage-methods.ts';
import { searchMethods } from './search-methods.ts';
import { upkeepMethods } from './upkeep-methods.ts';

const byId = z.strictObject({ id: entity.articleId });
const nothing = z.strictObject({});

export const opinionLimit = 1000;

/** Answered by the core, in every shell. */
export const coreMethods = {
  'app.status': { input: nothing, output: entity.status },
  'publication.get': { input: nothing, output: entity.publication },
  'front.get': { input: nothing, output: entity.front },
  'articles.get': { input: byId, output: entity.article },
  'articles.related': {
    input: byId.extend({ limit: z.number().int().min(1).max(20).optional() }),
    output: z.object({ items: z.array(entity.relatedArticle) }),
  },
  /** Complete in itself: pictures of `html` and `epub` are inside. `content` is text, or bytes in base64, by `encoding`. */
  'articles.export': {
    input: byId.extend({ format: z.enum(['markdown', 'html', 'text', 'epub']) }),
    output: z.object({
      fileName: z.string(),
      mediaType: z.string(),
      encoding: z.enum(['utf-8', 'base64']),
      content: z.string(),
    }),
  },
  'articles.cite': {
    input: byId,
    output: z.object({ citation: z.string(), bibtex: z.string(), link: z.string() }),
  },
  ...importMethods,
  ...linkMethods,
  ...exportMethods,
  ...upkeepMethods,
  // The others of searchMethods are taken in with their handlers.
  'search.find': searchMethods['search.find'],
  'search.places': searchMethods['search.places'],
  'search.explain': searchMethods['search.explain'],
  'search.complete': searchMethods['search.complete'],
  'search.index': searchMethods['search.index'],
  'searches.list': searchMethods['searches.list'],
  'searches.save': searchMethods['searches.save'],
  'searches.rename': searchMethods['searches.rename'],
  'searches.remove': searchMethods['searches.remove'],
  'searches.record': searchMethods['searches.record'],
  'searches.forget': searchMethods['searches.forget'],
  'downloads.list': { input: nothing, output: z.object({ items: z.array(entity.download) }) },
  'jobs.list': { input: nothing, output: z.object({ items: z.array(entity.job) }) },
  ...libraryMethods,
  ...organiseMethods,
  ...storageMethods,
  ...backupMethods,
  ...feedMethods,
  'bookmarks.set': { input: byId.extend({ bookmarked: z.boolean() }), output: entity.marks },
  'progress.set': {
    input: byId.extend({ progress: z.number().min(0).max(1), block: z.number().int().min(0).max(1_000_000) }),
    output: entity.marks,
  },
  /** Back to unread: progress 0, not finished. */
  'progress.clear': { input: byId, output: entity.marks },
  'recommendations.get': { input: byId, output: z.object({ recommendation: entity.recommendation.nullable() }) },
  'recommendations.set': {
    input: byId.extend({
      verdict: entity.verdict,
      reasons: z.array(z.enum(entity.recommendationReasons)).max(7).optional(),
      opinion: z.string().max(opinionLimit, `is longer than ${opinionLimit} characters; shorten it`).optional(),
    }),
    output: entity.recommendation,
  },
  'recommendations.withdraw': { input: byId, output: entity.marks },
  'recommendations.list': { input: nothing, output: z.object({ items: z.array(entity.recommendation) }) },
  'settings.get': { input: nothing, output: entity.settings },
  'settings.set': { input: entity.settings.partial().strict(), output: entity.settings },
} as const;

/** Answered by a shell that has a desktop around it (Electron). A browser does these by itself. */
export const shellMethods = {
  'shell.openExternal': {
    input: z.strictObject({ url: z.string().max(2048) }),
    output: z.object({ opened: z.boolean() }),
  },
  'shell.openDownload': {
    input: z.strictObject({ asset: z.string().max(128), name: z.string().max(128) }),
    output: z.object({ opened: z.boolean() }),
  },
  /** `saved` is false when the reader cancelled the dialog. */
  'shell.savePdf': { input: z.strictObject({ name: z.string().max(128) }), output: z.object({ saved: z.boolean() }) },
  /** A folder that the reader chooses in a dialog, as one of `libraries.places`; null if the dialog was cancelled. */
  'shell.chooseFolder': { input: nothing, output: z.object({ place: z.string().nullable() }) },
} as const;

export { hostMethods };

export const methods = { ...coreMethods, ...hostMethods, ...shellMethods } as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type CoreMethodName = keyof typeof coreMethods;
export type HostMethodName = keyof typeof hostMethods;
export type ShellMethodName = keyof typeof shellMethods;
export type MethodInput<Name extends MethodName> = z.input<Methods[Name]['input']>;
export type ParsedInput<Name extends MethodName> = z.output<Methods[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.output<Methods[Name]['output']>;

type Handler<Name extends MethodName> = (input: ParsedInput<Name>) => MethodOutput<Name> | Promise<MethodOutput<Name>>;

/** One handler for each method of `Names`. Input is parsed before it gets there. */
export type Handlers<Names extends MethodName> = { [Name in Names]: Handler<Name> };
export type CoreHandlers = Handlers<CoreMethodName>;
export type HostHandlers = Handlers<HostMethodName>;
export type ShellHandlers = Handlers<ShellMethodName>;
