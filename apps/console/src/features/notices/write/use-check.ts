import { ApiError } from '@bandeng/contracts/api-error';
import type { DraftCheck } from '@bandeng/contracts/types';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fault } from '../../../lib/faults';
import { api } from '../../../lib/http';
import type { NoticeContent } from './content';

/** What the server found, and over which content: where that has changed since, it is no longer said. */
interface Told {
  faults: readonly Fault[];
  content: NoticeContent;
}

const fieldOf = (path: string) => path.split('.')[0] as keyof NoticeContent;
/** Only files: what words say too much is found while they are written. */
const isOfFile = ({ path }: { path: string }) => /^(?:attachmentIds\.\d+|body\.\d+\.fileId)$/.test(path);

/** The file that a find is about; undefined when it is about words. */
export function fileAt({ attachmentIds, body }: Pick<NoticeContent, 'attachmentIds' | 'body'>, path: string) {
  if (!isOfFile({ path })) return undefined;
  const [field, at] = path.split('.');
  if (field === 'attachmentIds') return attachmentIds[Number(at)];
  const block = body[Number(at)];
  return block && 'fileId' in block ? block.fileId : undefined;
}

/** A find within a file stands at no place of its name. */
function sayOfFile({ kind, label, masked, end }: DraftCheck['personalData'][number]): string {
  if (kind === 'unreadable') return masked;
  return end > 0
    ? `文件名里有没遮住的${label} ${masked}，请改名再传`
    : `文件里有没遮住的${label}（${masked}），请改好再传`;
}

const faultsOf = ({ faults, personalData }: DraftCheck): Fault[] => [
  ...faults,
  ...personalData
    .filter(find => !find.isPassed && isOfFile(find))
    .map(find => ({ path: find.path, message: sayOfFile(find) })),
];

/** Looks through the whole as the server does before it is submitted. */
export function useCheck(id: string, content: NoticeContent) {
  const [told, setTold] = useState<Told>();
  const check = useMutation({
    mutationFn: () => api.call('staff.drafts.check', { params: { id }, query: {} }),
    onSuccess: found => setTold({ faults: faultsOf(found), content }),
  });
  return {
    /** Undefined until it was looked through. */
    faults: told?.faults.filter(({ path }) => told.content[fieldOf(path)] === content[fieldOf(path)]),
    isUnchanged: told?.content === content,
    run: check.mutateAsync,
    isPending: check.isPending,
    /** A refusal names its places as a check does. */
    take: (error: unknown) => {
      if (!(error instanceof ApiError)) return;
      const faults = error.errors.map(({ path, message }) => ({ path: path.replace(/^content\./, ''), message }));
      setTold({ faults: error.code === 'notice.personal_data' ? faults.filter(isOfFile) : faults, content });
    },
  };
}
