import { parseDocument } from 'yaml';
import type { z } from 'zod';

export type Read<Content> =
  | { readonly kind: 'read'; readonly content: Content }
  | { readonly kind: 'wrong'; readonly complaints: readonly string[] };

/** The content of a YAML file, or complaints that each name the file and the place in it. */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): Read<z.output<Schema>> {
  const document = parseDocument(source);
  if (document.errors.length > 0) {
    return { kind: 'wrong', complaints: document.errors.map((error) => `${file}: ${firstLine(error.message)}.`) };
  }
  const written: unknown = document.toJS();
  const parsed = schema.safeParse(written);
  if (parsed.success) return { kind: 'read', content: parsed.data };
  return {
    kind: 'wrong',
    complaints: parsed.error.issues.map((issue) => `${file}${place(issue.path, written)}: ${issue.message}.`),
  };
}

/** ` cases[4].edge ("every score tied")`: the path, and the name of the list item it lies in. */
function place(path: readonly PropertyKey[], written: unknown): string {
  if (path.length === 0) return '';
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  const [first] = path;
  const name = typeof first === 'number' && Array.isArray(written) ? nameOf(written[first]) : undefined;
  return ` ${steps.replace(/^\./, '')}${name === undefined ? '' : ` ("${name}")`}`;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const name: unknown = 'name' in item ? item.name : 'id' in item ? item.id : undefined;
  return typeof name === 'string' ? name : undefined;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[:.]$/, '');
}
