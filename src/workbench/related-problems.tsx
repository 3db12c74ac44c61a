/** Another problem, as the catalogue knows it. */
export interface RelatedProblem {
  readonly title: string;
  readonly href: string;
  readonly edges: readonly string[];
}

interface RelatedProblemsProps {
  readonly edge: string;
  readonly related: readonly RelatedProblem[];
}

/** More than this would be a list to read instead of a hint where to practise. */
const SHOWN = 6;

/** In which other problems the edge class occurs. */
export function RelatedProblems({ edge, related }: RelatedProblemsProps) {
  const having = related.filter(({ edges }) => edges.includes(edge));
  if (having.length === 0) return null;
  const rest = having.length - SHOWN;
  return (
    <span className="case__related">
      It also occurs in{' '}
      {having.slice(0, SHOWN).map(({ title, href }, at) => (
        <span key={href}>
          {at > 0 && ', '}
          <a href={href}>{title}</a>
        </span>
      ))}
      {rest > 0 ? ` and ${rest} more.` : '.'}
    </span>
  );
}
