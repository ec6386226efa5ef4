import type { InformationRequest } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Card, Descriptions, Tag } from 'antd';
import { CONSULTED, CONSULTATION_STATES, OPINIONS } from './words';

const when = (date: string) => sayDate(date, new Date());

/** Letters to others, with what they said or did not say. */
export function Consultations({ consultations }: Pick<InformationRequest, 'consultations'>) {
  if (consultations.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">征求意见</h2>}>
      {consultations.map(({ id, kind, name, question, askedOn, servedOn, deadline, state, answer }) => (
        <Descriptions
          key={id}
          column={1}
          title={
            <>
              {CONSULTED[kind]}：{name} <Tag>{CONSULTATION_STATES[kind][state]}</Tag>
            </>
          }
          items={[
            { key: 'question', label: '问的', children: <p className="prose">{question}</p> },
            {
              key: 'days',
              label: '日子',
              children: [
                `${when(askedOn)}发出`,
                servedOn && `${when(servedOn)}签收`,
                state !== 'answered' && `最晚${when(deadline)}`,
              ]
                .filter(Boolean)
                .join('，'),
            },
            ...(answer
              ? [
                  {
                    key: 'answer',
                    label: OPINIONS[answer.opinion],
                    children: (
                      <p className="prose">
                        {when(answer.on)}
                        {answer.isLate && '（晚了，不影响期限）'}：{answer.text}
                      </p>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ))}
    </Card>
  );
}

/** Art. 35: what was asked, and what the applicant said. */
export function Reasons({ reasons }: { reasons: NonNullable<InformationRequest['reasons']> }) {
  return (
    <Card title={<h2 className="card-title">说明理由</h2>}>
      <p className="prose">{reasons.items}</p>
      <p className="quiet">最晚{when(reasons.deadline)}，计时不停（第三十五条）</p>
      <p className="prose">{reasons.given ? `申请人说：${reasons.given}` : '申请人还没有说明。'}</p>
    </Card>
  );
}

/** Art. 42: how much, line by line. */
export function Fee({ fee }: { fee: NonNullable<InformationRequest['fee']> }) {
  return (
    <Card title={<h2 className="card-title">信息处理费 {fee.yuan} 元</h2>}>
      <ul>
        {fee.lines.map(({ text, yuan }) => (
          <li key={text}>
            {text}：{yuan} 元
          </li>
        ))}
      </ul>
      {fee.reply && (
        <p className="prose">{fee.reply.isAccepted ? '申请人愿意缴。' : `申请人不同意：${fee.reply.reason}`}</p>
      )}
      {fee.answer && (
        <p className="prose">
          {fee.answer.isKept ? '照收' : '不收了'}：{fee.answer.text}
        </p>
      )}
      <p className="quiet">{fee.paidOn ? `${when(fee.paidOn)}缴了` : `最晚${when(fee.deadline)}缴。${fee.howToPay}`}</p>
    </Card>
  );
}
