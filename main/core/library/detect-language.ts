/**
 * What language a text is in, where nothing says so: by its script, and where many languages share one, by the small
 * words that only one of them has so often. Made for choosing a stemmer and a direction; a wrong guess costs little.
 */

/** In UTF-16 units. */
const looked = 1500;

const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it with as was on are by this be from at which have or an not',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem',
  it: 'di e il la che in un a per è una sono non del con si i le da come al alla dei nel della più anche gli',
  nl: 'de van een het en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit door werd',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan',
  da: 'og i at det er en til på som de med han af for ikke der var den har et men om sig fra blev vi også',
  no: 'og i det er til en på som av for å at med han de den har ikke et om men var seg fra ble også hun kan',
  fi: 'ja on ei että oli se hän mutta ovat kun niin myös joka tai sen kuin ole mukaan jo sekä hänen olla',
  pl: 'w i na z się nie do to że jest o jak a po co tak za od są przez dla ale czy być tym jego może już',
  cs: 'a se v na je že o s z do i to k ve pro za by ale si po jako podle od jsem které tak jeho však už',
  ro: 'de în și la a cu pe din să este o care nu un pentru mai au ce că sunt prin dar fi ale fost',
  tr: 've bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne ama her o var değil ise ki',
  hu: 'a az és hogy nem egy is van volt de ez meg csak már még mint el azt vagy ha ami volna kell',
};

const languageOfWord: ReadonlyMap<string, readonly string[]> = byWord();

const cyrillicOnly: readonly (readonly [language: string, letters: RegExp])[] = [
  ['uk', /[іїєґ]/i],
  ['be', /ў/i],
  ['sr', /[ђћљњџ]/i],
  ['mk', /[ѓќѕ]/i],
  ['bg', /ъ(?=[а-я]*[бвгджзклмнпрстфхцчшщ])/i],
];

const arabicOnly: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ur', /[ٹڈڑںے]/],
  ['fa', /[پچژگ]/],
];

const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

/** A BCP 47 language; `und` if nothing tells. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, looked);
  // eslint-disable-next-line no-control-regex -- the range is ASCII and Latin-1 themselves
  const latin = /^[\u0000-\u024F\u2000-\u206F]*$/.test(sample) ? Infinity : count(sample, /\p{Script=Latin}/gu);
  const other = latin === Infinity ? null : foreignScript(sample, latin);
  return other ?? byFunctionWords(sample);
}

/** Letters of one script outnumber the Latin ones: a Russian text may quote English, and the other way round. */
function foreignScript(sample: string, latin: number): string | null {
  const counted = scripts.map(([language, script]) => ({ language, letters: count(sample, script) }));
  const [most] = counted.toSorted((a, b) => b.letters - a.letters);
  if (most === undefined || most.letters === 0 || most.letters * 3 < latin) return null;
  // Japanese is written in Chinese characters too, and betrays itself by a tenth of kana.
  const kana = counted[0]?.letters ?? 0;
  if (most.language === 'zh' && kana * 10 > most.letters) return 'ja';
  const narrower = most.language === 'ru' ? cyrillicOnly : most.language === 'ar' ? arabicOnly : [];
  return narrower.find(([, letters]) => letters.test(sample))?.[0] ?? most.language;
}

function byFunctionWords(sample: string): string {
  const scores = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const languages = languageOfWord.get(word) ?? [];
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best === undefined ? 'und' : best[0];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A word that several languages have counts for each of them, the less the more they are. */
function byWord(): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
}
