import type { ApiError } from '@bandeng/contracts/api-error';
import type { Block } from '@bandeng/contracts/schemas';
import { sayWhen } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../../lib/http';
import { BlocksView } from '../../../ui/blocks-view';
import { Loaded } from '../../../ui/state';
import { onlyIn, type NoticeContent } from './content';

interface Props {
  id: string;
  error: ApiError;
  mine: NoticeContent;
  keepMine: (revision: number) => void;
  takeTheirs: () => void;
}

interface Told {
  updatedBy?: { name: string };
  updatedAt?: string;
}

/** Two people wrote at once: what the other one changed, and whose stays. Nothing is thrown away before that is decided. */
export function Conflict({ id, error, mine, keepMine, takeTheirs }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { updatedBy, updatedAt } = (error.problem.data ?? {}) as Told;
  const who = updatedBy?.name || '别人';
  return (
    <>
      <Alert
        className="conflict"
        type="warning"
        showIcon
        title={`${who}${updatedAt ? `${sayWhen(updatedAt, new Date())} ` : '刚才'}也改了这份草稿，你写的还没有保存`}
        description="先看看对方改了什么，再定留哪一份。定下来以前，你写的都还在这一页。"
        action={<Button onClick={() => setOpen(true)}>看对方改了什么</Button>}
      />
      {isOpen && (
        <Compare
          id={id}
          who={who}
          mine={mine}
          keepMine={keepMine}
          takeTheirs={takeTheirs}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Compare({
  id,
  who,
  mine,
  keepMine,
  takeTheirs,
  close,
}: Omit<Props, 'error'> & { who: string; close: () => void }) {
  const query = useQuery({
    queryKey: ['draft', id, 'theirs'],
    queryFn: () => api.call('staff.drafts.get', { params: { id }, query: {} }),
    gcTime: 0,
  });
  return (
    <Modal open title="两份有什么不同" footer={null} onCancel={close} width={1000}>
      <Loaded query={query}>
        {({ revision, content: theirs }) => (
          <>
            <div className="columns even">
              <Side title={`${who}的`} content={theirs} other={mine} />
              <Side title="你的" content={mine} other={theirs} />
            </div>
            <Space className="publish" wrap>
              <Button
                onClick={() => {
                  close();
                  keepMine(revision);
                }}
              >
                留我的，盖过{who}的
              </Button>
              <Button danger onClick={takeTheirs}>
                留{who}的，丢掉我的
              </Button>
            </Space>
          </>
        )}
      </Loaded>
    </Modal>
  );
}

/** What stands in one and not in the other. */
function Side({ title, content, other }: { title: string; content: NoticeContent; other: NoticeContent }) {
  const { facts, blocks }: { facts: string[]; blocks: Block[] } = onlyIn(content, other);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {facts.length > 0 && <p>不同的：{facts.join('、')}</p>}
      {content.title !== other.title && <p>标题：{content.title || '（没有）'}</p>}
      {blocks.length > 0 ? (
        <BlocksView blocks={blocks} look="phone" />
      ) : (
        <p className="quiet">正文里没有只在这一份里有的话</p>
      )}
    </section>
  );
}
