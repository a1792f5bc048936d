/** The letters of a PDF with their places, by pdf.js: no pictures, no scripts, nothing drawn. Only this file imports it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, PasswordResponses } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Without it pdf.js looks for its worker beside the program, where a bundle has none.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** A run of letters on one baseline. Lengths in points, `y` upwards from the foot of the page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

export interface PdfText {
  readonly title: string;
  readonly author: string;
  readonly language: string | null;
  /** `D:20240131…`, as the file writes it. */
  readonly created: string;
  readonly pages: readonly PdfPage[];
}

const mostPages = 5000;

/** Where the tables of fonts lie: beside the programs of a build (vite.main.config.ts), else in the package. */
function fontFolder(): string {
  const built = fileURLToPath(new URL('../pdf', import.meta.url));
  return existsSync(join(built, 'cmaps'))
    ? built
    : dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/** A sentence if the file cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText | string> {
  const root = fontFolder();
  // A plain path, for pdf.js hands it to `readFile`; it insists on the stroke at the end.
  const folder = (name: string): string => `${join(root, name)}/`;
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes what it is given for itself
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const facts = new Map(Object.entries(info));
    const said = (name: string): string => {
      const value: unknown = facts.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const pages: PdfPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1)
      pages.push(await readPage(document, number));
    return {
      title: said('Title'),
      author: said('Author'),
      language: said('Language') || null,
      created: said('CreationDate'),
      pages,
    };
  } catch (error) {
    return faultOf(error);
  } finally {
    await task.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** A page that cannot be read is one without text; the others are not lost for it. */
async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    const runs = items.flatMap((item): PdfRun[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
      // Letters that stand upright on the side of a page are notes to the page, not text of it.
      return Math.abs(b) > Math.abs(a)
        ? []
        : [{ text: item.str, x, y, width: item.width, size: item.height || Math.abs(a) }];
    });
    return { width, height, runs };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { width: 0, height: 0, runs: [] };
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'PasswordException' || ('code' in error && error.code === PasswordResponses.NEED_PASSWORD))
    return 'The PDF is locked with a password. Save a copy without one from a program that can open it, and import that.';
  return `The PDF is damaged and cannot be read (${error.message.replace(/\.$/, '')}). Get it again, or print it to a new PDF.`;
}
