import type { Value } from '#domain/value.ts';

export type Complex = Extract<Value, { kind: 'complex' }>;

/** What Python counts as a number; `bool` is one. */
export type Num = boolean | bigint | number | Complex;

/** The tolerances of Python's `math.isclose`. */
export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

export function isNum(value: Value): value is Num {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return true;
    case 'object':
      return value !== null && value.kind === 'complex';
    default:
      return false;
  }
}

export function isNan(value: Num): boolean {
  if (typeof value === 'object') return Number.isNaN(value.re) || Number.isNaN(value.im);
  return typeof value === 'number' && Number.isNaN(value);
}

/**
 * Python's `math.isclose(a, b, rel_tol=rel, abs_tol=abs)`, operation by operation: `rel` is relative to the larger
 * magnitude, an infinity is close to itself only, nan to nothing.
 */
export function isClose(a: number, b: number, { rel, abs }: Tolerance): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const off = Math.abs(b - a);
  return off <= Math.abs(rel * b) || off <= Math.abs(rel * a) || off <= abs;
}

function realEqual(a: bigint | number, b: bigint | number): boolean {
  if (typeof a === typeof b) return a === b;
  // JavaScript compares a bigint with a number by mathematical value, as Python compares an int with a float.
  return a <= b && a >= b;
}

function real(value: boolean | bigint | number): bigint | number {
  return typeof value === 'boolean' ? BigInt(value) : value;
}

function parts(value: Num): readonly [re: bigint | number, im: number] {
  return typeof value === 'object' ? [value.re, value.im] : [real(value), 0];
}

/** Python's `a == b`: exact across bool, int, float and complex; nan equals nothing. */
export function numsEqual(a: Num, b: Num): boolean {
  if (typeof a !== 'object' && typeof b !== 'object') return realEqual(real(a), real(b));
  const [aRe, aIm] = parts(a);
  const [bRe, bIm] = parts(b);
  return realEqual(aRe, bRe) && aIm === bIm;
}

/**
 * `math.isclose` of two numbers, `cmath.isclose` when one is complex. Ints take part as the nearest float; an int too
 * large to be a float, where Python raises OverflowError, is close to its equal only.
 */
export function numsClose(a: Num, b: Num, tolerance: Tolerance): boolean {
  if (numsEqual(a, b)) return true;
  if (isUnfloatable(a) || isUnfloatable(b)) return false;
  if (typeof a !== 'object' && typeof b !== 'object') return isClose(Number(a), Number(b), tolerance);
  const [aRe, aIm] = parts(a);
  const [bRe, bIm] = parts(b);
  const all = [Number(aRe), aIm, Number(bRe), bIm];
  if (!all.every(Number.isFinite)) return false;
  const off = Math.hypot(Number(aRe) - Number(bRe), aIm - bIm);
  const larger = Math.max(Math.hypot(Number(aRe), aIm), Math.hypot(Number(bRe), bIm));
  return off <= tolerance.rel * larger || off <= tolerance.abs;
}

function isUnfloatable(value: Num): boolean {
  return typeof value === 'bigint' && !Number.isFinite(Number(value));
}

/** |a - b|, or undefined where that is no finite number. */
export function distance(a: Num, b: Num): number | undefined {
  const [aRe, aIm] = parts(a);
  const [bRe, bIm] = parts(b);
  const re = typeof aRe === 'bigint' && typeof bRe === 'bigint' ? Number(aRe - bRe) : Number(aRe) - Number(bRe);
  const off = aIm === bIm ? Math.abs(re) : Math.hypot(re, aIm - bIm);
  return Number.isFinite(off) ? off : undefined;
}
