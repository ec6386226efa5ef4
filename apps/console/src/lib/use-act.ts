import { ApiError } from '@bandeng/contracts/api-error';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

/** What to tell when something was refused: the sentence of the server, then field by field. */
export const sayRefusal = (error: unknown): string => {
  if (!(error instanceof ApiError)) return '出了点问题，再试一次';
  const fields = error.errors.map(fault => fault.message.replace(/。$/, '')).join('；');
  return [error.title, fields || error.detail].filter(Boolean).join('：');
};

/**
 * One act on a record: says what came of it, and everything shown is read again.
 * @param next where it leads, once all that is done
 */
export function useAct<Input, Answer>(
  work: (input: Input) => Promise<Answer>,
  done: string,
  next?: () => Promise<void> | void,
) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async () => {
      void message.success(done);
      await queries.invalidateQueries();
      await next?.();
    },
    onError: error => void message.error(sayRefusal(error), 6),
  });
}
