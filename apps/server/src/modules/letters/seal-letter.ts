import type { OfficeActor } from '../../http/actor';
import { PDF_TYPE } from '../../http/download';
import { AppError, invalidField } from '../../platform/errors';
import { changeLetter } from './change-letter';
import type { LettersDeps } from './deps';
import type { LetterRecord } from './letter.model';

/** The scan with the seal takes the place of the unsealed file; until it is out a better scan may take its place in turn. */
export const sealLetter = (
  deps: LettersDeps,
  actor: OfficeActor,
  { id, fileId }: { id: string; fileId: string },
): Promise<LetterRecord> =>
  changeLetter(deps, actor, { id, action: 'letter.sealed', fields: ['sealed'] }, async (record, tx) => {
    if (record.sealed?.fileId === fileId) return null;
    if (record.state !== 'final' && record.state !== 'sealed') throw new AppError('letter.state');
    const [file] = await deps.files.open([fileId]);
    if (!file) throw new AppError('file.not_found');
    if (file.type !== PDF_TYPE) throw invalidField('fileId', '盖了章的扫描件要是 PDF。');
    if (file.sha256 === record.pdfSha256) throw invalidField('fileId', '这就是没有盖章的那一份，请交盖了章的扫描件。');
    await deps.files.bindToRecord(actor, [fileId], { collection: 'letters', id }, tx);
    return {
      state: 'sealed',
      sealOrder: null,
      sealed: { fileId, sha256: file.sha256, at: deps.clock.now(), by: actor.staffId },
    };
  });
