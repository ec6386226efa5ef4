import { Button, Card, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import { required } from '../../lib/required';
import { conditionsBefore, nextQuestionId, type QuestionDraft } from './question-drafts';
import { KIND_NAMES, type Question } from './words';

const KINDS = Object.entries(KIND_NAMES).map(([value, label]) => ({ value: value as Question['kind'], label }));

/** The questions, each moved, taken out and made dependent on an earlier one. */
export function QuestionFields() {
  const form = Form.useFormInstance();
  const drafts = (Form.useWatch<QuestionDraft[] | undefined>('questions', form) ?? []).filter(Boolean);
  return (
    <Form.List name="questions">
      {(fields, { add, remove, move }) => (
        <div className="stack">
          {fields.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              title={<h3 className="card-title">第 {name + 1} 题</h3>}
              extra={
                <Space>
                  <Button
                    size="small"
                    disabled={name === 0}
                    aria-label={`第 ${name + 1} 题上移`}
                    onClick={() => move(name, name - 1)}
                  >
                    上移
                  </Button>
                  <Button
                    size="small"
                    disabled={name === fields.length - 1}
                    aria-label={`第 ${name + 1} 题下移`}
                    onClick={() => move(name, name + 1)}
                  >
                    下移
                  </Button>
                  <Button size="small" danger aria-label={`去掉第 ${name + 1} 题`} onClick={() => remove(name)}>
                    去掉
                  </Button>
                </Space>
              }
            >
              <QuestionField at={name} drafts={drafts} />
            </Card>
          ))}
          <Button
            className="align-start"
            onClick={() => add({ id: nextQuestionId(drafts), kind: 'single', title: '', required: true })}
          >
            加一道题
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function QuestionField({ at, drafts }: { at: number; drafts: readonly QuestionDraft[] }) {
  const kind = drafts[at]?.kind ?? 'single';
  const conditions = conditionsBefore(drafts, at);
  return (
    <>
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[at, 'title']} label="问什么" rules={required('请写问什么')}>
        <Input maxLength={200} />
      </Form.Item>
      <Space wrap align="start" size="large">
        <Form.Item name={[at, 'kind']} label="怎么答">
          <Select options={KINDS} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name={[at, 'required']} valuePropName="checked" label="必答">
          <Checkbox>不答不能交</Checkbox>
        </Form.Item>
        {conditions.length > 0 && (
          <Form.Item name={[at, 'showIf']} label="只问谁（不选就是人人都问）">
            <Select allowClear options={conditions} style={{ width: 320 }} />
          </Form.Item>
        )}
      </Space>
      {(kind === 'single' || kind === 'multiple') && (
        <Form.Item name={[at, 'choices']} label="选项，一行一个" rules={required('至少写两个选项')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} />
        </Form.Item>
      )}
      {kind === 'multiple' && (
        <Form.Item name={[at, 'most']} label="最多选几个（不填就不限）">
          <InputNumber min={1} max={30} precision={0} />
        </Form.Item>
      )}
      {kind === 'scale' && (
        <Space wrap>
          <Form.Item name={[at, 'points']} label="几格" initialValue={5}>
            <InputNumber min={3} max={10} precision={0} />
          </Form.Item>
          <Form.Item name={[at, 'low']} label="第一格是" rules={required('请写')}>
            <Input maxLength={20} placeholder="很不满意" />
          </Form.Item>
          <Form.Item name={[at, 'high']} label="最后一格是" rules={required('请写')}>
            <Input maxLength={20} placeholder="很满意" />
          </Form.Item>
        </Space>
      )}
    </>
  );
}
