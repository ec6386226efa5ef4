import type { EditionEntry } from '@bandeng/contracts/types';
import { Button, Input, Space } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { api } from '../../lib/http';
import { sayRefusal } from '../../lib/use-act';
import { useFilters } from '../../lib/use-filters';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/state';
import { EntryActs } from './entry-acts';
import { EntryGrid } from './entry-grid';
import type { EditionDetail } from './edition-page';
import { findEntries, groupKeysOf, treeRows } from './tree';
import { useEditionEntries, useEntryCache } from './use-edition-entries';
import { useMoveEntry } from './use-move-entry';

/** The entries of an edition: found by a word, opened group by group, written cell by cell. */
export function EntryTable({ edition }: { edition: EditionDetail }) {
  const { id, domains, abilities = {} } = edition;
  const { entries, error, isLoading, retry } = useEditionEntries(id);
  const cache = useEntryCache(id);
  const { move, said } = useMoveEntry(id, { entries, isLoading });
  const [word, setWord] = useState('');
  const wanted = useDeferredValue(word);
  // Somebody may have been led to one entry.
  const wantedEntry = useFilters().get('entry');
  const [atHand, setAtHand] = useState<string | null>(wantedEntry ?? null);
  // One domain alone is open from the start.
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(domains.length === 1 ? [domains[0]!.id] : []));

  const found = useMemo(() => findEntries(entries, wanted), [entries, wanted]);
  const isSearching = wanted.trim() !== '';
  const rows = useMemo(() => treeRows(found, key => isSearching || open.has(key)), [found, isSearching, open]);
  const atHandEntry = entries.find(entry => entry.id === atHand);
  const isThere = entries.some(entry => entry.id === wantedEntry);
  useEffect(() => {
    const entry = entries.find(one => one.id === wantedEntry);
    if (entry) setOpen(before => new Set([...before, ...groupKeysOf(entry)]));
    // Once, when it has been read: what is closed later stays closed.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the entries change with every edit
  }, [isThere]);

  const toggle = useCallback(
    (key: string) =>
      setOpen(before => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  async function save(entry: EditionEntry, field: keyof EditionEntry['texts'], text: string): Promise<string | null> {
    const edit = { entryId: entry.id, field, text, before: entry.texts[field] };
    try {
      const answer = await api.call('staff.editions.edit', { params: { id }, body: { edits: [edit] } });
      cache.put(answer.entries);
      return null;
    } catch (refusal) {
      return sayRefusal(refusal);
    }
  }

  if (error && entries.length === 0) return <Failed error={error} retry={retry} />;
  return (
    <>
      <div className="filters">
        <Input.Search
          aria-label="任何一栏里的词"
          allowClear
          placeholder="任何一栏里的词"
          maxLength={60}
          style={{ width: 280 }}
          value={word}
          onChange={({ target }) => setWord(target.value)}
        />
        <Space wrap>
          <Button onClick={() => setOpen(new Set(entries.flatMap(groupKeysOf)))}>全部展开</Button>
          <Button onClick={() => setOpen(new Set())}>全部收起</Button>
          {abilities.edit && (
            <EntryActs edition={edition} entries={entries} entry={atHandEntry} choose={setAtHand} move={move} />
          )}
        </Space>
      </div>
      <p className="quiet" role="status">
        {isLoading ? `读到了 ${entries.length} 项，还在读` : isSearching ? `找到 ${found.length} 项` : ''}
        {error && !isLoading ? '没有读完' : ''}
        {said && ` ${said}`}
      </p>
      {rows.length > 0 ? (
        <EntryGrid rows={rows} atHand={atHand} choose={setAtHand} toggle={toggle} move={move} save={save} />
      ) : (
        !isLoading && <Notice title={isSearching ? '没有这样的事项' : '这个版本里还没有事项'} />
      )}
      <p className="quiet keys">
        键盘：↑↓←→ 走，← → 收起和展开，Alt+↑ Alt+↓ 把这一项上移、下移，回车改这一格，Ctrl+回车写好，Tab
        写好并到下一格，Esc 不改。
      </p>
    </>
  );
}
