import type { StaffMeeting } from '@bandeng/contracts/types';
import { Button, Card, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { optionsOf } from '../../lib/options-of';
import { required } from '../../lib/required';
import { useAct } from '../../lib/use-act';
import { AttachedFiles } from '../../ui/attached-files';
import { ConsultationField } from '../../ui/consultation-field';
import { FieldGroup } from '../../ui/field';
import { UnitField } from '../../ui/unit-field';
import { WrittenPage } from '../../ui/written-page';
import { KIND_NAMES, type MeetingContent } from './words';

interface Fields extends Pick<MeetingContent, 'kind' | 'title' | 'topic' | 'unitId' | 'place'> {
  startsAt: Dayjs;
  agenda: string;
  how: 'draw' | 'criteria' | 'invited';
  closesAt?: Dayjs;
  quota?: number;
  criteria?: string;
  consultationId?: string;
}

const chosen = (message: string) => [{ required: true, message }];
const TIME = { showTime: { format: 'HH:mm', minuteStep: 5 }, format: 'YYYY-MM-DD HH:mm' } as const;

/** Prepares a new meeting, or goes on with one that is not public yet. */
export function MeetingFormPage() {
  return (
    <WrittenPage
      titles={['筹备一次会议', '改会议']}
      note="公布以前只有本单位看得到"
      kept="meeting"
      read={id => api.call('staff.meetings.get', { params: { id }, query: {} })}
    >
      {meeting => <MeetingForm {...(meeting && { meeting })} />}
    </WrittenPage>
  );
}

function MeetingForm({ meeting }: { meeting?: StaffMeeting }) {
  const [id] = useState(() => meeting?.id ?? crypto.randomUUID());
  const [form] = Form.useForm<Fields>();
  const [materialIds, setMaterialIds] = useState(() => meeting?.materials.map(material => material.id) ?? []);
  const how = Form.useWatch('how', form);
  const kind = Form.useWatch('kind', form);
  const navigate = useNavigate();
  const save = useAct(
    (fields: Fields) => {
      const content = { ...contentOf(fields), materialIds };
      return meeting
        ? api.call('staff.meetings.update', { params: { id }, body: { ...content, revision: meeting.revision } })
        : api.call('staff.meetings.create', { body: { ...content, id } });
    },
    '存好了，看一看再公布',
    () => navigate(`/meetings/${id}`),
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={initialOf(meeting)}
      onFinish={fields => save.mutate(fields)}
    >
      <div className="columns even">
        <Card title={<h2 className="card-title">什么会</h2>}>
          <Form.Item name="kind" label="种类">
            <Select options={optionsOf(KIND_NAMES)} />
          </Form.Item>
          <Form.Item name="title" label="名称" rules={required('请写名称')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="topic" label="谈什么，为什么谈" rules={required('请写几句')}>
            <Input.TextArea rows={3} maxLength={2000} showCount />
          </Form.Item>
          <Form.Item name="agenda" label="议程，一行一项" rules={required('请至少写一项')}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
          <ConsultationField label="为哪次征集开的（可以不选）" />
          <FieldGroup label={kind === 'hearing' ? '材料（听证会要在会前 7 日送达参加人）' : '材料（可以没有）'}>
            <AttachedFiles known={meeting?.materials ?? []} value={materialIds} change={setMaterialIds} />
          </FieldGroup>
        </Card>
        <Card title={<h2 className="card-title">什么时候、在哪、谁来</h2>}>
          <UnitField label="哪个单位组织" />
          <Form.Item name="startsAt" label="什么时候开" rules={chosen('请选时间')}>
            <DatePicker {...TIME} />
          </Form.Item>
          <Form.Item name="place" label="在哪里" rules={required('请写地点')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="how" label="谁来">
            <Radio.Group
              options={[
                { value: 'draw', label: '报名，抽签定' },
                { value: 'criteria', label: '报名，按条件定' },
                { value: 'invited', label: '只请人来' },
              ]}
            />
          </Form.Item>
          {how !== 'invited' && (
            <>
              <Form.Item name="closesAt" label="报名到什么时候" rules={chosen('请选时间')}>
                <DatePicker {...TIME} />
              </Form.Item>
              <Form.Item name="quota" label="名额" rules={chosen('请填名额')}>
                <InputNumber min={1} max={500} precision={0} />
              </Form.Item>
            </>
          )}
          {how === 'criteria' && (
            <Form.Item name="criteria" label="条件（和会议一起公布）" rules={required('请写条件')}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          )}
          {how === 'draw' && (
            <p className="quiet">公布会议时先公布抽签种子的指纹；报名截止后用种子排次序，种子一起公布，谁都能重算。</p>
          )}
        </Card>
      </div>
      <Button className="publish" type="primary" htmlType="submit" loading={save.isPending}>
        存下
      </Button>
    </Form>
  );
}

function contentOf(fields: Fields): Omit<MeetingContent, 'materialIds'> {
  const { kind, title, topic, unitId, place, startsAt, agenda, how, closesAt, quota, criteria } = fields;
  const lines = agenda.split('\n').map(line => line.trim());
  return {
    kind,
    title,
    topic,
    unitId,
    place,
    startsAt: startsAt.toDate().toISOString(),
    agenda: lines.filter(line => line !== ''),
    consultationId: fields.consultationId ?? null,
    signUp:
      how === 'invited' || !closesAt || !quota
        ? null
        : {
            closesAt: closesAt.toDate().toISOString(),
            quota,
            selection: how,
            criteria: how === 'criteria' ? (criteria ?? null) : null,
          },
  };
}

function initialOf(meeting: StaffMeeting | undefined): Partial<Fields> {
  if (!meeting) return { kind: 'bench', how: 'draw' };
  const { kind, title, topic, unit, place, startsAt, agenda, signUp } = meeting;
  return {
    kind,
    title,
    topic,
    unitId: unit.id,
    place,
    startsAt: dayjs(startsAt),
    agenda: agenda.join('\n'),
    how: signUp?.selection ?? 'invited',
    ...(signUp && { closesAt: dayjs(signUp.closesAt), quota: signUp.quota }),
    ...(signUp?.criteria && { criteria: signUp.criteria }),
    ...(meeting.consultation && { consultationId: meeting.consultation.id }),
  };
}
