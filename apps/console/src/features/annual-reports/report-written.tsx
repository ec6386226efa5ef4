import { reportSections, reportTableTitles, tableTwoForm, type ReportSection } from '@bandeng/rules';
import { Card } from 'antd';
import { FormTable } from './form-table';
import type { Report } from './report-page';

/** The sections and table two for who reads only, or once it was handed in. */
export function Written({ report: { sections, tables } }: { report: Report }) {
  const section = (of: ReportSection) => (
    <Card key={of} title={<h2 className="card-title">{reportSections[of]}</h2>}>
      <p className={sections[of] ? 'prose' : 'quiet'}>{sections[of] || '还没有写。'}</p>
    </Card>
  );
  return (
    <>
      {section('overview')}
      <Card title={<h2 className="card-title">{reportTableTitles.two}</h2>}>
        <FormTable label="表二" form={tableTwoForm(tables.two)} />
      </Card>
      {section('problems')}
      {section('others')}
    </>
  );
}
