import type { InformationRequest } from '@bandeng/contracts/types';
import { formatChineseDate } from '@bandeng/rules';
import { Button, Card, Descriptions, Space } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

interface Props {
  request: InformationRequest;
  /** Of the applicant, in full. */
  name: string;
  again: () => void;
}

/** What somebody at the window takes along: the number, and by when the answer comes. */
export function CounterReceipt({ request, name, again }: Props) {
  const { id, kind, number, unit, content, intake, receivedOn, dueOn, provisional, registerBy } = shownOf(request);
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  return (
    <>
      <Card
        className="counter-receipt"
        title={
          <h2 className="card-title">{kind === 'information' ? '政府信息公开申请' : '政府信息更正申请'}登记回执</h2>
        }
      >
        <Descriptions
          column={1}
          items={[
            { key: 'number', label: '登记编号', children: <strong>{number}</strong> },
            { key: 'unit', label: '受理机关', children: unit.name },
            { key: 'name', label: '申请人', children: name },
            { key: 'wanted', label: '申请内容', children: content.name },
            { key: 'channel', label: '渠道', children: intake.channelText },
            { key: 'submitted', label: '提交日期', children: formatChineseDate(intake.submittedOn) },
            {
              key: 'received',
              label: '收到日期',
              children: receivedOn ? formatChineseDate(receivedOn) : `还要双方确认，最晚${registerBy}`,
            },
            {
              key: 'due',
              label: '答复期限',
              children: dueOn
                ? `最晚${formatChineseDate(dueOn)}${provisional ? '（放假安排还没公布，可能变动）' : ''}`
                : '从确认收到的次日起 20 个工作日',
            },
          ]}
        />
        <p className="quiet">
          {intake.rule}。{kind === 'information' ? '要补正、征求第三方意见或者延长的，另行告知。' : request.clockText}
        </p>
        <p className="receipt-sign">
          <span>登记人：{intake.writtenBy}</span>
          <span>受理机关（盖章）</span>
        </p>
      </Card>
      <Space className="counter-acts">
        <Button ref={print} type="primary" onClick={() => window.print()}>
          打印回执
        </Button>
        <Button onClick={again}>再登记一件</Button>
        <Link to={`/information-requests/${id}`}>打开这一件</Link>
      </Space>
    </>
  );
}

const shownOf = (request: InformationRequest) => ({
  ...request,
  registerBy: request.nextStep.dueOn ? formatChineseDate(request.nextStep.dueOn) : '',
});
