import { describe, expect, it } from 'vitest';
import type { Value } from '#domain/value.ts';
import { binsOf } from '#workbench/pictures/calibration.tsx';
import { curvePoints, isTie, tieGroups } from '#workbench/pictures/curve.ts';
import { inWords } from '#workbench/pictures/curve-picture.tsx';
import { dpTableOf } from '#workbench/pictures/dp-table.tsx';
import { graphInWords, graphOf } from '#workbench/pictures/graph.tsx';
import { inWindow, timelineOf } from '#workbench/pictures/windows.tsx';

const list = (...items: readonly Value[]): Value => ({ kind: 'list', items });
const tuple = (...items: readonly Value[]): Value => ({ kind: 'tuple', items });

describe('the curve', () => {
  const pairs = list(tuple(0.9, 1n), tuple(0.5, true), tuple(0.5, 0n), tuple(0.1, 0n));

  it('moves once for each distinct score', () => {
    const groups = tieGroups({ kind: 'roc', scores: 0 }, [pairs]) ?? [];
    expect(groups).toEqual([
      { score: 0.9, positives: 1, negatives: 0 },
      { score: 0.5, positives: 1, negatives: 1 },
      { score: 0.1, positives: 0, negatives: 1 },
    ]);
    expect(groups.map(isTie)).toEqual([false, true, false]);
    expect(curvePoints('roc', groups).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0, 0.5],
      [0.5, 1],
      [1, 1],
    ]);
    expect(curvePoints('pr', groups).map(({ x, y }) => [x, y])).toEqual([
      [0, 1],
      [0.5, 1],
      [1, 2 / 3],
      [1, 0.5],
    ]);
    expect(inWords(groups)).toContain('1 positive and 1 negative at 0.5');
  });

  it('takes labels and scores from lists of their own', () => {
    const args = [list(1n, 0n), list(0.5, 0.25)];
    expect(tieGroups({ kind: 'pr', labels: 0, scores: 1 }, args)).toHaveLength(2);
  });

  it('is not drawn of one class, of nothing, of other labels, of too many', () => {
    const of = (value: Value) => tieGroups({ kind: 'roc', scores: 0 }, [value]);
    expect(of(list(tuple(0.5, 1n)))).toBeNull();
    expect(of(list())).toBeNull();
    expect(of(list(tuple(0.5, 1n), tuple(0.5, 2n)))).toBeNull();
    expect(of(list(tuple(Number.NaN, 1n), tuple(0.5, 0n)))).toBeNull();
    expect(of(list(...Array.from({ length: 61 }, (_, i) => tuple(i, BigInt(i % 2)))))).toBeNull();
    expect(of('text')).toBeNull();
  });
});

describe('calibration bins', () => {
  const picture = { kind: 'calibration', labels: 0, probabilities: 1, bins: 2 } as const;

  it('are closed on the right; zero belongs to the first', () => {
    const bins = binsOf(picture, [list(0n, 1n, 1n), list(0, 0.5, 0.51), 2n]);
    expect(bins?.filled.map(({ number, count }) => [number, count])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(bins?.filled[0]).toMatchObject({ meanLabel: 0.5, meanProbability: 0.25 });
  });

  it('are ten where nothing is said, and none where there are too many', () => {
    expect(binsOf(picture, [list(1n), list(0.5)])?.all).toBe(10);
    expect(binsOf(picture, [list(1n), list(0.5), 5000n])).toBeNull();
    expect(binsOf(picture, [list(1n), list(1.5), 10n])).toBeNull();
  });
});

describe('the window on the time axis', () => {
  const events = list(tuple(100n, 'x', 5n), tuple(103n, 'y', 2n), tuple(103n, 'x', 2n), tuple(110n, 'x', 1n));
  const picture = { kind: 'windows', events: 0, time: 0, lane: 1, length: 1, ends: '[)' } as const;

  it('is that of the first event whose answer differs, in its own lane', () => {
    const timeline = timelineOf(picture, [events, 10n], '[3][0]');
    expect(timeline).toMatchObject({ lanes: ['x', 'y'], focus: 3, length: 10 });
    expect(timeline && inWindow(timeline)).toEqual([0, 2]);
  });

  it('holds its ends or not, as the problem says', () => {
    const windowOf = (ends: '[]' | '[)' | '(]' | '()') => {
      const timeline = timelineOf({ ...picture, ends }, [events, 10n], undefined);
      return timeline && inWindow(timeline);
    };
    expect(windowOf('[]')).toEqual([0, 2, 3]);
    expect(windowOf('(]')).toEqual([2, 3]);
    expect(windowOf('()')).toEqual([2]);
  });

  it('counts places where these are the times', () => {
    const byPlace = { kind: 'windows', events: 0, time: 'position', length: 1, ends: '(]' } as const;
    const timeline = timelineOf(byPlace, [list(5n, 7n, 9n, 1n), 3n], '[1]');
    expect(timeline?.focus).toBe(3);
    expect(timeline && inWindow(timeline)).toEqual([1, 2, 3]);
  });

  it('is not drawn without events or without a length', () => {
    expect(timelineOf(picture, [list(), 10n], undefined)).toBeNull();
    expect(timelineOf(picture, [events, 0n], undefined)).toBeNull();
    expect(timelineOf(picture, [events], undefined)).toBeNull();
  });
});

describe('the graph', () => {
  it('is read from pairs, with weights and with nodes that stand alone', () => {
    const edges = list(tuple('a', 'b', 3n), tuple('b', 'a', 4n));
    const graph = graphOf({ kind: 'graph', edges: 0, nodes: 1, directed: true }, [edges, list('a', 'b', 'c')]);
    expect(graph?.nodes).toEqual(['a', 'b', 'c']);
    expect(graph && graphInWords(graph)).toBe('3 nodes, 2 edges: a → b (3), b → a (4). Without an edge: c.');
  });

  it('is read from what each node needs', () => {
    const needs: Value = {
      kind: 'dict',
      entries: [
        ['ctr', list('clicks')],
        ['views', list()],
      ],
    };
    const graph = graphOf({ kind: 'graph', edges: 0, directed: true }, [needs]);
    expect(graph?.edges).toEqual([{ from: 'clicks', to: 'ctr', weight: null }]);
    expect(graph?.nodes).toEqual(['ctr', 'views', 'clicks']);
  });

  it('is not drawn when it is large or no graph', () => {
    const many = list(...Array.from({ length: 20 }, (_, i) => tuple(BigInt(i), BigInt(i + 1))));
    expect(graphOf({ kind: 'graph', edges: 0, directed: true }, [many])).toBeNull();
    expect(graphOf({ kind: 'graph', edges: 0, directed: true }, [list(1n)])).toBeNull();
    expect(graphOf({ kind: 'graph', edges: 0, directed: true }, [null])).toBeNull();
  });
});

describe('the table of dynamic programming', () => {
  it('of the edit distance marks one cheapest way', () => {
    const table = dpTableOf({ kind: 'dp-table', of: 'edit-distance', from: 0, to: 1 }, ['cat', 'cut']);
    expect(table?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      [0, 1, 2, 3],
      [1, 0, 1, 2],
      [2, 1, 1, 2],
      [3, 2, 2, 1],
    ]);
    expect(table?.text).toContain('The distance is 1');
    expect(table?.rows.map(({ cells }) => cells.findIndex(({ chosen }) => chosen))).toEqual([0, 1, 2, 3]);
  });

  it('of rising subsequences marks one of the longest', () => {
    const table = dpTableOf({ kind: 'dp-table', of: 'rising', numbers: 0 }, [list(4n, 1n, 3n, 3n, 8n)]);
    expect(table?.rows[0]?.cells).toEqual([
      { value: 1, chosen: false },
      { value: 1, chosen: true },
      { value: 2, chosen: true },
      { value: 2, chosen: false },
      { value: 3, chosen: true },
    ]);
  });

  it('of Viterbi marks the best path, and says when there is none', () => {
    const picture = {
      kind: 'dp-table',
      of: 'viterbi',
      observations: 0,
      states: 1,
      start: 2,
      transitions: 3,
      emissions: 4,
    } as const;
    const dict = (entries: Readonly<Record<string, Value>>): Value => ({
      kind: 'dict',
      entries: Object.entries(entries),
    });
    const start = dict({ A: 0.5, B: 0.5 });
    const transitions = dict({ A: dict({ A: 0.9, B: 0.1 }), B: dict({ A: 0.5, B: 0.5 }) });
    const emissions = dict({ A: dict({ x: 0.9, y: 0.1 }), B: dict({ x: 0.2, y: 0.8 }) });
    const table = dpTableOf(picture, [list('x', 'y'), list('A', 'B'), start, transitions, emissions]);
    expect(table?.text).toBe('The best path ends with -3.206; it is marked.');
    expect(table?.rows.map(({ name, cells }) => [name, cells.map(({ chosen }) => chosen)])).toEqual([
      ['A', [true, true]],
      ['B', [false, false]],
    ]);
    const none = dpTableOf(picture, [list('z'), list('A', 'B'), start, transitions, emissions]);
    expect(none?.text).toBe('No path is possible.');
  });

  it('is not shown of long inputs', () => {
    expect(dpTableOf({ kind: 'dp-table', of: 'rising', numbers: 0 }, [list()])).toBeNull();
    expect(dpTableOf({ kind: 'dp-table', of: 'edit-distance', from: 0, to: 1 }, ['a'.repeat(17), ''])).toBeNull();
  });
});
