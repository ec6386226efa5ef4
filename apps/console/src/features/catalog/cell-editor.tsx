import { WarningOutlined } from '@ant-design/icons';
import { EntryText } from '@bandeng/contracts/entry-text';
import type { EditionEntry } from '@bandeng/contracts/types';
import { Button, Checkbox, Input, Radio, Space } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { CHOICES, HINTS, type EntryColumn } from './columns';

interface Props {
  entry: EditionEntry;
  column: EntryColumn;
  /** Resolves to what was refused, or null when it is written. */
  save: (text: string) => Promise<string | null>;
  /** @param step where to go on: 1 the next column, -1 the one before, 0 stays */
  leave: (step: -1 | 0 | 1) => void;
}

/** One cell, being written. It is checked as one types; the server has the last word. */
export function CellEditor({ entry, column, save, leave }: Props) {
  const { field, label } = column;
  const before = entry.texts[field];
  const [text, setText] = useState(before);
  const [refused, setRefused] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const checked = EntryText.safeParse({ field, text });
  const fault = refused ?? (checked.success ? null : (checked.error.issues[0]?.message ?? null));

  async function submit(step: -1 | 0 | 1) {
    if (text === before) return leave(step);
    if (!checked.success || isSaving) return;
    setSaving(true);
    const answer = await save(text);
    setSaving(false);
    if (answer === null) leave(step);
    else setRefused(answer);
  }

  function press(event: KeyboardEvent) {
    // The table has keys of its own.
    event.stopPropagation();
    if (event.key === 'Escape') leave(0);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(0);
    else if (event.key === 'Tab' && !isAtButton(event)) void submit(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }

  const write = (value: string) => {
    setText(value);
    setRefused(null);
  };
  return (
    <div ref={box} className="cell-editor" onKeyDown={press} onDoubleClick={event => event.stopPropagation()}>
      <div className="quiet" id={id}>
        {label}
        {HINTS[field] && `（${HINTS[field]}）`}
      </div>
      <Value field={field} label={label} text={text} write={write} describedBy={id} isFaulty={fault !== null} />
      {fault !== null && (
        <p className="cell-fault" role="alert">
          <WarningOutlined aria-hidden /> {fault}
        </p>
      )}
      <Space>
        <Button
          size="small"
          type="primary"
          loading={isSaving}
          disabled={!checked.success}
          onClick={() => void submit(0)}
        >
          写好了
        </Button>
        <Button size="small" onClick={() => leave(0)}>
          不改
        </Button>
      </Space>
    </div>
  );
}

const isAtButton = ({ target }: KeyboardEvent): boolean => target instanceof HTMLButtonElement;

interface ValueProps {
  field: EntryColumn['field'];
  label: string;
  text: string;
  write: (text: string) => void;
  describedBy: string;
  isFaulty: boolean;
}

function Value({ field, label, text, write, describedBy, isFaulty }: ValueProps) {
  const choice = CHOICES[field];
  if (!choice)
    return (
      <Input.TextArea
        autoFocus
        aria-label={label}
        aria-describedby={describedBy}
        status={isFaulty ? 'error' : ''}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={4000}
        value={text}
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={({ target }) => write(target.value)}
      />
    );
  const chosen = text.split('、').filter(Boolean);
  if (choice.isMany)
    return (
      <Checkbox.Group
        aria-label={label}
        value={chosen}
        onChange={words => write(choice.words.filter(word => words.includes(word)).join('、'))}
      >
        {choice.words.map((word, at) => (
          <Checkbox key={word} value={word} autoFocus={at === 0}>
            {word}
          </Checkbox>
        ))}
      </Checkbox.Group>
    );
  return (
    <Radio.Group aria-label={label} value={text} onChange={({ target }) => write(target.value as string)}>
      {[...(choice.mayBeNone ? [''] : []), ...choice.words].map(word => (
        <Radio key={word} value={word} autoFocus={word === text}>
          {word || '不写'}
        </Radio>
      ))}
    </Radio.Group>
  );
}
