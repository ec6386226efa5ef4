import { regulationFigures, type RegulationFigure, type Regulations } from '@bandeng/rules';
import { Checkbox, Form, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { Figure } from './figure';
import { RegulationsOfFigure } from './regulations-of-figure';
import type { Report } from './report-page';

export const ROW_NAMES = { rules: '规章', normative: '行政规范性文件' } as const;
const FIGURES = Object.keys(regulationFigures) as RegulationFigure[];
const number = [{ required: true, message: '请填一个数，没有的填 0' }];

export type StatedRegulations = Regulations & { reason: string };

/** A row that is counted from the papers that are public: each figure opens its list; another count is entered with why. */
export function RegulationRow({ report, row }: { report: Report; row: keyof typeof ROW_NAMES }) {
  const [opened, open] = useState<RegulationFigure | null>(null);
  const isStated = Form.useWatch(['entered', 'isStated', row]) === true;
  const name = ROW_NAMES[row];
  return (
    <>
      <h3>{name}</h3>
      <p>
        按公开的文件算：
        {FIGURES.map(figure => (
          <span key={figure} className="counted">
            {regulationFigures[figure]}{' '}
            <Figure
              value={report.counted[row][figure]}
              label={`${name}，${regulationFigures[figure]}`}
              open={() => open(figure)}
            />
          </span>
        ))}
      </p>
      {opened && (
        <RegulationsOfFigure
          title={`${name} · ${regulationFigures[opened]}`}
          query={{ year: String(report.year), unit: report.unit.id, row, figure: opened }}
          mayClassify={report.abilities?.['save'] === true}
        />
      )}
      <Form.Item name={['entered', 'isStated', row]} valuePropName="checked">
        <Checkbox>{name}的数不对，另外填（要写为什么）</Checkbox>
      </Form.Item>
      {isStated && (
        <>
          <Space wrap>
            {FIGURES.map(figure => (
              <Form.Item
                key={figure}
                name={['entered', row, figure]}
                label={`${name}，${regulationFigures[figure]}`}
                rules={number}
              >
                <InputNumber min={0} precision={0} />
              </Form.Item>
            ))}
          </Space>
          <Form.Item
            name={['entered', row, 'reason']}
            label={`${name}为什么和算出来的不一样`}
            rules={[{ required: true, whitespace: true, message: '请写为什么' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </>
  );
}
