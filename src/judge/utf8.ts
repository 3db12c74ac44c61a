const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Up to this many bytes a loop of our own is faster than a call of `TextDecoder`. */
const SHORT = 32;

/** What Python's `surrogatepass` wrote: text, or the reason why there is none. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  /** Two surrogate code points that JavaScript could only hold as the one character which they are not. */
  | { readonly kind: 'surrogate-pair' }
  | { readonly kind: 'invalid' };

function shortAscii(bytes: Uint8Array, start: number, end: number): string | null {
  let text = '';
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte > 0x7f) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The code point of a three-byte surrogate (ED A0..BF 80..BF) at `at`, or -1. */
function surrogateAt(bytes: Uint8Array, at: number, end: number): number {
  if (at + 3 > end || bytes[at] !== 0xed) return -1;
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) return -1;
  return 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
}

function strictText(bytes: Uint8Array, start: number, end: number): string | null {
  try {
    return strict.decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
}

/**
 * Decodes UTF-8 between two offsets of `bytes`; lone surrogates, which Python's `surrogatepass` writes as three bytes
 * each, are kept.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): DecodedText {
  const short = end - start <= SHORT ? shortAscii(bytes, start, end) : null;
  const plain = short ?? strictText(bytes, start, end);
  if (plain !== null) return { kind: 'text', text: plain };

  // In valid UTF-8 the byte ED is only ever the first of a sequence, so surrogates can be looked for byte by byte.
  const parts: string[] = [];
  let from = start;
  let previous = -1;
  for (let at = bytes.indexOf(0xed, start); at !== -1 && at < end; at = bytes.indexOf(0xed, at + 1)) {
    const surrogate = surrogateAt(bytes, at, end);
    if (surrogate === -1) continue;
    if (at > from || previous === -1) {
      const between = strictText(bytes, from, at);
      if (between === null) return { kind: 'invalid' };
      parts.push(between);
      previous = -1;
    }
    if (previous >= 0xd800 && previous < 0xdc00 && surrogate >= 0xdc00) return { kind: 'surrogate-pair' };
    parts.push(String.fromCharCode(surrogate));
    previous = surrogate;
    from = at + 3;
  }
  const rest = strictText(bytes, from, end);
  if (rest === null) return { kind: 'invalid' };
  parts.push(rest);
  return { kind: 'text', text: parts.join('') };
}
