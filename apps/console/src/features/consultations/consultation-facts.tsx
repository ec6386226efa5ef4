import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate, sayDaysLeft, sayDeadline, sayExactly } from '@bandeng/rules';
import { Card, Descriptions } from 'antd';
import { BlocksView } from '../../ui/blocks-view';
import { MatterCard } from '../../ui/matter-card';
import { WAY_NAMES } from './words';

export type Detail = RouteAnswer<'staff.consultations.get'>;

/** Who asks, from when to when, by which rule, and what the public sees meanwhile. */
export function ConsultationFacts({ consultation }: { consultation: Detail }) {
  const { shortenReason, areas, domains, attachments, background, state, outcomeAt } = consultation;
  const now = new Date();
  const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name).join('、');
  return (
    <div className="columns">
      <Card title={<h2 className="card-title">起草说明</h2>}>
        {background.length > 0 ? (
          <BlocksView blocks={background} look="print" />
        ) : (
          <p className="quiet">没有写起草说明。</p>
        )}
        {attachments.length > 0 && (
          <ul>
            {attachments.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={<h2 className="card-title">怎么征集的</h2>}>
        <Descriptions
          column={1}
          items={[
            {
              key: 'window',
              label: '从哪天到哪天',
              children: `${sayDate(consultation.opensOn, now)}到${sayDeadline(consultation.closesAt, now)}`,
            },
            ...(state === 'open'
              ? [{ key: 'left', label: '还剩', children: sayDaysLeft(consultation.closesAt, now) }]
              : []),
            ...(shortenReason ? [{ key: 'shorten', label: '缩短的理由', children: shortenReason }] : []),
            { key: 'kind', label: '类别', children: consultation.kindLabel },
            { key: 'basis', label: '期限的依据', children: consultation.basis },
            { key: 'display', label: '意见公开', children: consultation.displayText },
            {
              key: 'outcome',
              label: outcomeAt ? '公布了结果' : '答应公布结果',
              children: outcomeAt ? sayExactly(outcomeAt) : `${sayDate(consultation.outcomeDueOn, now)}前`,
            },
            { key: 'contact', label: '找谁问', children: consultation.contact },
            ...consultation.ways.map(({ kind, detail }, at) => ({
              key: `way-${at}`,
              label: WAY_NAMES[kind],
              children: detail,
            })),
            ...(areas.length > 0 ? [{ key: 'areas', label: '问哪里的人', children: names(areas) }] : []),
            ...(domains.length > 0 ? [{ key: 'domains', label: '领域', children: names(domains) }] : []),
          ]}
        />
      </Card>
      <MatterCard kind="consultation" id={consultation.id} unitId={consultation.unit.id} />
    </div>
  );
}
