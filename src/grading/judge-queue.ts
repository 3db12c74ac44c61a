import type { CaseResult } from '#domain/verdict.ts';
import { tooLongToJudge } from '#judge/judge.ts';
import type { Judge } from './judge.ts';
import type { JudgeAnswer, JudgeQuestion } from './judge-protocol.ts';

/** A thread that judges, as this side sees it. */
export interface JudgePort {
  post(question: JudgeQuestion, transfer: readonly Transferable[]): void;
  onAnswer(listener: (answer: JudgeAnswer) => void): void;
  /** The thread itself failed: it could not be loaded, or died. */
  onError(listener: () => void): void;
  terminate(): void;
}

/** What any comparison may take, in ms. Those of the largest cases take a tenth of it. */
const LIMIT_MS = 3000;

/** What more it may take for each megabyte that is expected; what was returned makes no claim. */
const MS_PER_MEGABYTE = 1000;

/** Time is counted in steps, so that a page or a machine that slept in between is not held against the answer. */
const STEP_MS = 250;

/** Up to this many bytes of values are under way at once, as copies, so that they can be sent once more. */
const AHEAD_BYTES = 256 * 1024;

interface Waiting {
  readonly question: JudgeQuestion;
  readonly bytes: number;
  readonly signal: AbortSignal | undefined;
  resolve(result: CaseResult): void;
  reject(error: unknown): void;
}

/**
 * A judge on another thread. A question that takes longer than its time costs its own case the verdict, and the thread
 * its life: whatever else waits is asked again in a fresh one. So does a question that is aborted under way.
 */
export function createQueuedJudge(start: () => JudgePort): Judge {
  let port: JudgePort | null = null;
  let nextId = 1;
  let waiting: Waiting[] = [];
  /** In the order asked. One that is larger than `AHEAD_BYTES` is alone here. */
  const asked = new Map<number, Waiting>();
  let bytesAsked = 0;
  /** The problem that the thread is at: further questions about it need no loading, their time counts at once. */
  let begunWith: string | null = null;
  /** The question whose time is counted. */
  let timed: Waiting | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): JudgePort {
    const started = start();
    begunWith = null;
    started.onAnswer((answer) => {
      if (port === started) hear(answer);
    });
    started.onError(() => {
      if (port !== started) return;
      port = null;
      started.terminate();
      stopCounting();
      for (const { reject } of [...asked.values(), ...waiting])
        reject(new Error('The judge could not be loaded. Reload the page.'));
      asked.clear();
      bytesAsked = 0;
      waiting = [];
    });
    return started;
  }

  function hear(answer: JudgeAnswer): void {
    const question = asked.get(answer.questionId);
    if (question === undefined) return;
    if (answer.kind !== 'failed') begunWith = question.question.problemId;
    if (answer.kind === 'begun') {
      count(question);
      return;
    }
    settle(question);
    if (answer.kind === 'judged') question.resolve(answer.result);
    else question.reject(new Error(`The judge failed: ${answer.message}`));
    ask();
  }

  /** Counts the time of the question that the thread has to be at. */
  function countNext(): void {
    const [next] = asked.values();
    if (next !== undefined && timed === null && next.question.problemId === begunWith) count(next);
  }

  function count(question: Waiting): void {
    stopCounting();
    timed = question;
    countDown(question, Math.ceil(limitOf(question) / STEP_MS));
  }

  function countDown(late: Waiting, steps: number): void {
    timer = setTimeout(() => {
      if (steps > 1) return countDown(late, steps - 1);
      settle(late);
      late.resolve(tooLongToJudge(late.question, limitOf(late)));
      startAfresh();
    }, STEP_MS);
  }

  function stopCounting(): void {
    clearTimeout(timer);
    timed = null;
  }

  function settle(settled: Waiting): void {
    if (timed === settled) stopCounting();
    asked.delete(settled.question.questionId);
    bytesAsked -= settled.bytes;
  }

  /** Ends the thread in the middle of its work. */
  function startAfresh(): void {
    stopCounting();
    port?.terminate();
    waiting = [...asked.values(), ...waiting].filter(({ signal }) => !signal?.aborted);
    asked.clear();
    bytesAsked = 0;
    // Started at once, whether or not somebody waits: the next question finds it ready.
    port = begin();
    ask();
  }

  function ask(): void {
    send();
    countNext();
  }

  function send(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (asked.size > 0 && bytesAsked + next.bytes > AHEAD_BYTES) return;
      waiting.shift();
      const { question, bytes } = next;
      asked.set(question.questionId, next);
      bytesAsked += bytes;
      port ??= begin();
      // What the candidate returned is needed nowhere else: where it is large its bytes move instead of being copied.
      const { outcome } = question;
      port.post(question, outcome.kind === 'returned' && bytes > AHEAD_BYTES ? [outcome.value.buffer] : []);
    }
  }

  return {
    judge(problem, index, outcome, expected, signal) {
      const item = problem.cases[index];
      if (item === undefined) return Promise.reject(new RangeError(`${problem.id} has no case ${index}`));
      if (signal?.aborted) return Promise.reject(signal.reason);
      const question: JudgeQuestion = {
        questionId: nextId++,
        problemId: problem.id,
        index,
        case: item,
        comparison: problem.comparison,
        outcome,
        expected,
      };
      return new Promise<CaseResult>((resolve, reject) => {
        const bytes = outcome.kind === 'returned' ? outcome.value.byteLength : 0;
        const abort = (): void => {
          reject(signal?.reason);
          waiting = waiting.filter((one) => one.question !== question);
          if (asked.has(question.questionId)) startAfresh();
        };
        signal?.addEventListener('abort', abort, { once: true });
        const done = (): void => signal?.removeEventListener('abort', abort);
        waiting.push({
          question,
          bytes,
          signal,
          resolve: (result) => {
            done();
            resolve(result);
          },
          reject: (error) => {
            done();
            reject(error);
          },
        });
        ask();
      });
    },
  };
}

function limitOf({ question: { expected } }: Waiting): number {
  const bytes = expected.answer.kind === 'value' ? expected.answer.value.byteLength : 0;
  return LIMIT_MS + MS_PER_MEGABYTE * Math.floor(bytes / 1e6);
}
