import { enteredFigures } from '@bandeng/rules';
import { Alert, Form, Input, InputNumber, Space } from 'antd';
import { RegulationRow, type StatedRegulations } from './regulation-row';
import { RegulationsOfFigure } from './regulations-of-figure';
import type { Report } from './report-page';

export interface EnteredFields {
  isStated: { rules: boolean; normative: boolean };
  rules: StatedRegulations;
  normative: StatedRegulations;
  permits: number | null;
  penalties: number | null;
  coercion: number | null;
  fees: string;
}

const DECISIONS = ['permits', 'penalties', 'coercion'] as const;

/** Table two: papers are counted by their class from what is public; what no record here holds is entered. */
export function TableTwoFields({ report }: { report: Report }) {
  return (
    <>
      <Unclassed report={report} />
      <RegulationRow report={report} row="rules" />
      <RegulationRow report={report} row="normative" />
      <h3>处理决定和收费</h3>
      <p className="quiet">系统里没有这些记录，由单位填；没有的填 0。</p>
      <Space wrap>
        {DECISIONS.map(figure => (
          <Form.Item key={figure} name={['entered', figure]} label={`${enteredFigures[figure]}（件）`}>
            <InputNumber min={0} precision={0} />
          </Form.Item>
        ))}
        <Form.Item
          name={['entered', 'fees']}
          label={`${enteredFigures.fees}（万元）`}
          rules={[{ pattern: /^\s*\d{1,9}(?:\.\d{1,6})?\s*$/, message: '写成 12.5 这样，最多六位小数' }]}
        >
          <Input inputMode="decimal" maxLength={16} />
        </Form.Item>
      </Space>
    </>
  );
}

/** Papers in no row, to be classed right here. */
function Unclassed({ report: { counted, year, unit, abilities } }: { report: Report }) {
  if (counted.unclassed === 0) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`有 ${counted.unclassed} 件文件未分类，没有算进下面的数`}
        description="请一件一件选：规章、行政规范性文件，还是其他文件。选了马上重新算。"
      />
      <RegulationsOfFigure
        title="未分类的文件"
        query={{ year: String(year), unit: unit.id, row: 'unclassed' }}
        mayClassify={abilities?.['save'] === true}
      />
    </>
  );
}
