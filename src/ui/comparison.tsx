import type { Rendering } from '#domain/verdict.ts';

interface ComparisonProps {
  readonly expected: Rendering | undefined;
  readonly got: Rendering | undefined;
}

/** Expected beside got, the first difference marked in both. */
export function Comparison({ expected, got }: ComparisonProps) {
  return (
    <dl className="comparison">
      {expected !== undefined && <Side name="Expected" rendering={expected} />}
      {got !== undefined && <Side name="Got" rendering={got} />}
    </dl>
  );
}

function Side({ name, rendering }: { readonly name: string; readonly rendering: Rendering }) {
  const { text, mark } = rendering;
  return (
    <div className="comparison__side">
      <dt>{name}</dt>
      <dd>
        {mark === undefined ? (
          text
        ) : (
          <>
            {text.slice(0, mark[0])}
            <mark>{text.slice(mark[0], mark[1])}</mark>
            {text.slice(mark[1])}
          </>
        )}
      </dd>
    </div>
  );
}
