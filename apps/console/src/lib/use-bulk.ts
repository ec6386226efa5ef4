import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { runEach, sayBulk } from './run-each';
import { sayRefusal } from './use-act';

interface Bulk {
  ids: readonly string[];
  one: (id: string) => Promise<unknown>;
  verb: string;
}

/** The same act on several, one after the other; says how many went through, and keeps the others selected. */
export function useBulk(keep: (ids: readonly string[]) => void) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, one }: Bulk) => runEach(ids, one),
    onSuccess: async (outcome, { verb }) => {
      const { refused } = outcome;
      const sentence = sayBulk(outcome, verb, sayRefusal);
      if (refused.length === 0) void message.success(sentence);
      else void message.warning(sentence, 8);
      keep(refused.map(({ id }) => id));
      await queries.invalidateQueries();
    },
  });
}
