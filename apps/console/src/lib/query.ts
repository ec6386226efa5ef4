import { ApiError } from '@bandeng/contracts/api-error';
import { QueryClient } from '@tanstack/react-query';

/** Reads are tried again when no answer came; a refusal stays a refusal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) =>
        count < 2 && (!(error instanceof ApiError) || error.kind !== 'problem' || error.status >= 500),
    },
  },
});
