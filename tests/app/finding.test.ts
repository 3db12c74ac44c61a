import { describe, expect, it } from 'vitest';
import { findCommands, problemCommands, problemPath } from '#app/commands.ts';
import { filterProblems, NO_FILTER, topicsOf } from '#app/list-filter.ts';
import { similarProblems } from '#app/not-found-page.tsx';
import { resolveTheme } from '#app/theme.ts';
import { aCase, aProblem } from '../fakes/a-problem.ts';

const problems = [
  aProblem({ id: 'roc-auc', title: 'ROC AUC', topics: ['metrics'] }),
  aProblem({
    id: 'top-k',
    title: 'Top-K items',
    topics: ['heap', 'metrics'],
    difficulty: 'hard',
    cases: [aCase({ name: 'x', edge: 'empty' })],
  }),
];
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('the problem list', () => {
  it('finds problems by every word of title, topic or edge class', () => {
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, text: 'AUC metrics' }))).toEqual(['roc-auc']);
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, text: 'empty' }))).toEqual(['top-k']);
    expect(filterProblems(problems, {}, { ...NO_FILTER, text: 'auc heap' })).toEqual([]);
  });

  it('takes a problem without a state for new', () => {
    const states = { 'top-k': 'solved' } as const;
    expect(ids(filterProblems(problems, states, { ...NO_FILTER, state: 'new' }))).toEqual(['roc-auc']);
    expect(ids(filterProblems(problems, states, { ...NO_FILTER, state: 'solved' }))).toEqual(['top-k']);
  });

  it('filters by topic and difficulty together', () => {
    expect(ids(filterProblems(problems, {}, { ...NO_FILTER, topic: 'metrics', difficulty: 'hard' }))).toEqual([
      'top-k',
    ]);
    expect(topicsOf(problems)).toEqual(['heap', 'metrics']);
  });
});

describe('the command palette', () => {
  it('puts what starts with the query first', () => {
    const commands = ['Go to the run', 'Run the samples', 'Submit'].map((title) => ({
      id: title,
      title,
      perform: () => {},
    }));
    expect(findCommands(commands, 'run').map(({ title }) => title)).toEqual(['Run the samples', 'Go to the run']);
    expect(findCommands(commands, '  ')).toEqual(commands);
  });

  it('opens the problem that was chosen', () => {
    const visited: string[] = [];
    const [first] = findCommands(
      problemCommands(problems, (path) => visited.push(path)),
      'hard heap',
    );
    first?.perform();
    expect(visited).toEqual([problemPath('top-k')]);
  });
});

describe('an address of no problem', () => {
  it('suggests problems that share a word with it', () => {
    expect(ids(similarProblems('auc-roc', problems))).toEqual(['roc-auc']);
    expect(similarProblems('xyz', problems)).toEqual([]);
  });
});

describe('the theme', () => {
  it('follows the system only when asked to', () => {
    expect(resolveTheme('system', true)).toBe('dark');
    expect(resolveTheme('light', true)).toBe('light');
  });
});
