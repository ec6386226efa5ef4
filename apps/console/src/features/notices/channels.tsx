import { CHANNEL_LABELS } from '@bandeng/contracts/routes';
import type { NoticeChannel } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../lib/http';
import { uploadFile } from '../../lib/upload';
import { ActForm } from '../../ui/act-form';
import { FilePicker } from '../../ui/file-picker';
import { OpenFile } from '../../ui/open-file';
import { Loaded } from '../../ui/state';

/** The 13 channels of the standard table: which of them this notice is on, and where one writes it down. */
export function Channels({ id, mayLog }: { id: string; mayLog: boolean }) {
  const [asked, ask] = useState<NoticeChannel>();
  const query = useQuery({
    queryKey: ['notice', id, 'channels'],
    queryFn: () => api.call('staff.notices.channels', { params: { id }, query: {} }),
  });
  return (
    <Card title={<h2 className="card-title">公开的渠道</h2>}>
      <Loaded query={query}>
        {({ items, missing }) => (
          <>
            <p>{missing > 0 ? `目录要求的还缺 ${missing} 种。` : '目录要求的都有了。'}</p>
            <ul className="plain-list channels">
              {items.map(item => (
                <li key={item.channel}>
                  <div>
                    <strong>{CHANNEL_LABELS[item.channel]}</strong>
                    {item.required && <span className="quiet">（必选）</span>}
                    <Done item={item} />
                  </div>
                  {mayLog && <Log item={item} ask={() => ask(item)} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {asked && <LogChannel id={id} item={asked} close={() => ask(undefined)} />}
    </Card>
  );
}

/** Its name begins with what stands on it. */
function Log({ item: { channel, doneBy }, ask }: { item: NoticeChannel; ask: () => void }) {
  const words = doneBy === 'staff' ? '重记' : '记一笔';
  return (
    <Button size="small" aria-label={`${words}：${CHANNEL_LABELS[channel]}`} onClick={ask}>
      {words}
    </Button>
  );
}

function Done({ item: { required, doneOn, doneBy, by, at, link, photo, note } }: { item: NoticeChannel }) {
  if (doneOn === null)
    return <div className={required ? 'field-fault' : 'quiet'}>{required ? '还没有' : '没有记'}</div>;
  return (
    <div>
      {doneBy === 'system' ? `系统${sayExactly(at!)}自动公开` : `${sayDate(doneOn, new Date())}，${by?.name ?? ''}记的`}
      {link && (
        <>
          {' '}
          <a href={link} target="_blank" rel="noreferrer">
            链接
          </a>
        </>
      )}
      {photo && <OpenFile fileId={photo.id}>看照片</OpenFile>}
      {note && <p className="prose">{note}</p>}
    </div>
  );
}

interface Fields {
  doneOn: Dayjs;
  link?: string;
  note?: string;
}

function LogChannel({ id, item, close }: { id: string; item: NoticeChannel; close: () => void }) {
  const [photo, setPhoto] = useState<File>();
  return (
    <ActForm<Fields, unknown>
      title={`记一笔：${CHANNEL_LABELS[item.channel]}`}
      submit="记下"
      done="记下了"
      initial={{ doneOn: dayjs() }}
      close={close}
      work={async ({ doneOn, link, note }) => {
        const sent = photo && (await uploadFile(photo, crypto.randomUUID()));
        await api.call('staff.notices.logChannel', {
          params: { id },
          body: {
            channel: item.channel,
            doneOn: doneOn.format('YYYY-MM-DD'),
            ...(link?.trim() && { link: link.trim() }),
            ...(sent && { photoId: sent.id }),
            ...(note?.trim() && { note: note.trim() }),
          },
        });
      }}
    >
      <Form.Item name="doneOn" label="哪天" rules={[{ required: true, message: '请选一天' }]}>
        <DatePicker maxDate={dayjs()} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="link"
        label="链接（链接和照片至少一样）"
        rules={[
          {
            validator: (_, value: string | undefined) =>
              value?.trim() || photo ? Promise.resolve() : Promise.reject(new Error('请写链接，或者传一张照片')),
          },
        ]}
      >
        <Input maxLength={2_000} placeholder="https://" autoFocus />
      </Form.Item>
      <Form.Item label="照片（张贴的、报纸上的）">
        <FilePicker label="选照片" accept="image/*" chosen={photo?.name} take={([file]) => setPhoto(file)} />
      </Form.Item>
      <Form.Item name="note" label="说明（可以不写）">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  );
}
