import type { InformationRequest } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card, Space } from 'antd';
import { Link } from 'react-router';
import { api } from '../../lib/http';
import { uploadFile } from '../../lib/upload';
import { useAct } from '../../lib/use-act';
import { FilePicker } from '../../ui/file-picker';
import { OpenFile } from '../../ui/open-file';

/** Papers that were found, which stay here, and what was made of them, which may go out. */
export function Papers({ request: { id, papers, redactions, abilities } }: { request: InformationRequest }) {
  const mayRedact = abilities?.redact === true;
  const add = useAct(async (file: File) => {
    const { id: fileId } = await uploadFile(file, crypto.randomUUID());
    await api.call('staff.informationRequests.addPaper', { params: { id }, body: { fileId } });
  }, '放进来了，只在办件里看');
  if (papers.length === 0 && redactions.length === 0 && !mayRedact) return null;
  return (
    <Card title={<h2 className="card-title">原件和区分处理</h2>}>
      {papers.length === 0 && <p className="quiet">还没有原件。要遮掉一部分再给的，先把 PDF 放进来。</p>}
      <ul className="plain-list">
        {papers.map(({ file, pages, by, at }) => (
          <li key={file.id}>
            <OpenFile fileId={file.id}>{file.name}</OpenFile>
            <Link to={`/information-requests/${id}/papers/${file.id}`}>{mayRedact ? '遮去一部分' : '看一看'}</Link>
            <div className="quiet">
              原件，{pages} 页，不给出去 · {by} · {sayExactly(at)}
            </div>
          </li>
        ))}
        {redactions.map(({ id: redactionId, file, summary, by, at }) => (
          <li key={redactionId}>
            <OpenFile fileId={file.id}>{file.name}</OpenFile>
            <div className="quiet">
              {summary} · {by} · {sayExactly(at)}
            </div>
          </li>
        ))}
      </ul>
      {mayRedact && (
        <Space wrap align="center">
          <FilePicker
            label={add.isPending ? '在看文件…' : '放一份原件（PDF）'}
            accept="application/pdf"
            take={([file]) => file && add.mutate(file)}
          />
          <Link to={`/information-requests/${id}/redact-text`}>遮一段文字</Link>
        </Space>
      )}
    </Card>
  );
}
