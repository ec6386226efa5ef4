import type { Block } from '@bandeng/contracts/schemas';
import type { StaffMeeting } from '@bandeng/contracts/types';
import { Alert, Button, Card, Popconfirm, Radio, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { useAct } from '../../lib/use-act';
import { BlockEditor } from '../../ui/block-editor/block-editor';
import { BlocksView } from '../../ui/blocks-view';
import { READER_NAMES, type Readers } from './words';

const NO_FAULTS = new Map<number, readonly string[]>();

/** What was said, until it is confirmed; then as it stays. */
export function MinutesTab({ meeting }: { meeting: StaffMeeting }) {
  const { draftMinutes, minutesReaders, abilities = {} } = meeting;
  if (!abilities.writeMinutes) {
    return draftMinutes ? (
      <Card title={<h2 className="card-title">记录 · 给{READER_NAMES[minutesReaders ?? 'unit']}看</h2>}>
        <BlocksView blocks={draftMinutes} look="phone" />
      </Card>
    ) : (
      <Alert type="info" showIcon title="还没有记录" />
    );
  }
  return <Writing meeting={meeting} />;
}

function Writing({ meeting }: { meeting: StaffMeeting }) {
  const { id, draftMinutes, minutesReaders, revision } = meeting;
  const [body, setBody] = useState<Block[]>(draftMinutes ?? []);
  const [readers, setReaders] = useState<Readers>(minutesReaders ?? 'public');
  const save = useAct(
    (confirm: boolean) =>
      api.call('staff.meetings.writeMinutes', { params: { id }, body: { body, readers, revision, confirm } }),
    '存好了',
  );
  return (
    <div className="stack">
      <BlockEditor blocks={draftMinutes ?? []} label="会议记录" change={setBody} faults={NO_FAULTS} />
      <Radio.Group
        aria-label="确认以后给谁看"
        value={readers}
        onChange={({ target }) => setReaders(target.value as Readers)}
        options={optionsOf(READER_NAMES).map(({ value, label }) => ({ value, label: `给${label}看` }))}
      />
      <Space>
        <Button loading={save.isPending} onClick={() => save.mutate(false)}>
          先存下
        </Button>
        <Popconfirm
          title="确认这份记录？"
          description={`到会的人看过、签过字再确认。确认以后不能再改，${READER_NAMES[readers]}看得到。`}
          okText="确认"
          cancelText="先不"
          onConfirm={() => save.mutate(true)}
        >
          <Button type="primary" disabled={body.length === 0} loading={save.isPending}>
            确认记录
          </Button>
        </Popconfirm>
      </Space>
    </div>
  );
}
