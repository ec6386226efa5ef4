import { routes } from '@bandeng/contracts/routes';
import type { Letter } from '@bandeng/contracts/types';
import { sayDate, sayExactly } from '@bandeng/rules';
import { Button, Space } from 'antd';
import { api, download } from '../../lib/http';
import { uploadFile } from '../../lib/upload';
import { useAct } from '../../lib/use-act';
import { FilePicker } from '../../ui/file-picker';
import { OpenFile } from '../../ui/open-file';
import { DELIVERY_METHODS } from './words';

type Delivery = Letter['deliveries'][number];
const when = (date: string) => sayDate(date, new Date());

/** How a letter went out, each time with its proof: the 送达回证 to be signed, and the signed one. */
export function Deliveries({ letter: { id, deliveries, firstReadAt } }: { letter: Letter }) {
  return (
    <>
      {deliveries.map(delivery => (
        <div key={delivery.id}>
          <div className="quiet">{sayDelivery(delivery)}</div>
          <Space wrap size="small">
            {delivery.abilities.record && <RecordFiles letterId={id} delivery={delivery} />}
            {delivery.proof && (
              <OpenFile fileId={delivery.proof.fileId}>签了字的送达回证（{when(delivery.proof.on)}交）</OpenFile>
            )}
            {delivery.abilities.prove && <ProofPicker letterId={id} delivery={delivery} />}
          </Space>
        </div>
      ))}
      {firstReadAt && <div className="quiet">申请人 {sayExactly(firstReadAt)} 第一次打开</div>}
    </>
  );
}

const sayDelivery = ({ method, on, place, receipt, note }: Delivery): string =>
  [`${when(on)}${DELIVERY_METHODS[method]}送达`, place && `在${place}`, receipt && `凭据 ${receipt}`, note]
    .filter(Boolean)
    .join(' · ');

interface Props {
  letterId: string;
  delivery: Delivery;
}

function RecordFiles({ letterId, delivery: { id, on } }: Props) {
  const path = routes['staff.letters.deliveryRecord'].path.replace(':id', letterId).replace(':deliveryId', id);
  const fetched = useAct((format: 'docx' | 'pdf') => download(path, { format }), '下载好了，打印出来请收件人签字');
  return (
    <>
      {(['docx', 'pdf'] as const).map(format => (
        <Button
          key={format}
          size="small"
          aria-label={`下载${when(on)}的送达回证：${FORMATS[format]}`}
          onClick={() => fetched.mutate(format)}
        >
          送达回证 {FORMATS[format]}
        </Button>
      ))}
    </>
  );
}
const FORMATS = { docx: 'Word', pdf: 'PDF' } as const;

function ProofPicker({ letterId, delivery: { id, proof } }: Props) {
  const prove = useAct(async (file: File) => {
    const { id: fileId } = await uploadFile(file, crypto.randomUUID());
    return api.call('staff.letters.proveDelivery', { params: { id: letterId, deliveryId: id }, body: { fileId } });
  }, '收下了，是这次送达的凭据');
  return (
    <FilePicker
      label={proof ? '换一份签了字的' : '交签了字的送达回证'}
      accept="image/*,application/pdf"
      take={([file]) => file && prove.mutate(file)}
    />
  );
}
