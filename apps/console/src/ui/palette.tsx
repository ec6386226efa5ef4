import type { FoundRecord } from '@bandeng/contracts/types';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../lib/http';
import { FOUND_NAMES, openFound } from '../lib/found';
import { useAccount } from '../lib/session';
import { useSettled } from '../lib/use-settled';

interface Room {
  path: string;
  label: string;
}
interface Choice {
  key: string;
  kind: string;
  title: string;
  note: string;
  open: () => void;
}

/** Ctrl-K: one box over the rooms of the console and every record one may open; by keyboard alone. */
export function Palette({ rooms, close }: { rooms: readonly Room[]; close: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const words = useSettled(typed.trim());
  const choices = useChoices(words, rooms);
  const current = Math.min(at, Math.max(choices.length - 1, 0));

  useEffect(
    () => document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: 'nearest' }),
    [listId, current],
  );

  function open(choice: Choice | undefined) {
    if (!choice) return;
    close();
    choice.open();
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((current + step + choices.length) % choices.length);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(choices[current]);
  }

  return (
    <Modal open footer={null} closable={false} onCancel={close} width={640} title="找记录" destroyOnHidden>
      <Input
        autoFocus
        size="large"
        role="combobox"
        aria-label="找记录"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${listId}-${current}` : undefined}
        placeholder="标题、申请编号、申请人、姓名、单位"
        maxLength={60}
        value={typed}
        onChange={event => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="找到的" className="palette">
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            // Not on entering: a list that opens under a resting pointer would choose by itself.
            onMouseMove={() => setAt(index)}
            onClick={() => open(choice)}
          >
            <span className="quiet">{choice.kind}</span>
            <span>
              {choice.title}
              {choice.note && <span className="quiet"> · {choice.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet" role="status">
        {choices.length === 0 && words !== '' ? '没有找到' : '↑↓ 选，回车打开，Esc 关上'}
      </p>
    </Modal>
  );
}

/** Rooms whose name has the words, then records; all rooms while nothing is typed. */
function useChoices(words: string, rooms: readonly Room[]): Choice[] {
  const navigate = useNavigate();
  const { roles } = useAccount();
  const { data } = useQuery({
    queryKey: ['found', words],
    queryFn: () => api.call('staff.search', { query: { q: words } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const places = rooms
    .filter(({ label }) => label.includes(words))
    .map(({ path, label }) => ({ key: path, kind: '去', title: label, note: '', open: () => void navigate(path) }));
  const found = words === '' ? [] : (data?.items ?? []);
  return [...places, ...found.map(record => choiceOf(record))];

  function choiceOf(record: FoundRecord): Choice {
    const { kind, id, title, note } = record;
    const open = () => openFound(record, roles, path => void navigate(path));
    return { key: `${kind}:${id}`, kind: FOUND_NAMES[kind], title, note, open };
  }
}
