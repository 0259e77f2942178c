import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/api/problem';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { notify } from '@/ui/notices';

/** Stops a run; its steps under way are ended where they can be. */
export function useStop(run: string | undefined) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.stopRun(run ?? ''),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.run.one(run) });
      notify('The run is being stopped.');
    },
    onError: (error) => notify(messageOf(error), 'failed'),
  });
}
