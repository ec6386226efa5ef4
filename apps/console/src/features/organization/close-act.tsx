import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ActForm } from '../../ui/act-form';

interface Props {
  name: string;
  work: (body: { on: string }) => Promise<unknown>;
}

/** The end of a unit, an area or a place: it leaves the public lists, the record stays. */
export function CloseAct({ name, work }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger size="small" aria-label={`停用${name}`} onClick={() => setOpen(true)}>
        停用
      </Button>
      {isOpen && (
        <ActForm<{ on: string }, unknown>
          title={`停用${name}`}
          submit="停用"
          done={`${name}停用了`}
          close={() => setOpen(false)}
          work={work}
        >
          <p className="quiet">公众的名单里不再有它，也不能再选它；办过的事还记在它名下。恢复不了。</p>
          <Form.Item name="on" label="从哪天起停用" rules={[{ required: true, message: '请选日子' }]}>
            <Input type="date" autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
