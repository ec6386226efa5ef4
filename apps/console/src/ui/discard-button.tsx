import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useAct } from '../lib/use-act';

interface Props {
  /** What is thrown away: 这份问卷. */
  what: string;
  /** Where its like are listed. */
  list: string;
  work: () => Promise<unknown>;
}

/** Throws away what nobody else has seen. */
export function DiscardButton({ what, list, work }: Props) {
  const navigate = useNavigate();
  const act = useAct(work, '废弃了', () => navigate(list));
  return (
    <Popconfirm
      title={`废弃${what}？`}
      description="还没有公布过，别人没有看到。废弃以后不能再打开。"
      okText="废弃"
      cancelText="先不"
      onConfirm={() => act.mutate(undefined)}
    >
      <Button danger loading={act.isPending}>
        废弃
      </Button>
    </Popconfirm>
  );
}
