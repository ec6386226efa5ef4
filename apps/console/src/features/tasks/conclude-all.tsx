import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useBulk } from '../../lib/use-bulk';
import { FormFrame } from '../../ui/form-frame';

interface Conclusion {
  conclusion: string;
}

interface Props {
  ids: readonly string[];
  /** These stay chosen: the ones that were refused. */
  keep: (ids: readonly string[]) => void;
  label: string;
  one: (id: string, body: Conclusion) => Promise<unknown>;
}

/** One sentence for several tasks; each is ended by a call of its own. */
export function ConcludeAll({ ids, keep, label, one }: Props) {
  const [isOpen, setOpen] = useState(false);
  const bulk = useBulk(keep);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        一起办结 {ids.length} 件
      </Button>
      {isOpen && (
        <FormFrame<Conclusion>
          title={`一起办结 ${ids.length} 件`}
          submit="都这样办结"
          isBusy={bulk.isPending}
          close={() => setOpen(false)}
          finish={body =>
            bulk.mutate({ ids, one: id => one(id, body), verb: '办结了' }, { onSuccess: () => setOpen(false) })
          }
        >
          <Form.Item
            name="conclusion"
            label={label}
            rules={[{ required: true, whitespace: true, message: '请写明怎么办的' }]}
          >
            <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
          </Form.Item>
        </FormFrame>
      )}
    </>
  );
}
