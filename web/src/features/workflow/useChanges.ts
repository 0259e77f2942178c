import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { useDraft, useGraph } from '@/draft/context';
import { difference, differenceWords } from '@/graph/diff';

/** What the draft has that the published version has not: '' for nothing, undefined while unknown. */
export function useChanges(): string | undefined {
  const api = useApi();
  const graph = useGraph();
  const id = useDraft((draft) => draft.id);
  const version = useDraft((draft) => draft.workflow.publishedVersion);
  const { data } = useQuery({
    queryKey: keys.version(id, version),
    queryFn: () => api.version(id, version ?? 0),
    enabled: version !== undefined,
    staleTime: Infinity,
  });
  return useMemo(() => data && differenceWords(difference(data.graph, graph)), [data, graph]);
}
