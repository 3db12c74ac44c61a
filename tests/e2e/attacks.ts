import { ATTACKS_ON_JAVASCRIPT } from './attacks-on-javascript.ts';

/**
 * Programs that try to get out of the sandbox. Each defines `attack()`, which returns what it got hold of, or raises;
 * `src/runner/README.md` has the threat model. Whatever an attack returns counts as an escape.
 */
export interface Attack {
  readonly title: string;
  readonly code: string;
}

export const ESCAPES: readonly Attack[] = [
  { title: 'imports js', code: 'import js\nattack = lambda: js' },
  { title: 'imports pyodide_js', code: 'import pyodide_js\nattack = lambda: pyodide_js' },
  {
    title: 'imports js again after clearing the module table',
    code: `
import sys
def attack():
    for name in ("js", "pyodide_js"):
        sys.modules.pop(name, None)
    import js
    return js`,
  },
  {
    title: 'imports Pyodide anew and runs JavaScript text',
    code: `
import sys
def attack():
    for name in [name for name in sys.modules if "pyodide" in name or name == "js"]:
        del sys.modules[name]
    import pyodide.code
    return pyodide.code.run_js("globalThis")`,
  },
  {
    title: "takes Pyodide's core apart for a function constructor",
    code: `
import sys
def attack():
    for name in [name for name in sys.modules if "pyodide" in name]:
        del sys.modules[name]
    import _pyodide_core
    proxy = _pyodide_core.create_proxy(lambda: 1)
    return proxy.constructor.constructor("return globalThis")()`,
  },
  {
    title: 'walks every object for one of JavaScript',
    code: `
import gc, sys
def attack():
    seen, todo = set(), [sys.modules, gc.get_objects()]
    while todo:
        thing = todo.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if type(type(thing)).__name__ == "_JsProxyMetaClass":
            return type(thing)
        todo += gc.get_referents(thing)
    raise LookupError`,
  },
  {
    title: 'asks the finder of JavaScript modules',
    code: `
import gc
def attack():
    for thing in gc.get_objects():
        if type(thing).__name__ == "JsFinder" and thing.jsproxies:
            return thing.jsproxies
        if type(thing).__name__ == "JsLoader" and thing.jsproxy is not None:
            return thing.jsproxy
    raise LookupError`,
  },
  {
    title: 'makes a proxy from its class',
    code: `
def attack():
    (kind,) = [kind for kind in object.__subclasses__() if kind.__name__ == "JsProxy"]
    return kind().constructor`,
  },
  {
    title: "calls Emscripten's eval through ctypes",
    code: `
import ctypes
def attack():
    return ctypes.CDLL(None).emscripten_run_script_int(b"self.fetch ? 1 : 2")`,
  },
  {
    title: "reads memory through Emscripten's string eval",
    code: `
import ctypes
def attack():
    call = ctypes.CDLL(None).emscripten_run_script_string
    call.restype = ctypes.c_char_p
    return call(b"Object.keys(self).join()")`,
  },
  {
    title: 'opens a URL',
    code: `
import urllib.request
def attack():
    return urllib.request.urlopen("http://localhost:4317/").read(10)`,
  },
  {
    title: 'opens a socket',
    code: `
import socket
def attack():
    connection = socket.create_connection(("127.0.0.1", 4317), timeout=1)
    connection.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
    return connection.recv(10)`,
  },
  {
    title: "uses Pyodide's own way to fetch",
    code: `
import sys
def attack():
    for name in [name for name in sys.modules if "pyodide" in name]:
        del sys.modules[name]
    from pyodide.http import open_url
    return open_url("/").read()`,
  },
  {
    title: 'fetches from an event loop',
    code: `
import asyncio, sys
async def fetch():
    for name in [name for name in sys.modules if "pyodide" in name]:
        del sys.modules[name]
    from pyodide.http import pyfetch
    return await (await pyfetch("/")).string()
def attack():
    return asyncio.new_event_loop().run_until_complete(fetch())`,
  },
  { title: 'imports the trusted side', code: 'import edgewise.trusted\nattack = lambda: edgewise.trusted' },
  { title: 'imports the mutator', code: 'import edgewise.mutants\nattack = lambda: edgewise.mutants' },
  {
    title: 'looks for what is expected in frames and in the harness',
    code: `
import sys
def attack():
    frame = sys._getframe()
    while frame is not None:
        for scope in (frame.f_locals, frame.f_globals):
            for name in scope:
                if "expect" in str(name).lower() or "reference" in str(name).lower():
                    return name, scope[name]
        frame = frame.f_back
    raise LookupError`,
  },
  {
    title: 'looks for other solutions on the file system',
    code: `
import os
def attack():
    for folder, _, names in os.walk("/"):
        for name in names:
            if folder.startswith(("/proc", "/dev", "/sys")) or not name.endswith((".py", ".yaml", ".json", ".txt")):
                continue
            if os.path.join(folder, name) == os.path.abspath(__file__):
                continue
            with open(os.path.join(folder, name), errors="replace") as file:
                if "def top_k_frequent" in file.read():
                    return name
    raise LookupError`,
  },
  {
    title: 'starts a thread',
    code: `
import threading
def attack():
    thread = threading.Thread(target=print)
    thread.start()
    return thread`,
  },
  {
    title: 'starts a process',
    code: `
import subprocess
def attack():
    return subprocess.run(["ls"], capture_output=True).stdout`,
  },
  { title: 'forks', code: 'import os\nattack = lambda: os.fork()' },
  {
    title: 'reads the environment of the machine',
    code: `
import os, sys
def attack():
    told = [value for value in [*os.environ.values(), *sys.argv, *sys.orig_argv, sys.executable] if "node_modules" in value or "scripts" in value]
    if told:
        return told
    raise LookupError`,
  },
  ...ATTACKS_ON_JAVASCRIPT,
];

/** Programs that do not want out, but want to break what comes after them. */
export const SABOTAGE: readonly Attack[] = [
  { title: 'exits the process', code: 'import os\ndef attack():\n    os._exit(0)' },
  { title: 'aborts', code: 'import os\ndef attack():\n    os.abort()' },
  { title: 'kills itself', code: 'import os, signal\ndef attack():\n    os.kill(os.getpid(), signal.SIGKILL)' },
  {
    title: 'recurses through C',
    code: 'class Deep:\n    def __repr__(self):\n        return repr(self)\ndef attack():\n    return repr(Deep())',
  },
  { title: 'never stops recursing', code: 'def attack():\n    return attack()' },
  { title: 'asks for all memory', code: 'def attack():\n    return [bytearray(50_000_000) for _ in range(100)] and 0' },
  {
    title: 'fills the memory with small objects',
    code: 'def attack():\n    kept = None\n    while True:\n        kept = (kept, {})',
  },
  {
    title: 'takes the built-in functions away',
    code: `
import builtins
def attack():
    for name in ("len", "print", "isinstance", "type", "id", "ValueError", "Exception", "__import__", "open"):
        delattr(builtins, name)`,
  },
  {
    title: 'replaces the standard library',
    code: `
import collections, heapq, itertools, json, marshal, math, operator, sys, time
def attack():
    for module in (collections, heapq, itertools, json, marshal, math, operator, time):
        for name in list(vars(module)):
            if not name.startswith("__"):
                setattr(module, name, lambda *args, **kwargs: 0)
    sys.stdout = sys.stderr = None
    sys.modules.clear()
    sys.setrecursionlimit(60)`,
  },
  {
    title: 'hooks every import, trace and audit',
    code: `
import sys
class Finder:
    def find_spec(self, *args):
        raise SystemExit
def attack():
    sys.meta_path.insert(0, Finder())
    sys.settrace(lambda *args: 1 / 0)
    sys.addaudithook(lambda *args: 1 / 0)`,
  },
  {
    title: 'leaves objects that fight their own end',
    code: `
import atexit, sys
class Undead:
    def __del__(self):
        while True:
            pass
def attack():
    sys.undead = Undead()
    atexit.register(lambda: [Undead() for _ in range(10)])`,
  },
  {
    title: 'ignores interrupts from then on',
    code: `
import signal
def attack():
    signal.signal(signal.SIGINT, signal.SIG_IGN)`,
  },
];
