/**
 * Accepts every path that attains the optimum. The expected value is one optimal path and its log-probability; the returned
 * path is scored again with the model, which is read from the argument list.
 */

type Value = null | boolean | bigint | number | string | Tagged;
type Tagged = { readonly kind: string; readonly items?: readonly Value[] };
type Ruling = { accepted: boolean; message?: string; path?: string };
type Literal = null | boolean | number | string | readonly Literal[] | ReadonlyMap<Literal, Literal>;
type Probabilities = ReadonlyMap<Literal, Literal>;

const TOLERANCE = 1e-9;

export function check({ args, expected, actual }: { args: string; expected: Value; actual: Value }): Ruling {
  const wanted = itemsOf(expected);
  const optimum = toNumber(wanted?.[1] ?? null);
  const best = itemsOf(wanted?.[0] ?? null);
  if (optimum === null || best === null) return reject('the expected value is not a path and a number');

  const parts = itemsOf(actual);
  if (parts === null || parts.length !== 2) return reject('return a tuple of two: the path and its log-probability');
  const path = itemsOf(parts[0] ?? null);
  if (path === null) return reject('the path has to be a list of states', '[0]');
  const reported = toNumber(parts[1] ?? null);
  if (reported === null) return reject('the log-probability has to be a number', '[1]');

  if (path.length !== best.length) {
    return reject(`the path has ${path.length} states, expected ${best.length}`, '[0]');
  }
  if (!isClose(reported, optimum)) {
    return reject(`the log-probability is ${reported}, the optimum is ${optimum}`, '[1]');
  }
  if (path.length === 0) return { accepted: true };

  const model = readModel(args);
  if (model === null) return { accepted: true };

  let score = 0;
  let previous: string | null = null;
  for (const [i, state] of path.entries()) {
    const observation = model.observations[i];
    if (typeof state !== 'string' || observation === undefined || !model.states.includes(state)) {
      return reject('the path holds something that is not a state', `[0][${i}]`);
    }
    const step = previous === null ? entry(model.start, state) : entry(row(model.transitions, previous), state);
    const emission = entry(row(model.emissions, state), observation);
    if (step === 0 || emission === 0) {
      const what = step > 0 ? `${state} never emits ${observation}` : arrival(previous, state);
      return reject(`the path has probability 0: ${what}`, `[0][${i}]`);
    }
    score += Math.log(step) + Math.log(emission);
    previous = state;
  }
  if (isClose(score, optimum)) return { accepted: true };
  return reject(`the path has log-probability ${score}, and the best one ${optimum}`, '[0]');
}

function arrival(previous: string | null, state: string): string {
  return previous === null ? `${state} is never the first state` : `${state} never follows ${previous}`;
}

function reject(message: string, path?: string): Ruling {
  return path === undefined ? { accepted: false, message } : { accepted: false, message, path };
}

function itemsOf(value: Value): readonly Value[] | null {
  if (typeof value !== 'object' || value === null) return null;
  return value.kind === 'list' || value.kind === 'tuple' ? (value.items ?? null) : null;
}

function toNumber(value: Value): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

/** math.isclose: infinities only equal themselves. */
function isClose(a: number, b: number): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= Math.max(TOLERANCE, TOLERANCE * Math.max(Math.abs(a), Math.abs(b)));
}

function row(table: Probabilities, state: string): Probabilities {
  const found = table.get(state);
  return found instanceof Map ? found : new Map<Literal, Literal>();
}

function entry(probabilities: Probabilities, key: Literal): number {
  const found = probabilities.get(key);
  return typeof found === 'number' ? found : 0;
}

interface Model {
  readonly observations: readonly Literal[];
  readonly states: readonly Literal[];
  readonly start: Probabilities;
  readonly transitions: Probabilities;
  readonly emissions: Probabilities;
}

/** The model behind an argument list of literals, or null for one that computes its arguments in some other way. */
function readModel(args: string): Model | null {
  try {
    const [observations, states, start, transitions, emissions] = new Reader(args).readList();
    if (!Array.isArray(observations) || !Array.isArray(states)) return null;
    if (!(start instanceof Map && transitions instanceof Map && emissions instanceof Map)) return null;
    return { observations, states, start, transitions, emissions };
  } catch {
    return null;
  }
}

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(\w+)|([[\](){}:,*+]))\s*/suy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** Reads Python literals, with `+` and `*` for lists. */
class Reader {
  private readonly tokens: string[] = [];
  private next = 0;

  constructor(source: string) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.length) {
      const match = TOKEN.exec(source);
      if (match === null) throw new SyntaxError('not a literal');
      this.tokens.push(match[0].trim());
    }
  }

  readList(): readonly Literal[] {
    const values = this.values('');
    if (this.next < this.tokens.length) throw new SyntaxError('something is left over');
    return values;
  }

  private peek(): string {
    return this.tokens[this.next] ?? '';
  }

  private accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.next += 1;
    return true;
  }

  private demand(token: string): void {
    if (!this.accept(token)) throw new SyntaxError(`${token} is missing`);
  }

  private values(end: string): Literal[] {
    const values: Literal[] = [];
    while (this.peek() !== end) {
      values.push(this.sum());
      if (!this.accept(',')) break;
    }
    return values;
  }

  private sum(): Literal {
    let value = this.product();
    while (this.accept('+')) {
      const other = this.product();
      if (!Array.isArray(value) || !Array.isArray(other)) throw new SyntaxError('only lists are added');
      value = [...value, ...other];
    }
    return value;
  }

  private product(): Literal {
    let value = this.atom();
    while (this.accept('*')) {
      const times = this.atom();
      const items = value;
      if (!Array.isArray(items) || typeof times !== 'number') throw new SyntaxError('only lists are repeated');
      value = Array.from({ length: times }, () => items).flat(1);
    }
    return value;
  }

  private atom(): Literal {
    const token = this.peek();
    this.next += 1;
    if (token === '[') {
      const values = this.values(']');
      this.demand(']');
      return values;
    }
    if (token === '(') {
      const values = this.values(')');
      const isTuple = values.length !== 1 || this.tokens[this.next - 1] === ',';
      this.demand(')');
      return isTuple ? values : (values[0] ?? null);
    }
    if (token === '{') return this.entries();
    if (token.startsWith("'") || token.startsWith('"')) return unescaped(token.slice(1, -1));
    const number = Number(token);
    if (token === '' || Number.isNaN(number)) throw new SyntaxError(`${token} is no literal`);
    return number;
  }

  private entries(): ReadonlyMap<Literal, Literal> {
    const entries = new Map<Literal, Literal>();
    while (this.peek() !== '}') {
      const key = this.sum();
      this.demand(':');
      entries.set(key, this.sum());
      if (!this.accept(',')) break;
    }
    this.demand('}');
    return entries;
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gis, (_, x, u, wide, plain) => {
    const code: string | undefined = x ?? u ?? wide;
    return code === undefined ? (ESCAPES[plain] ?? plain) : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
