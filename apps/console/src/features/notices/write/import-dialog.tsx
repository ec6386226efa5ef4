import { ApiError } from '@bandeng/contracts/api-error';
import { errors, limits } from '@bandeng/contracts/routes';
import type { Block } from '@bandeng/contracts/schemas';
import type { Attachment, RouteAnswer } from '@bandeng/contracts/types';
import { Alert, Button, Checkbox, Modal, Radio, Space, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { DOCUMENT_TYPES, isDocument } from '../../../lib/document-file';
import { api } from '../../../lib/http';
import { sayRefusal } from '../../../lib/use-act';
import { uploadFile } from '../../../lib/upload';
import { BlocksView } from '../../../ui/blocks-view';
import { FilePicker } from '../../../ui/file-picker';

export interface Imported {
  blocks: readonly Block[];
  isReplacing: boolean;
  /** A PDF stays a file beside the text. */
  attachment: Attachment | undefined;
}

interface Props {
  /** Dropped into the text; else one is chosen here. */
  given: File | undefined;
  /** There is a text already, which may be replaced. */
  hasText: boolean;
  take: (imported: Imported) => void;
  close: () => void;
}

type Read = RouteAnswer<'staff.documents.import'> & { file: Attachment };
type Progress =
  | { kind: 'choosing' }
  | { kind: 'working'; words: string }
  | { kind: 'refused'; words: string }
  | { kind: 'read'; read: Read };

/** A Word, Excel or PDF file as blocks: read, looked at, and only then put into the text. */
export function ImportDialog({ given, hasText, take, close }: Props) {
  const [progress, setProgress] = useState<Progress>({ kind: 'choosing' });
  const begun = useRef<File>();
  const read = async (file: File) => {
    begun.current = file;
    const say = (next: Progress) => begun.current === file && setProgress(next);
    try {
      const fault = !isDocument(file) ? 'document.kind' : file.size > limits.fileBytes ? 'file.too_large' : undefined;
      if (fault) return say({ kind: 'refused', words: sayOf(file, errors[fault]) });
      say({ kind: 'working', words: `在传“${file.name}”…` });
      const made = await uploadFile(file, crypto.randomUUID());
      say({ kind: 'working', words: `在读“${file.name}”，长的要等几秒…` });
      const answer = await api.call('staff.documents.import', { body: { fileId: made.id } });
      say({ kind: 'read', read: { ...answer, file: made } });
    } catch (error) {
      // Its name says what it is, its bytes do not: it is broken.
      const isBroken = error instanceof ApiError && error.code === 'file.type';
      const words = isBroken ? sayOf(file, errors['document.broken']) : `“${file.name}”没有读成。${sayRefusal(error)}`;
      say({ kind: 'refused', words });
    }
  };
  useEffect(() => {
    if (given && begun.current !== given) void read(given);
  }, [given]);
  return (
    <Modal open title="从文件导入" footer={null} onCancel={close} mask={{ closable: false }} width={760}>
      <div
        className="import-drop"
        onDragOver={event => event.preventDefault()}
        onDrop={event => {
          event.preventDefault();
          const [file] = event.dataTransfer.files;
          if (file) void read(file);
        }}
      >
        <FilePicker
          label={progress.kind === 'choosing' ? '选一个 Word、Excel 或者 PDF，也可以拖到这里' : '换一个文件'}
          accept={DOCUMENT_TYPES}
          take={([file]) => file && void read(file)}
        />
        <div role="status">
          {progress.kind === 'working' && (
            <Space>
              <Spin size="small" /> {progress.words}
            </Space>
          )}
        </div>
      </div>
      {progress.kind === 'refused' && <Alert type="error" showIcon title={progress.words} role="alert" />}
      {progress.kind === 'read' && (
        <Look
          key={progress.read.fileId}
          read={progress.read}
          hasText={hasText}
          take={imported => {
            take(imported);
            close();
          }}
        />
      )}
    </Modal>
  );
}

const sayOf = ({ name }: File, { title, detail }: { title: string; detail: string }): string =>
  `“${name}”没有读成。${title}：${detail}`;

/** Each line of a PDF is a paragraph: where sentences end nobody can tell. */
const paragraphsOf = (text: string): Block[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => ({ type: 'paragraph', children: [{ text: line }] }));

function Look({ read, hasText, take }: { read: Read; hasText: boolean; take: (imported: Imported) => void }) {
  const [isReplacing, setReplacing] = useState(false);
  const [withText, setWithText] = useState(false);
  const isPdf = read.format === 'pdf';
  const words = isPdf ? paragraphsOf(read.text ?? '') : read.blocks;
  const blocks = isPdf && !withText ? [] : words;
  return (
    <div className="import-look">
      {read.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="这些没有带进来，或者要看一看"
          description={
            <ul>
              {read.warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      {isPdf && <p>“{read.file.name}”放到附件里。</p>}
      {isPdf && words.length > 0 && (
        <Checkbox checked={withText} onChange={({ target }) => setWithText(target.checked)}>
          里面的文字也放进正文（一行一段，要自己理一理）
        </Checkbox>
      )}
      {words.length > 0 && (
        <div className="import-preview" tabIndex={0} role="region" aria-label="读出来的">
          <BlocksView blocks={words} look="phone" />
        </div>
      )}
      {hasText && blocks.length > 0 && (
        <Radio.Group
          aria-label="放在哪里"
          value={isReplacing}
          onChange={({ target }) => setReplacing(target.value as boolean)}
          options={[
            { value: false, label: '放在光标后面' },
            { value: true, label: '换掉现在的正文' },
          ]}
        />
      )}
      <Button
        type="primary"
        disabled={!isPdf && blocks.length === 0}
        onClick={() => take({ blocks, isReplacing, attachment: isPdf ? read.file : undefined })}
      >
        {isPdf && blocks.length === 0 ? '放到附件里' : '放进正文'}
      </Button>
    </div>
  );
}
