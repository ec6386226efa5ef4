import { Button, Form, Input, Select } from 'antd';
import { WAY_NAMES } from './words';

/** How else one can be heard: published with the draft. */
export function WaysField() {
  return (
    <fieldset className="plain-fieldset">
      <legend>除了小程序，还可以怎么提（和草案一起公布）</legend>
      <Form.List name="ways">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="way">
                <Form.Item name={[name, 'kind']} rules={[{ required: true, message: '请选一种' }]}>
                  <Select
                    aria-label={`第 ${name + 1} 种方式`}
                    options={Object.entries(WAY_NAMES).map(([value, label]) => ({ value, label }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'detail']}
                  rules={[{ required: true, whitespace: true, message: '请写哪里、什么时候' }]}
                >
                  <Input aria-label={`第 ${name + 1} 种：地址、号码、时间`} maxLength={200} />
                </Form.Item>
                <Button aria-label={`去掉第 ${name + 1} 种`} onClick={() => remove(name)}>
                  去掉
                </Button>
              </div>
            ))}
            {rows.length < 10 && <Button onClick={() => add({ kind: 'letter' })}>加一种方式</Button>}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
