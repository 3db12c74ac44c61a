import { describe, expect, it } from 'vitest';
import type { CaseResult } from '#domain/verdict.ts';
import { guessFits, suggestedGrade } from '#review/guess.ts';

function aResult(partial: Partial<CaseResult>): CaseResult {
  const output = { stdout: '', stderr: '', dropped: 0 };
  return { index: 0, name: 'x', edge: 'ties', verdict: 'Wrong Answer', ms: 1, output, ...partial };
}

const returned = (text: string) => aResult({ got: { text } });

describe('a guess fits', () => {
  it('the value that came back, up to spaces and quotes', () => {
    expect(guessFits('[1,2]', returned('[1, 2]'))).toBe(true);
    expect(guessFits('{"a": 1}', returned("{'a': 1}"))).toBe(true);
    expect(guessFits('[2, 1]', returned('[1, 2]'))).toBe(false);
    expect(guessFits('True', returned('1'))).toBe(false);
  });

  it('a number up to what one writes of it', () => {
    expect(guessFits('0.667', returned('0.6666666666666666'))).toBe(true);
    expect(guessFits('1', returned('1.0'))).toBe(true);
    expect(guessFits('0.6', returned('0.6666666666666666'))).toBe(false);
  });

  it('the name of the exception, wherever it stands', () => {
    const raised = aResult({ verdict: 'Runtime Error', message: 'ZeroDivisionError: division by zero' });
    expect(guessFits('it raises a zerodivisionerror', raised)).toBe(true);
    expect(guessFits('ValueError', raised)).toBe(false);
  });

  it('a word for the limit that was passed', () => {
    expect(guessFits('too slow', aResult({ verdict: 'Time Limit Exceeded' }))).toBe(true);
    expect(guessFits('runs out of memory', aResult({ verdict: 'Memory Limit Exceeded' }))).toBe(true);
    expect(guessFits('0.5', aResult({ verdict: 'Time Limit Exceeded' }))).toBe(false);
  });

  it('nothing where nothing was said', () => {
    expect(guessFits('  ', returned('0'))).toBe(false);
    expect(guessFits('', aResult({ verdict: 'Time Limit Exceeded' }))).toBe(false);
  });
});

describe('the grade that is suggested', () => {
  it('asks for both understanding and repair', () => {
    expect(suggestedGrade({ right: true, fixed: true })).toBe(3);
    expect(suggestedGrade({ right: false, fixed: true })).toBe(2);
    expect(suggestedGrade({ right: true, fixed: false })).toBe(1);
    expect(suggestedGrade({ right: false, fixed: false })).toBe(1);
  });
});
