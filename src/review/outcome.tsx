import type { CaseResult } from '#domain/verdict.ts';
import { Comparison } from '#ui/comparison.tsx';
import { LongText } from '#ui/long-text.tsx';
import { VerdictMark, verdictTone } from '#ui/verdict-mark.tsx';

/** How a case went, with everything that tells why. */
export function Outcome({ result }: { readonly result: CaseResult }) {
  const { verdict, expected, got, path, message, traceback, output } = result;
  return (
    <div className="review__outcome">
      <p className={`review__verdict tone--${verdictTone(verdict)}`}>
        <VerdictMark status={verdict} /> {verdict}
      </p>
      {(expected !== undefined || got !== undefined) && <Comparison expected={expected} got={got} />}
      {message !== undefined && (
        <p>
          {path !== undefined && path !== '' && <code>result{path}</code>} {message}
        </p>
      )}
      {traceback !== undefined && traceback.text !== '' && (
        <LongText label="Traceback" limit={2000} text={traceback.text} />
      )}
      {output.stdout !== '' && <LongText label="Printed" limit={1000} text={output.stdout} />}
    </div>
  );
}

/** Mended code against the case and its neighbours. */
export function FixResults({ results }: { readonly results: readonly CaseResult[] }) {
  return (
    <ul className="review__results" aria-label="Cases run">
      {results.map(({ index, name, edge, verdict, message }) => (
        <li key={index}>
          <VerdictMark status={verdict} />
          <span>
            {edge}: {name} <span className={`tone--${verdictTone(verdict)}`}>{verdict}</span>{' '}
            {message !== undefined && <span className="quiet">{message}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
