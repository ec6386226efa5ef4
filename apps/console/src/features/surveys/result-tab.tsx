import { routes } from '@bandeng/contracts/routes';
import type { StaffSurvey, SurveyResult } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { api, download } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Loaded } from '../../ui/state';
import { ResultTable } from './result-table';

/** The numbers as they are now, or as they were published; what keeps them from being published is said before. */
export function ResultTab({ survey }: { survey: StaffSurvey }) {
  const { id } = survey;
  const query = useQuery({
    queryKey: ['survey-result', id],
    queryFn: () => api.call('staff.surveys.result', { params: { id }, query: {} }),
  });
  const save = useAct(
    () => download(routes['staff.surveys.export'].path.replace(':id', id)),
    '导出了，在浏览器的下载里',
  );
  return (
    <Loaded query={query}>
      {result => (
        <div className="columns">
          <div className="stack">
            {result.questions.map((question, at) => (
              <ResultTable key={question.id} question={question} number={at + 1} />
            ))}
          </div>
          <div className="stack">
            <Said survey={survey} result={result} />
            <Button className="align-start" loading={save.isPending} onClick={() => save.mutate(undefined)}>
              导出 xlsx
            </Button>
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Said({ survey, result }: { survey: StaffSurvey; result: SurveyResult }) {
  const { state, waitingTexts, abilities = {}, id } = survey;
  if (result.publishedAt !== null) {
    return (
      <Card title={<h2 className="card-title">公布的结果</h2>}>
        <p className="prose">{result.summary}</p>
        <p className="quiet">
          {result.responses} 份答卷 · {sayExactly(result.publishedAt)}公布
        </p>
      </Card>
    );
  }
  if (state !== 'closed') return <Alert type="info" showIcon title="问卷结束以后可以公布结果" />;
  if (waitingTexts > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title="现在不能公布结果"
        description={
          <p className="problems">
            {waitingTexts} 段写的话还没看。<Link to={`/surveys/${id}?tab=texts&review=waiting`}>去看</Link>
          </p>
        }
      />
    );
  }
  return abilities.publishResult ? (
    <PublishForm survey={survey} result={result} />
  ) : (
    <Alert type="success" showIcon title="都看过了，等区政府办或者街道公布" />
  );
}

/** Numbers and words go out together, once. */
function PublishForm({ survey: { id }, result }: { survey: StaffSurvey; result: SurveyResult }) {
  const [form] = Form.useForm<{ summary: string }>();
  const publish = useAct(
    ({ summary }: { summary: string }) =>
      api.call('staff.surveys.publishResult', { params: { id }, body: { summary } }),
    '结果公布了',
  );
  return (
    <Card title={<h2 className="card-title">公布结果</h2>}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ summary: `一共收到 ${result.responses} 份答卷。` }}
        onFinish={fields => publish.mutate(fields)}
      >
        <Form.Item
          name="summary"
          label="先说几句（数字由系统附上）"
          rules={[{ required: true, whitespace: true, message: '请写几句' }]}
        >
          <Input.TextArea rows={5} maxLength={2000} showCount />
        </Form.Item>
        <Popconfirm
          title="现在公布？"
          description="数字和可以公开的话一起公布，公布以后不能再改。"
          okText="公布"
          cancelText="先不"
          onConfirm={() => form.submit()}
        >
          <Button type="primary" loading={publish.isPending}>
            公布结果
          </Button>
        </Popconfirm>
      </Form>
    </Card>
  );
}
