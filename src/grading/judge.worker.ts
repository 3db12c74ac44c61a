/// <reference lib="webworker" />
/** The judge on its own thread: comparing a hundred thousand rows must not stop the page. */

import { loadChecker } from '#catalog/checkers.ts';
import { messageOf } from '#domain/message-of.ts';
import { judgeCase } from '#judge/judge.ts';
import { KnownRight } from '#judge/known-right.ts';
import type { JudgeAnswer, JudgeQuestion } from './judge-protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

let known = { problemId: '', answers: new KnownRight() };

self.addEventListener('message', async ({ data }: MessageEvent<JudgeQuestion>) => {
  const { questionId, problemId, ...request } = data;
  try {
    if (known.problemId !== problemId) known = { problemId, answers: new KnownRight() };
    const { answers } = known;
    const checker = request.comparison.rule === 'checker' ? await loadChecker(problemId) : undefined;
    answer({ questionId, kind: 'begun' });
    answer({ questionId, kind: 'judged', result: judgeCase(request, checker, answers) });
  } catch (error) {
    answer({ questionId, kind: 'failed', message: messageOf(error) });
  }
});

function answer(message: JudgeAnswer): void {
  self.postMessage(message);
}
