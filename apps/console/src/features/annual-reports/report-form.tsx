import type { RouteCall } from '@bandeng/contracts/types';
import { reportSections, reportTableTitles, tableTwoForm, type ReportSection } from '@bandeng/rules';
import { Button, Card, Form, Input, Space } from 'antd';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { FormTable } from './form-table';
import type { Report } from './report-page';
import { TableTwoFields, type EnteredFields } from './table-two-fields';

type Body = RouteCall<'staff.annualReports.save'>['body'];

interface Fields {
  sections: Record<ReportSection, string>;
  entered?: EnteredFields;
}

/** What is written of a report: the facts of the year laid ready beside each section, and the figures that no record holds. */
export function ReportForm({ report }: { report: Report }) {
  const { unit, year, revision, sections, entered, facts, tables } = report;
  const [form] = Form.useForm<Fields>();
  const act = useAct(
    (body: Body) => api.call('staff.annualReports.save', { params: { unit: unit.id, year: String(year) }, body }),
    '存下了',
  );
  const add = (section: ReportSection) => (sentence: string) => {
    const before = String(form.getFieldValue(['sections', section]) ?? '').trim();
    form.setFieldValue(['sections', section], before ? `${before}\n${sentence}` : sentence);
  };
  const save = (fields: Fields) =>
    act.mutate({
      revision,
      sections: trimmed(fields.sections),
      entered: fields.entered ? bodyOf(fields.entered) : null,
    });
  const section = (of: ReportSection) => (
    <Card title={<h2 className="card-title">{reportSections[of]}</h2>}>
      <Facts sentences={facts[of]} add={add(of)} />
      <Form.Item name={['sections', of]}>
        <Input.TextArea aria-label={reportSections[of]} rows={8} maxLength={5000} showCount />
      </Form.Item>
    </Card>
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ sections, ...(entered && { entered: fieldsOf(entered) }) }}
      onFinish={save}
      className="stack"
    >
      {section('overview')}
      <Card title={<h2 className="card-title">{reportTableTitles.two}</h2>}>
        {entered ? (
          <TableTwoFields report={report} />
        ) : (
          <>
            <p className="quiet">各单位的相加；没有交的单位，按它现在的记录算，都列在下面。</p>
            <FormTable label="表二" form={tableTwoForm(tables.two)} />
          </>
        )}
      </Card>
      {section('problems')}
      {section('others')}
      <div>
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          存草稿
        </Button>
      </div>
    </Form>
  );
}

/** Sentences of the year, each taken over with a click. */
function Facts({ sentences, add }: { sentences: readonly string[]; add: (sentence: string) => void }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="备好的事实">
      {sentences.map(sentence => (
        <li key={sentence}>
          <Space align="start">
            <span>{sentence}</span>
            <Button size="small" aria-label={`写进去：${sentence}`} onClick={() => add(sentence)}>
              写进去
            </Button>
          </Space>
        </li>
      ))}
    </ul>
  );
}

const trimmed = (sections: Fields['sections']): Fields['sections'] => ({
  overview: sections.overview.trim(),
  problems: sections.problems.trim(),
  others: sections.others.trim(),
});

const fieldsOf = ({ rules, normative, fees, ...entered }: NonNullable<Report['entered']>): EnteredFields => ({
  ...entered,
  fees: fees ?? '',
  isStated: { rules: rules !== null, normative: normative !== null },
  rules: rules ?? NOTHING_STATED,
  normative: normative ?? NOTHING_STATED,
});
const NOTHING_STATED = { made: 0, abolished: 0, inForce: 0, reason: '' };

const bodyOf = ({ isStated, rules, normative, fees, ...entered }: EnteredFields): NonNullable<Body['entered']> => ({
  ...entered,
  fees: fees.trim() === '' ? null : fees.trim(),
  rules: isStated.rules ? rules : null,
  normative: isStated.normative ? normative : null,
});
