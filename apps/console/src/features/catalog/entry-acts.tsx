import type { EditionEntry } from '@bandeng/contracts/types';
import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { AddEntry } from './add-entry';
import type { EditionDetail } from './edition-page';
import type { Direction } from './move-entry';
import { PlaceEntry } from './place-entry';
import { useEntryCache } from './use-edition-entries';

interface Props {
  edition: EditionDetail;
  entries: readonly EditionEntry[];
  /** The entry at hand, if it is one. */
  entry: EditionEntry | undefined;
  choose: (key: string) => void;
  move: (entry: EditionEntry, direction: Direction) => Promise<void>;
}

/** What one does with whole entries: one more, elsewhere, away with it. */
export function EntryActs({ edition, entries, entry, choose, move }: Props) {
  const [form, setForm] = useState<'add' | 'place' | null>(null);
  const { readAgain } = useEntryCache(edition.id);
  const remove = useAct(async (entryId: string) => {
    await api.call('staff.editions.removeEntry', { params: { id: edition.id, entryId } });
    await readAgain();
  }, '拿掉了，现行的目录里还在');
  const close = () => setForm(null);
  return (
    <Space wrap>
      <Button onClick={() => setForm('add')}>加一项</Button>
      {entry?.mayEdit && (
        <>
          <Button aria-label={`上移：${entry.texts.name}`} onClick={() => void move(entry, 'up')}>
            上移
          </Button>
          <Button aria-label={`下移：${entry.texts.name}`} onClick={() => void move(entry, 'down')}>
            下移
          </Button>
          <Button aria-label={`换个位置：${entry.texts.name}`} onClick={() => setForm('place')}>
            换个位置
          </Button>
          <Popconfirm
            title={`拿掉“${entry.texts.name}”？`}
            description="只从这个草案里拿掉；现行的，等草案现行了才没有。"
            okText="拿掉"
            cancelText="先不"
            onConfirm={() => remove.mutate(entry.id)}
          >
            <Button danger aria-label={`拿掉：${entry.texts.name}`} loading={remove.isPending}>
              拿掉
            </Button>
          </Popconfirm>
        </>
      )}
      {form === 'add' && <AddEntry edition={edition} near={entry} close={close} made={choose} />}
      {form === 'place' && entry && <PlaceEntry edition={edition} entry={entry} entries={entries} close={close} />}
    </Space>
  );
}
