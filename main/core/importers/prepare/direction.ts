/** Which way an article is read: what the page says, else its language, else the letters it is written in. */
import { directionOf } from '../../text/direction.ts';

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letter = /\p{L}/gu;
const sample = 20_000;

/** The letters outvote a template's attribute: a page in Hebrew that says `ltr` is one that forgot to say `rtl`. */
export function findDirection(stated: 'ltr' | 'rtl' | null, language: string | null, text: string): 'ltr' | 'rtl' {
  const part = text.slice(0, sample);
  const letters = part.match(letter)?.length ?? 0;
  const share = letters < 20 ? null : (part.match(rightToLeft)?.length ?? 0) / letters;
  if (share !== null && share > 0.6) return 'rtl';
  if (share !== null && share < 0.1) return 'ltr';
  return (
    stated ?? (language === null ? null : directionOf(language)) ?? (share !== null && share > 0.4 ? 'rtl' : 'ltr')
  );
}
