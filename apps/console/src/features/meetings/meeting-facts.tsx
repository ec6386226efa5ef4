import type { StaffMeeting } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Card, Descriptions } from 'antd';
import { Link } from 'react-router';
import { MatterCard } from '../../ui/matter-card';
import { OpenFile } from '../../ui/open-file';
import { REPRESENTS_NAMES } from './words';

/** What, when, where, and how who comes is found. */
export function MeetingFacts({ meeting }: { meeting: StaffMeeting }) {
  const { topic, agenda, materials, place, startsAt, signUp, consultation, cancelReason, participants } = meeting;
  return (
    <div className="columns">
      <Card title={<h2 className="card-title">谈什么</h2>}>
        <p className="prose">{topic}</p>
        <ol className="questions">
          {agenda.map(item => (
            <li key={item}>{item}</li>
          ))}
        </ol>
        {materials.length > 0 && (
          <ul>
            {materials.map(({ id, name }) => (
              <li key={id}>
                <OpenFile fileId={id}>{name}</OpenFile>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={<h2 className="card-title">什么时候、谁来</h2>}>
        <Descriptions
          column={1}
          items={[
            { key: 'when', label: '什么时候', children: sayExactly(startsAt) },
            { key: 'where', label: '在哪里', children: place },
            { key: 'who', label: '谁来', children: whoWords(signUp) },
            ...(signUp ? [{ key: 'closes', label: '报名到', children: sayExactly(signUp.closesAt) }] : []),
            ...(signUp?.criteria ? [{ key: 'criteria', label: '条件', children: signUp.criteria }] : []),
            ...(meeting.seedHash
              ? [{ key: 'seed', label: '抽签种子的指纹', children: <code className="hash">{meeting.seedHash}</code> }]
              : []),
            ...(meeting.notChosen
              ? [{ key: 'not-chosen', label: '会前没有答复报名的人', children: meeting.notChosen }]
              : []),
            ...(consultation
              ? [
                  {
                    key: 'consultation',
                    label: '连到的征集',
                    children: <Link to={`/consultations/${consultation.id}`}>{consultation.name}</Link>,
                  },
                ]
              : []),
            ...(participants
              ? [
                  {
                    key: 'list',
                    label: '公布的名单',
                    children: participants
                      .map(({ name, represents }) => `${name}（${REPRESENTS_NAMES[represents]}）`)
                      .join('、'),
                  },
                ]
              : []),
            ...(cancelReason ? [{ key: 'cancelled', label: '取消的原因', children: cancelReason }] : []),
          ]}
        />
      </Card>
      <MatterCard kind="meeting" id={meeting.id} unitId={meeting.unit.id} />
    </div>
  );
}

function whoWords(signUp: StaffMeeting['signUp']): string {
  if (!signUp) return '只请人来';
  return `${signUp.quota} 个名额，报名后${signUp.selection === 'draw' ? '抽签定' : '按条件定'}`;
}
