import type { StaffSurvey } from '@bandeng/contracts/types';
import { Button, Card, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { useAct } from '../../lib/use-act';
import { ConsultationField } from '../../ui/consultation-field';
import { UnitField } from '../../ui/unit-field';
import { WrittenPage } from '../../ui/written-page';
import { draftOf, questionOf, type QuestionDraft } from './question-drafts';
import { QuestionFields } from './question-fields';
import type { SurveyContent } from './words';

interface Fields extends Pick<SurveyContent, 'title' | 'intro' | 'unitId'> {
  window: [Dayjs, Dayjs];
  consultationId?: string;
  groupBy?: string;
  questions: QuestionDraft[];
}

const FIRST: QuestionDraft = { id: 'q1', kind: 'single', title: '', required: true };

/** Writes a new questionnaire, or on one that is not published yet. */
export function SurveyFormPage() {
  return (
    <WrittenPage
      titles={['起草一份问卷', '改问卷']}
      note="发布以前只有本单位看得到；发布以后题目不能再改"
      kept="survey"
      read={id => api.call('staff.surveys.get', { params: { id }, query: {} })}
    >
      {survey => <SurveyForm {...(survey && { survey })} />}
    </WrittenPage>
  );
}

function SurveyForm({ survey }: { survey?: StaffSurvey }) {
  const [id] = useState(() => survey?.id ?? crypto.randomUUID());
  const [form] = Form.useForm<Fields>();
  const questions = Form.useWatch('questions', form) ?? [];
  const navigate = useNavigate();
  const save = useAct(
    (fields: Fields) => {
      const content = contentOf(fields);
      return survey
        ? api.call('staff.surveys.update', { params: { id }, body: { ...content, revision: survey.revision } })
        : api.call('staff.surveys.create', { body: { ...content, id } });
    },
    '存好了，看一看再发布',
    () => navigate(`/surveys/${id}`),
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={initialOf(survey)}
      onFinish={fields => save.mutate(fields)}
    >
      <Card title={<h2 className="card-title">问谁、问到哪天</h2>}>
        <Form.Item name="title" label="标题" rules={required('请写标题')}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="intro" label="为什么问，答了有什么用" rules={required('请写几句')}>
          <Input.TextArea rows={3} maxLength={2000} showCount />
        </Form.Item>
        <UnitField label="哪个单位问" />
        <Form.Item name="window" label="从哪天到哪天" rules={[{ required: true, message: '请选两天' }]}>
          <DatePicker.RangePicker />
        </Form.Item>
        <ConsultationField label="连到哪次征集（可以不选；连上以后，写的话能收进那次的意见里）" />
        <Form.Item name="groupBy" label="结果按哪道题分组（可以不分；不到 5 人的数不再往下分）">
          <Select
            allowClear
            options={questions.flatMap((draft, at) =>
              draft?.kind === 'single' && !draft.showIf
                ? { value: draft.id, label: `第 ${at + 1} 题 ${draft.title}` }
                : [],
            )}
          />
        </Form.Item>
      </Card>
      <section className="draft-card" aria-label="题目">
        <h2 className="card-title">题目</h2>
        <QuestionFields />
      </section>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        存下
      </Button>
    </Form>
  );
}

const contentOf = ({ title, intro, unitId, window, consultationId, groupBy, questions }: Fields): SurveyContent => ({
  title,
  intro,
  unitId,
  opensOn: window[0].format('YYYY-MM-DD'),
  closesOn: window[1].format('YYYY-MM-DD'),
  consultationId: consultationId ?? null,
  groupBy: groupBy ?? null,
  questions: questions.map(questionOf),
});

function initialOf(survey: StaffSurvey | undefined): Partial<Fields> {
  if (!survey) return { questions: [FIRST] };
  const { title, intro, unit, opensOn, closesOn, consultation, groupBy, questions } = survey;
  return {
    title,
    intro,
    unitId: unit.id,
    window: [dayjs(opensOn), dayjs(closesOn)],
    ...(consultation && { consultationId: consultation.id }),
    ...(groupBy && { groupBy }),
    questions: questions.map(question => draftOf(question, questions)),
  };
}
