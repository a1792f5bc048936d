/** What a file with a saved article is called: its title in letters and digits that any disk takes, else its id. */
export function fileStem(title: string, id: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
  return (plain(title) || plain(id) || 'article').slice(0, 60).replace(/\p{Surrogate}$/u, '');
}
