import type { ApiError } from '@bandeng/contracts/api-error';
import type { Draft } from '@bandeng/contracts/types';
import { Alert, Button, Card, Input, Space } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { checkNotice } from '../../../lib/check/check-notice';
import { faultsAt, faultsByBlock, type Fault } from '../../../lib/faults';
import { BlockEditor, type BlockEditorHandle } from '../../../ui/block-editor/block-editor';
import { Field } from '../../../ui/field';
import { Page } from '../../../ui/page';
import { KIND_NAMES } from '../words';
import { AttachmentsField } from './attachments-field';
import { Conflict } from './conflict';
import { findsIn, givenOf, maskIn, type Find } from './content';
import { EntriesField } from './entries-field';
import { FactsFields } from './facts-fields';
import { FaultsPanel } from './faults-panel';
import { KeyPoints } from './key-points';
import { LimitedFields } from './limited-fields';
import { PostingFields } from './posting-fields';
import { Preview } from './preview';
import { RelatedField } from './related-field';
import { SavedOrNot } from './save-state';
import { useDraft } from './use-draft';
import { WritingContext, type Writing } from './writing';
import './write.css';

interface Props {
  draft: Draft;
  /** Throws away what is on the screen and begins with what the server has. */
  begin: () => void;
}

/** Writing a notice: its words on the left, its facts on the right, and what has to be seen to. */
export function WritePage({ draft, begin }: Props) {
  const { content, set, saving, saver } = useDraft(draft);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isChecked, setChecked] = useState(false);
  const [isPreview, setPreview] = useState(false);
  const editor = useRef<BlockEditorHandle>(null);

  const own = useMemo(() => checkNotice(givenOf(content)), [content]);
  const finds = useMemo(() => findsIn(content), [content]);
  const refused = saving.kind === 'refused' ? faultsOfRefusal(saving.error) : [];
  const isSeen = ({ path }: Fault) => isChecked || [...left].some(seen => path === seen || path.startsWith(`${seen}.`));
  const shown = dropRepeats([...own.filter(isSeen), ...refused]);
  const writing: Writing = {
    content,
    set,
    faultsOf: path => faultsAt(shown, path),
    leave: path => setLeft(before => (before.has(path) ? before : new Set(before).add(path))),
  };

  const title = faultsAt(shown, 'title');
  const goTo = (path: string) => {
    const block = /^body\.(\d+)/.exec(path)?.[1];
    if (block !== undefined) editor.current?.goTo(Number(block));
    else
      document.querySelector<HTMLElement>(`[data-field="${path.split('.')[0]}"] :is(input, textarea, button)`)?.focus();
  };
  const mask = (find: Find) => {
    const block = /^body\.(\d+)/.exec(find.path)?.[1];
    if (block !== undefined) editor.current?.mask(Number(block), find);
    else set(before => maskIn(before, find));
  };
  return (
    <WritingContext.Provider value={writing}>
      <Page
        title={content.title || '（还没有标题）'}
        note={
          <>
            {KIND_NAMES[content.kind]} · <SavedOrNot state={saving} />
          </>
        }
        actions={
          <Space wrap>
            <Button onClick={() => setPreview(true)}>预览</Button>
            <Button onClick={() => setChecked(true)}>检查一遍</Button>
          </Space>
        }
      >
        {saving.kind === 'conflict' && (
          <Conflict
            id={draft.id}
            error={saving.error}
            mine={content}
            keepMine={revision => void saver.keepMine(revision)}
            takeTheirs={begin}
          />
        )}
        <div className="writing">
          <div className="stack">
            <Field name="title" label="标题" faults={title}>
              {control => (
                <Input.TextArea
                  {...control}
                  className="writing-title"
                  autoSize={{ minRows: 1, maxRows: 4 }}
                  maxLength={200}
                  value={content.title}
                  onChange={({ target }) => set({ title: target.value.replace(/\n/g, '') })}
                  onBlur={() => writing.leave('title')}
                />
              )}
            </Field>
            <KeyPoints />
            <BlockEditor
              ref={editor}
              label="正文"
              blocks={draft.content.body}
              change={body => set({ body })}
              faults={faultsByBlock(shown)}
            />
          </div>
          <div className="stack">
            <FaultsPanel finds={finds} faults={shown} body={content.body} goTo={goTo} mask={mask} />
            {isChecked && finds.length === 0 && own.length === 0 && (
              <Alert type="success" showIcon title="检查过了，没有缺的，也没有没遮住的" />
            )}
            <Card title={<h2 className="card-title">这是什么</h2>}>
              <FactsFields />
            </Card>
            <Card title={<h2 className="card-title">和什么有关</h2>}>
              <EntriesField />
              <RelatedField />
            </Card>
            <Card title={<h2 className="card-title">附件</h2>}>
              <AttachmentsField known={draft.files} />
            </Card>
            <Card title={<h2 className="card-title">公示和范围</h2>}>
              <PostingFields />
              <LimitedFields />
            </Card>
          </div>
        </div>
        {isPreview && <Preview content={content} noticeId={draft.id} close={() => setPreview(false)} />}
      </Page>
    </WritingContext.Provider>
  );
}

/** What the server refused, by the paths of the content; said of the whole where it names no place. */
function faultsOfRefusal({ errors }: ApiError): Fault[] {
  return errors.map(({ path, message }) => ({ path: path.replace(/^content\./, ''), message }));
}

function dropRepeats(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ path, message }) => {
    const key = `${path} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
