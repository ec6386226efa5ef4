import { Alert, Form } from 'antd';
import { useState } from 'react';
import { sayRefusal } from '../lib/use-act';
import { FormFrame, type FormFrameProps } from './form-frame';

interface Props<Fields extends object> extends FormFrameProps<Fields> {
  /** What is done with it; what it throws is said, and what was written stays. */
  work: (fields: Fields) => unknown;
}

/** Asks for something that becomes part of what is being written; nothing is saved by it. */
export function DialogForm<Fields extends object>({ work, children, ...frame }: Props<Fields>) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const finish = async (fields: Fields) => {
    setBusy(true);
    try {
      await work(fields);
      frame.close();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <FormFrame<Fields> {...frame} isBusy={isBusy} finish={fields => void finish(fields)}>
      {children}
      {error !== undefined && (
        <Form.Item>
          <Alert type="error" showIcon title={sayRefusal(error)} />
        </Form.Item>
      )}
    </FormFrame>
  );
}
