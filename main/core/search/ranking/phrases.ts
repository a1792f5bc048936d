/**
 * Which articles hold words in a row, or near one another. The index knows no order of words, so the texts of the articles
 * that hold the words are looked into: each when it is asked about, and once, until the index changes.
 */
import type { DocumentNumber, IndexHits, IndexQuery, IndexSet } from '../index-set.ts';
import type { PhraseNode } from '../language/syntax.ts';
import { printNode } from '../language/print-query.ts';
import type { ArticleTexts } from '../passages/article-texts.ts';
import type { StretchAnalysis } from '../passages/stretch-analysis.ts';
import { createTextMatcher, type TextMatcher } from '../passages/text-matcher.ts';
import type { TermQuery } from './term-queries.ts';
import { topOf } from './top.ts';

export interface PhraseFinder {
  /** Articles with the phrase in title, standfirst or text, or in the title alone if the node says so. */
  set(node: PhraseNode, found: TermQuery): Extract<IndexQuery, { kind: 'set' }>;
}

/** A phrase that every hit must hold. */
export interface SoughtPhrase {
  readonly has: (document: DocumentNumber) => boolean;
  /** Still being typed. */
  readonly isOpen: boolean;
}

const keptPhrases = 50;

/** While a phrase is being typed, only so many texts are looked into, those of the best articles. */
const mostWhileTyping = 1500;

/** A phrase of words that stand everywhere could take seconds: so long it is looked for, in milliseconds. */
const longest = 400;
/** Texts between two looks at the clock. */
const stretch = 64;

export interface PhraseHits extends IndexHits {
  /** How many of the best articles were looked into, if not all of them were: then the total may be too low. */
  readonly looked: number | null;
}

/** The hits that hold the phrases, never too many; those that the same question found before cost nothing. */
export function withPhrases(
  hits: IndexHits,
  phrases: readonly SoughtPhrase[],
  now = () => performance.now(),
): PhraseHits {
  if (phrases.length === 0) return { ...hits, looked: null };
  const { documents, scores, met } = hits;
  const limit = phrases.some(({ isOpen }) => isOpen) ? mostWhileTyping : documents.length;
  const order = topOf(documents.length, limit, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const held: number[] = [];
  const until = now() + longest;
  let looked = 0;
  for (const at of order) {
    if (looked % stretch === 0 && looked > 0 && now() > until) break;
    if (phrases.every(({ has }) => has(documents[at] ?? 0))) held.push(at);
    looked += 1;
  }
  return {
    total: held.length,
    documents: Uint32Array.from(held, (at) => documents[at] ?? 0),
    scores: Float32Array.from(held, (at) => scores[at] ?? 0),
    met: Uint32Array.from(held, (at) => met[at] ?? 0),
    looked: looked < order.length ? looked : null,
  };
}

export function createPhraseFinder(index: IndexSet, texts: ArticleTexts, analysis: StretchAnalysis): PhraseFinder {
  const kept = new Map<string, (document: DocumentNumber) => boolean>();
  let generation = -1;

  return {
    set: (node, { sought }) => {
      if (generation !== index.generation) {
        generation = index.generation;
        kept.clear();
      }
      const key = `${printNode(node)}${node.isOpen ? '…' : ''}`;
      const has = kept.get(key) ?? remembered(phraseTest(node, createTextMatcher([sought], analysis), index, texts));
      kept.delete(key);
      kept.set(key, has);
      const oldest = kept.keys().next();
      if (kept.size > keptPhrases && oldest.done === false) kept.delete(oldest.value);
      return { kind: 'set', has };
    },
  };
}

function remembered(has: (document: DocumentNumber) => boolean): (document: DocumentNumber) => boolean {
  const known = new Map<DocumentNumber, boolean>();
  return (document) => {
    let holds = known.get(document);
    if (holds === undefined) {
      holds = has(document);
      known.set(document, holds);
    }
    return holds;
  };
}

function phraseTest(
  node: PhraseNode,
  matcher: TextMatcher,
  index: IndexSet,
  texts: ArticleTexts,
): (document: DocumentNumber) => boolean {
  return (document) => {
    const { title, standfirst, blocks, language } = texts.of(index.idOf(document));
    const inText = (text: string): boolean => matcher.matches(text, language).length > 0;
    return inText(title) || (node.field === null && (inText(standfirst) || blocks.some(inText)));
  };
}
