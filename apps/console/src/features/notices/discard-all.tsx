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

/** Throws several drafts away, each as it was seen: what a colleague changed meanwhile, or gave to review, stays. */
export function DiscardAll({ drafts, ids, keep }: Props) {
  const bulk = useBulk(keep);
  const seen = new Map(drafts.map(({ id, revision }) => [id, revision]));
  const one = (id: string) =>
    api.call('staff.drafts.discard', { params: { id }, body: { revision: seen.get(id) ?? 0 } });
  return (
    <Popconfirm
      title={`废弃 ${ids.length} 份草稿？`}
      description="在审的、定了时间的废弃不了，会留下。废弃的查得到，不能再写。"
      okText="废弃"
      cancelText="先不"
      onConfirm={() => bulk.mutate({ ids, one, verb: '废弃了' })}
    >
      <Button danger loading={bulk.isPending}>
        废弃 {ids.length} 份
      </Button>
    </Popconfirm>
  );
}
