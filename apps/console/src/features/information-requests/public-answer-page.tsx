import { ApiError } from '@bandeng/contracts/api-error';
import type { RouteCall, StaffAnswer } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { OpenFile } from '../../ui/open-file';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { required } from './form-parts';
import { publicAnswerOf } from './public-answer-link';

type Fields = RouteCall<'staff.answers.publish'>['body'];

/** 放进答复选编: the words on the left, what everybody will see on the right. */
export function PublicAnswerPage() {
  const { id = '' } = useParams();
  const query = useQuery(publicAnswerOf(id));
  const { data } = query;
  return (
    <Page
      isWide
      title="公开这份答复"
      note={data && <Link to={`/information-requests/${id}`}>{data.number}</Link>}
      actions={data?.abilities?.takeBack && <TakeBack id={id} />}
    >
      <Loaded query={query}>{answer => <Words key={answer.state} answer={answer} />}</Loaded>
    </Page>
  );
}

function Words({ answer }: { answer: StaffAnswer }) {
  const { requestId, words, files, state, publishedAt, takenBack, abilities } = answer;
  const [form] = Form.useForm<Fields>();
  const [shown, setShown] = useState<Partial<Fields>>(words);
  const publish = useAct(
    (body: Fields) => api.call('staff.answers.publish', { params: { id: requestId }, body }),
    state === 'public' ? '改好了，公众马上看到' : '放进答复选编了',
  );
  const readable = files.filter(({ finds }) => finds.length === 0);
  const chosen = shown.fileIds ?? files.filter(({ isPublic }) => isPublic).map(({ file }) => file.id);
  const needsLook = files.some(({ file, unreadable }) => chosen.includes(file.id) && unreadable.length > 0);
  const faults = publish.error instanceof ApiError ? publish.error.errors : [];
  return (
    <div className="columns even">
      <Card title={<h2 className="card-title">公开的文字</h2>}>
        {state === 'public' && <Alert type="success" showIcon title={`${sayExactly(publishedAt!)}起公开`} />}
        {takenBack && (
          <Alert
            type="warning"
            showIcon
            title={`${takenBack.by}${sayExactly(takenBack.at)}收回`}
            description={takenBack.reason}
          />
        )}
        {faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title="还不能公开"
            description={[...new Set(faults.map(({ message }) => message))].join('；')}
          />
        )}
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={!abilities?.publish}
          initialValues={{ ...words, fileIds: chosen, isLookedThrough: false }}
          onValuesChange={(_, all) => setShown(all)}
          onFinish={body => publish.mutate(body)}
        >
          <Form.Item name="title" label="标题" rules={required('请写标题')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="question" label="要的是什么（用中性的话写）" rules={required('请写要的是什么')}>
            <Input.TextArea rows={4} maxLength={2000} showCount />
          </Form.Item>
          <Form.Item
            name="answer"
            label="答复（姓名、住址、电话都去掉；别人的名字也看一看）"
            rules={required('请写答复')}
          >
            <Input.TextArea rows={10} maxLength={10000} showCount />
          </Form.Item>
          {readable.length > 0 && (
            <Form.Item name="fileIds" label="一起公开的附件">
              <Checkbox.Group options={readable.map(({ file }) => ({ value: file.id, label: file.name }))} />
            </Form.Item>
          )}
          <Files files={files} />
          {needsLook && (
            <Form.Item name="isLookedThrough" valuePropName="checked">
              <Checkbox>系统读不出的附件，我打开看过一遍，里面没有个人信息</Checkbox>
            </Form.Item>
          )}
          {abilities?.publish && (
            <Button type="primary" htmlType="submit" loading={publish.isPending}>
              {state === 'public' ? '改成这样' : '公开'}
            </Button>
          )}
        </Form>
      </Card>
      <Card title={<h2 className="card-title">公众看到的</h2>}>
        <Preview answer={answer} shown={shown} chosen={chosen} />
      </Card>
    </div>
  );
}

/** What is wrong with a file, or what nobody but a person can find out. */
function Files({ files }: Pick<StaffAnswer, 'files'>) {
  const noted = files.filter(({ finds, unreadable }) => finds.length > 0 || unreadable.length > 0);
  if (noted.length === 0) return null;
  return (
    <ul className="plain-list">
      {noted.map(({ file, finds, unreadable }) => (
        <li key={file.id}>
          <OpenFile fileId={file.id}>{file.name}</OpenFile>
          <div className="quiet">
            {finds.length > 0 ? `不能公开，里面有：${finds.join('；')}` : unreadable.join('；')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Preview({
  answer: { unit, decidedOn, kinds, files },
  shown: { title, question, answer },
  chosen,
}: {
  answer: StaffAnswer;
  shown: Partial<Fields>;
  chosen: readonly string[];
}) {
  return (
    <div aria-live="polite">
      <h3>{title}</h3>
      <p className="quiet">
        {unit.name} · {sayDate(decidedOn, new Date())}答复
      </p>
      <p className="quiet">有人申请公开</p>
      <p className="prose">{question}</p>
      <p className="quiet">答复</p>
      <ul>
        {kinds.map(({ kind, label, article }) => (
          <li key={kind}>
            {label}（{article}）
          </li>
        ))}
      </ul>
      <p className="prose">{answer}</p>
      <Space wrap>
        {files
          .filter(({ file }) => chosen.includes(file.id))
          .map(({ file }) => (
            <span key={file.id}>附件：{file.name}</span>
          ))}
      </Space>
    </div>
  );
}

function TakeBack({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        收回
      </Button>
      {isOpen && (
        <ActForm<{ reason: string }, unknown>
          title="从答复选编里收回"
          submit="收回"
          done="收回了，公众看不到了"
          close={() => setOpen(false)}
          work={body => api.call('staff.answers.takeBack', { params: { id }, body })}
        >
          <Form.Item name="reason" label="为什么收回（留在记录里）" rules={required('请写明理由')}>
            <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
