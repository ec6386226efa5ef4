import type { InformationRequest } from '@bandeng/contracts/types';
import { describeRedaction, groundArticle, type RedactionGround } from '@bandeng/rules';
import { Alert, Button, Card, Form, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { OpenFile } from '../../ui/open-file';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { GroundField } from './ground-field';
import { PaperPage, type Place } from './paper-page';
import { useRequest } from './use-request';

type Box = Place & { page: number; ground: RedactionGround };
type Paper = InformationRequest['papers'][number];

/** 区分处理 of a paper: its pages as pictures, places drawn on them, and beside it what may go out. */
export function RedactPage() {
  const { id, query } = useRequest();
  const { fileId } = useParams();
  const { data } = query;
  return (
    <Page
      isWide
      title="遮去不能给的"
      note={data && <Link to={`/information-requests/${id}`}>{`${data.content.name} · ${data.number}`}</Link>}
    >
      <Loaded query={query}>
        {request => {
          const paper = request.papers.find(({ file }) => file.id === fileId);
          return paper ? (
            <Redacting request={request} paper={paper} />
          ) : (
            <Alert type="info" showIcon title="办件里没有这份原件。" />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Redacting({ request, paper }: { request: InformationRequest; paper: Paper }) {
  const { id, redactions, abilities } = request;
  const [page, setPage] = useState(1);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [ground, setGround] = useState<RedactionGround>('denied_third_party');
  const made = redactions.filter(({ paperId }) => paperId === paper.file.id).at(-1);
  const redact = useAct(
    () =>
      api.call('staff.informationRequests.redactPaper', {
        params: { id, fileId: paper.file.id },
        body: { id: crypto.randomUUID(), boxes: [...boxes] },
      }),
    '遮好了，旁边是做出来的；里面没有文字层',
  );
  const add = (place: Place) => setBoxes(before => [...before, { ...place, page, ground }]);
  const mayRedact = abilities?.redact === true;
  return (
    <div className="stack">
      <Space wrap>
        <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
          上一页
        </Button>
        <span role="status">
          第 {page} 页，共 {paper.pages} 页
        </span>
        <Button disabled={page >= paper.pages} onClick={() => setPage(page + 1)}>
          下一页
        </Button>
      </Space>
      {mayRedact && (
        <Card title={<h2 className="card-title">遮哪里、凭什么</h2>}>
          <p className="quiet">在原件的图上拖出一块；也可以填位置，再加上。</p>
          <GroundField value={ground} change={setGround} />
          <TypedPlace key={page} add={add} />
          <Boxes boxes={boxes} remove={at => setBoxes(before => before.filter((_, index) => index !== at))} />
          <Button
            type="primary"
            disabled={boxes.length === 0}
            loading={redact.isPending}
            onClick={() => redact.mutate(undefined)}
          >
            遮好，做一份能给的
          </Button>
        </Card>
      )}
      <div className="columns even">
        <Card title={<h2 className="card-title">原件：{paper.file.name}</h2>}>
          <PaperPage
            requestId={id}
            fileId={paper.file.id}
            page={page}
            label={`原件第 ${page} 页`}
            places={boxes.filter(box => box.page === page)}
            {...(mayRedact && { draw: add })}
          />
        </Card>
        {made && (
          <Card
            title={<h2 className="card-title">做出来的：{made.summary}</h2>}
            extra={<OpenFile fileId={made.file.id}>打开文件</OpenFile>}
          >
            <PaperPage requestId={id} fileId={made.file.id} page={page} label={`做出来的第 ${page} 页`} />
          </Card>
        )}
      </div>
    </div>
  );
}

/** A place by numbers: for who uses no mouse, and for an exact one. */
function TypedPlace({ add }: { add: (place: Place) => void }) {
  const number = [{ required: true, message: '请填 0 到 100' }];
  return (
    <Form<Place>
      layout="inline"
      className="typed-place"
      requiredMark={false}
      onFinish={({ x, y, width, height }) =>
        add({ x: x / 100, y: y / 100, width: Math.min(width, 100 - x) / 100, height: Math.min(height, 100 - y) / 100 })
      }
    >
      {(
        [
          ['x', '左', 0],
          ['y', '上', 0],
          ['width', '宽', 1],
          ['height', '高', 1],
        ] as const
      ).map(([name, label, min]) => (
        <Form.Item key={name} name={name} label={`${label}（%）`} rules={number}>
          <InputNumber min={min} max={min === 0 ? 99 : 100} style={{ width: 72 }} />
        </Form.Item>
      ))}
      <Button htmlType="submit">加上这一处</Button>
    </Form>
  );
}

function Boxes({ boxes, remove }: { boxes: readonly Box[]; remove: (at: number) => void }) {
  if (boxes.length === 0) return <p className="quiet">还没有要遮的地方。</p>;
  const rounded = (part: number) => Math.round(part * 100);
  return (
    <>
      <ul className="plain-list">
        {boxes.map(({ page, x, y, ground }, at) => (
          <li key={at}>
            第 {page} 页，左 {rounded(x)}% 上 {rounded(y)}%（{groundArticle(ground)}）{' '}
            <Button size="small" aria-label={`去掉第 ${at + 1} 处`} onClick={() => remove(at)}>
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{describeRedaction(boxes)}</p>
    </>
  );
}
