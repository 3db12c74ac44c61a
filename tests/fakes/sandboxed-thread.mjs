// A thread that takes the dangerous names away from itself and says what is left: the removal cannot be undone.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { removeDangerousGlobals, emptyGlobals } = await import('../../src/runner/worker/sandbox.ts');
const port = parentPort;
const inherited = Object.create({ postMessage: () => 'reached' });
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
  'indexedDB',
  'postMessage',
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
port?.postMessage({
  left: names.filter((name) => Reflect.get(globalThis, name) !== undefined),
  refused: {
    'new Function': refused(() => new globalThis.Function('return 1')),
    'the constructor of a function': refused(() => (() => 1).constructor('return 1')),
    'the constructor of an async function': refused(() => (async () => 1).constructor('return 1')),
    'the constructor of a generator': refused(() => function* () {}.constructor('return 1')),
    'a timer with text': refused(() => setTimeout('1')),
  },
  functionsAreStillFunctions: (() => 1) instanceof globalThis.Function,
  timersStillRun: setTimeout !== timerBefore && !refused(() => setTimeout(() => 1, 0)),
  globalsOfPython: Object.keys(emptyGlobals()).length === 0 && Object.getPrototypeOf(emptyGlobals()) === null,
});
