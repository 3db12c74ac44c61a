/**
 * What a candidate's code must not reach from Python, taken away from the worker's own realm once Pyodide is up.
 * The worker keeps what it needs in closures made before.
 */

/** The object behind Python's `js` module: empty, and without a prototype through which constructors could be reached. */
export function emptyGlobals(): object {
  return Object.create(null);
}

/** The language itself: what these names lead to is frozen. */
const LANGUAGE = [
  ...['Object', 'Function', 'Array', 'Boolean', 'Number', 'String', 'Symbol', 'BigInt', 'Date', 'RegExp', 'Promise'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect', 'Iterator'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'SuppressedError'],
  ...['TypeError', 'URIError', 'DOMException', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'JSON'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['BigInt64Array', 'BigUint64Array', 'Float16Array', 'Float32Array', 'Float64Array', 'Math', 'WebAssembly'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURI', 'encodeURIComponent', 'decodeURI'],
  ...['decodeURIComponent', 'performance', 'crypto', 'TextDecoder', 'TextEncoder'],
] as const;

/** What else stays: Pyodide or the worker itself still uses it. Whatever is in neither list goes. */
const SERVICES = [
  ...['globalThis', 'self', 'undefined', 'NaN', 'Infinity', 'console', 'queueMicrotask'],
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
  // The trusted interpreter may still be keeping the snapshot.
  ...['Response', 'Blob', 'URL'],
] as const;

/** What programs assign to objects of their own although a prototype has it too. */
const OVERRIDDEN = [
  'constructor',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'name',
  'message',
] as const;

/** Removes every name but a few from the global object and from the prototypes it inherits from, and freezes the rest. */
export function removeDangerousGlobals(scope: object): void {
  const kept = new Set<PropertyKey>([...LANGUAGE, ...SERVICES]);
  for (
    let holder: object | null = scope;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of Object.getOwnPropertyNames(holder)) if (!kept.has(name)) remove(holder, name, scope);
  }
  disarmFunctionConstructors(scope);
  disarmTimers(scope);
  freezeLanguage(scope);
}

/** A name that is gone could be looked up again, on a prototype where somebody put it; one that is pinned cannot. */
function remove(holder: object, name: string, scope: object): void {
  Reflect.deleteProperty(holder, name);
  if (!Object.hasOwn(scope, name) || holder === scope)
    Reflect.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
}

/**
 * `(() => {}).constructor('...')` compiles text: any JavaScript object in Python's hands would lead there. The name
 * `Function` has to stay, since Pyodide asks `instanceof Function`.
 */
function disarmFunctionConstructors(scope: object): void {
  const kinds = [() => undefined, async () => undefined, function* () {}, async function* () {}];
  for (const example of kinds) {
    const prototype: object = Object.getPrototypeOf(example);
    Object.defineProperty(prototype, 'constructor', { value: undefined, writable: false, configurable: false });
  }
  const refuse = function refuse(): never {
    throw new TypeError('Code cannot be made from text here.');
  };
  Object.defineProperty(refuse, 'prototype', { value: Object.getPrototypeOf(kinds[0]), writable: false });
  Object.defineProperty(scope, 'Function', { value: refuse, writable: false, configurable: false });
}

/**
 * `setTimeout('...')` compiles text too, and a handler is called with the global object as its `this`. Pyodide's event
 * loop needs timers, so they stay, for functions only, and without it.
 */
function disarmTimers(scope: object): void {
  const { apply } = Reflect;
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const original: unknown = Reflect.get(scope, name);
    if (typeof original !== 'function') continue;
    const functionsOnly = (handler: unknown, delay: unknown, ...rest: unknown[]): unknown => {
      if (typeof handler !== 'function') throw new TypeError('Code cannot be made from text here.');
      return apply(original, scope, [() => void apply(handler, undefined, rest), delay]);
    };
    Object.defineProperty(scope, name, { value: functionsOnly, writable: false, configurable: false });
  }
}

/**
 * Whoever has any object of JavaScript reaches these through its `constructor`. A getter on `Object.prototype` would be
 * called with the global object as soon as a missing name is looked up; a replaced method would see the worker's own values.
 */
function freezeLanguage(scope: object): void {
  for (const name of ['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__'])
    Reflect.deleteProperty(Object.prototype, name);
  // Chromium calls it with whatever is on the stack.
  Reflect.defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
  const todo = [...LANGUAGE.map((name) => Reflect.get(scope, name)), ...hiddenPrototypes()];
  const seen = new Set<unknown>([scope]);
  for (const thing of todo) {
    if (!isObject(thing) || seen.has(thing)) continue;
    seen.add(thing);
    for (const key of Reflect.ownKeys(thing)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(thing, key) ?? {};
      todo.push(value, get, set);
    }
    todo.push(Object.getPrototypeOf(thing));
    freeze(thing);
  }
}

/** No name leads to the prototypes of iterators and generators. */
function hiddenPrototypes(): unknown[] {
  const iterators = [[].values(), ''[Symbol.iterator](), new Map().keys(), new Set().keys(), 'a'.matchAll(/a/g)];
  const generators = [(function* () {})(), (async function* () {})(), async () => undefined];
  return [...iterators, ...generators].map((example) => Object.getPrototypeOf(example));
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

function freeze(thing: object): void {
  if (thing === Object.prototype || thing === Function.prototype || Object.hasOwn(thing, 'message'))
    for (const key of OVERRIDDEN) letOthersOverride(thing, key);
  // Pyodide sets the limit around each of its own errors.
  if (thing === Error) pinAllBut('stackTraceLimit', thing);
  else Object.freeze(thing);
}

/** Assigning to an object what its frozen prototype has too would throw; a setter that defines it there does not. */
function letOthersOverride(prototype: object, key: PropertyKey): void {
  const { defineProperty } = Reflect;
  const { value, writable = false, enumerable = false } = Reflect.getOwnPropertyDescriptor(prototype, key) ?? {};
  if (!writable) return;
  Object.defineProperty(prototype, key, {
    get: () => value,
    set(this: unknown, own: unknown) {
      if (!isObject(this) || this === prototype) throw new TypeError(`${String(key)} cannot be replaced here.`);
      defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
    },
    enumerable,
    configurable: false,
  });
}

function pinAllBut(exception: string, thing: object): void {
  for (const key of Reflect.ownKeys(thing)) {
    const isValue = Reflect.getOwnPropertyDescriptor(thing, key)?.get === undefined;
    Reflect.defineProperty(thing, key, {
      configurable: false,
      ...(isValue && key !== exception ? { writable: false } : {}),
    });
  }
  Object.preventExtensions(thing);
}
