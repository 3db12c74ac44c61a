import type { Value } from '#domain/value.ts';
import type { Complex } from './numbers.ts';

/** Digits and decimal exponent of a finite number: the shortest ones that read back as the same number. */
function shortest(value: number): { readonly negative: boolean; readonly digits: string; readonly exponent: number } {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const negative = value < 0 || Object.is(value, -0);
  return { negative, digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** Python's `repr` of a float: exponents below -4 and from 16 on are written as such, with two digits at least. */
export function floatRepr(value: number): string {
  return formatFloat(value, '.0');
}

function formatFloat(value: number, whole: string): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const { negative, digits, exponent } = shortest(value);
  const sign = negative ? '-' : '';
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits.slice(0, 1)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const integer = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${integer}${fraction === '' ? whole : `.${fraction}`}`;
}

/** Python's `repr` of a complex: `2j`, `(1+2j)`, `(-0-1j)`. */
export function complexRepr({ re, im }: Complex): string {
  const imaginary = formatFloat(im, '');
  if (Object.is(re, 0)) return `${imaginary}j`;
  return `(${formatFloat(re, '')}${imaginary.startsWith('-') ? '' : '+'}${imaginary}j)`;
}

/** Beyond this many hexadecimal digits an int is not written in decimal, which takes more than linear time. */
const MAX_HEX_DIGITS = 4000;

/** Decimal digits, or hexadecimal ones with `0x` for an int of more than 16,000 bits. */
export function intRepr(value: bigint): string {
  const small = BigInt.asIntN(64, value) === value;
  if (small) return value.toString();
  const hex = value.toString(16);
  if (hex.length <= MAX_HEX_DIGITS) return value.toString();
  return hex.startsWith('-') ? `-0x${hex.slice(1)}` : `0x${hex}`;
}

export type Quote = "'" | '"';

/** The quotes that Python would put around `text`. */
export function quoteFor(text: string): Quote {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What `str.isprintable` is false for, a plain space excepted. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/** One character (a code point) as it stands inside a Python string literal. */
function escapeCharacter(character: string, quote: Quote): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (character === quote) return `\\${character}`;
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  if (point <= 0xff) return `\\x${hex(point, 2)}`;
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

/** The inside of the literal that Python's `repr` would write for `text`. */
export function escapeText(text: string, quote: Quote): string {
  let escaped = '';
  for (const character of text) escaped += escapeCharacter(character, quote);
  return escaped;
}

function escapeByte(byte: number, quote: Quote): string {
  const character = String.fromCharCode(byte);
  if (byte >= 0x20 && byte < 0x7f && character !== quote) return ESCAPES[character] ?? character;
  return ESCAPES[character] ?? (character === quote ? `\\${character}` : `\\x${hex(byte, 2)}`);
}

/** Python's `repr` of the first `limit` bytes, with an ellipsis where there are more. */
export function bytesRepr(bytes: Uint8Array, limit: number): string {
  const shown = bytes.subarray(0, limit);
  const quote = shown.includes(0x27) && !shown.includes(0x22) ? '"' : "'";
  const inside = Array.from(shown, (byte) => escapeByte(byte, quote)).join('');
  return `b${quote}${inside}${bytes.length > limit ? '…' : ''}${quote}`;
}

/** The name of numpy's scalar class: `float64`, `bool`, `str_`. */
export function numpyScalarName(dtype: string): string {
  if (/^[<>=|]?U\d*$/.test(dtype)) return 'str_';
  if (/^[<>=|]?S\d*$/.test(dtype)) return 'bytes_';
  return dtype;
}

/** `type(value).__name__`, with numpy's name in front of its own classes. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'string':
      return 'str';
    default:
      break;
  }
  if (value === null) return 'NoneType';
  if (typeof value !== 'object') return 'object';
  switch (value.kind) {
    case 'ndarray':
      return 'numpy.ndarray';
    case 'numpy-scalar':
      return `numpy.${numpyScalarName(value.dtype)}`;
    case 'dataclass':
      return value.name;
    case 'opaque':
      return value.type;
    default:
      return value.kind;
  }
}
