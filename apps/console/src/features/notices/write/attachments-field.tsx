import type { Attachment } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { useState } from 'react';
import { sayRefusal } from '../../../lib/use-act';
import { addressOfFile, uploadFile } from '../../../lib/upload';
import { FieldGroup } from '../../../ui/field';
import { FilePicker } from '../../../ui/file-picker';
import { useField, useWriting } from './writing';

interface Props {
  /** What is known of files by their ids: those that came with the draft. */
  known: readonly Attachment[];
}

/** Files beside the text, in their order. */
export function AttachmentsField({ known }: Props) {
  const { content, set } = useWriting();
  const { faults } = useField('attachmentIds');
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
        set(before => ({ attachmentIds: [...before.attachmentIds, made.id] }));
      } catch (error) {
        say(`“${file.name}”没有传上：${sayRefusal(error)}`);
        return;
      }
    }
    say('');
  }
  return (
    <FieldGroup name="attachmentIds" label="附件（放在正文后面）" faults={faults}>
      <ul className="plain-list attached">
        {content.attachmentIds.map(fileId => (
          <li key={fileId}>
            <button type="button" className="as-link" onClick={() => void open(fileId)}>
              {nameOf(fileId)}
            </button>
            <Button
              size="small"
              aria-label={`去掉附件：${nameOf(fileId)}`}
              onClick={() => set({ attachmentIds: content.attachmentIds.filter(one => one !== fileId) })}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <FilePicker label="传附件（可以一次选几个）" multiple take={files => void take(files)} />
      <div role="status" className="quiet">
        {said}
      </div>
    </FieldGroup>
  );
}

async function open(fileId: string): Promise<void> {
  const address = await addressOfFile(fileId);
  if (address) window.open(address, '_blank', 'noopener');
}
