/** Types of a package that brings none. */
declare module 'hyphen' {
  interface Options {
    readonly async: false;
    readonly hyphenChar: string;
    readonly minWordLength: number;
  }
  export default function createHyphenator(patterns: object, options: Options): (text: string) => string;
}

declare module 'hyphen/patterns/*.js' {
  const patterns: object;
  export default patterns;
}
