import type { Picture } from '#domain/picture.ts';
import type { Value } from '#domain/value.ts';
import { allOf, itemsOf, numberOf, numbersOf, shortNumber, textOf } from './read-values.ts';

export interface DpTable {
  readonly title: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly DpCell[] }[];
}

export interface DpCell {
  readonly value: number;
  /** On a path that gives the answer. */
  readonly chosen: boolean;
}

const MAX_CELLS = 16;

/** The table that dynamic programming fills for these arguments; null where they are too large to show. */
export function dpTableOf(picture: Extract<Picture, { kind: 'dp-table' }>, args: readonly Value[]): DpTable | null {
  if (picture.of === 'rising') return risingTable(numbersOf(args[picture.numbers]));
  if (picture.of === 'viterbi') return viterbiTable(picture, args);
  const [from, to] = [args[picture.from], args[picture.to]];
  return typeof from === 'string' && typeof to === 'string' ? editTable(from, to) : null;
}

function editTable(from: string, to: string): DpTable | null {
  const [a, b] = [[...from], [...to]];
  if (a.length > MAX_CELLS || b.length > MAX_CELLS) return null;
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      const kept = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(i === 0 && j === 0 ? 0 : Math.min(at(i - 1, j) + 1, (row[j - 1] ?? Number.POSITIVE_INFINITY) + 1, kept));
    }
  }
  const path = new Set<string>();
  for (let [i, j] = [a.length, b.length]; i >= 0 && j >= 0; ) {
    path.add(`${i} ${j}`);
    if (i === 0 && j === 0) break;
    if (at(i, j) === at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)) [i, j] = [i - 1, j - 1];
    else if (at(i, j) === at(i - 1, j) + 1) i -= 1;
    else j -= 1;
  }
  return {
    title: 'The table of edit distances',
    text: `Row by row a prefix of the first string, column by column one of the second. The distance is ${at(a.length, b.length)}; the marked cells are one cheapest way.`,
    columns: ['', ...b],
    rows: table.map((row, i) => ({
      name: i === 0 ? '' : (a[i - 1] ?? ''),
      cells: row.map((value, j) => ({ value, chosen: path.has(`${i} ${j}`) })),
    })),
  };
}

function risingTable(numbers: readonly number[] | null): DpTable | null {
  if (numbers === null || numbers.length === 0 || numbers.length > MAX_CELLS) return null;
  const lengths: number[] = [];
  const before: (number | null)[] = [];
  for (const [i, number] of numbers.entries()) {
    let best: number | null = null;
    for (let j = 0; j < i; j += 1) {
      if ((numbers[j] ?? 0) < number && (best === null || (lengths[j] ?? 0) > (lengths[best] ?? 0))) best = j;
    }
    lengths.push(best === null ? 1 : (lengths[best] ?? 0) + 1);
    before.push(best);
  }
  const longest = Math.max(...lengths);
  const chosen = new Set<number>();
  for (let i: number | null = lengths.indexOf(longest); i !== null; i = before[i] ?? null) chosen.add(i);
  return {
    title: 'The longest strictly rising subsequence that ends at each number',
    text: `The longest one has ${longest}; the marked numbers are one of that length.`,
    columns: numbers.map(shortNumber),
    rows: [{ name: 'length', cells: lengths.map((value, i) => ({ value, chosen: chosen.has(i) })) }],
  };
}

function viterbiTable(picture: Extract<Picture, { of: 'viterbi' }>, args: readonly Value[]): DpTable | null {
  const observations = allOf(itemsOf(args[picture.observations])?.map(textOf) ?? [null]);
  const states = allOf(itemsOf(args[picture.states])?.map(textOf) ?? [null]);
  if (observations === null || states === null || observations.length === 0 || states.length === 0) return null;
  if (observations.length > MAX_CELLS || states.length > MAX_CELLS) return null;
  const logOf = (table: Value | undefined, key: string) => Math.log(numberOf(entryOf(table, key)) ?? 0);
  const emitted = (state: string, at: number) => logOf(entryOf(args[picture.emissions], state), observations[at] ?? '');
  const columns: number[][] = [states.map((state) => logOf(args[picture.start], state) + emitted(state, 0))];
  const cameFrom: number[][] = [];
  for (let at = 1; at < observations.length; at += 1) {
    const before = columns[at - 1] ?? [];
    const from = states.map((state) =>
      bestOf(before.map((log, i) => log + logOf(entryOf(args[picture.transitions], states[i] ?? ''), state))),
    );
    cameFrom.push(from.map(({ index }) => index));
    columns.push(from.map(({ best }, i) => best + emitted(states[i] ?? '', at)));
  }
  const last = bestOf(columns.at(-1) ?? []);
  const path = [last.index];
  for (const from of cameFrom.toReversed()) path.unshift(from[path[0] ?? 0] ?? 0);
  if (!Number.isFinite(last.best)) path.length = 0;
  return {
    title: 'The best log-probability of each state at each observation',
    text:
      path.length === 0 ? 'No path is possible.' : `The best path ends with ${shortNumber(last.best)}; it is marked.`,
    columns: observations,
    rows: states.map((name, i) => ({
      name,
      cells: columns.map((column, at) => ({ value: column[i] ?? 0, chosen: path[at] === i })),
    })),
  };
}

function bestOf(logs: readonly number[]): { readonly best: number; readonly index: number } {
  const best = Math.max(...logs);
  return { best, index: Math.max(0, logs.indexOf(best)) };
}

function entryOf(value: Value | undefined, key: string): Value | undefined {
  if (typeof value !== 'object' || value === null || value.kind !== 'dict') return undefined;
  return value.entries.find(([name]) => name === key)?.[1];
}

function cellText(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-\u221e' : '';
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** A table stays a table: rows and columns are read out as such. */
export function DpTablePicture({ table: { title, text, columns, rows } }: { readonly table: DpTable }) {
  return (
    <figure className="picture" aria-label={title}>
      <div className="picture__scroll">
        <table className="picture__table">
          <thead>
            <tr>
              <td />
              {columns.map((name, j) => (
                <th key={j} scope="col">
                  {name === '' ? '\u2205' : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }, i) => (
              <tr key={i}>
                <th scope="row">{name === '' ? '\u2205' : name}</th>
                {cells.map(({ value, chosen }, j) => (
                  <td key={j}>{chosen ? <mark>{cellText(value)}</mark> : cellText(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>
        {title}. {text}
      </figcaption>
    </figure>
  );
}
