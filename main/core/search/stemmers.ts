/**
 * The stem of a word by its language: Porter's for English, as lunr has it, and Snowball's for others, as lunr-languages
 * has them. Words come folded, so that a stem is the same whether or not one types the accents.
 */
import danish from 'lunr-languages/lunr.da.js';
import german from 'lunr-languages/lunr.de.js';
import spanish from 'lunr-languages/lunr.es.js';
import finnish from 'lunr-languages/lunr.fi.js';
import french from 'lunr-languages/lunr.fr.js';
import hungarian from 'lunr-languages/lunr.hu.js';
import italian from 'lunr-languages/lunr.it.js';
import dutch from 'lunr-languages/lunr.nl.js';
import norwegian from 'lunr-languages/lunr.no.js';
import portuguese from 'lunr-languages/lunr.pt.js';
import romanian from 'lunr-languages/lunr.ro.js';
import russian from 'lunr-languages/lunr.ru.js';
import swedish from 'lunr-languages/lunr.sv.js';
import support from 'lunr-languages/lunr.stemmer.support.js';
import { pluggedStemmer, stemEnglish } from './lunr.ts';

type Stem = (word: string) => string;

const plugins = {
  da: danish,
  de: german,
  es: spanish,
  fi: finnish,
  fr: french,
  hu: hungarian,
  it: italian,
  nl: dutch,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sv: swedish,
} as const;
type PluginLanguage = keyof typeof plugins;

/** Norwegian has two written standards, and one stemmer. */
const aliases: Readonly<Record<string, PluginLanguage>> = { nb: 'no', nn: 'no' };

const stemmers = new Map<string, Stem | null>();

/** The stemmer of a language by its BCP 47 tag; null for one that has none here. */
export function stemmerOf(language: string): Stem | null {
  const code = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? '';
  let stemmer = stemmers.get(code);
  if (stemmer === undefined) {
    stemmer = makeStemmer(code);
    stemmers.set(code, stemmer);
  }
  return stemmer;
}

function makeStemmer(code: string): Stem | null {
  if (code === 'en') return (word) => (/^[a-z]+$/.test(word) ? stemEnglish(word) : word);
  const name = aliases[code] ?? code;
  if (!isPlugin(name)) return null;
  const stemmer = pluggedStemmer([support, plugins[name]], name);
  if (stemmer === null) return null;
  return (word) => (/^\p{L}+$/u.test(word) ? stemmer(word) : word);
}

function isPlugin(name: string): name is PluginLanguage {
  return Object.hasOwn(plugins, name);
}
