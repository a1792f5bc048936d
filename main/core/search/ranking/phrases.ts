/**
 * Which articles hold words in a row, or near one another. The index knows no order of words, so the texts of all articles
 * that hold the words are looked into; what came out is kept until the index changes.
 */
import type { DocumentNumber, IndexQuery, IndexSet } from '../index-set.ts';
import type { PhraseNode } from '../language/syntax.ts';
import { printNode } from '../language/print-query.ts';
import type { ArticleTexts } from '../passages/article-texts.ts';
import { createTextMatcher } from '../passages/text-matcher.ts';
import type { TermQuery } from './term-queries.ts';

export interface PhraseFinder {
  /** Articles with the phrase in title, standfirst or text, or in the title alone if the node says so. */
  set(node: PhraseNode, found: TermQuery): Extract<IndexQuery, { kind: 'set' }>;
}

const keptPhrases = 50;

export function createPhraseFinder(index: IndexSet, texts: ArticleTexts): PhraseFinder {
  const kept = new Map<string, ReadonlySet<DocumentNumber>>();
  let generation = -1;

  return {
    set: (node, found) => {
      if (generation !== index.generation) {
        generation = index.generation;
        kept.clear();
      }
      const key = `${printNode(node)}${node.isOpen ? '…' : ''}`;
      const documents = kept.get(key) ?? documentsWith(node, found, index, texts);
      kept.set(key, documents);
      const oldest = kept.keys().next();
      if (kept.size > keptPhrases && oldest.done === false) kept.delete(oldest.value);
      return { kind: 'set', has: (document) => documents.has(document) };
    },
  };
}

function documentsWith(
  node: PhraseNode,
  { query, sought }: TermQuery,
  index: IndexSet,
  texts: ArticleTexts,
): ReadonlySet<DocumentNumber> {
  if (query === null) return new Set();
  const matcher = createTextMatcher([sought]);
  const candidates = index.search({ wanted: [], required: [query], excluded: [] }).documents.slice();
  const holds = (document: DocumentNumber): boolean => {
    const { title, standfirst, blocks, language } = texts.of(index.idOf(document));
    const inText = (text: string): boolean => matcher.matches(text, language).length > 0;
    return inText(title) || (node.field === null && (inText(standfirst) || blocks.some(inText)));
  };
  return new Set([...candidates].filter(holds));
}
