/** A title for what has none but the name of its file. */
export function nameWithoutEnding(name: string): string {
  const base = name.replace(/^.*[/\\]/s, '');
  return (
    base
      .replace(/(?<=.)\.[a-z0-9]{1,10}$/i, '')
      .replace(/[_]+/g, ' ')
      .trim() || base
  );
}
