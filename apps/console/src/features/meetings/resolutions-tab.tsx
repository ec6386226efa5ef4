import type { StaffMeeting } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Button, DatePicker, Form, Input, Select, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useUnits } from '../../lib/use-places';
import { ActForm } from '../../ui/act-form';

type Resolution = StaffMeeting['resolutions'][number];

/** What was agreed on: who does it by when, and what came of it. It stands on the desk of that unit until it is done. */
export function ResolutionsTab({ meeting: { id, resolutions, abilities = {} } }: { meeting: StaffMeeting }) {
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Resolution>();
  return (
    <>
      <div className="filters">
        {abilities.resolve && <Button onClick={() => setAdding(true)}>写下一件定了的事</Button>}
      </div>
      <Table<Resolution>
        rowKey="id"
        pagination={false}
        dataSource={resolutions}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: '还没有写下定了的事' }}
        columns={[
          { title: '什么事', width: 360, render: (_, { text }) => <p className="prose">{text}</p> },
          { title: '谁办', render: (_, { unit }) => unit.name },
          { title: '哪天办完', render: (_, { dueOn }) => sayDate(dueOn, new Date()) },
          {
            title: '办得怎么样',
            width: 360,
            render: (_, row) =>
              row.doneAt === null ? (
                <Button size="small" aria-label={`办完了：${row.text}`} onClick={() => setEnding(row)}>
                  办完了
                </Button>
              ) : (
                <>
                  <p className="prose">{row.word}</p>
                  <span className="quiet">{sayExactly(row.doneAt)}</span>
                </>
              ),
          },
        ]}
      />
      {isAdding && <AddForm meetingId={id} close={() => setAdding(false)} />}
      {ending && (
        <ActForm<{ word: string }, unknown>
          title="办完了"
          submit="办完了"
          done="记下了"
          close={() => setEnding(undefined)}
          work={body => api.call('staff.resolutions.done', { params: { id: ending.id }, body })}
        >
          <Form.Item
            name="word"
            label="结果（大家看得到）"
            rules={[{ required: true, whitespace: true, message: '请写结果' }]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}

interface Fields {
  text: string;
  unitId: string;
  dueOn: Dayjs;
}

function AddForm({ meetingId, close }: { meetingId: string; close: () => void }) {
  // Sent twice it is the same thing.
  const [id] = useState(() => crypto.randomUUID());
  const { options } = useUnits();
  return (
    <ActForm<Fields, unknown>
      title="写下一件定了的事"
      submit="写下"
      done="写下了，会出现在那个单位的办件台上"
      close={close}
      work={({ dueOn, ...body }) =>
        api.call('staff.meetings.resolve', {
          params: { id: meetingId },
          body: { id, ...body, dueOn: dueOn.format('YYYY-MM-DD') },
        })
      }
    >
      <Form.Item name="text" label="什么事" rules={[{ required: true, whitespace: true, message: '请写什么事' }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="unitId" label="谁办" rules={[{ required: true, message: '请选单位' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item name="dueOn" label="哪天办完" rules={[{ required: true, message: '请选一天' }]}>
        <DatePicker />
      </Form.Item>
    </ActForm>
  );
}
