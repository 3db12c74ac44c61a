/// <reference lib="webworker" />
/** The judge on its own thread: comparing a hundred thousand rows must not stop the page. */

import { loadChecker } from '#catalog/checkers.ts';
import { messageOf } from '#domain/message-of.ts';
import { judgeCase } from '#judge/judge.ts';
import { KnownRight } from '#judge/known-right.ts';
import type { JudgeAnswer, JudgeQuestion } from './judge-protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** What has been found right of the problem that the latest question was about. */
let known: { readonly problemId: string; readonly answers: KnownRight } | null = null;

self.addEventListener('message', async ({ data }: MessageEvent<JudgeQuestion>) => {
  const { questionId, problemId, ...request } = data;
  try {
    const checker = request.comparison.rule === 'checker' ? await loadChecker(problemId) : undefined;
    if (known?.problemId !== problemId) {
      known = { problemId, answers: new KnownRight() };
      answer({ questionId, kind: 'begun' });
    }
    answer({ questionId, kind: 'judged', result: judgeCase(request, checker, known.answers) });
  } catch (error) {
    answer({ questionId, kind: 'failed', message: messageOf(error) });
  }
});

function answer(message: JudgeAnswer): void {
  self.postMessage(message);
}
