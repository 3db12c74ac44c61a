/**
 * A Python value as the judge sees it. Python's `float` is a `number`, its `int` a `bigint`, so the two never blur;
 * everything that has no JavaScript twin carries a `kind`.
 */
export type Value = null | boolean | bigint | number | string | TaggedValue;

export type TaggedValue =
  | { readonly kind: 'list' | 'tuple' | 'set' | 'frozenset'; readonly items: readonly Value[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Value, Value])[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'complex'; readonly re: number; readonly im: number }
  /** `data` is nested lists of `shape`. */
  | { readonly kind: 'ndarray'; readonly dtype: string; readonly shape: readonly number[]; readonly data: Value }
  | { readonly kind: 'numpy-scalar'; readonly dtype: string; readonly value: Value }
  | { readonly kind: 'dataclass'; readonly name: string; readonly fields: readonly (readonly [string, Value])[] }
  /** Something that cannot be compared (a generator, a function, an object of the candidate's); never equal to anything. */
  | { readonly kind: 'opaque'; readonly type: string; readonly repr: string; readonly advice: string };
