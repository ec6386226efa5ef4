import { routes } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { Form, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { upload } from '../../lib/http';
import { required } from '../../lib/required';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { ChooseWorkbook } from '../../ui/choose-workbook';
import { RowProblems } from '../../ui/row-problems';
import { percent, RATES } from './hotline-rates';

type Read = RouteAnswer<'staff.hotline.import'>;
type Month = Read['months'][number];

const send = async (file: File, query: { source: string; dryRun?: 'true' }) =>
  (await upload(routes['staff.hotline.import'].path, file, query)) as Read;

/** The city's workbook: read and shown; nothing is written before somebody has seen it. */
export function HotlineImport() {
  const [tried, setTried] = useState<{ file: File; read: Read }>();
  const attempt = useAct(async (file: File) => {
    setTried({ file, read: await send(file, { source: file.name.slice(0, 200), dryRun: 'true' }) });
  }, '看完了，还什么都没有写');

  return (
    <>
      <ChooseWorkbook text="导入表格" label="热线三率的 xlsx 文件" busy={attempt.isPending} choose={attempt.mutate} />
      {tried && <Confirm {...tried} close={() => setTried(undefined)} />}
    </>
  );
}

function Confirm({ file, read: { months, problems }, close }: { file: File; read: Read; close: () => void }) {
  const mayWrite = problems.length === 0 && months.length > 0;
  return (
    <ActForm<{ source: string }, unknown>
      title={`“${file.name}”里读到 ${months.length} 个月`}
      submit={mayWrite ? '记下这些' : '知道了'}
      done={mayWrite ? '记下了' : '什么都没有写，改好再导入'}
      initial={{ source: file.name.replace(/\.xlsx$/i, '').slice(0, 200) }}
      close={close}
      work={async ({ source }) => {
        if (mayWrite) await send(file, { source });
      }}
    >
      {problems.length > 0 && (
        <Form.Item>
          <RowProblems title={`有 ${problems.length} 处问题，改好以前一个月也不记`} problems={problems} />
        </Form.Item>
      )}
      <Form.Item>
        <Table<Month>
          rowKey="id"
          size="small"
          pagination={false}
          scroll={{ y: 320 }}
          dataSource={months}
          columns={[
            {
              title: '月份',
              render: (_, { id, replaces }) => (
                <>
                  {id} {replaces && <Tag color="warning">换掉记过的</Tag>}
                </>
              ),
            },
            ...RATES.map(({ name, label }) => ({
              title: label,
              render: (_: unknown, row: Month) => percent(row[name]),
            })),
          ]}
        />
      </Form.Item>
      {mayWrite && (
        <Form.Item name="source" label="出处" rules={required('请写从哪份通报来')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </ActForm>
  );
}
