import { Alert, Button, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { changeAt, faultsOf, mergeUp, removeAt, splitAt } from './clause-edits';
import { continueClauses } from './draft-effect';
import { pairBefore } from './pair-before';
import { modeFor, splitClauses, type Clause, type SplitMode } from './split-clauses';

interface Props {
  clauses: readonly Clause[];
  change: (clauses: Clause[]) => void;
  /** The draft that this one takes the place of: what is pasted takes over its ids and what it stands beside. */
  continues?: readonly Clause[];
}

const MODES: readonly { value: SplitMode; label: string }[] = [
  { value: 'articles', label: '按第…条' },
  { value: 'headings', label: '按标题' },
  { value: 'paragraphs', label: '按段落' },
];

/** A pasted text, split, and corrected by hand. */
export function ClauseEditor({ clauses, change, continues }: Props) {
  const [text, setText] = useState('');
  const [mode, setMode] = useState<SplitMode>('articles');
  const [inForce, setInForce] = useState('');
  const [gone, setGone] = useState<readonly string[]>([]);
  const pair = (given: readonly Clause[], before: string, by: SplitMode) => {
    const paired = pairBefore(given, splitClauses(before, by));
    setGone(paired.gone);
    change(paired.clauses);
  };
  const split = (given: string, by: SplitMode) => {
    setMode(by);
    if (continues) change(continueClauses(continues, splitClauses(given, by)));
    else pair(splitClauses(given, by), inForce, by);
  };
  const faults = faultsOf(clauses);
  return (
    <div className="stack">
      <label>
        {continues ? '在下面一条一条改；或者把新的一稿整个贴在这里' : '把草案贴在这里，分成一条一条'}
        <Input.TextArea
          rows={continues ? 3 : 8}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            split(target.value, modeFor(target.value));
          }}
        />
      </label>
      {text.trim() !== '' && (
        <Radio.Group
          aria-label="怎么分"
          optionType="button"
          options={[...MODES]}
          value={mode}
          onChange={({ target }) => split(text, target.value as SplitMode)}
        />
      )}
      {text.trim() !== '' && <p className="quiet">再贴一次或换一种分法，下面手工改过的就没有了。</p>}
      {!continues && clauses.length > 0 && (
        <label>
          是修订的，把现行的文本贴在这里，改了哪里就看得出（新定的不用贴）
          <Input.TextArea
            rows={4}
            value={inForce}
            onChange={({ target }) => {
              setInForce(target.value);
              pair(clauses, target.value, mode);
            }}
          />
        </label>
      )}
      {gone.length > 0 && (
        <Alert type="info" showIcon title={`现行文本里的 ${gone.join('、')} 在草案里没有了，请在背景里说一声。`} />
      )}
      {clauses.length > 0 && <p>分成了 {clauses.length} 条，看一看，分错的在这里改：</p>}
      {clauses.length > 0 && faults.length > 0 && (
        <Alert type="warning" showIcon title={faults.slice(0, 5).join('；')} />
      )}
      <ol className="clauses" aria-label="条目">
        {clauses.map((clause, at) => (
          <ClauseFields key={clause.id} clauses={clauses} at={at} change={change} />
        ))}
      </ol>
    </div>
  );
}

function ClauseFields({ clauses, at, change }: Pick<Props, 'clauses' | 'change'> & { at: number }) {
  const { label, text, before } = clauses[at]!;
  const [cursor, setCursor] = useState(0);
  const name = label || `第 ${at + 1} 项`;
  return (
    <li>
      <Input
        aria-label={`名称，${name}`}
        value={label}
        maxLength={40}
        onChange={({ target }) => change(changeAt(clauses, at, { label: target.value }))}
      />
      <div>
        {before !== undefined && before !== text && <del className="prose before">{before}</del>}
        <Input.TextArea
          aria-label={`内容，${name}`}
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={text}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
          onChange={({ target }) => change(changeAt(clauses, at, { text: target.value }))}
        />
      </div>
      <Space wrap size={4}>
        {at > 0 && (
          <Button size="small" aria-label={`并到上一条：${name}`} onClick={() => change(mergeUp(clauses, at))}>
            并到上一条
          </Button>
        )}
        <Button
          size="small"
          aria-label={`从光标处拆开：${name}`}
          disabled={cursor === 0 || cursor >= text.length}
          onClick={() => change(splitAt(clauses, at, cursor))}
        >
          从光标处拆开
        </Button>
        <Button size="small" aria-label={`删去：${name}`} onClick={() => change(removeAt(clauses, at))}>
          删去
        </Button>
      </Space>
    </li>
  );
}
