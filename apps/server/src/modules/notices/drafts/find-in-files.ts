import type { DraftContent } from '@bandeng/contracts/schemas';
import type { DraftsDeps } from './deps';
import { filesOfDraft } from './draft-content';
import type { PlacedFind } from './find-personal';

/** What is within the files of a draft that leads to a person, and what of them yields no text, at the place of each file. */
export async function findInFiles(
  { documents }: Pick<DraftsDeps, 'documents'>,
  content: Pick<DraftContent, 'body' | 'attachmentIds'>,
): Promise<PlacedFind[]> {
  const pathOf = (fileId: string): string => {
    const at = content.attachmentIds.indexOf(fileId);
    if (at !== -1) return `attachmentIds.${at}`;
    return `body.${content.body.findIndex(block => 'fileId' in block && block.fileId === fileId)}.fileId`;
  };
  const scans = await documents.scanFiles(filesOfDraft(content));
  return scans.flatMap(({ fileId, hits, unreadable }) => {
    const find = (kind: PlacedFind['kind'], masked: string): PlacedFind => ({
      // Content of a file never changes: the same words about it are the same find.
      ...{ kind, masked, text: `${fileId}:${masked}`, path: pathOf(fileId), start: 0, end: 0, lastColumn: null },
    });
    return [
      ...hits.filter(hit => hit.place !== '文件名').map(hit => find(hit.kind, `${hit.place}：${hit.masked}`)),
      ...unreadable.map(why => find('unreadable', why)),
    ];
  });
}

/** Files are read before a transaction begins: what was read is kept, and within it nothing waits. */
export async function readFilesFirst(deps: Pick<DraftsDeps, 'documents' | 'drafts'>, draftId: string): Promise<void> {
  const draft = await deps.drafts.find(draftId);
  if (draft) await deps.documents.scanFiles(filesOfDraft(draft.content));
}
