import type { LinkedCase } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card, Tag, Timeline } from 'antd';
import { Link } from 'react-router';

const KINDS: Readonly<Record<LinkedCase['kind'], { name: string; path: string }>> = {
  request: { name: '公开申请', path: '/information-requests/' },
  enquiry: { name: '网上民声', path: '/enquiries/' },
};

/** Requests and messages that this one came from or became, with what happened to each: one history, whichever page one is on. */
export function LinkedCases({ linked }: { linked: readonly LinkedCase[] }) {
  return linked.map(({ kind, id, number, title, statusText, relation, isEarlier, isReadable, steps }) => {
    const name = `${KINDS[kind].name} ${number}`;
    return (
      <Card
        key={id}
        title={<h2 className="card-title">{relation ?? (isEarlier ? '由它转来' : '转成了它')}</h2>}
        extra={<Tag>{statusText}</Tag>}
      >
        <p>
          {isReadable ? <Link to={KINDS[kind].path + id}>{name}</Link> : name} · {title}
        </p>
        <Timeline
          items={steps.map(({ at, kind: step, title: what, text, by }) => ({
            key: at + step,
            content: (
              <>
                <strong>{what}</strong>
                <div className="quiet">
                  {sayExactly(at)} · {by}
                </div>
                {text && <div className="prose">{text}</div>}
              </>
            ),
          }))}
        />
      </Card>
    );
  });
}
