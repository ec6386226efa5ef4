import type { Attachment } from '@bandeng/contracts/types';
import { AttachedFiles } from '../../../ui/attached-files';
import { FieldGroup } from '../../../ui/field';
import { useField, useWriting } from './writing';

interface Props {
  /** What is known of files by their ids: those that came with the draft. */
  known: readonly Attachment[];
}

/** Files beside the text, in their order. */
export function AttachmentsField({ known }: Props) {
  const { content, set } = useWriting();
  const { faults } = useField('attachmentIds');
  return (
    <FieldGroup name="attachmentIds" label="附件（放在正文后面）" faults={faults}>
      <AttachedFiles
        known={known}
        value={content.attachmentIds}
        change={next => set(before => ({ attachmentIds: next(before.attachmentIds) }))}
      />
    </FieldGroup>
  );
}
