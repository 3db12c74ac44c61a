import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AttemptEvent } from '#domain/attempt.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseResult, Rendering } from '#domain/verdict.ts';
import type { Explainer } from '#grading/explainer.ts';
import type { AttemptSession } from '#storage/attempt-log.ts';

/** One input of the candidate's own, and what is known of it. */
export interface OwnInput {
  readonly id: string;
  /** As it was typed. */
  readonly args: string;
  readonly state: OwnInputState;
}

export type OwnInputState =
  /** Restored from the log: nothing runs before somebody asks. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly what: 'running' | 'asking' }
  /** `message` is a sentence: what is wrong with the input. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'answered'; readonly expected: Rendering }
  | {
      readonly kind: 'tried';
      /** The argument list in literals. */
      readonly args: string;
      readonly expected: Rendering;
      readonly result: CaseResult;
      /** The code that the result is of. */
      readonly code: string;
    };

export interface OwnInputsState {
  /** What is being typed. */
  readonly draft: string;
  /** Why what was typed last is not an input; null once it changes. */
  readonly problem: string | null;
  /** The newest first. */
  readonly inputs: readonly OwnInput[];
}

export interface OwnInputsPart {
  readonly store: StoreApi<OwnInputsState>;
  type(text: string): void;
  /** Keeps what is typed as an input, and runs the code on it or only asks the reference. */
  add(what: 'run' | 'ask'): void;
  run(id: string): void;
  ask(id: string): void;
  /** Takes an input back into the box. */
  edit(id: string): void;
  remove(id: string): void;
  /** Stops what is under way. */
  stop(): void;
}

interface Collaborators {
  readonly problem: Problem;
  readonly session: AttemptSession;
  readonly explainer: Explainer;
  readonly code: () => string;
}

/** Inputs of the candidate's own. They are kept in the attempt; what came of them is worked out anew. */
export function createOwnInputsPart({ problem, session, explainer, code }: Collaborators): OwnInputsPart {
  const store = createStore<OwnInputsState>(() => ({ draft: '', problem: null, inputs: keptInputs(session.events) }));
  const { getState, setState } = store;
  let live: { readonly id: string; readonly abort: AbortController } | null = null;
  let added = 0;
  /** Inputs that nobody has accepted yet: only then are they kept. */
  const fresh = new Set<string>();

  function keep(id: string, args: string): void {
    if (fresh.delete(id)) session.append({ type: 'tried', inputId: id, args });
  }

  const put = (id: string, state: OwnInputState): void =>
    setState(({ inputs }) => ({ inputs: inputs.map((one) => (one.id === id ? { ...one, state } : one)) }));
  const find = (id: string): OwnInput | undefined => getState().inputs.find((one) => one.id === id);

  function stop(): void {
    if (live === null) return;
    const { id, abort } = live;
    live = null;
    keep(id, find(id)?.args ?? '');
    put(id, { kind: 'idle' });
    abort.abort();
  }

  function work(id: string, what: 'running' | 'asking'): void {
    const input = find(id);
    if (input === undefined) return;
    stop();
    const abort = new AbortController();
    const mine = { id, abort };
    live = mine;
    put(id, { kind: 'working', what });
    const finished = (state: OwnInputState): void => {
      if (live !== mine) return;
      live = null;
      if (state.kind === 'refused' && fresh.delete(id)) {
        // Back into the box it goes, to be mended.
        setState(({ draft, inputs }) => ({
          draft: draft === '' ? input.args : draft,
          problem: state.message,
          inputs: inputs.filter((one) => one.id !== id),
        }));
        return;
      }
      keep(id, input.args);
      put(id, state);
    };
    const source = code();
    const asked: Promise<OwnInputState> =
      what === 'running'
        ? explainer
            .tryOut(problem, source, input.args, abort.signal)
            .then((tried) => (tried.kind === 'tried' ? { ...tried, code: source } : refusal(tried.message)))
        : explainer
            .check(problem, input.args, { signal: abort.signal })
            .then((said) =>
              said.kind === 'answered' ? { kind: 'answered', expected: said.expected } : refusal(said.message),
            );
    asked.then(finished, (error: unknown) => finished(refusal(messageOf(error))));
  }

  return {
    store,
    type: (draft) => setState({ draft, problem: null }),
    add(what) {
      const args = getState().draft.trim();
      if (args === '' && problem.cases.every((item) => item.args.trim() !== '')) return;
      const known = getState().inputs.find((one) => one.args === args);
      const id = known?.id ?? `${session.events.length}-${++added}`;
      if (known === undefined) {
        fresh.add(id);
        setState(({ inputs }) => ({ inputs: [{ id, args, state: { kind: 'idle' } }, ...inputs] }));
      }
      setState({ draft: '', problem: null });
      work(id, what === 'run' ? 'running' : 'asking');
    },
    run: (id) => work(id, 'running'),
    ask: (id) => work(id, 'asking'),
    edit(id) {
      const input = find(id);
      if (input !== undefined) setState({ draft: input.args, problem: null });
    },
    remove(id) {
      if (live?.id === id) stop();
      if (!fresh.delete(id)) session.append({ type: 'tried-removed', inputId: id });
      setState(({ inputs }) => ({ inputs: inputs.filter((one) => one.id !== id) }));
    },
    stop,
  };
}

function refusal(message: string): OwnInputState {
  return { kind: 'refused', message };
}

/** The inputs that an attempt has kept, the newest first. */
export function keptInputs(events: readonly AttemptEvent[]): readonly OwnInput[] {
  const kept = new Map<string, OwnInput>();
  for (const event of events) {
    if (event.type === 'tried')
      kept.set(event.inputId, { id: event.inputId, args: event.args, state: { kind: 'idle' } });
    else if (event.type === 'tried-removed') kept.delete(event.inputId);
  }
  return [...kept.values()].reverse();
}
