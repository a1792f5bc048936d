/** How good a ranking is, against graded judgements from 0 to 3. */
import { mean } from './statistics.ts';

export interface JudgedQuery {
  readonly text: string;
  readonly misspelt: boolean;
  /** Grade by id; what is not in it is 0. */
  readonly relevant: ReadonlyMap<string, number>;
}

export interface Quality {
  readonly ndcg: number;
  readonly mrr: number;
  readonly recall: number;
  readonly success: number;
}

const depth = 10;
/** From this grade on a reader has what was sought. */
const sought = 2;

/** Means over the queries; `rankings` parallel to them, best first. */
export function qualityOf(queries: readonly JudgedQuery[], rankings: readonly (readonly string[])[]): Quality {
  const each = queries.map((query, index) => one(query, (rankings[index] ?? []).slice(0, depth)));
  return {
    ndcg: mean(each.map(({ ndcg }) => ndcg)),
    mrr: mean(each.map(({ mrr }) => mrr)),
    recall: mean(each.map(({ recall }) => recall)),
    success: mean(each.map(({ success }) => success)),
  };
}

function one({ relevant }: JudgedQuery, ranking: readonly string[]): Quality {
  const grades = ranking.map((id) => relevant.get(id) ?? 0);
  const ideal = [...relevant.values()].sort((a, b) => b - a).slice(0, depth);
  const first = grades.findIndex((grade) => grade >= sought);
  const found = grades.filter((grade) => grade > 0).length;
  return {
    ndcg: gainOf(grades) / gainOf(ideal),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: found / Math.min(depth, relevant.size),
    success: first === 0 ? 1 : 0,
  };
}

/** Discounted cumulative gain, with 2^grade - 1 for what is gained. */
function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}
