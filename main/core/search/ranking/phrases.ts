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

/** The hits that hold the phrases. For a phrase that is still being typed the total may be too low, but never too high. */
export function withPhrases(hits: IndexHits, phrases: readonly SoughtPhrase[]): IndexHits {
  if (phrases.length === 0) return hits;
  const { documents, scores, met } = hits;
  const limit = phrases.some(({ isOpen }) => isOpen) ? mostWhileTyping : documents.length;
  const looked =
    documents.length <= limit
      ? Array.from(documents.keys())
      : topOf(documents.length, limit, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const held = looked.filter((at) => phrases.every(({ has }) => has(documents[at] ?? 0)));
  return {
    total: held.length,
    documents: Uint32Array.from(held, (at) => documents[at] ?? 0),
    scores: Float32Array.from(held, (at) => scores[at] ?? 0),
    met: Uint32Array.from(held, (at) => met[at] ?? 0),
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
