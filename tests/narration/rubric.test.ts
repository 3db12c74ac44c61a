import { expect, test } from 'vitest';
import type { AttemptEntry, AttemptEvent } from '#domain/attempt.ts';
import { SUGGESTED_SHARES } from '#domain/session-clock.ts';
import { createRubric } from '#narration/rubric.ts';
import { candidatesTimes } from '#narration/rubric-time.ts';
import { createFakeSession } from '../fakes/fake-session.ts';

const items = [
  { id: 'restate', title: 'Restated', listenFor: '', say: '', phrases: ['so I get'] },
  { id: 'complexity', title: 'Complexity', listenFor: '', say: '', phrases: ['O(n)'] },
];
const said = (from: number, text: string): AttemptEntry => ({ type: 'transcribed', from, to: from + 10, text });

function start(past: readonly AttemptEntry[] = [], history: readonly AttemptEvent[] = []) {
  const session = createFakeSession('', past);
  return { session, rubric: createRubric({ session, items, history: async () => history }) };
}

test('an item is ticked now, and the tick is in the log', () => {
  const { session, rubric } = start();
  rubric.tick('complexity');
  expect(session.appended).toEqual([{ type: 'rubric-ticked', item: 'complexity', about: 1 }]);
  expect([...rubric.store.getState().ticks.keys()]).toEqual(['complexity']);
  rubric.untick('complexity');
  rubric.untick('complexity');
  expect(session.appended).toHaveLength(2);
  expect(rubric.store.getState().ticks.size).toBe(0);
});

test('ticks of earlier visits are there', () => {
  const { rubric } = start([{ type: 'rubric-ticked', item: 'restate', about: 0 }]);
  expect([...rubric.store.getState().ticks.keys()]).toEqual(['restate']);
});

test('a key ticks and unticks, says so, and what it did can be taken back', () => {
  const { rubric } = start();
  rubric.toggle('restate');
  expect(rubric.store.getState().notice).toMatchObject({ item: { id: 'restate' }, ticked: true });
  rubric.undoNotice();
  expect(rubric.store.getState()).toMatchObject({ notice: null, ticks: new Map() });
  rubric.tick('restate', 0);
  rubric.toggle('restate');
  expect(rubric.store.getState().notice).toMatchObject({ ticked: false });
  rubric.undoNotice();
  expect(rubric.store.getState().ticks.get('restate')?.about).toBe(0);
  rubric.toggle('unknown');
  expect(rubric.store.getState().notice).toBeNull();
});

test('what was said suggests items, and never ticks one', () => {
  const { session, rubric } = start();
  expect(rubric.store.getState().heard).toBe(false);
  session.append(said(2, 'so I get a list'));
  session.append(said(50, 'this is O(n)'));
  expect(rubric.store.getState().suggestions.map(({ item }) => item)).toEqual(['restate', 'complexity']);
  expect(rubric.store.getState().ticks.size).toBe(0);
  rubric.tick('restate', 2);
  expect(rubric.store.getState().suggestions.map(({ item }) => item)).toEqual(['complexity']);
  rubric.untick('restate');
  expect(rubric.store.getState().suggestions).toHaveLength(2);
});

test('what was said on earlier visits suggests items too', async () => {
  const history = [{ ...said(1, 'so I get a list'), at: 1, session: 'earlier' }];
  const recording: AttemptEntry = { type: 'recording-started', recordingId: 'r', mimeType: 'audio/webm' };
  const { session, rubric } = start([recording], history);
  await Promise.resolve();
  expect(rubric.store.getState().suggestions.map(({ item }) => item)).toEqual(['restate']);
  session.append(said(50_000, 'this is O(n)'));
  expect(rubric.store.getState().suggestions.map(({ item }) => item)).toEqual(['restate', 'complexity']);
});

test('while another tab writes the attempt, nothing is ticked', () => {
  const { session, rubric } = start();
  session.setAccess({ kind: 'reading', because: 'elsewhere' });
  rubric.tick('restate');
  rubric.toggle('restate');
  expect(session.appended).toEqual([]);
  expect(rubric.store.getState().notice).toBeNull();
});

test('a moment shows as the clock read then; without a clock, since the opening', () => {
  const at = (ms: number, entry: AttemptEntry) => ({ ...entry, at: ms, session: 's' });
  const opened = at(1000, { type: 'opened', problemId: 'auc', code: '' });
  const events = [
    opened,
    at(61_000, { type: 'clock-started', lengthMs: 60_000, shares: SUGGESTED_SHARES }),
    at(71_000, { type: 'paused' }),
    at(91_000, { type: 'resumed' }),
  ];
  expect(candidatesTimes(events, [31_000, 66_000, 80_000, 96_000])).toEqual([30_000, 5000, 10_000, 15_000]);
  expect(candidatesTimes([opened], [500, 4000])).toEqual([0, 3000]);
});
