import type { StaffComment } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Loaded } from '../../ui/state';

interface Props {
  consultationId: string;
  comment: StaffComment;
}

const wordsOf = ({ body, author, targetLabel }: StaffComment) => `${body.slice(0, 80)}（${author}，${targetLabel}）`;

/** Those of its group, and those that say much the same: found by the server, confirmed by a person. */
export function SimilarPanel({ consultationId, comment }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack">
      {comment.groupOf !== null && <Group consultationId={consultationId} comment={comment} />}
      {isOpen ? (
        <Suggested consultationId={consultationId} comment={comment} close={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>找说得差不多的</Button>
        </div>
      )}
    </div>
  );
}

function Group({ consultationId, comment }: Props) {
  const group = comment.groupOf ?? comment.id;
  const query = useQuery({
    queryKey: ['comments', consultationId, 'group', group],
    queryFn: () => api.call('staff.comments.list', { params: { id: consultationId }, query: { limit: 100, group } }),
  });
  const leave = useAct(
    (commentId: string) => api.call('staff.comments.ungroup', { params: { id: consultationId, commentId }, body: {} }),
    '拿出来了',
  );
  const items = query.data?.items ?? [];
  return (
    <section aria-label="同一组的意见">
      <h3 className="card-title">
        这一组 {items.length}
        {query.data?.nextCursor ? ' 条多' : ' 条'}
      </h3>
      <ul className="plain-list">
        {items.map(one => (
          <li key={one.id} className="grouped">
            <span>
              {one.id === comment.id && <strong>这一条 · </strong>}
              {wordsOf(one)}
              {one.draftAnswer && <span className="quiet"> · {one.draftAnswer.resultLabel}</span>}
            </span>
            <Button
              size="small"
              aria-label={`从组里拿出来：${one.body.slice(0, 20)}`}
              onClick={() => leave.mutate(one.id)}
            >
              拿出来
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Suggested({ consultationId, comment, close }: Props & { close: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const query = useQuery({
    queryKey: ['comments', consultationId, 'similar', comment.id],
    queryFn: () =>
      api.call('staff.comments.similar', { params: { id: consultationId, commentId: comment.id }, query: {} }),
  });
  const group = useAct(async () => {
    const params = { id: consultationId, commentId: comment.id };
    await api.call('staff.comments.group', { params, body: { commentIds: [...chosen] } });
    close();
  }, '归成一组了，可以一起答复');
  const toggle = (id: string) =>
    setChosen(before => (before.includes(id) ? before.filter(one => one !== id) : [...before, id]));
  return (
    <section aria-label="说得差不多的意见">
      <Loaded query={query}>
        {({ items }) => {
          const others = items.filter(one => one.groupOf === null || one.groupOf !== comment.groupOf);
          if (others.length === 0)
            return (
              <Space>
                <span className="quiet">没有找到说得差不多的。</span>
                <Button onClick={close}>收起</Button>
              </Space>
            );
          return (
            <>
              <h3 className="card-title">是一个意思的勾上：</h3>
              <ul className="plain-list">
                {others.map(one => (
                  <li key={one.id}>
                    <Checkbox checked={chosen.includes(one.id)} onChange={() => toggle(one.id)}>
                      {wordsOf(one)}
                    </Checkbox>
                  </li>
                ))}
              </ul>
              <Space>
                <Button
                  disabled={chosen.length === 0}
                  loading={group.isPending}
                  onClick={() => group.mutate(undefined)}
                >
                  归成一组{chosen.length > 0 && `（${chosen.length + 1} 条）`}
                </Button>
                <Button onClick={close}>收起</Button>
              </Space>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
