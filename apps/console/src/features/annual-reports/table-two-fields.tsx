import { enteredFigures, regulationFigures, type RegulationFigure, type Regulations } from '@bandeng/rules';
import { Checkbox, Form, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { Figure } from './figure';
import { RegulationsOfFigure } from './regulations-of-figure';
import type { Report } from './report-page';

export interface EnteredFields {
  rules: Regulations;
  isStated: boolean;
  normative: Regulations & { reason: string };
  permits: number | null;
  penalties: number | null;
  coercion: number | null;
  fees: string;
}

const FIGURES = Object.keys(regulationFigures) as RegulationFigure[];
const DECISIONS = ['permits', 'penalties', 'coercion'] as const;
const number = [{ required: true, message: '请填一个数，没有的填 0' }];

/** Table two: papers are counted from what is public and open their list; what no record here holds is entered. */
export function TableTwoFields({ report }: { report: Report }) {
  const [opened, open] = useState<RegulationFigure | null>(null);
  const isStated = Form.useWatch(['entered', 'isStated']) === true;
  const count = (of: 'rules' | 'normative', figure: RegulationFigure) => (
    <Form.Item key={figure} name={['entered', of, figure]} label={regulationFigures[figure]} rules={number}>
      <InputNumber min={0} precision={0} />
    </Form.Item>
  );
  return (
    <>
      <h3>规章</h3>
      <Space wrap>{FIGURES.map(figure => count('rules', figure))}</Space>
      <h3>行政规范性文件</h3>
      <p>
        按公开的文件算：
        {FIGURES.map(figure => (
          <span key={figure} className="counted">
            {regulationFigures[figure]}{' '}
            <Figure
              value={report.counted[figure]}
              label={`行政规范性文件，${regulationFigures[figure]}`}
              open={() => open(figure)}
            />
          </span>
        ))}
      </p>
      {opened && (
        <RegulationsOfFigure
          title={`行政规范性文件 · ${regulationFigures[opened]}`}
          query={{ year: String(report.year), unit: report.unit.id, figure: opened }}
        />
      )}
      <Form.Item name={['entered', 'isStated']} valuePropName="checked">
        <Checkbox>这几个数不对，另外填（要写为什么）</Checkbox>
      </Form.Item>
      {isStated && (
        <>
          <Space wrap>{FIGURES.map(figure => count('normative', figure))}</Space>
          <Form.Item
            name={['entered', 'normative', 'reason']}
            label="为什么和算出来的不一样"
            rules={[{ required: true, whitespace: true, message: '请写为什么' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
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
