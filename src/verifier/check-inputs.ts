import type { Submission } from '#catalog/package.ts';
import { messageOf } from '#domain/message-of.ts';
import type { Case, Problem } from '#domain/problem.ts';
import { createExpectations } from '#grading/expectations.ts';
import { limitOf } from '#grading/grade.ts';
import { tell } from './assess-submission.ts';
import { type Parts, setExam, sitExam } from './exam.ts';

/** 200 sizes: each from 0 to 30 about six times, and a few larger ones. */
export const sizes: readonly number[] = [...Array.from({ length: 194 }, (_, i) => i % 31), 60, 100, 150, 200, 300, 500];
const SEED = 20_260;
const SHOWN = 3;

/**
 * Checks that `generate` only makes what `validate` accepts, and that the accepted solutions agree on what it makes.
 * Returns complaints; none means that all is well.
 */
export async function checkInputs(parts: Parts, problem: Problem, accepted: readonly Submission[]): Promise<string[]> {
  const { inputs } = problem;
  let generated: readonly string[];
  try {
    generated = await parts.runner.generate({ inputs, seed: SEED, sizes });
  } catch (error) {
    return [`inputs.py: generate fails: ${messageOf(error)}`];
  }
  const objections = (await parts.runner.validate({ inputs, args: generated })).flatMap((objection, i) =>
    objection === null
      ? []
      : [`inputs.py: validate refuses what generate made for size ${sizes[i]}: ${objection} (${cut(generated[i])})`],
  );
  if (objections.length > 0) return cutList(objections);
  return cutList(await findDisagreements(parts, problem, accepted, generated));
}

async function findDisagreements(
  parts: Parts,
  problem: Problem,
  accepted: readonly Submission[],
  generated: readonly string[],
): Promise<string[]> {
  const cases = generated.map(
    (args, index): Case => ({
      name: `generated input ${index}, size ${sizes[index]}`,
      edge: 'basic',
      args,
      earlier: [],
      unchanged: true,
      expectation: { kind: 'reference' },
      sample: false,
      why: '',
    }),
  );
  const complaints: string[] = [];
  try {
    // Of its own: the parts know the problem by its id, with other cases.
    const exam = await setExam(createExpectations(parts.runner), { ...problem, cases });
    for (const { file, source } of accepted) {
      const results = await sitExam(parts, exam, {
        code: source,
        cases: cases.map((_, index) => index),
        limitFor: (_, { referenceMs }) => limitOf(problem.timeLimit, referenceMs),
        stopAtFailure: false,
      });
      for (const result of results) {
        if (result.verdict === 'Accepted') continue;
        const args = generated[result.index];
        complaints.push(
          `accepted/${file}: disagrees with the reference on ${problem.entry}(${cut(args)}): ${tell(result)}`,
        );
      }
    }
  } catch (error) {
    complaints.push(`a generated input cannot be answered: ${messageOf(error)}`);
  }
  return complaints;
}

function cut(text = ''): string {
  return text.length <= 300 ? text : `${text.slice(0, 300)}...`;
}

function cutList(complaints: string[]): string[] {
  if (complaints.length <= SHOWN) return complaints;
  return [...complaints.slice(0, SHOWN), `... and ${complaints.length - SHOWN} more of this kind`];
}
