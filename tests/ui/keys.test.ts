import { describe, expect, it } from 'vitest';
import { chordText, type KeyStroke, matchesChord } from '#ui/keys.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('a key combination', () => {
  it('wants exactly its modifiers', () => {
    expect(matchesChord(stroke('Enter', { ctrlKey: true }), 'Mod+Enter', false)).toBe(true);
    expect(matchesChord(stroke('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter', false)).toBe(false);
    expect(matchesChord(stroke('Enter'), 'Mod+Enter', false)).toBe(false);
    expect(matchesChord(stroke('F8', { shiftKey: true }), 'F8', false)).toBe(false);
  });

  it('takes Cmd for Mod on a Mac, and not Ctrl', () => {
    expect(matchesChord(stroke('Enter', { metaKey: true }), 'Mod+Enter', true)).toBe(true);
    expect(matchesChord(stroke('Enter', { ctrlKey: true }), 'Mod+Enter', true)).toBe(false);
  });

  it('finds digits and letters by their place where Alt or Shift changes the character', () => {
    expect(matchesChord(stroke('\u00a1', { altKey: true, code: 'Digit1' }), 'Alt+1', true)).toBe(true);
    expect(matchesChord(stroke('E', { ctrlKey: true, shiftKey: true, code: 'KeyE' }), 'Mod+Shift+E', false)).toBe(true);
  });

  it('finds point and comma by their place where Alt changes them', () => {
    expect(matchesChord(stroke('\u2265', { altKey: true, code: 'Period' }), 'Alt+.', true)).toBe(true);
    expect(matchesChord(stroke('\u2264', { altKey: true, code: 'Comma' }), 'Alt+,', true)).toBe(true);
    expect(matchesChord(stroke('\u02d8', { altKey: true, shiftKey: true, code: 'Period' }), 'Alt+.', true)).toBe(false);
    expect(matchesChord(stroke('>', { code: 'Period' }), 'Mod+.', true)).toBe(false);
  });

  it('takes a symbol whether or not the layout needs Shift for it', () => {
    expect(matchesChord(stroke('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesChord(stroke('?'), '?', false)).toBe(true);
  });

  it('is named as the keyboard names it', () => {
    expect(chordText('Mod+Shift+Enter', false)).toBe('Ctrl+Shift+Enter');
    expect(chordText('Mod+K', true)).toBe('\u2318K');
  });
});
