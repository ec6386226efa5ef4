import { routes } from '@bandeng/contracts/routes';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { Form } from 'antd';
import { useState } from 'react';
import { upload } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { ChooseWorkbook } from '../../ui/choose-workbook';
import { RowProblems } from '../../ui/row-problems';

type Read = RouteAnswer<'staff.grid.doors.import'>;

const send = async (file: File, query: { dryRun?: 'true' } = {}) =>
  (await upload(routes['staff.grid.doors.import'].path, file, query)) as Read;

/** A workbook of doors: read and shown; nothing is written before somebody has seen it. */
export function DoorsImport() {
  const [tried, setTried] = useState<{ file: File; read: Read }>();
  const attempt = useAct(
    async (file: File) => setTried({ file, read: await send(file, { dryRun: 'true' }) }),
    '看完了，还什么都没有写',
  );
  return (
    <>
      <ChooseWorkbook text="导入表格" label="楼和门的 xlsx 文件" busy={attempt.isPending} choose={attempt.mutate} />
      {tried && <Confirm {...tried} close={() => setTried(undefined)} />}
    </>
  );
}

function Confirm({ file, read, close }: { file: File; read: Read; close: () => void }) {
  const { buildings, doors, newBuildings, newDoors, problems } = read;
  const mayWrite = problems.length === 0 && newBuildings + newDoors > 0;
  return (
    <ActForm<object, unknown>
      title={`“${file.name}”里读到 ${buildings} 栋楼、${doors} 扇门`}
      submit={mayWrite ? '记下这些' : '知道了'}
      done={mayWrite ? '记下了' : '什么都没有写'}
      close={close}
      work={async () => {
        if (mayWrite) await send(file);
      }}
    >
      {problems.length === 0 ? (
        <Form.Item>
          {mayWrite
            ? `新的 ${newBuildings} 栋楼、${newDoors} 扇门；已经有的不动。`
            : '里面的楼和门都已经有了，没有新的。'}
        </Form.Item>
      ) : (
        <Form.Item>
          <RowProblems title={`有 ${problems.length} 处问题，改好以前一扇门也不记`} problems={problems} />
        </Form.Item>
      )}
      <p className="quiet">
        表头要有网格、楼栋、门牌，可以有小区、单元、楼层、走访间隔（天）；不能有姓名、电话、证件号。上面的门表就是这个样子。
      </p>
    </ActForm>
  );
}
