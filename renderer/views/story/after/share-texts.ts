/** The words of sharing: what a letter about a story says. Pure. */
import type { Article } from '../../../../main/contract/entities.ts';

/** What a mail program and the shells take of an address. */
const longest = 1900;

type Shared = Pick<Article, 'title' | 'standfirst' | 'author'>;

/** An address that begins a letter with the headline as its subject; the reader says who it goes to. */
export function mailLink({ title, standfirst, author }: Shared, publication: string, link: string): string {
  const by = [author?.name, publication].filter((part) => part !== undefined && part !== '').join(', ');
  const letter = (summary: string): string => {
    const body = [`${title}\r\n${by}`, summary, link].filter((part) => part !== '').join('\r\n\r\n');
    return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  };
  const whole = letter(standfirst);
  return whole.length <= longest ? whole : letter('');
}
