/**
 * What a candidate's code must not reach from Python, taken away from the worker's own realm once Pyodide is up.
 * The worker keeps what it needs in closures made before.
 */

/** The object behind Python's `js` module: empty, and without a prototype through which constructors could be reached. */
export function emptyGlobals(): object {
  return Object.create(null);
}

/** Names with which code could talk to the network, to storage, to other workers, or to the page. */
const FORBIDDEN = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'MessageChannel',
  'MessagePort',
  'indexedDB',
  'caches',
  'cookieStore',
  'navigator',
  'location',
  'importScripts',
  'postMessage',
  'close',
  'eval',
  'Notification',
  'FontFace',
  'fonts',
  'ShadowRealm',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
  'FileReader',
  'FileReaderSync',
  'process',
  'require',
] as const;

/** Removes every forbidden name from the global object and from the prototypes it inherits from. */
export function removeDangerousGlobals(scope: object): void {
  for (
    let holder: object | null = scope;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of FORBIDDEN) remove(holder, name);
  }
  disarmFunctionConstructors(scope);
  disarmTimers(scope);
}

function remove(holder: object, name: string): void {
  if (!Object.hasOwn(holder, name)) return;
  if (Reflect.deleteProperty(holder, name)) return;
  try {
    Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false });
  } catch {
    // Neither deletable nor definable: nothing in the list is so in the browsers we know; the tests would tell.
  }
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

/** `setTimeout('...')` compiles text too. Pyodide's event loop needs timers, so they stay, for functions only. */
function disarmTimers(scope: object): void {
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const original: unknown = Reflect.get(scope, name);
    if (typeof original !== 'function') continue;
    const functionsOnly = (handler: unknown, ...rest: unknown[]): unknown => {
      if (typeof handler !== 'function') throw new TypeError('Code cannot be made from text here.');
      return Reflect.apply(original, scope, [handler, ...rest]);
    };
    Object.defineProperty(scope, name, { value: functionsOnly, writable: false, configurable: false });
  }
}
