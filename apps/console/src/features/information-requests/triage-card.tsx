import type { InformationRequest } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Alert, Card, Tag } from 'antd';

const STATES = {
  waiting: '在等申请人回话，期限照算',
  agreed: '申请人同意转',
  declined: '申请人不同意转，接着办',
} as const;

/** Signs that this is something else than a request, by its words; and what the applicant was asked. Nothing follows by itself. */
export function Triage({ request: { signs, conversion } }: { request: InformationRequest }) {
  return (
    <>
      {conversion && (
        <Alert
          type={conversion.state === 'waiting' ? 'warning' : 'info'}
          showIcon
          title={`转到网上民声：${STATES[conversion.state]}`}
          description={`${sayExactly(conversion.at)}问的：${conversion.note}`}
        />
      )}
      {signs.length > 0 && (
        <Card title={<h2 className="card-title">会不会不是公开申请</h2>}>
          <p className="quiet">只是照用词提醒，由你判断；申请信访、投诉的材料，仍是公开申请。</p>
          <ul className="plain-list">
            {signs.map(({ nature, label, article, advice, words }) => (
              <li key={nature}>
                <strong>像是{label}</strong>{' '}
                {words.map(word => (
                  <Tag key={word}>{word}</Tag>
                ))}
                <div>{advice}</div>
                <div className="quiet">依据：{article}</div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
