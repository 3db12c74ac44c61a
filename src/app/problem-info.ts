import { useCallback, useMemo } from 'react';
import { useServices } from './services.ts';

/** Titles and topics by problem id; a problem that is no more goes by its id. */
export function useProblemInfo(): (id: string) => { readonly title: string; readonly topics: readonly string[] } {
  const { problems } = useServices().catalog;
  const byId = useMemo(() => new Map(problems.map((problem) => [problem.id, problem])), [problems]);
  return useCallback((id) => byId.get(id) ?? { title: id, topics: [] }, [byId]);
}
