import type { StaffSurvey } from '@bandeng/contracts/types';
import { sayDate, sayDeadline } from '@bandeng/rules';
import { Card, Descriptions, Tag } from 'antd';
import { Link } from 'react-router';
import { MatterCard } from '../../ui/matter-card';
import { KIND_NAMES, type Question } from './words';

/** What is asked, of whom, from when to when. */
export function SurveyFacts({ survey }: { survey: StaffSurvey }) {
  const { intro, questions, opensOn, closesAt, consultation, groupBy } = survey;
  const now = new Date();
  const group = questions.findIndex(({ id }) => id === groupBy);
  return (
    <div className="columns">
      <Card title={<h2 className="card-title">题目</h2>}>
        <p className="prose">{intro}</p>
        <ol className="questions">
          {questions.map(question => (
            <li key={question.id}>
              <div>
                {question.title} <Tag>{KIND_NAMES[question.kind]}</Tag>
                {question.required && <Tag>必答</Tag>}
              </div>
              <div className="quiet">{detailOf(question, questions)}</div>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={<h2 className="card-title">怎么问的</h2>}>
        <Descriptions
          column={1}
          items={[
            {
              key: 'window',
              label: '从哪天到哪天',
              children: `${sayDate(opensOn, now)}到${sayDeadline(closesAt, now)}`,
            },
            { key: 'who', label: '谁能答', children: '登录的居民，一人一份，不记名' },
            { key: 'group', label: '分组', children: group < 0 ? '不分' : `按第 ${group + 1} 题` },
            {
              key: 'consultation',
              label: '连到的征集',
              children: consultation ? (
                <Link to={`/consultations/${consultation.id}`}>{consultation.name}</Link>
              ) : (
                '没有'
              ),
            },
          ]}
        />
      </Card>
      <MatterCard kind="survey" id={survey.id} unitId={survey.unit.id} />
    </div>
  );
}

function detailOf(question: Question, questions: readonly Question[]): string {
  const { showIf } = question;
  const choices = 'options' in question ? question.options.map(({ label }) => label).join('、') : '';
  const limit = question.kind === 'multiple' && question.most !== null ? `，最多选 ${question.most} 个` : '';
  const scale = question.kind === 'scale' ? `1（${question.low}）到 ${question.points}（${question.high}）` : '';
  const at = questions.findIndex(({ id }) => id === showIf?.questionId);
  const asked = questions[at];
  const option = asked && 'options' in asked ? asked.options.find(({ id }) => id === showIf?.optionId) : undefined;
  const condition = option ? `只问第 ${at + 1} 题选了「${option.label}」的人` : '';
  return [`${choices}${limit}${scale}`, condition].filter(part => part !== '').join('；');
}
