import type { EnquiryDetail } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Alert, Card, Tag } from 'antd';

/** A message of another unit: what everybody reads of it. */
export function PublishedEnquiry({ enquiry: { question, answer, unit, photos } }: { enquiry: EnquiryDetail }) {
  return (
    <div className="stack">
      <Alert
        type="info"
        showIcon
        title={`${unit.name}答复、公开了的`}
        description="不归你的单位办，这里只有公开的内容。"
      />
      <Card title={<h2 className="card-title">留言</h2>}>
        <p className="prose">{question}</p>
        {photos.length > 0 && <p className="quiet">公开的照片 {photos.length} 张</p>}
      </Card>
      {answer && (
        <Card
          title={
            <h2 className="card-title">
              答复 <Tag>{answer.outcomeText}</Tag>
            </h2>
          }
        >
          <p className="prose">{answer.text}</p>
          <p className="quiet">
            {answer.plannedOn && `计划 ${sayDate(answer.plannedOn, new Date())}办到 · `}
            {answer.unit.name} · {sayExactly(answer.answeredAt)}
          </p>
        </Card>
      )}
    </div>
  );
}
