import { Link } from 'wouter';
import type { EdgeCount } from '#domain/plan.ts';
import { NO_FILTER } from './list-filter.ts';
import { writeView } from './list-view.ts';
import { useServices } from './services.ts';

/** As many as are read at a glance; the others are a click away. */
const SHOWN = 10;

/** Edge classes with the number of problems that have them, each leading to all problems that do. */
export function EdgeLinks({ edges }: { readonly edges: readonly EdgeCount[] }) {
  if (edges.length === 0) return null;
  const rest = edges.slice(SHOWN);
  return (
    <div className="edges">
      <h3>Edge classes it trains</h3>
      <EdgeList edges={edges.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <EdgeList edges={rest} />
        </details>
      )}
    </div>
  );
}

function EdgeList({ edges }: { readonly edges: readonly EdgeCount[] }) {
  const { edgeClasses } = useServices().catalog;
  return (
    <ul className="edges__list">
      {edges.map(({ edge, count }) => (
        <li key={edge}>
          <Link
            className="chip"
            href={`/?${writeView({ filter: { ...NO_FILTER, edge }, order: null })}`}
            title={edgeClasses[edge]}
          >
            {edge}
            {count > 1 && <span className="edges__count"> {count}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
