import { routes } from '@bandeng/contracts/routes';
import type { PowerList, RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button, Card, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, upload } from '../../lib/http';
import { useAccount } from '../../lib/session';
import { useAct } from '../../lib/use-act';
import { useList } from '../../lib/use-list';
import { ChooseWorkbook } from '../../ui/choose-workbook';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { ImportProblems } from './import-problems';
import { CHANGE_NAMES, ITEM_STATES, LIST_NAMES, sayCoverage } from './words';
import './catalog.css';

/** The three lists that a catalog is drawn up from, and how much of each the catalog covers. */
export function ListsPage() {
  const { roles } = useAccount();
  const list = useList<PowerList>(['lists'], cursor => api.call('staff.lists.list', { query: { limit: 50, cursor } }));
  return (
    <Page
      title="三张清单"
      note="权责、公共服务、行政执法：每一项对应目录的哪几项。新清单来了，对应关系留着，变了的标出来"
      actions={
        <Link to="/catalog" className="task-go">
          回到目录
        </Link>
      }
    >
      <div className="stack">
        {roles.some(({ role }) => role === 'office') && <ImportList />}
        <ListTable
          label="清单"
          exportAs={{ table: 'power-lists', query: {} }}
          nothing="还没有导入清单"
          list={list}
          columns={[
            {
              title: '清单',
              render: (_, { id, title, isCurrent }) => (
                <>
                  <Link to={`/catalog/lists/${id}`}>{title}</Link> {isCurrent && <Tag>现行</Tag>}
                </>
              ),
            },
            { title: '事项', align: 'right', render: (_, { itemCount }) => itemCount },
            { title: '导入', render: (_, { importedAt }) => sayDate(importedAt, new Date()) },
            {
              title: '对上了多少',
              render: (_, { coverage }) =>
                coverage && (
                  <>
                    <strong>{sayCoverage(coverage)}</strong>
                    <div className="quiet">
                      {ITEM_STATES.open} {coverage.open}，{ITEM_STATES.flagged} {coverage.flagged}
                    </div>
                  </>
                ),
            },
            {
              title: '动态调整',
              render: (_, { id, title }) => (
                <Link to={`/catalog/lists/${id}/changes`} aria-label={`看变化：${title}`}>
                  看变化
                </Link>
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
}

type Result = RouteAnswer<'staff.lists.import'>;
type Kind = PowerList['kind'];

/** Tried first, and written only when one has seen what is in it. */
function ImportList() {
  const [kind, setKind] = useState<Kind>('powers');
  const [tried, setTried] = useState<{ file: File; kind: Kind; result: Result }>();
  const send = async (file: File, query: Record<string, string>) =>
    (await upload(routes['staff.lists.import'].path, file, query)) as Result;
  const attempt = useAct(async (file: File) => {
    setTried({ file, kind, result: await send(file, { kind, dryRun: 'true' }) });
  }, '看完了，还什么都没有写');
  const write = useAct(async (given: NonNullable<typeof tried>) => {
    const skips = given.result.problems.length > 0;
    await send(given.file, { kind: given.kind, ...(skips && { skipBad: 'true' }) });
    setTried(undefined);
  }, '导入了，接着把事项对上');
  return (
    <Card title={<h2 className="card-title">导入一张清单</h2>}>
      <Space wrap>
        <Radio.Group
          aria-label="哪一张"
          optionType="button"
          value={kind}
          onChange={({ target }) => {
            setKind(target.value as Kind);
            setTried(undefined);
          }}
          options={Object.entries(LIST_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <ChooseWorkbook
          text="选一个 xlsx 文件"
          label="清单的 xlsx 文件"
          busy={attempt.isPending}
          choose={attempt.mutate}
        />
        {tried && tried.result.itemCount > 0 && (
          <Button type="primary" loading={write.isPending} onClick={() => write.mutate(tried)}>
            {tried.result.problems.length > 0 ? '跳过有问题的行，其余导入' : '导入'}
          </Button>
        )}
      </Space>
      {tried && <Tried result={tried.result} name={`${LIST_NAMES[tried.kind]}（${tried.file.name}）`} />}
    </Card>
  );
}

function Tried({ result: { itemCount, problems, notes, counts }, name }: { result: Result; name: string }) {
  return (
    <>
      <p role="status">
        {name}：读懂了 {itemCount} 项。和现行的比，
        {(['new', 'changed', 'removed', 'same'] as const)
          .map(kind => `${CHANGE_NAMES[kind]} ${counts[kind]}`)
          .join('，')}
        。
      </p>
      {notes.map(note => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      <ImportProblems problems={problems} pageSize={20} />
    </>
  );
}
