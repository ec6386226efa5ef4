import type { Attachment } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { useState } from 'react';
import { uploadFile } from '../lib/upload';
import { sayRefusal } from '../lib/use-act';
import { FilePicker } from './file-picker';
import { OpenFile } from './open-file';

interface Props {
  /** Files that are known by their ids already. */
  known: readonly Attachment[];
  value: readonly string[];
  change: (next: (before: readonly string[]) => string[]) => void;
  /** What is asked for; any files unless said. */
  label?: string;
  accept?: string;
  id?: string;
}

/** Files beside a text, in their order: sent one after the other, opened by their name, taken off again. */
export function AttachedFiles({ known, value, change, label = '传附件（可以一次选几个）', accept, id }: Props) {
  const [uploaded, setUploaded] = useState<readonly Attachment[]>([]);
  const [said, say] = useState('');
  const files = [...known, ...uploaded];
  const nameOf = (fileId: string) => files.find(file => file.id === fileId)?.name ?? '附件';

  async function take(chosen: readonly File[]) {
    for (const [at, file] of chosen.entries()) {
      say(`在传“${file.name}”（${at + 1}/${chosen.length}）…`);
      try {
        const made = await uploadFile(file, crypto.randomUUID());
        setUploaded(before => [...before, made]);
        change(before => [...before, made.id]);
      } catch (error) {
        say(`“${file.name}”没有传上：${sayRefusal(error)}`);
        return;
      }
    }
    say('');
  }
  return (
    <>
      <ul className="plain-list attached">
        {value.map(fileId => (
          <li key={fileId}>
            <OpenFile fileId={fileId}>{nameOf(fileId)}</OpenFile>
            <Button
              size="small"
              aria-label={`去掉附件：${nameOf(fileId)}`}
              onClick={() => change(before => before.filter(one => one !== fileId))}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <FilePicker {...(id && { id })} label={label} accept={accept} multiple take={files => void take(files)} />
      <div role="status" className="quiet">
        {said}
      </div>
    </>
  );
}
