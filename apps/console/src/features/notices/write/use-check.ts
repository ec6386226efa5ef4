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

const faultsOf = ({ faults, personalData }: DraftCheck): Fault[] => [
  ...faults,
  ...personalData
    .filter(find => !find.isPassed && isOfFile(find))
    .map(({ path, label, masked }) => ({ path, message: `文件名里有没遮住的${label} ${masked}，请改名再传` })),
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
