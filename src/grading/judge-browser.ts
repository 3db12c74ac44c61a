import type { Judge } from './judge.ts';
import type { JudgeAnswer } from './judge-protocol.ts';
import { createQueuedJudge, type JudgePort } from './judge-queue.ts';

/** The judge in a worker of its own, started at the first question and replaced when it takes too long. */
export function createWorkerJudge(): Judge {
  return createQueuedJudge(startWorker);
}

function startWorker(): JudgePort {
  const worker = new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module', name: 'judge' });
  return {
    post: (question, transfer) => worker.postMessage(question, [...transfer]),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<JudgeAnswer>) => listener(data)),
    onError: (listener) => worker.addEventListener('error', () => listener()),
    terminate: () => worker.terminate(),
  };
}
