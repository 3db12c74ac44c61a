import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Comparison } from '#ui/comparison.tsx';
import { groupByEdge } from '#workbench/board.ts';
import { CaseStrip, keyTarget } from '#workbench/case-strip.tsx';
import { aProblem } from '../fakes/a-problem.ts';

function strip(selected: number | null): string {
  const { cases } = aProblem();
  return renderToStaticMarkup(
    <CaseStrip
      cases={cases}
      groups={groupByEdge(cases, [0, 1, 2])}
      edgeClasses={{ ties: 'Equal values.' }}
      results={new Map()}
      run={{ kind: 'idle' }}
      selected={selected}
      onSelect={() => {}}
    />,
  );
}

describe('the strip of cases', () => {
  it('names every square by edge class, case and verdict', () => {
    expect(strip(null)).toContain('aria-label="ties: every score tied, not run"');
  });

  it('has exactly one tab stop, the selected square', () => {
    const html = strip(1);
    expect(html.match(/tabindex="0"/g)).toHaveLength(1);
    expect(html).toMatch(/aria-selected="true" aria-label="ties: every score tied[^>]*tabindex="0"/);
  });

  it('moves within its ends', () => {
    expect(keyTarget('ArrowRight', 2, 3)).toBe(2);
    expect(keyTarget('ArrowLeft', 0, 3)).toBe(0);
    expect(keyTarget('ArrowRight', 0, 3)).toBe(1);
    expect(keyTarget('End', 0, 3)).toBe(2);
    expect(keyTarget('Tab', 0, 3)).toBe(-1);
  });
});

describe('expected beside got', () => {
  it('marks exactly the range that differs, and escapes what Python printed', () => {
    const html = renderToStaticMarkup(
      <Comparison expected={{ text: '[1, 2]', mark: [4, 5] }} got={{ text: '<b>', mark: [0, 1] }} />,
    );
    expect(html).toContain('[1, <mark>2</mark>]');
    expect(html).toContain('<mark>&lt;</mark>b&gt;');
  });
});
