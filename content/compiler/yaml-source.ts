/**
 * YAML, checked by a schema, with every complaint at the line it is about. Fields that the schema does not know are
 * warnings; everything else that does not fit is a problem.
 */
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place, ProblemList } from './problems.ts';

type Path = readonly PropertyKey[];

export interface YamlSource<Value> {
  readonly isSound: true;
  readonly value: Value;
  /** Where the value at a path stands, or its nearest parent that is there. */
  place(...path: Path): Place;
}

/** YAML with problems: what could be read of it, for what else can be said about it. */
export interface FaultyYaml {
  readonly isSound: false;
  readonly raw: unknown;
  place(...path: Path): Place;
}

interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** Lines before the YAML begins: 1 for front matter. */
  readonly offset: number;
}

/** Problems are in the list. */
export function readYaml<Schema extends z.ZodType>(
  { file, text, offset }: YamlFile,
  schema: Schema,
  list: ProblemList,
): YamlSource<z.output<Schema>> | FaultyYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const placeAt = (position: number): Place => {
    const { line, col } = counter.linePos(position);
    return { line: Math.max(1, line) + offset, column: Math.max(1, col) };
  };
  for (const error of document.errors) {
    const cause = `This is not valid YAML: ${error.message.split('\n')[0]?.replace(/[.:]$/, '') ?? error.code}`;
    list.problem(
      file,
      placeAt(error.pos[0]),
      cause,
      'Mend the line; a text with a colon, a # or a quotation mark goes in quotation marks.',
    );
  }
  const place = (...path: Path): Place => placeAt(positionOf(document, path));
  if (document.errors.length > 0) return { isSound: false, raw: null, place };

  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  if (parsed.success) return { isSound: true, value: parsed.data, place };

  const unknown = parsed.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
  for (const { path, keys } of unknown) {
    for (const key of keys) {
      list.warning(
        file,
        place(...path, key),
        `\`${fieldName([...path, key])}\` is no field of the format`,
        'Take it out, or look for a slip in its name; content/FORMAT.md lists the fields.',
      );
      remove(value, path, key);
    }
  }
  const others = parsed.error.issues.filter((issue) => issue.code !== 'unrecognized_keys');
  for (const issue of others) {
    const { cause, remedy } = explain(issue);
    list.problem(file, place(...issue.path), cause, remedy);
  }
  const again = others.length === 0 ? schema.safeParse(value) : null;
  return again?.success === true ? { isSound: true, value: again.data, place } : { isSound: false, raw: value, place };
}

/** The position of the key if there is one, so that the line is the field's own even if its value begins below. */
function positionOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const key = isMap(parent)
      ? parent.items.find((item) => isNode(item.key) && String(item.key) === last)?.key
      : undefined;
    if (isNode(key) && key.range) return key.range[0];
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** A schema's own message is "cause\nremedy"; zod's are put into words here. */
function explain(issue: z.core.$ZodIssue): { cause: string; remedy: string } {
  const name = `\`${fieldName(issue.path)}\``;
  const [cause = '', remedy] = issue.message.split('\n');
  if (remedy !== undefined) return { cause: cause.replace('$field', name), remedy };
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return { cause: `${name} is missing`, remedy: 'Add it; content/FORMAT.md says what it is.' };
  }
  if (issue.code === 'invalid_type') {
    return {
      cause: `${name} is of the wrong type (${cause.replace('Invalid input: ', '')})`,
      remedy: remedies[issue.expected] ?? 'Write it as content/FORMAT.md shows.',
    };
  }
  if (issue.code === 'invalid_value') {
    return {
      cause: `${name} has none of the values that it may have`,
      remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
    };
  }
  return { cause: `${name} does not fit (${cause})`, remedy: 'Write it as content/FORMAT.md shows.' };
}

const remedies: Readonly<Record<string, string>> = {
  string: 'Write it as text, in quotation marks if it looks like a number or is empty.',
  array: 'Write it as a list: [one, two].',
  int: 'Write it as a whole number, without quotation marks.',
  number: 'Write it as a number, without quotation marks.',
  object: 'Write it as fields of its own, indented below its name.',
};

function fieldName(path: Path): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name === '' ? 'the file' : name.replace(/^\./, '');
}

function remove(value: unknown, path: Path, key: string): void {
  let at = value;
  for (const step of path) at = isObject(at) ? at[step] : undefined;
  if (isObject(at)) Reflect.deleteProperty(at, key);
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
