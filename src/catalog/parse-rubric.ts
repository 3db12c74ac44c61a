import type { RubricItem } from '#domain/rubric.ts';
import { readYaml } from './read-yaml.ts';
import { rubricSchema } from './schema.ts';

/** Reads `rubric.yaml`. Throws an Error that names the place when it is not a list of items with ids of their own. */
export function parseRubric(source: string): readonly RubricItem[] {
  const read = readYaml('rubric.yaml', source, rubricSchema);
  if (read.kind === 'wrong') throw new Error(read.complaints.join('\n'));
  const ids = new Set<string>();
  for (const { id } of read.content) {
    if (ids.has(id)) throw new Error(`rubric.yaml ("${id}"): another item has this id; give each its own.`);
    ids.add(id);
  }
  return read.content.map(({ listen_for, ...item }) => ({ ...item, listenFor: listen_for }));
}
