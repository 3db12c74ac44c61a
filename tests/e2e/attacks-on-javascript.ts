/**
 * Attacks on the JavaScript around Python, for `attacks.ts`. The first few try to get at Pyodide's bridge again. The others have
 * got it: with `ctypes` one can read all memory and call every function in it, so that what holds must hold in JavaScript.
 */
const FORGET = `
import sys
def forget():
    for name in [name for name in sys.modules if "pyodide" in name or name == "js"]:
        del sys.modules[name]
`;

/** Finds CPython's table of built-in modules in memory, and calls what makes the core of Pyodide. */
const CORE = `${FORGET}
import ctypes, re
def make_core():
    forget()
    import _pyodide
    memory = ctypes.string_at(1, 30_000_000)
    for name in re.finditer(b"_pyodide_core\\0", memory):
        for at in re.finditer(re.escape((name.start() + 1).to_bytes(4, "little")), memory):
            function = int.from_bytes(memory[at.end():at.end() + 4], "little")
            if (at.start() + 1) % 4 == 0 and 0 < function < 10_000:
                return ctypes.PYFUNCTYPE(ctypes.py_object)(function)()
    raise LookupError
core = make_core()
print("has the core:", core.create_proxy(len))
Object, Array, Set = (core.to_js(it).constructor for it in ({"a": 1}, [1], {1}))
seen = []
spy = core.create_proxy(lambda this, *args: seen.append(this)).captureThis()
def first_that_works(*ways):
    for way in ways:
        try:
            way()
        except Exception as error:
            print("held:", error)
        else:
            return "way", ways.index(way)
    raise LookupError
def describe(**entries):
    description = Object.new()
    for name, value in entries.items():
        setattr(description, name, value)
    return description
`;

/** A WebAssembly module that may be linked with the main program. */
const MODULE = `
import ctypes
def text(letters):
    return bytes([len(letters)]) + letters
def section(kind, body):
    return bytes([kind, len(body)]) + body
def link(*sections):
    with open("/tmp/own.so", "wb") as file:
        file.write(b"\\0asm\\1\\0\\0\\0" + b"".join(sections))
    return ctypes.PyDLL("/tmp/own.so")
`;

export const ATTACKS_ON_JAVASCRIPT: readonly { readonly title: string; readonly code: string }[] = [
  {
    title: 'imports the core of Pyodide once more',
    code: `${FORGET}
def attack():
    forget()
    import _pyodide_core
    return _pyodide_core.create_proxy`,
  },
  {
    title: 'asks the import machinery for the core of Pyodide',
    code: `${FORGET}
import _imp, importlib.machinery
def attack():
    forget()
    spec = importlib.machinery.ModuleSpec("_pyodide_core", importlib.machinery.BuiltinImporter)
    module = _imp.create_builtin(spec)
    _imp.exec_builtin(module)
    return module.create_proxy`,
  },
  {
    title: 'looks for functions of the core among all objects',
    code: `
import gc
def attack():
    gc.unfreeze()
    wanted = {"create_proxy", "create_once_callable", "to_js", "run_sync", "raw_call"}
    return next(it for it in gc.get_objects() if type(it) is type(len) and it.__name__ in wanted)`,
  },
  {
    title: 'finds a function of Pyodide by name through ctypes',
    code: `
import ctypes
def attack():
    library = ctypes.PyDLL(None)
    for name in ("PyInit__pyodide_core", "pyproxy_new", "JsProxy_create", "emscripten_run_script", "PyRun_SimpleString"):
        if hasattr(library, name):
            return name
    raise LookupError`,
  },
  {
    title: 'links a WebAssembly module of its own with the main program',
    code: `${MODULE}
def attack():
    imported = b"\\1" + text(b"env") + text(b"PyInit__pyodide_core") + b"\\0\\0"
    dylink = section(0, text(b"dylink.0") + b"\\1\\4\\0\\0\\0\\0")
    return link(dylink, section(1, b"\\1\\x60\\0\\1\\x7f"), section(2, imported), section(7, b"\\1" + text(b"go") + b"\\0\\0"))`,
  },
  {
    title: 'links a module that brings JavaScript text',
    code: `${MODULE}
def attack():
    code = b"()<::>{ self.reached = 1; }\\0"
    imported = b"\\2" + text(b"env") + text(b"memory") + b"\\2\\0\\1" + text(b"env") + text(b"__memory_base") + b"\\3\\x7f\\0"
    exported = section(7, b"\\1" + text(b"__em_js__hack") + b"\\3\\1")
    data = section(11, b"\\1\\0\\x23\\0\\x0b" + bytes([len(code)]) + code)
    dylink = section(0, text(b"dylink.0") + b"\\1\\4\\x40\\0\\0\\0")
    return link(dylink, section(2, imported), section(6, b"\\1\\x7f\\0\\x41\\0\\x0b"), exported, data)`,
  },
  {
    title: 'would be called with the global object when a missing name is looked up',
    code: `${CORE}
getter = describe(get=spy, configurable=True)
def attack():
    return first_that_works(
        *(lambda name=name: getattr(Object.prototype, name)("eval", spy) for name in ("__defineGetter__", "__defineSetter__")),
        *(lambda name=name: Object.defineProperty(Object.prototype, name, getter)
          for name in ("eval", "fetch", "document", "then", "toString", "constructor")),
        lambda: Object.setPrototypeOf(Object.prototype, getter),
        lambda: setattr(Object.prototype, "toString", spy),
    )`,
  },
  {
    title: 'replaces methods of the language, to see what the worker does with them',
    code: `${CORE}
def attack():
    Function = Object.getPrototypeOf(Object)
    Iterator = Object.getPrototypeOf(core.to_js([1]).values())
    TypedArray = Object.getPrototypeOf(core.to_js(b"1").constructor)
    return first_that_works(
        lambda: setattr(Array.prototype, "push", spy),
        lambda: Object.defineProperty(Array.prototype, "7", describe(set=spy)),
        lambda: setattr(Iterator, "next", spy),
        lambda: setattr(TypedArray.prototype, "set", spy),
        lambda: setattr(Set.prototype, "has", spy),
        *(lambda name=name: setattr(Function, name, spy) for name in ("call", "apply", "bind")),
        lambda: setattr(Object.prototype.hasOwnProperty, "call", spy),
        *(lambda name=name: setattr(Object, name, spy) for name in ("keys", "entries", "assign", "other")),
        *(lambda kind=kind, key=key: Object.defineProperty(kind, key, describe(get=spy))
          for kind in (Array, Array.prototype, Set) for key in Object.getOwnPropertySymbols(kind)),
    )`,
  },
  {
    title: 'looks at the stack of JavaScript',
    code: `${CORE}
def attack():
    try:
        Array.new(-1)
    except Exception as thrown:
        kind = thrown.constructor
    Error = Object.getPrototypeOf(kind)
    return first_that_works(
        lambda: setattr(Error, "prepareStackTrace", spy),
        lambda: setattr(kind, "prepareStackTrace", spy),
        lambda: Object.defineProperty(Error, "prepareStackTrace", describe(value=spy)),
        lambda: setattr(Error.prototype, "name", spy),
    )`,
  },
  {
    title: 'compiles text with the constructor of a function',
    code: `${CORE}
def attack():
    functions = [Object, Object.keys, core.create_proxy(len), Object.getPrototypeOf(Object)]
    return first_that_works(*(lambda it=it: it.constructor("return globalThis")() for it in functions))`,
  },
  {
    title: 'asks every kind of callback for its this',
    code: `${CORE}
def attack():
    several = core.to_js([3, 1, 2])
    for name in ("map", "filter", "forEach", "some", "every", "find", "sort", "reduce", "flatMap", "toSorted"):
        try:
            getattr(several, name)(spy)
        except Exception as error:
            print(name, "held:", error)
    several.values().map(spy).toArray()
    getattr(Array, "from")(several, spy)
    Object.groupBy(several, spy)
    print(len(seen), "callbacks")
    return next(this for this in seen if this is not None)`,
  },
  {
    title: 'follows every property of every object to the global one',
    code: `${CORE}
def attack():
    known, todo = set(), [Object, Array, Set, core.to_js(b"1"), core.to_js([1]).values(), Object.keys]
    try:
        Array.new(-1)
    except Exception as thrown:
        todo.append(thrown.constructor)
    while todo:
        thing = todo.pop()
        if type(type(thing)).__name__ != "_JsProxyMetaClass" or thing.js_id in known:
            continue
        known.add(thing.js_id)
        names = list(Object.getOwnPropertyNames(thing))
        if "setTimeout" in names or "Atomics" in names or "postMessage" in names or "LDSO" in names:
            return names
        if names == ["length", "name"]:
            continue
        for key in [*names, *Object.getOwnPropertySymbols(thing)]:
            found = Object.getOwnPropertyDescriptor(thing, key)
            todo += [getattr(found, part, None) for part in ("value", "get", "set")]
        todo.append(Object.getPrototypeOf(thing))
    print("followed", len(known))
    raise LookupError`,
  },
];
