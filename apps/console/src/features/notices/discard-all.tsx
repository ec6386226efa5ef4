import type { DraftSummary } from '@bandeng/contracts/types';
import { Button, Popconfirm } from 'antd';
import { api } from '../../lib/http';
import { useBulk } from '../../lib/use-bulk';

interface Props {
  drafts: readonly DraftSummary[];
  ids: readonly string[];
  /** These stay chosen: the ones that were refused. */
  keep: (ids: readonly string[]) => void;
}

/** Throws away those of the chosen that lie with their writer, each as it was seen: what a colleague changed meanwhile stays. */
export function DiscardAll({ drafts, ids, keep }: Props) {
  const bulk = useBulk(keep);
  const mine = drafts.filter(({ id, state }) => ids.includes(id) && (state === 'writing' || state === 'sent_back'));
  const others = ids.length - mine.length;
  const seen = new Map(mine.map(({ id, revision }) => [id, revision]));
  const one = (id: string) =>
    api.call('staff.drafts.discard', { params: { id }, body: { revision: seen.get(id) ?? 0 } });
  if (mine.length === 0) return <span className="quiet">只有在写的、退回来的可以废弃</span>;
  return (
    <Popconfirm
      title={`废弃 ${mine.length} 份草稿？`}
      description={others > 0 ? `另外 ${others} 份在审、归档或者发布了，不动。` : '留着记录，不能再写。'}
      okText="废弃"
      cancelText="先不"
      onConfirm={() => bulk.mutate({ ids: [...seen.keys()], one, verb: '废弃了' })}
    >
      <Button danger loading={bulk.isPending}>
        废弃 {mine.length} 份
      </Button>
    </Popconfirm>
  );
}
