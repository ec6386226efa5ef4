import type { Draft } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Button, Card, DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Link } from 'react-router';
import { api } from '../../../lib/http';
import { publicNotice } from '../../../lib/public-page';
import { useAct } from '../../../lib/use-act';
import { withReason } from '../../../lib/with-reason';
import { PublicLink } from '../../../ui/public-link';

interface Fields {
  when: 'now' | 'later';
  at?: Dayjs;
}

/** By the reasons that the server names. */
const WHY_NOT: Readonly<Record<string, string>> = {
  waits_for_file: '它解读的文件还没有公开。发布那份文件，解读会一起出去。',
  withheld: '这一份不公开，只能归档。',
};

/** Lets out what was signed: now, or at a time. */
export function PublishDraft({ draft }: { draft: Draft }) {
  const { id, revision, abilities, publishAt, publishesWith, noticeId, published } = draft;
  const [form] = Form.useForm<Fields>();
  const when = Form.useWatch('when', form);
  const publish = useAct(
    ({ when: chosen, at }: Fields) =>
      withReason(
        api.call('staff.drafts.publish', {
          params: { id },
          body: { revision, ...(chosen === 'later' && at && { at: at.toISOString() }) },
        }),
        reason => WHY_NOT[reason],
      ),
    '办好了',
  );
  const unschedule = useAct(
    () => api.call('staff.drafts.unschedule', { params: { id }, body: { revision } }),
    '取消了定时，先不发布',
  );
  const title = <h2 className="card-title">发布</h2>;
  if (noticeId !== null)
    return (
      <Card title={title}>
        {published && (
          <p>
            {published.by.name}，{sayExactly(published.at)}
          </p>
        )}
        <Link to={`/notices/${noticeId}`}>这条公开信息</Link>　
        <PublicLink to={publicNotice(noticeId)}>公众看到的</PublicLink>
      </Card>
    );
  if (publishAt !== null)
    return (
      <Card title={title}>
        <p>
          {sayExactly(publishAt)}
          {publishesWith !== null && '，跟着它解读的文件一起'}自动发布。
        </p>
        {abilities?.['unschedule'] && (
          <Button loading={unschedule.isPending} onClick={() => unschedule.mutate()}>
            取消定时
          </Button>
        )}
      </Card>
    );
  if (!abilities?.['publish']) return null;
  return (
    <Card title={title}>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ when: 'now' }}
        onFinish={fields => publish.mutate(fields)}
      >
        <Form.Item name="when" label="什么时候">
          <Radio.Group
            options={[
              { value: 'now', label: '现在' },
              { value: 'later', label: '定个时间' },
            ]}
          />
        </Form.Item>
        {when === 'later' && (
          <Form.Item name="at" label="到这个时间自动发布" rules={[{ required: true, message: '请选时间' }]}>
            <DatePicker
              showTime={{ format: 'HH:mm' }}
              format="YYYY-MM-DD HH:mm"
              minDate={dayjs()}
              style={{ width: '100%' }}
            />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {when === 'later' ? '定下来' : '现在发布'}
        </Button>
      </Form>
    </Card>
  );
}
