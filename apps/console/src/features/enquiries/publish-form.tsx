import type { RouteCall } from '@bandeng/contracts/types';
import { Checkbox, Form, Input, Radio } from 'antd';
import { api } from '../../lib/http';
import { required } from '../../lib/required';
import { ActForm } from '../../ui/act-form';
import { ReasonField } from '../../ui/reason-form';
import type { ActProps } from './act-forms';

type Fields = RouteCall<'staff.enquiries.publish'>['body'];

/** What comes out: the words with numbers masked to begin with, to be read once more by a person; no photo unless it is chosen. */
export function Publish({ enquiry: { id, masked, photos, publication }, close }: ActProps) {
  const { at: _at, ...before } = publication ?? { ...masked, photoIds: [], at: '' };
  return (
    <ActForm<Fields, unknown>
      title="遮住个人信息后公开"
      submit="公开"
      done="公开了"
      initial={before}
      close={close}
      work={body => api.call('staff.enquiries.publish', { params: { id }, body })}
    >
      <Form.Item name="title" label="标题" rules={required('请写标题')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="question" label="问的（姓名、门牌、车牌也要遮住）" rules={required('请写问的是什么')}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="answer" label="答复" rules={required('请写答复')}>
        <Input.TextArea rows={6} maxLength={4000} showCount />
      </Form.Item>
      {photos.length > 0 && (
        <Form.Item name="photoIds" label="可以公开的照片（没有人脸、门牌、车牌）">
          <Checkbox.Group options={photos.map(({ id: value, name }) => ({ value, label: name }))} />
        </Form.Item>
      )}
    </ActForm>
  );
}

/** A report or an appeal was looked at; or what is public turns out not to be fit for it. */
export function Show({ enquiry: { id, isPublic, reports, hidden }, close }: ActProps) {
  return (
    <ActForm<RouteCall<'staff.enquiries.show'>['body'], unknown>
      title="公不公开"
      submit="定下来"
      done={reports.length > 0 ? '定下来了，举报算看过了' : '定下来了'}
      initial={{ isShown: isPublic }}
      close={close}
      work={body => api.call('staff.enquiries.show', { params: { id }, body })}
    >
      {reports.map(({ reason, at }) => (
        <p key={at} className="prose">
          有人举报：{reason}
        </p>
      ))}
      {hidden?.appeal && <p className="prose">本人申诉：{hidden.appeal}</p>}
      <Form.Item name="isShown" label="怎么定">
        <Radio.Group
          options={[
            { value: true, label: '公开' },
            { value: false, label: '收起来，不公开' },
          ]}
        />
      </Form.Item>
      <ReasonField label="理由（收起来的，本人看得到）" />
    </ActForm>
  );
}
