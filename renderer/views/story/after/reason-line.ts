/** Why a story is related, in one line: the first reason, which is the strongest, and the last, which names the words. */
export function reasonLine(reasons: readonly string[]): string {
  const first = reasons.at(0) ?? '';
  const last = reasons.length > 1 ? reasons.at(-1) : undefined;
  return last === undefined ? first : `${first}; ${withoutCapital(last)}`;
}

/** Only an ordinary word loses its capital: "IIS" and "I" keep theirs. */
function withoutCapital(sentence: string): string {
  return /^\p{Lu}\p{Ll}/u.test(sentence) ? `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence;
}
