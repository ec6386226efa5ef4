import type { RouteAnswer } from '@bandeng/contracts/types';
import { formatChineseDate, sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Loaded } from '../../ui/state';

type Year = RouteAnswer<'staff.holidays.list'>['years'][number];
interface Fields {
  text: string;
  url: string;
}

/** 放假安排: every year that deadlines are counted by, and a new one out of the pasted notice. */
export function Holidays() {
  const query = useQuery({ queryKey: ['holidays'], queryFn: () => api.call('staff.holidays.list', { query: {} }) });
  return (
    <Loaded query={query}>
      {({ years }) => (
        <div className="columns">
          <div className="stack">
            {years.map(year => (
              <YearCard key={year.year} year={year} />
            ))}
          </div>
          <EnterCard next={(years[0]?.year ?? new Date().getFullYear()) + 1} />
        </div>
      )}
    </Loaded>
  );
}

function YearCard({ year }: { year: Year }) {
  return (
    <Card title={<h2 className="card-title">{year.year} 年</h2>}>
      <YearFacts {...year} />
    </Card>
  );
}

function YearFacts({ year, sources, off, work }: Year) {
  // Read in that year, so that its own days need no year before them.
  const inYear = new Date(`${year}-06-01`);
  const say = (date: string) => sayDate(date, inYear);
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          ...off.map(({ name, from, to }) => ({
            key: name + from,
            label: name,
            children: from === to ? `${say(from)}放假` : `${say(from)}到${say(to)}放假`,
          })),
          { key: 'work', label: '调休上班', children: work.map(({ date }) => say(date)).join('、') || '没有' },
        ]}
      />
      {sources.map(({ title, number, date, url }) => (
        <p key={number} className="quiet">
          <a href={url} target="_blank" rel="noreferrer" className="inline-link">
            {title}
          </a>
          ，{number}，{formatChineseDate(date)}
        </p>
      ))}
    </>
  );
}

/** First tried, then entered: what is entered is what was shown. */
function EnterCard({ next }: { next: number }) {
  const [form] = Form.useForm<Fields>();
  const [tried, setTried] = useState<{ fields: Fields; year: Year }>();
  const attempt = useAct(async (fields: Fields) => {
    setTried(undefined);
    const { year } = await api.call('staff.holidays.enter', { body: { ...fields, dryRun: true } });
    setTried({ fields, year });
  }, '读懂了，看看对不对');
  const enter = useAct(async (fields: Fields) => {
    await api.call('staff.holidays.enter', { body: fields });
    setTried(undefined);
    form.resetFields();
  }, '录入了，跨这一年的日期重新算');
  return (
    <Card title={<h2 className="card-title">录入 {next} 年的通知</h2>}>
      <p className="quiet">
        没有录入的年份，周末和法定的节日当作放假，算出来的日期写着“暂定”。
        {next === new Date().getFullYear() + 1 && `${next} 年的通知一般在今年十一月公布。`}
      </p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={fields => attempt.mutate(fields)}
        onValuesChange={() => setTried(undefined)}
      >
        <Form.Item
          name="text"
          label="国务院办公厅的通知，全文粘贴"
          rules={[{ required: true, whitespace: true, message: '请粘贴通知' }]}
        >
          <Input.TextArea rows={10} maxLength={20_000} />
        </Form.Item>
        <Form.Item
          name="url"
          label="通知的网址"
          rules={[{ required: true, type: 'url', message: '请填 https:// 开头的网址' }]}
        >
          <Input />
        </Form.Item>
        {tried && <YearFacts {...tried.year} />}
        <Space>
          <Button htmlType="submit" type={tried ? 'default' : 'primary'} loading={attempt.isPending}>
            试读
          </Button>
          {tried && (
            <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate(tried.fields)}>
              录入 {tried.year.year} 年
            </Button>
          )}
        </Space>
      </Form>
    </Card>
  );
}
