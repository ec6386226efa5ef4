import type { Attachment, Draft } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { Alert, App, Button, Card, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { checkNotice } from '../../../lib/check/check-notice';
import { faultsAt, faultsByBlock, type Fault } from '../../../lib/faults';
import { api } from '../../../lib/http';
import { sayRefusal, useAct } from '../../../lib/use-act';
import { BlockEditor, type BlockEditorHandle } from '../../../ui/block-editor/block-editor';
import { Field } from '../../../ui/field';
import { MatterCard } from '../../../ui/matter-card';
import { Page } from '../../../ui/page';
import { DraftActs } from '../review/draft-acts';
import { Trail } from '../review/trail';
import { KIND_NAMES } from '../words';
import { AttachmentsField } from './attachments-field';
import { Conflict } from './conflict';
import { findsIn, givenOf, maskIn, type Find } from './content';
import { EntriesField } from './entries-field';
import { Day, FactsFields } from './facts-fields';
import { FaultsPanel } from './faults-panel';
import { ImportDialog, type Imported } from './import-dialog';
import { KeyPoints } from './key-points';
import { LimitedFields } from './limited-fields';
import { PostingFields } from './posting-fields';
import { Preview } from './preview';
import { RelatedField } from './related-field';
import { SavedOrNot } from './save-state';
import { useCheck } from './use-check';
import { useDraft } from './use-draft';
import { WithholdingFields } from './withholding-fields';
import { unfitWordsIn, useWording, type UnfitWord } from './wording';
import { WritingContext, type Writing } from './writing';
import './write.css';

interface Props {
  draft: Draft;
  /** Throws away what is on the screen and begins with what the server has. */
  begin: () => void;
}

const blockOf = (path: string): number | undefined => {
  const block = /^body\.(\d+)/.exec(path)?.[1];
  return block === undefined ? undefined : Number(block);
};

/** Writing a notice: its words on the left, its facts on the right, and what has to be seen to. */
export function WritePage({ draft, begin }: Props) {
  const { id, passes } = draft;
  const { message } = App.useApp();
  const { content, set, saving, saver } = useDraft(draft);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isPreview, setPreview] = useState(false);
  const [importing, setImporting] = useState<{ file?: File }>();
  const [imported, setImported] = useState<readonly Attachment[]>([]);
  const editor = useRef<BlockEditorHandle>(null);
  const check = useCheck(id, content);

  const own = useMemo(() => (content.withholding ? [] : checkNotice(givenOf(content))), [content]);
  const finds = useMemo(() => {
    const isPassed = ({ masked }: Find) => passes.some(pass => pass.masked === masked);
    return findsIn(content).filter(find => !isPassed(find));
  }, [content, passes]);
  const wording = useWording();
  const words = useMemo(() => unfitWordsIn(content, wording), [content, wording]);
  const refused = saving.kind === 'refused' ? saving.error.errors : [];
  const shown = eachPlaceOnce([
    ...(check.faults ?? []),
    ...refused.map(({ path, message: words }) => ({ path: path.replace(/^content\./, ''), message: words })),
    ...own.filter(({ path }) => [...left].some(seen => path === seen || path.startsWith(`${seen}.`))),
  ]);
  const writing: Writing = {
    content,
    set,
    faultsOf: path => faultsAt(shown, path),
    leave: path => setLeft(before => (before.has(path) ? before : new Set(before).add(path))),
  };
  const goTo = (path: string) => {
    const block = blockOf(path);
    if (block !== undefined || path === 'body') editor.current?.goTo(block ?? 0);
    else
      document.querySelector<HTMLElement>(`[data-field="${path.split('.')[0]}"] :is(input, textarea, button)`)?.focus();
  };
  const mask = (find: Find) => {
    const block = blockOf(find.path);
    if (block === undefined) set(before => maskIn(before, find));
    else editor.current?.mask(block, find);
  };

  const takeImported = ({ blocks, isReplacing, attachment }: Imported) => {
    editor.current?.insert(blocks, isReplacing);
    if (!attachment) return;
    setImported(before => [...before, attachment]);
    set(before => ({ attachmentIds: [...before.attachmentIds, attachment.id] }));
  };
  const putWord = (word: UnfitWord) => {
    const block = blockOf(word.path);
    if (block !== undefined) editor.current?.putWord(block, word.text);
    else if (word.masked !== null) set(before => maskIn(before, { ...word, masked: word.masked ?? '' }));
  };

  /** Everything saved; which revision that is. */
  const saved = async (): Promise<number> => {
    if (!(await saver.flush())) throw new Error('it could not be saved');
    return saver.revision();
  };
  const lookThrough = async () => {
    try {
      await saved();
      await check.run();
    } catch (error) {
      void message.error(`没有检查成：${sayRefusal(error)}`, 6);
    }
  };
  const submit = useAct(async () => {
    const revision = await saved();
    await api.call('staff.drafts.submit', { params: { id }, body: { revision } }).catch((error: unknown) => {
      check.take(error);
      throw error;
    });
  }, '送审了');
  const isClean = check.isUnchanged && check.faults?.length === 0 && finds.length === 0;
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
          <DraftActs draft={draft} before={saved} after={saver.moveTo}>
            <Button onClick={() => setPreview(true)}>预览</Button>
            <Button loading={check.isPending} onClick={() => void lookThrough()}>
              检查一遍
            </Button>
            {draft.abilities?.['submit'] && (
              <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
                送审
              </Button>
            )}
          </DraftActs>
        }
      >
        {saving.kind === 'conflict' && (
          <Conflict
            id={id}
            error={saving.error}
            mine={content}
            keepMine={revision => void saver.keepMine(revision)}
            takeTheirs={begin}
          />
        )}
        {draft.sentBack && (
          <Alert
            className="conflict"
            type="warning"
            showIcon
            title={`${draft.sentBack.by.name}退回了，${sayExactly(draft.sentBack.at)}`}
            description={<p className="prose">{draft.sentBack.comment}</p>}
          />
        )}
        <div className="writing">
          <div className="stack">
            <Field name="title" label="标题" faults={writing.faultsOf('title')}>
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
            <div>
              <Button onClick={() => setImporting({})}>从 Word、Excel、PDF 导入</Button>{' '}
              <span className="quiet">也可以把文件拖进正文</span>
            </div>
            <BlockEditor
              ref={editor}
              label="正文"
              blocks={draft.content.body}
              change={body => set({ body })}
              faults={faultsByBlock(shown)}
              wording={wording}
              takeDocument={file => setImporting({ file })}
            />
          </div>
          <div className="stack">
            <FaultsPanel {...{ finds, words, content, goTo, mask, putWord }} faults={shown} />
            {isClean && <Alert type="success" showIcon title="检查过了，没有缺的，也没有没遮住的" />}
            <Card title={<h2 className="card-title">这是什么</h2>}>
              <FactsFields />
            </Card>
            <Card title={<h2 className="card-title">和什么有关</h2>}>
              <EntriesField />
              <RelatedField />
            </Card>
            <MatterCard
              kind="notice"
              id={draft.corrects?.noticeId ?? id}
              unitId={content.unitId}
              stage={content.stage}
            />
            <Card title={<h2 className="card-title">附件</h2>}>
              <AttachmentsField known={[...draft.files, ...imported]} />
            </Card>
            <Card title={<h2 className="card-title">公开、公示和范围</h2>}>
              <WithholdingFields />
              {!content.withholding && (
                <>
                  <PostingFields />
                  <LimitedFields />
                  <Day name="takeDownOn" label="下架日期" hint="到这天零点，系统撤下；不写就一直在" />
                </>
              )}
            </Card>
            <Trail draft={draft} />
          </div>
        </div>
        {importing && (
          <ImportDialog
            given={importing.file}
            hasText={content.body.length > 0}
            take={takeImported}
            close={() => setImporting(undefined)}
          />
        )}
        {isPreview && <Preview content={content} noticeId={id} close={() => setPreview(false)} />}
      </Page>
    </WritingContext.Provider>
  );
}

/** Of a place the first to say something: the server knows more than the schema, and both say that it is empty. */
function eachPlaceOnce(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path));
}
