import { Button, Form, Modal, Space } from 'antd';
import type { ReactNode } from 'react';
import { useAct } from '../lib/use-act';
import { useFirstField } from './use-first-field';

export interface ActFormProps<Fields extends object, Answer> {
  title: string;
  /** The verb on the button. */
  submit: string;
  /** Said when it is done. */
  done: string;
  initial?: Partial<Fields>;
  work: (fields: Fields) => Promise<Answer>;
  close: () => void;
  children: ReactNode;
}

/** One act with its form. It closes when it was done; a refusal leaves what was written where it is. */
export function ActForm<Fields extends object, Answer>(props: ActFormProps<Fields, Answer>) {
  const { title, submit, done, initial, work, close, children } = props;
  const { place, afterOpenChange } = useFirstField();
  const act = useAct(async (fields: Fields) => {
    await work(fields);
    close();
  }, done);
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={close}
      mask={{ closable: false }}
      width={640}
      afterOpenChange={afterOpenChange}
    >
      <div ref={place}>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          {...(initial && { initialValues: initial })}
          onFinish={fields => act.mutate(fields)}
        >
          {children}
          <Space>
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              {submit}
            </Button>
            <Button onClick={close}>先不</Button>
          </Space>
        </Form>
      </div>
    </Modal>
  );
}
