import { Button, Modal } from 'antd';
import { useState } from 'react';
import { RecordHistory } from '../../ui/record-history';

/** What happened to one record of a list, without leaving the list. */
export function HistoryAct({ collection, id, name }: { collection: string; id: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={`${name}的经过`} onClick={() => setOpen(true)}>
        经过
      </Button>
      {isOpen && (
        <Modal open title={name} footer={null} width={720} onCancel={() => setOpen(false)}>
          <RecordHistory collection={collection} id={id} />
        </Modal>
      )}
    </>
  );
}
