import { Button, Form } from 'antd';
import { useState } from 'react';
import { ActForm } from './act-form';
import { DateInput } from './date-input';

interface Props {
  name: string;
  /** What it is called: a unit is stopped, an office ends. */
  verb?: string;
  /** What comes of it. */
  note?: string;
  work: (body: { on: string }) => Promise<unknown>;
}

const NOTE = '公众的名单里不再有它，也不能再选它；办过的事还记在它名下。恢复不了。';

/** The end of what is kept with dates: it leaves the public lists, the record stays. */
export function CloseAct({ name, verb = '停用', note = NOTE, work }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger size="small" aria-label={`${verb}${name}`} onClick={() => setOpen(true)}>
        {verb}
      </Button>
      {isOpen && (
        <ActForm<{ on: string }, unknown>
          title={`${verb}${name}`}
          submit={verb}
          done={`${name}${verb}了`}
          close={() => setOpen(false)}
          work={work}
        >
          <p className="quiet">{note}</p>
          <Form.Item name="on" label={`从哪天起${verb}`} rules={[{ required: true, message: '请选日子' }]}>
            <DateInput autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
