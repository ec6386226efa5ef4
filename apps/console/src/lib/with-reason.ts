import { ApiError } from '@bandeng/contracts/api-error';

/** Why something was refused often stands in the data of the refusal: said instead of its general words. */
export async function withReason<T>(call: Promise<T>, say: (reason: string) => string | undefined): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { reason } = (error.problem.data ?? {}) as { reason?: string };
    const detail = reason === undefined ? undefined : say(reason);
    if (detail === undefined) throw error;
    throw new ApiError(error.kind, { ...error.problem, detail });
  }
}
