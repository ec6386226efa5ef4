import type { StaffEnquiry } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Card, Tag } from 'antd';

/** The answer or its draft, answers of before, what the person says of it, and the words that are public. */
export function AnswerCards({ enquiry }: { enquiry: StaffEnquiry }) {
  const { answer, earlierAnswers, rating, publication } = enquiry;
  return (
    <>
      {answer && (
        <Card
          title={
            <h2 className="card-title">
              {answer.answeredAt ? '答复' : '拟的答复，还没有发出'} <Tag>{answer.outcomeText}</Tag>
            </h2>
          }
        >
          <p className="prose">{answer.text}</p>
          <p className="quiet">
            {[
              answer.plannedOn && `计划 ${sayDate(answer.plannedOn, new Date())}办到`,
              answer.unit.name,
              `${answer.draftedBy}拟`,
              sayExactly(answer.answeredAt ?? answer.draftedAt),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </Card>
      )}
      {rating && (
        <Card title={<h2 className="card-title">本人评价</h2>}>
          <p>
            结果 {rating.result} 分，过程 {rating.process} 分（满分 5 分）
          </p>
          {rating.text && <p className="prose">{rating.text}</p>}
        </Card>
      )}
      {earlierAnswers.length > 0 && (
        <Card title={<h2 className="card-title">重办以前的答复</h2>}>
          {earlierAnswers.map(({ answeredAt, outcomeText, text, unit }) => (
            <div key={answeredAt}>
              <p className="prose">{text}</p>
              <p className="quiet">
                {outcomeText} · {unit.name} · {sayExactly(answeredAt)}
              </p>
            </div>
          ))}
        </Card>
      )}
      {publication && (
        <Card title={<h2 className="card-title">公开的内容</h2>}>
          <p className="prose">{publication.title}</p>
          <p className="prose">{publication.question}</p>
          <p className="prose">{publication.answer}</p>
          <p className="quiet">
            {sayExactly(publication.at)}公开，照片 {publication.photoIds.length} 张
          </p>
        </Card>
      )}
    </>
  );
}
