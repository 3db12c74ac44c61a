import type { CaseResult } from '#domain/verdict.ts';
import type { Judge } from './judge.ts';
import type { JudgeAnswer, JudgeQuestion } from './judge-protocol.ts';

/** The judge in a worker of its own, started at the first question. */
export function createWorkerJudge(): Judge {
  let worker: Worker | null = null;
  let nextId = 1;
  const waiting = new Map<number, { resolve(result: CaseResult): void; reject(error: Error): void }>();

  function start(): Worker {
    const started = new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module', name: 'judge' });
    started.addEventListener('message', ({ data }: MessageEvent<JudgeAnswer>) => {
      const question = waiting.get(data.questionId);
      waiting.delete(data.questionId);
      if (data.kind === 'judged') question?.resolve(data.result);
      else question?.reject(new Error(`The judge failed: ${data.message}`));
    });
    started.addEventListener('error', () => {
      for (const { reject } of waiting.values()) reject(new Error('The judge could not be loaded. Reload the page.'));
      waiting.clear();
      worker = null;
    });
    return started;
  }

  return {
    judge(problem, index, outcome, expected) {
      const item = problem.cases[index];
      if (item === undefined) return Promise.reject(new RangeError(`${problem.id} has no case ${index}`));
      worker ??= start();
      const questionId = nextId;
      nextId += 1;
      const question: JudgeQuestion = {
        questionId,
        problemId: problem.id,
        index,
        case: item,
        comparison: problem.comparison,
        outcome,
        expected,
      };
      const answered = new Promise<CaseResult>((resolve, reject) => waiting.set(questionId, { resolve, reject }));
      // What the candidate returned is needed nowhere else, so its bytes move instead of being copied.
      worker.postMessage(question, outcome.kind === 'returned' ? [outcome.value.buffer] : []);
      return answered;
    },
  };
}
