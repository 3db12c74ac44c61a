"""Takes back, after each case, what code may set for the whole interpreter: the next case starts as the first one did."""

import decimal
import gc
import logging
import sys
import warnings

_modules = sys.modules
_root, _loggers, _handlers = logging.root, logging.root.manager.loggerDict, logging._handlerList
_get_limit, _set_limit, _settrace, _setprofile = sys.getrecursionlimit, sys.setrecursionlimit, sys.settrace, sys.setprofile
_getcontext, _setcontext = decimal.getcontext, decimal.setcontext
_gc_enable, _gc_threshold = gc.enable, gc.set_threshold
_default_context = decimal.DefaultContext.copy()
_monitoring = getattr(sys, "monitoring", None)
_TOOLS = range(6)

_start = {}


def remember():
    """Called before a run: what `restore` goes back to."""
    _start["limit"] = _get_limit()
    _start["threshold"] = gc.get_threshold()
    _start["filters"] = list(warnings.filters)
    _start["handlers"] = len(_handlers)
    _start["trace"], _start["profile"] = sys.gettrace(), sys.getprofile()
    _start["tools"] = frozenset(tool for tool in _TOOLS if _monitoring is not None and _monitoring.get_tool(tool) is not None)


def restore():
    """Called after each case. Costs a few microseconds where there is nothing to take back; never raises an Exception."""
    for part in _PARTS:
        try:
            part()
        except Exception:
            pass  # the code has left something there that cannot be put right; only its own next case is the worse for it


def _tracing():
    _settrace(_start["trace"])
    _setprofile(_start["profile"])
    if _monitoring is not None:
        for tool in _TOOLS:
            if _monitoring.get_tool(tool) is not None and tool not in _start["tools"]:
                _monitoring.set_events(tool, 0)
                _monitoring.free_tool_id(tool)
    if "tracemalloc" in _modules:
        _modules["_tracemalloc"].stop()


def _limits():
    _set_limit(_start["limit"])
    _gc_enable()
    _gc_threshold(*_start["threshold"])
    context = _getcontext()
    if context.prec != _default_context.prec or context.rounding != _default_context.rounding:
        _setcontext(_default_context.copy())


def _warning_filters():
    if warnings.filters != _start["filters"]:
        warnings.resetwarnings()
        warnings.filters[:] = _start["filters"]


def _logging():
    """A handler holds the stream of its own case: what it is given later nobody would see."""
    if len(_handlers) == _start["handlers"] and not _root.handlers:
        return
    for logger in [_root, *_loggers.values()]:
        if type(logger) is not logging.PlaceHolder:
            logger.handlers.clear()
            logger.filters.clear()
            logger.disabled, logger.propagate = False, True
            logger.setLevel(logging.WARNING if logger is _root else logging.NOTSET)
    del _handlers[_start["handlers"] :]
    logging.disable(logging.NOTSET)


def _processes():
    context = _modules.get("multiprocessing.context")
    if context is not None:
        context._default_context._actual_context = None


def _event_loops():
    event_loop = _modules.get("edgewise.event_loop")
    if event_loop is not None:
        event_loop.reset()


_PARTS = (_tracing, _limits, _warning_filters, _logging, _processes, _event_loops)
