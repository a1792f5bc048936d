import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decodeText } from './decode-text.ts';

const texts = {
  japanese:
    '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。',
  chinese: '读书之法，在循序而渐进，熟读而精思。今天天气很好，我们去图书馆借了几本关于历史和科学的书。',
  traditional: '讀書之法，在循序而漸進，熟讀而精思。今天天氣很好，我們去圖書館借了幾本關於歷史和科學的書。',
  korean: '나는 오늘 도서관에서 역사와 과학에 관한 책을 여러 권 빌렸다. 날씨가 매우 좋아서 걸어서 집으로 돌아왔다.',
  russian:
    'Сегодня утром мы пошли в библиотеку и взяли несколько книг по истории и науке. Погода была очень хорошая, и домой мы вернулись пешком.',
  polish:
    'Dziś rano poszliśmy do biblioteki i wypożyczyliśmy kilka książek o historii. Żółta łódź płynęła środkiem jeziora, a ćma siadła na świecy.',
  greek: 'Σήμερα το πρωί πήγαμε στη βιβλιοθήκη και δανειστήκαμε μερικά βιβλία για την ιστορία και την επιστήμη.',
  french:
    'Ce matin, nous sommes allés à la bibliothèque où l’été dernier, déjà, un élève avait égaré l’œuvre complète de Molière.',
} as const;

/** Encoders that Node lacks, made by asking its decoder about every sequence of one and two bytes. */
function encoder(encoding: string): (text: string) => Buffer {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const learn = (...bytes: number[]): void => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(letter).length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn(one);
  for (let one = 0x81; one < 256; one += 1) for (let two = 0x40; two < 256; two += 1) learn(one, two);
  return (text) => Buffer.from(Array.from(text).flatMap((letter) => table.get(letter) ?? [0x3f]));
}

const cases: [string, string][] = [
  ['shift_jis', texts.japanese],
  ['euc-jp', texts.japanese],
  ['gb18030', texts.chinese],
  ['big5', texts.traditional],
  ['euc-kr', texts.korean],
  ['windows-1251', texts.russian],
  ['koi8-r', texts.russian],
  ['windows-1250', texts.polish],
  ['windows-1253', texts.greek],
  ['windows-1252', texts.french],
];

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>${text.slice(0, 12)}</title></head><body><p>${text}</p></body></html>`;

describe('decoding', () => {
  it.each(cases)('reads %s that is declared, in a header or in the page', (encoding, text) => {
    const encode = encoder(encoding);
    const inPage = encode(page(text, `<meta http-equiv=Content-Type content='text/html; charset=${encoding}'>`));
    expect(decodeText(inPage)).toMatchObject({ encoding, evidence: 'declaration', replaced: 0 });
    expect(decodeText(inPage).text).toContain(text);
    expect(decodeText(encode(page(text)), encoding)).toMatchObject({ encoding, evidence: 'header', replaced: 0 });
  });

  it.each(cases)('finds out %s that nothing declares', (encoding, text) => {
    const decoded = decodeText(encoder(encoding)(page(text.repeat(3))));
    expect(decoded).toMatchObject({ evidence: 'detector', replaced: 0 });
    expect(decoded.text).toContain(text);
  });

  it.each(cases)('reads %s that says it is UTF-8', (encoding, text) => {
    const decoded = decodeText(encoder(encoding)(page(text.repeat(3), '<meta charset="utf-8">')), 'utf-8');
    expect(decoded.text).toContain(text);
  });

  it('reads UTF-8 whatever it says it is', () => {
    for (const label of ['iso-8859-1', 'windows-1251', 'shift_jis', 'us-ascii', 'x-nonsense']) {
      const bytes = Buffer.from(page(texts.french, `<meta charset=${label}>`));
      expect(decodeText(bytes, label)).toMatchObject({ encoding: 'utf-8', replaced: 0, text: bytes.toString() });
    }
  });

  it('reads UTF-16 and UTF-32 with a mark and without, and takes the mark off', () => {
    for (const text of [page(texts.russian), page(texts.japanese), 'Plain text, no markup at all.']) {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(little).swap16();
      const wide = Buffer.from(Uint32Array.from(Array.from(text), (letter) => letter.codePointAt(0) ?? 0).buffer);
      for (const bytes of [
        little,
        big,
        Buffer.from('\uFEFF' + text, 'utf16le'),
        Buffer.from('\uFEFF' + text, 'utf16le').swap16(),
        wide,
        Buffer.from('\uFEFF' + text),
      ])
        expect(decodeText(bytes).text).toBe(text);
    }
  });

  it('replaces and counts what has no meaning, and loses nothing else', () => {
    const bytes = Buffer.concat([Buffer.from(texts.french.repeat(4)), Buffer.from([0xff, 0xc3]), Buffer.from(' fin')]);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', evidence: 'bytes', replaced: 2 });
    expect(decodeText(bytes).text.endsWith(' fin')).toBe(true);
  });

  it('looks for declarations where the standard does, and not in comments', () => {
    const declared = (head: string): string => decodeText(encoder('koi8-r')(page(texts.russian, head))).evidence;
    expect(declared('<!-- <meta charset="euc-jp"> --><META CHARSET=KOI8-R>')).toBe('declaration');
    expect(
      decodeText(encoder('koi8-r')(`<?xml version="1.0" encoding='KOI8-R'?><p>${texts.russian}</p>`)),
    ).toMatchObject({ encoding: 'koi8-r', evidence: 'declaration' });
    expect(decodeText(Buffer.from('<meta charset="utf-16"><p>plain'))).toMatchObject({ encoding: 'utf-8' });
  });

  it('reads ISO-2022-JP, which is ASCII to whoever does not know', () => {
    const bytes = Buffer.from('\x1B$B$3$s$K$A$O\x1B(B', 'latin1');
    expect(decodeText(bytes)).toMatchObject({ encoding: 'iso-2022-jp', text: 'こんにちは' });
  });

  it('gives back any text that was UTF-8, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = Buffer.from(`${text}. ${texts.russian}`);
        expect(decodeText(bytes).text).toBe(`${text}. ${texts.russian}`.replace(/^\uFEFF/, ''));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof decodeText(bytes).text).toBe('string');
      }),
    );
  });
});
