import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { messageOf } from '@/api/problem';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import type { Graph } from '@/graph/document';
import { notify } from '@/ui/notices';

export function useWorkflows() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.workflows.all,
    queryFn: ({ pageParam }) => api.workflows(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Creates a workflow and opens it. */
export function useCreateWorkflow() {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (graph: Graph) => api.createWorkflow(graph),
    onSuccess: (workflow) => {
      void client.invalidateQueries({ queryKey: keys.workflows.all });
      void navigate(`/workflows/${workflow.id}`);
    },
    onError: (error) => notify(messageOf(error), 'failed'),
  });
}

export function useDeleteWorkflow() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.deleteWorkflow(id),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.workflows.all }),
    onError: (error) => notify(messageOf(error), 'failed'),
  });
}
