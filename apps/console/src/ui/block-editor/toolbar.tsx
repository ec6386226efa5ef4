import {
  BoldOutlined,
  FileAddOutlined,
  LinkOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
  UnorderedListOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import { Button, Select, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { insertTable, tableCommands } from './table-commands';
import { setTextKind, textKindOf, type TextKind } from './text-kind';

export type Asked = 'link' | 'image' | 'file' | 'video' | 'caption';

const KINDS: readonly { value: TextKind; label: string }[] = [
  { value: 'paragraph', label: '正文' },
  { value: 'heading2', label: '标题' },
  { value: 'heading3', label: '小标题' },
  { value: 'quote', label: '引用' },
];

interface Props {
  editor: Editor;
  ask: (what: Asked) => void;
}

/** What can be done where the cursor is. */
export function Toolbar({ editor, ask }: Props) {
  const { state, view } = editor;
  const kind = textKindOf(state);
  const run = (command: Command) => {
    command(view.state, view.dispatch);
    view.focus();
  };
  const isParagraph = kind === 'paragraph' || kind === undefined;
  return (
    <div className="block-editor-bar" role="toolbar" aria-label="排版">
      <Select<TextKind>
        aria-label="这一段是什么"
        size="small"
        popupMatchSelectWidth={false}
        style={{ width: 96 }}
        placeholder="—"
        value={KINDS.some(({ value }) => value === kind) ? kind! : (null as unknown as TextKind)}
        disabled={kind === undefined}
        onChange={value => value !== kind && run(setTextKind(value))}
        options={[...KINDS]}
      />
      <Tool
        label="加粗"
        keys="Ctrl+B"
        icon={<BoldOutlined />}
        isOn={editor.isActive('strong')}
        isOff={!isParagraph}
        act={() => editor.chain().focus().toggleMark('strong').run()}
      />
      <Tool
        label="链接"
        keys="Ctrl+K"
        icon={<LinkOutlined />}
        isOn={editor.isActive('link')}
        isOff={!isParagraph || (state.selection.empty && !editor.isActive('link'))}
        act={() => ask('link')}
      />
      <Tool
        label="项目列表"
        keys="Ctrl+Shift+8"
        icon={<UnorderedListOutlined />}
        isOn={kind === 'bullets'}
        isOff={kind === undefined}
        act={() => run(setTextKind('bullets'))}
      />
      <Tool
        label="编号列表"
        keys="Ctrl+Shift+7"
        icon={<OrderedListOutlined />}
        isOn={kind === 'numbers'}
        isOff={kind === undefined}
        act={() => run(setTextKind('numbers'))}
      />
      <span className="block-editor-gap" />
      <Tool label="插入表格" icon={<TableOutlined />} isOff={isInTable(state)} act={() => run(insertTable)} />
      <Tool label="插入图片" icon={<PictureOutlined />} act={() => ask('image')} />
      <Tool label="插入附件" icon={<FileAddOutlined />} act={() => ask('file')} />
      <Tool label="插入视频链接" icon={<VideoCameraOutlined />} act={() => ask('video')} />
      <span className="block-editor-gap" />
      <Tool label="撤销" keys="Ctrl+Z" icon={<UndoOutlined />} isOff={undoDepth(state) === 0} act={() => run(undo)} />
      <Tool label="重做" keys="Ctrl+Y" icon={<RedoOutlined />} isOff={redoDepth(state) === 0} act={() => run(redo)} />
      {isInTable(state) && (
        <span className="block-editor-table" role="group" aria-label="表格">
          {tableCommands.map(({ label, command }) => (
            <Button key={label} size="small" disabled={!command(state)} onClick={() => run(command)}>
              {label}
            </Button>
          ))}
          <Button size="small" onClick={() => ask('caption')}>
            表名
          </Button>
        </span>
      )}
    </div>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  icon: ReactNode;
  isOn?: boolean;
  isOff?: boolean;
  act: () => void;
}

function Tool({ label, keys, icon, isOn, isOff = false, act }: ToolProps) {
  return (
    <Tooltip title={keys ? `${label}（${keys}）` : label}>
      <Button
        size="small"
        type={isOn ? 'primary' : 'text'}
        aria-label={label}
        {...(isOn !== undefined && { 'aria-pressed': isOn })}
        {...(keys && { 'aria-keyshortcuts': keys.replace('Ctrl', 'Control') })}
        icon={icon}
        disabled={isOff}
        onClick={act}
      />
    </Tooltip>
  );
}
