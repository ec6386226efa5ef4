import type { InformationRequest } from '@bandeng/contracts/types';
import { Card, Descriptions } from 'antd';

/** What the applicant says is wrong with the office's record of them (Art. 41). */
export function RecordErrorCard({ request: { kind, recordError, content } }: { request: InformationRequest }) {
  if (kind !== 'record_correction') return null;
  return (
    <Card title={<h2 className="card-title">要更正的记录</h2>}>
      {recordError ? (
        <Descriptions
          column={1}
          items={[
            { key: 'holder', label: '哪个单位的', children: recordError.holder },
            { key: 'name', label: '哪份记录', children: content.name },
            { key: 'written', label: '上面写的', children: <p className="prose">{recordError.written}</p> },
            { key: 'right', label: '应当是', children: <p className="prose">{recordError.right}</p> },
          ]}
        />
      ) : (
        <p className="quiet">过了保存的时间，已经抹去。</p>
      )}
    </Card>
  );
}
