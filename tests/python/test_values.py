"""Encoding: what is plain travels as itself, what lies about itself travels as what it is, the rest is opaque."""

import array
import builtins
import collections
import dataclasses
import enum
import fractions
import marshal
import math
import random
import sys
import types
import unittest
from unittest import mock

from edgewise.values import MAX_DEPTH, MAX_ITEMS, TooLarge, encode

PLAIN_TYPES = (type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, type(...))


def sent(value):
    """What arrives on the other side."""
    return marshal.loads(encode(value))


def boom(*args, **kwargs):
    raise AssertionError("code of the value's own class was run")


class AlwaysEqual:
    __hash__ = object.__hash__

    def __eq__(self, other):
        return True


def random_plain(rng, depth=0):
    kind = rng.randrange(12 if depth < 4 else 7)
    if kind < 7:
        return rng.choice(
            [
                None,
                True,
                False,
                0,
                -1,
                2**31,
                2**63,
                -(2**200),
                0.1,
                -0.0,
                1e308,
                math.inf,
                1j,
                "",
                "a",
                "\ud800",
                "é",
                b"",
                b"\xff",
            ]
        )
    items = [random_plain(rng, depth + 1) for _ in range(rng.randrange(4))]
    hashable = [item for item in items if not isinstance(item, (list, dict, set))]
    try:
        return [
            list,
            tuple,
            lambda _: dict(zip(map(str, range(9)), items)),
            lambda _: set(hashable),
            lambda _: frozenset(hashable),
        ][kind - 7](items)
    except TypeError:  # a tuple with a list inside cannot be in a set
        return items


def in_order(value):
    """A text that two values share when they are the same value of the same types."""
    if isinstance(value, (set, frozenset)):
        return f"{type(value).__name__}({sorted(map(in_order, value))})"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__}({list(map(in_order, value))})"
    return f"dict({in_order(list(value.items()))})" if isinstance(value, dict) else repr(value)


class PlainValues(unittest.TestCase):
    def test_scalars_travel_as_themselves(self):
        for value in (
            None,
            True,
            False,
            0,
            -1,
            2**100,
            -(2**31),
            0.1,
            5e-324,
            math.inf,
            "",
            "naïve \U0001f600",
            b"\x00\xff",
            1 + 2j,
        ):
            with self.subTest(value=value):
                self.assertEqual(sent(value), value)
                self.assertIs(type(sent(value)), type(value))

    def test_the_sign_of_zero_and_nan_survive(self):
        self.assertEqual(math.copysign(1, sent(-0.0)), -1)
        self.assertTrue(math.isnan(sent(math.nan)))

    def test_true_and_one_stay_apart(self):
        self.assertEqual(list(map(type, sent([True, 1, 1.0]))), [bool, int, float])

    def test_containers_travel_as_themselves(self):
        value = {"a": [1, (2.5, None)], 3: {4, 5}, (6,): frozenset({7})}
        self.assertEqual(sent(value), value)
        self.assertEqual(list(sent(value)), list(value))

    def test_lone_surrogates_travel(self):
        self.assertEqual(sent(["\ud800", "\udfff"]), ["\ud800", "\udfff"])
        self.assertEqual(sent({"\udc00": object()})[2][0][0], "\udc00")

    def test_random_plain_values_arrive_equal(self):
        rng = random.Random(20_240)
        for _ in range(500):
            value = random_plain(rng)
            self.assertEqual(in_order(sent(value)), in_order(value))

    def test_equal_values_have_equal_bytes_whether_or_not_their_parts_are_shared(self):
        shared = [1.5, "abc"]
        self.assertEqual(encode([shared, shared]), encode([[1.5, "abc"], [1.5, "abc"]]))

    def test_a_hundred_thousand_rows_are_quick(self):
        rows = [[i * 0.5, i, str(i)] for i in range(100_000)]
        self.assertEqual(sent(rows)[-1], [49999.5, 99999, "99999"])


class TaggedValues(unittest.TestCase):
    def test_subclasses_without_tricks_are_their_base(self):
        Point = collections.namedtuple("Point", "x y")
        Colour = enum.IntEnum("Colour", "RED GREEN")
        StrEnum = enum.Enum("StrEnum", {"A": "a"}, type=str)
        self.assertEqual(sent(Point(1, 2)), (1, 2))
        self.assertIs(type(sent(Colour.GREEN)), int)
        self.assertEqual(sent([Colour.GREEN]), [2])
        self.assertIs(type(sent(StrEnum.A)), str)
        self.assertEqual(sent(StrEnum.A), "a")

    def test_subclasses_of_dict_are_tagged_and_keep_their_order(self):
        for value in (
            collections.Counter("banana"),
            collections.OrderedDict([("b", 3), ("a", 1)]),
            collections.defaultdict(list, {"b": [1]}),
        ):
            with self.subTest(value=value):
                self.assertEqual(sent(value), (..., "dict", tuple(dict.items(value))))

    def test_a_plain_dict_beside_something_opaque_is_tagged(self):
        tag, name, ((key, value), (key2, opaque)) = sent({"a": 1, "b": object()})
        self.assertEqual(
            (tag, name, key, value, key2, opaque[:3]), (..., "dict", "a", 1, "b", (..., "opaque", "object"))
        )

    def test_sets_beside_something_opaque_are_tagged(self):
        one, other, _ = sent([{1}, frozenset({2}), object()])
        self.assertEqual((one, other), ((..., "set", (1,)), (..., "frozenset", (2,))))

    def test_dataclasses_carry_their_name_and_fields_in_order(self):
        Inner = dataclasses.make_dataclass("Inner", ["z"])
        Outer = dataclasses.make_dataclass("Outer", ["b", "a"], frozen=True)
        self.assertEqual(
            sent(Outer([1], Inner(None))),
            (..., "dataclass", "Outer", (("b", [1]), ("a", (..., "dataclass", "Inner", (("z", None),))))),
        )

    def test_dataclasses_with_slots_are_read_too(self):
        Slotted = dataclasses.make_dataclass("Slotted", ["x"], slots=True)
        self.assertEqual(sent(Slotted(5)), (..., "dataclass", "Slotted", (("x", 5),)))

    def test_a_dataclass_without_its_field_is_opaque(self):
        Thing = dataclasses.make_dataclass("Thing", ["x"])
        thing = Thing(1)
        del thing.x
        self.assertEqual(sent(thing)[:3], (..., "opaque", "Thing"))

    def test_the_class_of_a_dataclass_is_no_dataclass_value(self):
        Thing = dataclasses.make_dataclass("Thing", ["x"])
        self.assertEqual(sent(Thing)[:3], (..., "opaque", "type"))

    def test_ellipsis_can_only_be_a_tag(self):
        for value in (..., [...], (..., "dict", ()), (..., "opaque", "a", "b", "c"), {...: 1}, {...}, frozenset({...})):
            with self.subTest(value=value):
                self.assertNotIn(encode(value), (marshal.dumps(value, 2), marshal.dumps((..., "dict", ()), 2)))
        tag, *rest = sent((..., "dict", ()))
        self.assertEqual(tag[:3], (..., "opaque", "ellipsis"))
        self.assertEqual(rest, ["dict", ()])

    def test_the_body_that_is_still_an_ellipsis_gets_advice(self):
        self.assertIn("`...`", sent(...)[4])


class LongNames(unittest.TestCase):
    def test_names_without_end_are_cut(self):
        long = type("N" * 10**6, (), {"__slots__": ()})()
        made = dataclasses.make_dataclass("D" * 10**6, ["f" * 10**6])(1)
        for value in (long, [long], made, {1: made}):
            self.assertLess(len(encode(value)), 2_000)

    def test_two_long_names_that_begin_alike_are_still_one_value_each(self):
        made = dataclasses.make_dataclass("D", ["f" * 300 + "a", "f" * 300 + "b"])(1, 2)
        self.assertEqual([item for _, item in sent(made)[3]], [1, 2])


class OpaqueValues(unittest.TestCase):
    def assert_opaque(self, value, name=None):
        arrived = sent(value)
        self.assertEqual(arrived[:2], (..., "opaque"))
        self.assertEqual(arrived[2], name or type(value).__name__)
        self.assertTrue(all(type(part) is str for part in arrived[2:]), arrived)
        self.assertRegex(arrived[4], r"[.?]$")
        return arrived[4]

    def test_buffers_never_pass_as_bytes(self):
        for value in (bytearray(b"ab"), memoryview(b"ab"), array.array("b", b"ab"), array.array("d", [0.5])):
            with self.subTest(type=type(value)):
                self.assert_opaque(value)
                self.assert_opaque(sent([value, 1]) and value)
                self.assertEqual(sent([value, 1])[0][:2], (..., "opaque"))
                self.assertEqual(sent({"k": value})[2][0][1][:2], (..., "opaque"))

    def test_lazy_things_ask_for_a_list(self):
        for value in (
            (i for i in ()),
            map(str, ()),
            filter(None, ()),
            zip(),
            enumerate(()),
            reversed([]),
            range(3),
            iter([]),
            collections.deque([1]),
            {}.keys(),
            {}.values(),
            {}.items(),
            bytearray(),
            array.array("d"),
        ):
            with self.subTest(type=type(value)):
                self.assertIn("list(...)", self.assert_opaque(value))

    def test_a_coroutine_must_not_be_async(self):
        async def answer():
            return 1

        coroutine = answer()
        self.assertIn("async", self.assert_opaque(coroutine))
        coroutine.close()

    def test_functions_and_classes_ask_for_the_call(self):
        for value in (len, lambda: 0, [].append, int):
            with self.subTest(value=value):
                self.assertIn("parentheses", self.assert_opaque(value))

    def test_exact_numbers_ask_for_a_float(self):
        self.assertIn("float", self.assert_opaque(fractions.Fraction(1, 3)))

    def test_what_is_sent_of_an_object_is_its_default_form(self):
        class Proud:
            __repr__ = __str__ = __format__ = boom

        self.assertIn("Proud object at 0x", sent(Proud())[3])

    def test_objects_inside_containers_are_opaque_one_by_one(self):
        arrived = sent([1, [object(), "a"]])
        self.assertEqual(arrived[0], 1)
        self.assertEqual(arrived[1][0][:3], (..., "opaque", "object"))
        self.assertEqual(arrived[1][1], "a")

    def test_stop_iteration_which_marshal_knows_is_opaque(self):
        self.assert_opaque(StopIteration, "type")

    def test_code_objects_which_marshal_knows_are_opaque(self):
        self.assert_opaque(boom.__code__, "code")


class Depth(unittest.TestCase):
    def test_ordinary_nesting_is_plain(self):
        value = 0
        for _ in range(MAX_DEPTH - 1):
            value = [value]
        self.assertEqual(sent(value), value)

    def test_ten_thousand_levels_end_in_something_opaque(self):
        for wrap in (lambda inner: [inner], lambda inner: (inner,), lambda inner: {"k": inner}):
            value = 0
            for _ in range(10_000):
                value = wrap(value)
            arrived, depth = sent(value), 0
            while arrived[:2] != (..., "opaque"):
                arrived = arrived[2][0][1] if arrived[0] is ... else arrived[0]
                depth += 1
            self.assertEqual(depth, MAX_DEPTH)
            self.assertIn("deep", arrived[4])
            while value:  # taken apart from the outside: freeing ten thousand levels at once is another test
                value = value["k"] if isinstance(value, dict) else value[0]

    def test_a_list_that_contains_itself_says_so(self):
        value = [1]
        value.append(value)
        self.assertIn("contains itself", sent(value)[1][4])

    def test_a_list_that_contains_itself_twice_ends(self):
        value = []
        value += [value, value]
        with self.assertRaises(TooLarge):
            encode(value)

    def test_a_dict_that_contains_itself_says_so(self):
        value = {}
        value["self"] = [value]
        self.assertIn("contains itself", repr(sent(value)))

    def test_the_same_list_twice_side_by_side_is_no_cycle(self):
        shared = [object()]
        self.assertNotIn("contains itself", repr(sent([shared, shared])))


class Size(unittest.TestCase):
    def test_six_million_items_are_too_many(self):
        with self.assertRaises(TooLarge):
            encode([0] * 6_000_000)

    def test_six_million_items_are_too_many_in_any_container(self):
        for value in (
            [[0] * 3_000_000] * 2,
            {"a": (0,) * 6_000_000},
            dict.fromkeys(range(2_600_000)),
            [[0] * 600] * 10_000,
        ):
            with self.assertRaises(TooLarge):
                encode(value)

    def test_as_many_as_are_allowed_pass(self):
        self.assertEqual(len(encode([None] * MAX_ITEMS)), MAX_ITEMS + 5)

    @mock.patch("edgewise.values.MAX_ITEMS", 1_000)
    def test_something_opaque_does_not_lift_the_limit(self):
        with self.assertRaises(TooLarge):
            encode([object(), [0] * 1_001])
        self.assertEqual(len(sent([object(), [0] * 990])[1]), 990)

    @mock.patch("edgewise.values.MAX_ITEMS", 1_000)
    def test_a_list_shared_until_it_is_astronomical_is_too_large(self):
        for leaf in (0, object()):
            value = [leaf]
            for _ in range(20):
                value = [value, value]
            with self.assertRaises(TooLarge):
                encode([value])

    @mock.patch("edgewise.values.MAX_ITEMS", 1_000)
    def test_an_astronomical_list_beside_something_opaque_is_too_large(self):
        value = [0]
        for _ in range(20):
            value = [value, value]
        with self.assertRaises(TooLarge):
            encode([object(), value])


LIES = {
    name: boom
    for name in (
        "__eq__", "__ne__", "__lt__", "__iter__", "__len__", "__getitem__", "__contains__", "__repr__", "__str__", "__int__",
        "__float__", "__index__", "__bool__", "__reduce__", "__reduce_ex__", "__format__", "__pos__", "__neg__", "__trunc__",
        "__complex__", "__bytes__", "keys", "values", "items", "__buffer__", "__getattribute__", "__getattr__", "__dir__", "__sizeof__",
    )
}  # fmt: skip
# Of the dict, `__iter__` and `keys` matter; all of them have a hash, so that they can be in sets.
LIES["__hash__"] = lambda self: 7


def liar(base, *args, **namespace):
    return type(f"Lying{base.__name__.title()}", (base,), LIES | namespace)(*args)


class HostileValues(unittest.TestCase):
    def test_lying_methods_take_no_part(self):
        for base, value in (
            (int, 3),
            (float, 0.5),
            (complex, 2j),
            (str, "abc"),
            (bytes, b"abc"),
            (list, [1, 2]),
            (tuple, (1, 2)),
        ):
            with self.subTest(base=base):
                arrived = sent(liar(base, value))
                self.assertIs(type(arrived), base)
                self.assertEqual(arrived, value)
                self.assertEqual(sent([liar(base, value), object()])[0], value)

    def test_lying_dicts_and_sets_take_no_part(self):
        self.assertEqual(sent(liar(dict, {"a": 1})), (..., "dict", (("a", 1),)))
        self.assertEqual(sent(liar(set, {1})), (..., "set", (1,)))
        self.assertEqual(sent(liar(frozenset, {1})), (..., "frozenset", (1,)))

    def test_lying_keys_and_members_take_no_part(self):
        key = liar(str, "k")
        self.assertEqual(sent({key: key}), (..., "dict", (("k", "k"),)))
        self.assertEqual(sent({key}), (..., "set", ("k",)))

    def test_an_object_that_equals_everything_is_opaque(self):
        self.assertEqual(sent(AlwaysEqual())[:3], (..., "opaque", "AlwaysEqual"))
        self.assertEqual(sent([AlwaysEqual()])[0][:3], (..., "opaque", "AlwaysEqual"))

    def test_a_lie_about_the_class_is_seen_through(self):
        for claimed in (int, float, list, str, dict):
            with self.subTest(claimed=claimed):
                Fake = type("Fake", (), {"__class__": property(lambda self, claimed=claimed: claimed)})
                self.assertEqual(sent(Fake())[:3], (..., "opaque", "Fake"))

    def test_a_dataclass_cannot_lie_through_getattribute(self):
        @dataclasses.dataclass
        class Thing:
            x: int

            def __getattribute__(self, name):
                raise AssertionError("code of the value's own class was run")

        self.assertEqual(sent(Thing(5)), (..., "dataclass", "Thing", (("x", 5),)))

    def test_made_up_dataclass_fields_make_it_opaque(self):
        for fields in (None, 5, {"x": 1}, {"x": types.SimpleNamespace(name="x")}, AlwaysEqual()):
            Fake = type("Fake", (), {"__dataclass_fields__": fields})
            with self.subTest(fields=fields):
                self.assertIn(sent(Fake())[1], ("opaque", "dataclass"))

    def test_a_dataclass_with_field_names_that_are_not_plain_text_still_travels(self):
        Name = type("Name", (str,), {})
        Thing = dataclasses.make_dataclass("Thing", [(Name("x"), int)])
        self.assertEqual(sent(Thing(5)), (..., "dataclass", "Thing", (("x", 5),)))

    def test_class_names_that_are_not_plain_text_still_travel(self):
        Named = type(type("Name", (str,), {"__str__": boom})("Named"), (), {})
        self.assertEqual(sent(Named())[2], "Named")

    def test_lone_surrogates_in_a_class_name_still_travel(self):
        self.assertEqual(len(sent(type("A", (), {"__module__": "\ud800"})())), 5)


class HostileMetaclasses(unittest.TestCase):
    def test_a_metaclass_that_equals_everything_stays_opaque(self):
        Meta = type("Meta", (type,), {"__eq__": lambda cls, other: True, "__hash__": type.__hash__})
        Sly = Meta("Sly", (), {})
        self.assertEqual(sent(Sly())[:3], (..., "opaque", "Sly"))
        self.assertEqual(sent([Sly(), 1])[0][:3], (..., "opaque", "Sly"))

    def test_a_metaclass_that_equals_everything_does_not_turn_a_list_into_a_number(self):
        Meta = type("Meta", (type,), {"__eq__": lambda cls, other: True, "__hash__": type.__hash__})
        self.assertEqual(sent(Meta("SlyList", (list,), {})([1, 2])), [1, 2])

    def test_a_metaclass_that_passes_for_bytes_does_not_make_a_buffer_pass_for_bytes(self):
        for imitated in (bytes, int, list):
            Meta = type(
                "Meta",
                (type,),
                {"__eq__": lambda cls, other: True, "__hash__": lambda cls, imitated=imitated: hash(imitated)},
            )
            Sly = Meta("Sly", (bytearray,), {})
            with self.subTest(imitated=imitated):
                self.assertEqual(sent(Sly(b"ab"))[:3], (..., "opaque", "Sly"))
                self.assertEqual(sent([Sly(b"ab")])[0][:3], (..., "opaque", "Sly"))

    def test_a_metaclass_whose_hash_raises_is_never_asked(self):
        Meta = type("Meta", (type,), {"__hash__": boom})
        self.assertEqual(sent(Meta("Sly", (), {})())[:3], (..., "opaque", "Sly"))

    def test_a_metaclass_that_raises_at_every_attribute_is_never_asked(self):
        Meta = type("Meta", (type,), {"__getattribute__": boom})
        self.assertEqual(sent(Meta("Sly", (), {})())[:3], (..., "opaque", "Sly"))

    def test_a_metaclass_with_another_name_changes_nothing(self):
        for lie in (5, None, AlwaysEqual(), property(boom)):
            Meta = type("Meta", (type,), {"__name__": lie})
            with self.subTest(lie=lie):
                self.assertEqual(sent(Meta("Sly", (), {})())[:3], (..., "opaque", "Sly"))

    def test_a_metaclass_that_claims_any_instance_changes_nothing(self):
        Meta = type(
            "Meta",
            (type,),
            {"__instancecheck__": lambda cls, value: True, "__subclasscheck__": lambda cls, value: True},
        )
        self.assertEqual(sent(Meta("Sly", (), {})())[:3], (..., "opaque", "Sly"))


def with_replaced_builtins(names, value):
    """Encodes ``value`` while ``names`` are broken; by hand, since `mock` needs them itself."""
    kept = {name: vars(builtins)[name] for name in names}
    try:
        vars(builtins).update(dict.fromkeys(names, boom))
        return encode(value)
    finally:
        vars(builtins).update(kept)


class ReplacedNames(unittest.TestCase):
    """A candidate may replace what modules hold; what was captured when ours were loaded stays."""

    def test_replaced_builtins_take_no_part(self):
        names = (
            "isinstance",
            "type",
            "len",
            "list",
            "tuple",
            "dict",
            "set",
            "frozenset",
            "map",
            "id",
            "str",
            "int",
            "float",
            "slice",
            "bytes",
            "Ellipsis",
        )
        Thing = dataclasses.make_dataclass("Thing", ["x"])
        values = ([1, (2.5,), {"a": {3}}], collections.Counter("ab"), object(), liar(bytes, b"ab"), Thing(1))
        for value in values:
            expected = encode(value)
            self.assertEqual(with_replaced_builtins(names, value), expected)

    def test_replaced_marshal_takes_no_part(self):
        with mock.patch("marshal.dumps", boom):
            self.assertTrue(encode([1]))

    def test_replaced_dataclasses_take_no_part(self):
        with mock.patch("dataclasses.is_dataclass", boom), mock.patch("dataclasses.fields", boom):
            self.assertEqual(sent(object())[:3], (..., "opaque", "object"))


class FakeNumpy(unittest.TestCase):
    """numpy is told by identity; a module of that name that the candidate made must at least not break anything."""

    def sent_with(self, value, **names):
        module = types.ModuleType("numpy")
        module.__dict__.update(names)
        with mock.patch.dict(sys.modules, {"numpy": module}):
            return sent(value)

    def test_arrays_and_scalars_of_classes_that_behave_like_numpys_are_told_apart(self):
        class generic:
            dtype = property(lambda self: "float64")

            def item(self):
                return 0.5

        class ndarray:
            dtype = property(lambda self: "int64")
            shape = property(lambda self: (2, 1))

            def tolist(self):
                return [[1], [2]]

        self.assertEqual(
            self.sent_with(generic(), generic=generic, ndarray=ndarray), (..., "numpy-scalar", "float64", 0.5)
        )
        self.assertEqual(
            self.sent_with(ndarray(), generic=generic, ndarray=ndarray), (..., "ndarray", "int64", (2, 1), [[1], [2]])
        )

    def test_an_array_of_objects_carries_opaque_items(self):
        class ndarray:
            dtype = property(lambda self: "object")
            shape = property(lambda self: (1,))

            def tolist(self):
                return [AlwaysEqual()]

        arrived = self.sent_with(ndarray(), generic=type("generic", (), {}), ndarray=ndarray)
        self.assertEqual(arrived[4][0][:3], (..., "opaque", "AlwaysEqual"))

    def test_a_module_with_nothing_in_it_changes_nothing(self):
        self.assertEqual(self.sent_with([1, object()])[1][:3], (..., "opaque", "object"))

    def test_classes_that_claim_every_instance_change_nothing(self):
        Meta = type("Meta", (type,), {"__instancecheck__": boom})
        Greedy = Meta("generic", (), {})
        self.assertEqual(self.sent_with(object(), generic=Greedy, ndarray=Greedy)[:3], (..., "opaque", "object"))

    def test_methods_that_raise_make_it_opaque(self):
        class generic:
            item = boom

        self.assertEqual(self.sent_with(generic(), generic=generic, ndarray=generic)[:3], (..., "opaque", "generic"))

    def test_a_value_that_only_claims_to_be_an_array_is_opaque(self):
        ndarray = type("ndarray", (), {"tolist": lambda self: [1], "shape": (1,), "dtype": "int64", "__slots__": ()})
        Fake = type("Fake", (), {"__class__": property(lambda self: ndarray)})
        arrived = self.sent_with(Fake(), generic=type("generic", (), {}), ndarray=ndarray)
        self.assertEqual(arrived[:3], (..., "opaque", "Fake"))

    def test_an_array_that_contains_itself_ends(self):
        class ndarray:
            dtype = property(lambda self: "object")
            shape = property(lambda self: (1,))

            def tolist(self):
                return [self]

        self.assertIn(
            "contains itself", repr(self.sent_with(ndarray(), generic=type("generic", (), {}), ndarray=ndarray))
        )

    def test_a_module_that_is_no_module_changes_nothing(self):
        for fake in (None, 5, AlwaysEqual()):
            with mock.patch.dict(sys.modules, {"numpy": fake}):
                self.assertEqual(sent(object())[:3], (..., "opaque", "object"))


class Whatever(unittest.TestCase):
    def test_only_known_parts_are_ever_sent(self):
        odd = [
            object(),
            AlwaysEqual(),
            ...,
            bytearray(b"x"),
            liar(list, [1]),
            collections.Counter("aab"),
            range(3),
            int,
            boom,
        ]
        rng = random.Random(7)

        def check(value):
            self.assertIn(type(value), PLAIN_TYPES)
            if isinstance(value, dict):
                value = [part for pair in value.items() for part in pair]
            if isinstance(value, (list, tuple, set, frozenset)):
                for part in value:
                    check(part)

        for _ in range(200):
            value = [rng.choice(odd), random_plain(rng), {"k": rng.choice(odd)}]
            check(sent(value))


if __name__ == "__main__":
    unittest.main()
