import type { StaffComment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useList } from '../../lib/use-list';
import { ExportList } from '../../ui/export-list';
import { WordsFilter } from '../../ui/filters';
import { Notice } from '../../ui/notice';
import { Failed } from '../../ui/state';
import { BulkBar } from './bulk-bar';
import { CommentCard } from './comment-card';
import { CommentPicker } from './comment-picker';
import type { Detail } from './consultation-facts';
import { neighbourOf } from './neighbour-of';
import { useKey } from './use-key';
import { isQueue, QUEUE_EMPTY, QUEUE_NAMES, type Queue } from './words';

/** What an act does to the queue it was done in: the comment goes, and the next one is at hand. */
const TAKES_OUT: Readonly<Record<Queue, readonly ('review' | 'answer' | 'duplicate')[]>> = {
  to_review: ['review'],
  to_answer: ['answer', 'duplicate'],
  assigned: ['answer', 'duplicate'],
  to_approve: ['answer', 'duplicate'],
  reported: ['review'],
  adopted: [],
  all: [],
};

/** Nobody reads on through more; they are found by a word, in a queue that empties, or taken along as a table. */
const PAGES_AT_HAND = 5;

/** A queue on the left, the comment at hand on the right; both are in the address. */
export function CommentDesk({ consultation }: { consultation: Detail }) {
  const { id, state } = consultation;
  const filters = useFilters();
  const asked = filters.get('queue');
  const queue = isQueue(asked) ? asked : state === 'answered' ? 'all' : 'to_review';
  const q = filters.get('q');
  const list = useList<StaffComment>(
    ['comments', id, queue, q],
    cursor => api.call('staff.comments.list', { params: { id }, query: { limit: 100, cursor, queue, q } }),
    PAGES_AT_HAND,
  );
  const [chosen, setSelected] = useState<readonly string[]>([]);
  const [isMoved, setMoved] = useState(false);
  const { items } = list;
  // What is looked for may have changed since it was chosen: nothing is done to what is not shown.
  const selected = chosen.filter(one => items.some(comment => comment.id === one));
  const wanted = filters.get('comment');
  const listed = items.find(comment => comment.id === wanted);
  // Who comes by a link is shown that comment, also when it stands further down than was read.
  const { data: alone } = useQuery({
    queryKey: ['comments', id, 'one', wanted],
    queryFn: () => api.call('staff.comments.list', { params: { id }, query: { comment: wanted } }),
    enabled: wanted !== undefined && !list.isLoading && !listed,
  });
  const current = listed ?? alone?.items[0] ?? items[0];

  function show(commentId: string | undefined) {
    filters.set({ tab: 'comments', queue, comment: commentId });
    setMoved(true);
  }
  const move = (by: 1 | -1) => {
    const at = items.findIndex(comment => comment.id === current?.id) + by;
    if (items[at]) show(items[at].id);
    if (at >= items.length - 2) list.more?.();
  };
  const toggle = (commentId: string) =>
    setSelected(before =>
      before.includes(commentId) ? before.filter(one => one !== commentId) : [...before, commentId],
    );

  useKey('j', () => move(1));
  useKey('k', () => move(-1));
  useKey('x', () => current && toggle(current.id));

  return (
    <section aria-label="意见" className="stack" tabIndex={-1} data-keys>
      <div className="comment-bar">
        <Radio.Group
          aria-label="看哪些意见"
          optionType="button"
          value={queue}
          onChange={({ target }) => {
            filters.set({ tab: 'comments', queue: target.value as Queue, comment: undefined });
            setSelected([]);
            setMoved(false);
          }}
          options={Object.entries(QUEUE_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <WordsFilter name="q" label="意见里说到的词" width={220} maxLength={60} />
        <p className="quiet keys">
          键盘：J 下一条，K 上一条，G 可以公开，B 不公开，1 到 4 选答复，Ctrl+Enter 写好，X 选中
        </p>
        <ExportList table="comments" query={{ of: id, queue, q }} />
      </div>
      {list.error && items.length === 0 && <Failed error={list.error} retry={list.retry} />}
      {!list.isLoading && !list.error && !current && (
        <Notice title={q ? `这一栏没有意见说到“${q}”` : QUEUE_EMPTY[queue]} />
      )}
      {current && (
        <>
          <BulkBar consultation={consultation} items={items} selected={selected} select={setSelected} />
          <div className="comment-desk">
            <CommentPicker list={list} current={current} selected={selected} toggle={toggle} show={show} />
            <CommentCard
              key={current.id}
              consultation={consultation}
              comment={current}
              takesFocus={isMoved}
              done={act => show(TAKES_OUT[queue].includes(act) ? neighbourOf(items, current.id) : current.id)}
            />
          </div>
        </>
      )}
    </section>
  );
}
