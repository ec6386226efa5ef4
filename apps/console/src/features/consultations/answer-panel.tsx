import type { StaffComment } from '@bandeng/contracts/types';
import { Button, Checkbox, Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { DuplicateForm } from './duplicate-form';
import { useKey } from './use-key';
import { RESULTS, type Result } from './words';

interface Props {
  consultationId: string;
  comment: StaffComment;
  allowed: boolean;
  done: (act: 'answer' | 'duplicate') => void;
}
interface Fields {
  result: Result;
  reason: string;
  wholeGroup?: boolean;
}

/** What becomes of a comment: written now, published with all the others. */
export function AnswerPanel({ consultationId, comment, allowed, done }: Props) {
  const written = comment.answer ?? comment.draftAnswer;
  if (!allowed)
    return written ? (
      <div>
        <strong>{written.resultLabel}</strong>
        <p className="prose">{written.reason}</p>
      </div>
    ) : null;
  if (comment.duplicateOf !== null) return <Linked consultationId={consultationId} comment={comment} done={done} />;
  return <Answering consultationId={consultationId} comment={comment} done={done} />;
}

function Answering({ consultationId, comment, done }: Omit<Props, 'allowed'>) {
  const [form] = Form.useForm<Fields>();
  const [isLinking, setLinking] = useState(false);
  const answer = useAct(async (body: Fields) => {
    await api.call('staff.comments.answer', { params: { id: consultationId, commentId: comment.id }, body });
    done('answer');
  }, '答复写好了，和结果一起公布');
  // One filled button a screen: first whether it can be shown, then its answer.
  const proposed = comment.assignment?.draft;
  const isNext = comment.draftAnswer === null && (comment.visible || comment.review !== 'none');
  const pick = (at: number) => () => {
    form.setFieldValue('result', RESULTS[at]?.value);
    form.focusField('reason');
  };
  useKey('1', pick(0));
  useKey('2', pick(1));
  useKey('3', pick(2));
  useKey('4', pick(3));
  return (
    <Form<Fields>
      name="answer"
      form={form}
      layout="vertical"
      requiredMark={false}
      {...(comment.draftAnswer && { initialValues: comment.draftAnswer })}
      onFinish={({ result, reason, wholeGroup = false }) => answer.mutate({ result, reason, wholeGroup })}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
      }}
    >
      {proposed && (
        <blockquote className="prose proposed">
          <span className="quiet">
            {proposed.unit.name}拟的：{proposed.resultLabel}
          </span>
          <br />
          {proposed.reason}
          <br />
          <Button
            size="small"
            onClick={() => form.setFieldsValue({ result: proposed.result, reason: proposed.reason })}
          >
            用这一稿，再改
          </Button>
        </blockquote>
      )}
      <AnswerFields />
      {comment.groupOf !== null && (
        <Form.Item name="wholeGroup" valuePropName="checked" initialValue>
          <Checkbox>这一组都这样答复</Checkbox>
        </Form.Item>
      )}
      <Space wrap>
        <Button htmlType="submit" type={isNext ? 'primary' : 'default'} loading={answer.isPending}>
          {comment.draftAnswer ? '改好答复' : '写好答复'}
        </Button>
        <Button onClick={() => setLinking(true)}>和别的意见重复</Button>
      </Space>
      {isLinking && (
        <DuplicateForm
          consultationId={consultationId}
          comment={comment}
          close={() => setLinking(false)}
          done={() => done('duplicate')}
        />
      )}
    </Form>
  );
}

/** What was decided, and why: both are published. */
export function AnswerFields() {
  return (
    <>
      <Form.Item name="result" label="答复" rules={[{ required: true, message: '请选一种' }]}>
        <Radio.Group options={RESULTS.map(({ value, label }, at) => ({ value, label: `${at + 1} ${label}` }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由（和结果一起公布）"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}

function Linked({ consultationId, comment, done }: Omit<Props, 'allowed'>) {
  const unlink = useAct(async () => {
    const params = { id: consultationId, commentId: comment.id };
    await api.call('staff.comments.duplicate', { params, body: { duplicateOf: null } });
    done('duplicate');
  }, '不算重复了，要单独答复');
  return (
    <Space wrap>
      <span>和另一条意见重复，用那一条的答复。</span>
      <Button onClick={() => unlink.mutate(undefined)} loading={unlink.isPending}>
        不是重复
      </Button>
    </Space>
  );
}
