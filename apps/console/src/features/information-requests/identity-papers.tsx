import type { InformationRequest } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';

const KINDS = { identity: '身份证明', authority: '授权委托书', evidence: '证据' } as const;

/** Documents of who asks: each is opened on its own, and that somebody looked is kept. */
export function IdentityPapers({ request: { id, applicant, abilities } }: { request: InformationRequest }) {
  const open = useAct(async (fileId: string) => {
    const { url } = await api.call('staff.informationRequests.openIdentity', { params: { id, fileId } });
    window.open(url, '_blank', 'noopener');
  }, '打开了，已经记下谁看的');
  return (
    <ul className="plain-list">
      {applicant.papers.map(({ id: fileId, kind, file }) => (
        <li key={fileId}>
          {KINDS[kind]}
          {file === null && '（过了保存的时间，已经删去）'}
          {file && abilities?.reveal && (
            <Button
              type="link"
              size="small"
              aria-label={`看${KINDS[kind]}：${file.name}`}
              onClick={() => open.mutate(fileId)}
            >
              看
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
