// A thread that takes the dangerous names away from itself and says what is left: the removal cannot be undone.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { removeDangerousGlobals, emptyGlobals } = await import('../../src/runner/worker/sandbox.ts');
const port = parentPort;
const inherited = Object.create({ postMessage: () => 'reached', dispatchEvent: () => 'reached', nobodyKnows: 1 });
inherited.fetch = () => 'reached';
Object.setPrototypeOf(globalThis, inherited);
Reflect.set(globalThis, 'indexedDB', {});
const timerBefore = setTimeout;
removeDangerousGlobals(globalThis);

const names = [
  'fetch',
  'WebSocket',
  'EventSource',
  'BroadcastChannel',
  'MessageChannel',
  'MessageEvent',
  'indexedDB',
  'postMessage',
  'dispatchEvent',
  'nobodyKnows',
  'structuredClone',
  'navigator',
  'process',
  'eval',
];
/** @param {() => unknown} way */
const refused = (way) => {
  try {
    way();
    return false;
  } catch {
    return true;
  }
};
/** @param {object} thing @param {string} name */
const replace = (thing, name) => {
  if (!Reflect.set(thing, name, () => 1)) throw new TypeError(`${name} stays`);
};
const text = 'anything';
/** @param {string} name */
const pinned = (name) => {
  const { value, writable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name) ?? { writable: true };
  return value === undefined && !writable && !configurable;
};
const thisOfTimer = await new Promise((resolve) => {
  setTimeout(
    /** @this {unknown} */
    function told() {
      resolve(this);
    },
    0,
  );
});
/** @param {new (message: string) => Error} Kind */
const named = (Kind) => {
  const error = new Kind('before');
  error.name = 'Renamed';
  error.message = 'after';
  return String(error);
};
/** @type {Record<string, unknown>} */
const own = {};
own.toString = () => 'its own';
Object.assign(own, { constructor: null });
const limit = Error.stackTraceLimit;
Error.stackTraceLimit = 0;
const stackless = new Error('short').stack;
Error.stackTraceLimit = limit;

port?.postMessage({
  left: names.filter((name) => Reflect.get(globalThis, name) !== undefined),
  notPinned: names.filter((name) => Object.hasOwn(globalThis, name) && !pinned(name)),
  refused: {
    'new Function': refused(() => new globalThis.Function('return 1')),
    'the constructor of a function': refused(() => (() => 1).constructor('return 1')),
    'the constructor of an async function': refused(() => (async () => 1).constructor('return 1')),
    'the constructor of a generator': refused(() => function* () {}.constructor('return 1')),
    'a timer with text': refused(() => setTimeout('1')),
    'a getter for a missing name': refused(() =>
      Object.defineProperty(Object.prototype, text, { get: () => 1, configurable: true }),
    ),
    'a getter by the old method': !('__defineGetter__' in Object.prototype),
    'another prototype by the old property': !('__proto__' in Object.prototype),
    'a getter in place of a method': refused(() =>
      Object.defineProperty(Object.prototype, 'toString', { get: () => 1 }),
    ),
    'another toString for all': refused(() => replace(Object.prototype, 'toString')),
    'another call for all functions': refused(() => replace(Function.prototype, 'call')),
    'a trap on what is stored in lists': refused(() => Object.defineProperty(Array.prototype, '0', { set: () => 1 })),
    'another way to wait for all promises': refused(() => replace(Promise.prototype, 'finally')),
    'a method of a method': refused(() => replace(Object.prototype.hasOwnProperty, 'call')),
    'a species': refused(() => Object.defineProperty(Promise, Symbol.species, { get: () => 1 })),
    'a method of all iterators': refused(() => replace(Object.getPrototypeOf([].values()), 'next')),
    'a method of all typed arrays': refused(() => replace(Object.getPrototypeOf(Uint8Array).prototype, 'set')),
    'the view of the stack': refused(() => replace(Error, 'prepareStackTrace')),
    'another Atomics.load': refused(() => replace(Atomics, 'load')),
    'another JSON.parse': refused(() => replace(JSON, 'parse')),
    'another clock': refused(() => replace(Object.getPrototypeOf(performance), 'now')),
  },
  functionsAreStillFunctions: (() => 1) instanceof globalThis.Function,
  timersStillRun: setTimeout !== timerBefore && !refused(() => setTimeout(() => 1, 0)),
  thisOfTimer,
  ownNames: [String(own), own.constructor, Object.keys(own).join()],
  errors: [named(Error), named(RangeError), stackless],
  globalsOfPython: Object.keys(emptyGlobals()).length === 0 && Object.getPrototypeOf(emptyGlobals()) === null,
});
