import type { Case, Problem } from '#domain/problem.ts';

export function aCase(partial: Partial<Case> & Pick<Case, 'name'>): Case {
  return {
    edge: 'basic',
    args: '1',
    earlier: [],
    unchanged: false,
    expectation: { kind: 'value', source: '1' },
    sample: false,
    why: 'Because.',
    ...partial,
  };
}

/** A small problem: two samples, three cases that only a submission runs. */
export function aProblem(partial: Partial<Problem> = {}): Problem {
  const cases = partial.cases ?? [
    aCase({ name: 'one pair', sample: true }),
    aCase({ name: 'every score tied', edge: 'ties' }),
    aCase({ name: 'two pairs', sample: true }),
    aCase({ name: 'half of them tied', edge: 'ties' }),
    aCase({ name: 'only positives', edge: 'single-class' }),
  ];
  return {
    id: 'auc',
    title: 'AUC',
    difficulty: 'medium',
    topics: ['metrics'],
    edges: [...new Set(cases.map(({ edge }) => edge))],
    caseCount: cases.length,
    entry: 'auc',
    signature: 'def auc(predictions)',
    comparison: { rule: 'exact' },
    timeLimit: { factor: 10, floorMs: 2000 },
    followUps: [],
    statementHtml: '',
    starter: 'def auc(predictions):\n    raise NotImplementedError\n',
    hints: [
      { title: 'First', html: '' },
      { title: 'Second', html: '' },
    ],
    editorialHtml: '',
    inputs: '',
    reference: '',
    ...partial,
    cases,
  };
}
