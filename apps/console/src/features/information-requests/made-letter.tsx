import { routes } from '@bandeng/contracts/routes';
import type { Letter } from '@bandeng/contracts/types';
import { sayDate, verificationText } from '@bandeng/rules';
import { Alert, Button, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { api, download } from '../../lib/http';
import { uploadFile } from '../../lib/upload';
import { useAct } from '../../lib/use-act';
import { ActForm } from '../../ui/act-form';
import { FilePicker } from '../../ui/file-picker';
import { OpenFile } from '../../ui/open-file';
import { DeliverForm } from './deliver-form';
import { Deliveries } from './deliveries';
import { required } from './form-parts';
import { LETTER_STATES, LETTER_TO } from './words';

const when = (date: string) => sayDate(date, new Date());

/** One letter that was made: its number, its files, how it went out, and what may be done with it now. */
export function MadeLetter({ letter }: { letter: Letter }) {
  const { kind, number, madeOn, madeBy, state, checkCode, voided, sealed, abilities } = letter;
  const [open, setOpen] = useState<'deliver' | 'void'>();
  const close = () => setOpen(undefined);
  return (
    <li className="letter-row">
      <div>
        <strong>{kind.name}</strong> <Tag color={COLORS[state]}>{LETTER_STATES[state]}</Tag>
        {letter.isLate && <Tag color="error">晚于答复期限送达</Tag>}
        <div className="quiet">
          {[number, `给${LETTER_TO[kind.to]}`, `${when(madeOn)}${madeBy}定稿`].filter(Boolean).join(' · ')}
        </div>
        <div className="quiet">核验码 {verificationText(checkCode)}</div>
        <Deliveries letter={letter} />
        {letter.sealOrder && <OrderState order={letter.sealOrder} />}
        {voided && (
          <div className="quiet">
            {when(voided.on)}作废：{voided.reason}
          </div>
        )}
      </div>
      <Space wrap>
        {sealed && <OpenFile fileId={sealed.fileId}>看盖章的文件</OpenFile>}
        {abilities.download && <Files letter={letter} />}
        {abilities.orderSeal && <OrderSeal letter={letter} />}
        {abilities.seal && <SealPicker letter={letter} />}
        {abilities.deliver && (
          <Button size="small" type="primary" onClick={() => setOpen('deliver')}>
            {state === 'delivered' ? '再送一次' : '送达'}
          </Button>
        )}
        {abilities.void && (
          <Button size="small" onClick={() => setOpen('void')}>
            作废
          </Button>
        )}
      </Space>
      {open === 'deliver' && <DeliverForm letter={letter} close={close} />}
      {open === 'void' && <VoidForm letter={letter} close={close} />}
    </li>
  );
}

const COLORS = { final: 'warning', sealed: 'processing', delivered: 'success', void: 'default' } as const;

function Files({ letter: { id, kind } }: { letter: Letter }) {
  const fetched = useAct(
    (format: 'docx' | 'pdf') => download(routes['staff.letters.file'].path.replace(':id', id), { format }),
    '下载好了',
  );
  return (
    <Space size="small">
      {(['docx', 'pdf'] as const).map(format => (
        <Button
          key={format}
          size="small"
          aria-label={`下载${kind.name}：${FORMATS[format]}`}
          onClick={() => fetched.mutate(format)}
        >
          {FORMATS[format]}
        </Button>
      ))}
    </Space>
  );
}
const FORMATS = { docx: 'Word', pdf: 'PDF（未盖章）' } as const;

/** To the e-seal service, where the district has one. */
function OrderSeal({ letter: { id, sealOrder } }: { letter: Letter }) {
  const order = useAct(
    () => api.call('staff.letters.orderSeal', { params: { id }, body: {} }),
    '送去盖章了，盖好的文件会自己回来',
  );
  return (
    <Button size="small" type="primary" loading={order.isPending} onClick={() => order.mutate(undefined)}>
      {sealOrder ? '再送去盖电子印章' : '送去盖电子印章'}
    </Button>
  );
}

function OrderState({ order: { state, on, reason } }: { order: NonNullable<Letter['sealOrder']> }) {
  if (state === 'waiting') return <div className="quiet">{when(on)}送去盖电子印章，等它回来</div>;
  return (
    <Alert
      type="warning"
      showIcon
      message={`电子印章没有盖成：${reason ?? ''}。可以再送一次，或者交盖了章的扫描件。`}
    />
  );
}

/** The scan with the seal, uploaded and put in the place of the unsealed file. */
function SealPicker({ letter: { id, sealed } }: { letter: Letter }) {
  const seal = useAct(async (file: File) => {
    const { id: fileId } = await uploadFile(file, crypto.randomUUID());
    return api.call('staff.letters.seal', { params: { id }, body: { fileId } });
  }, '收下了，可以送达');
  return (
    <FilePicker
      label={sealed ? '换一份盖章的扫描件' : '交盖章的扫描件（PDF）'}
      accept="application/pdf"
      take={([file]) => file && seal.mutate(file)}
    />
  );
}

function VoidForm({ letter: { id, kind }, close }: { letter: Letter; close: () => void }) {
  return (
    <ActForm<{ reason: string }, unknown>
      title={`作废${kind.name}（文号不再用，可以另出一份）`}
      submit="作废"
      done="作废了"
      close={close}
      work={body => api.call('staff.letters.void', { params: { id }, body })}
    >
      <Form.Item name="reason" label="为什么" rules={required('请写明理由')}>
        <Input.TextArea rows={2} maxLength={300} showCount />
      </Form.Item>
    </ActForm>
  );
}
