import { AppError } from '../../../platform/errors';
import { readWorkbook } from './read-workbook';
import { UnreadableWorkbook, type Sheet } from './sheet';

/** What a caller is told of a file that is no workbook; any other error as it is. */
export const asImportError = (error: unknown): unknown =>
  error instanceof UnreadableWorkbook
    ? new AppError('import.unreadable', { data: { reason: error.message }, cause: error })
    : error;

/** The sheets of a workbook that somebody sent. @throws import.unreadable with the reason when it is none */
export async function readUploadedWorkbook(bytes: Buffer): Promise<Sheet[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw asImportError(error);
  }
}
