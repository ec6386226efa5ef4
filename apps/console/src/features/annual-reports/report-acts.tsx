import { routes } from '@bandeng/contracts/routes';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { api, download } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import type { Report } from './report-page';

const FILES = {
  docx: { route: 'staff.annualReports.docx', label: '导出 Word' },
  xlsx: { route: 'staff.annualReports.xlsx', label: '导出三张表' },
} as const;

/** Taking it along, handing it in, taking it back. */
export function ReportActs({ report }: { report: Report }) {
  const [form, setForm] = useState<'handIn' | 'takeBack' | null>(null);
  const { abilities } = report;
  const close = () => setForm(null);
  return (
    <>
      <File report={report} kind="docx" />
      <File report={report} kind="xlsx" />
      {abilities?.handIn && report.revision > 0 && (
        <Button type="primary" onClick={() => setForm('handIn')}>
          交
        </Button>
      )}
      {abilities?.takeBack && <Button onClick={() => setForm('takeBack')}>取回来改</Button>}
      {form === 'handIn' && <HandIn report={report} close={close} />}
      {form === 'takeBack' && <TakeBack report={report} close={close} />}
    </>
  );
}

function File({ report: { unit, year }, kind }: { report: Report; kind: keyof typeof FILES }) {
  const { route, label } = FILES[kind];
  const path = routes[route].path.replace(':unit', unit.id).replace(':year', String(year));
  const act = useAct(() => download(path), '导出了，在浏览器的下载里');
  return (
    <Button loading={act.isPending} onClick={() => act.mutate(undefined)}>
      {label}
    </Button>
  );
}

interface FormProps {
  report: Report;
  close: () => void;
}
const paramsOf = ({ unit, year }: Report) => ({ unit: unit.id, year: String(year) });

function HandIn({ report, close }: FormProps) {
  const { contradictions, missing, revision, scope } = report;
  return (
    <ActForm<{ explanation?: string; withoutUnits?: boolean }, unknown>
      title={scope === 'district' ? '公布全区的年度报告' : '交年度报告'}
      submit="交"
      done="交了，公众现在能看到"
      close={close}
      work={({ explanation, withoutUnits }) =>
        api.call('staff.annualReports.handIn', {
          params: paramsOf(report),
          body: {
            revision,
            ...(explanation?.trim() && { explanation }),
            ...(withoutUnits && { withoutUnits }),
          },
        })
      }
    >
      <p>交了以后照交的样子留着，公众能看；再改要由负责人取回。</p>
      {contradictions.length > 0 && (
        <Form.Item
          name="explanation"
          label={`有 ${contradictions.length} 处对不上，写一句为什么还是交`}
          rules={[{ required: true, whitespace: true, message: '请写为什么' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )}
      {missing.units.length > 0 && (
        <Form.Item name="withoutUnits" valuePropName="checked">
          <Checkbox>不等没有交的 {missing.units.length} 个单位，按它们现在的记录算</Checkbox>
        </Form.Item>
      )}
    </ActForm>
  );
}

function TakeBack({ report, close }: FormProps) {
  return (
    <ActForm<{ reason: string }, unknown>
      title="取回来改：公众看不到了，交过的样子留着"
      submit="取回"
      done="取回了"
      close={close}
      work={({ reason }) =>
        api.call('staff.annualReports.takeBack', {
          params: paramsOf(report),
          body: { revision: report.revision, reason },
        })
      }
    >
      <Form.Item name="reason" label="为什么" rules={[{ required: true, whitespace: true, message: '请写为什么' }]}>
        <Input maxLength={500} />
      </Form.Item>
    </ActForm>
  );
}
