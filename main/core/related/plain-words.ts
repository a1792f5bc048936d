/**
 * Words that bind two texts and yet tell nothing of either when they are printed by themselves: "Also about someone".
 * English only; elsewhere how many articles hold a word has to do.
 */
const plain = new Set(
  `anybody anyone anything everybody everyone everything nobody nothing somebody someone something people person
  became become began bought broke brought built called came gave gets given goes going gone kept knew known left looked
  looking made make makes making meant needed paid read ready said says sent sold taken takes told took tried turned used
  using wanted went wrote written worked working works
  afternoon century date dates days decade decades early evening hour hours late later minute minutes moment month months
  morning night noon second seconds time times today tomorrow week weekend weekends weeks year years yesterday
  monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december
  zero four five seven eight nine eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
  thousand thousands million millions billion billions dozen dozens double half quarter third average
  apart bigger biggest different double enough extra full good great large larger little long longer more most much next
  other older open part parts place places plain rest same short side simple single small smaller sort thing things whole
  wrong ways`.split(/\s+/),
);

export function isPlain(word: string): boolean {
  return plain.has(word.toLowerCase());
}
