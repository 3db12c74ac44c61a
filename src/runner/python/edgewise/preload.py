"""What interview code imports, imported before the memory snapshot is taken: afterwards these imports cost nothing."""

import abc  # noqa: F401
import array  # noqa: F401
import ast
import bisect  # noqa: F401
import cmath  # noqa: F401
import collections.abc  # noqa: F401
import contextlib  # noqa: F401
import copy  # noqa: F401
import dataclasses  # noqa: F401
import datetime  # noqa: F401
import decimal  # noqa: F401
import difflib  # noqa: F401
import enum  # noqa: F401
import fractions  # noqa: F401
import functools  # noqa: F401
import gc
import hashlib  # noqa: F401
import heapq  # noqa: F401
import itertools  # noqa: F401
import json  # noqa: F401
import math  # noqa: F401
import numbers  # noqa: F401
import operator  # noqa: F401
import queue  # noqa: F401
import random  # noqa: F401
import re  # noqa: F401
import statistics  # noqa: F401
import string  # noqa: F401
import struct  # noqa: F401
import textwrap  # noqa: F401
import time  # noqa: F401
import typing  # noqa: F401
import zlib  # noqa: F401

import edgewise.harness  # noqa: F401
import edgewise.isolation  # noqa: F401
import edgewise.packages  # noqa: F401
from edgewise import event_loop
from edgewise.recursion import allow_deep_recursion

#: New objects between two rounds of the garbage collector. Python's 2,000 are so few that a case with 200,000 tuples
#: spends a fifth of its time there. With 10,000 at most 40,000 lists in cycles wait to be collected, instead of 34,000.
GARBAGE_THRESHOLD = 10_000

# Signatures show annotations as text; the module behind that is imported at its first use only.
ast.unparse(ast.parse("list[int]"))
allow_deep_recursion()
event_loop.install()
gc.set_threshold(GARBAGE_THRESHOLD)
