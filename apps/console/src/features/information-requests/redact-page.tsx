import type { InformationRequest } from '@bandeng/contracts/types';
import { describeRedaction, groundArticle, type RedactionGround } from '@bandeng/rules';
import { Alert, Button, Card, Collapse, Form, InputNumber, Segmented, Space } from 'antd';
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

/** 区分处理 of a paper: its pages as pictures, places drawn on them, and in its place what may go out. */
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
  const [isMadeShown, showMade] = useState(false);
  const redact = useAct(
    () =>
      api.call('staff.informationRequests.redactPaper', {
        params: { id, fileId: paper.file.id },
        body: { id: crypto.randomUUID(), boxes: [...boxes] },
      }),
    '遮好了，这是做出来的；里面没有文字层',
    () => showMade(true),
  );
  const add = (place: Place) => setBoxes(before => [...before, { ...place, page, ground }]);
  const mayRedact = abilities?.redact === true;
  const shown = isMadeShown && made ? made.file : paper.file;
  const isOriginal = shown.id === paper.file.id;
  return (
    <div className={mayRedact ? 'redacting' : 'stack'}>
      <Card
        title={<h2 className="card-title">{isOriginal ? paper.file.name : `做出来的：${made?.summary}`}</h2>}
        extra={!isOriginal && <OpenFile fileId={shown.id}>打开文件</OpenFile>}
      >
        <div className="paper-bar">
          {made ? (
            <Segmented
              aria-label="看哪一份"
              value={isOriginal ? 'original' : 'made'}
              onChange={value => showMade(value === 'made')}
              options={[
                { value: 'original', label: '原件' },
                { value: 'made', label: '做出来的' },
              ]}
            />
          ) : (
            <span className="quiet">原件，不给出去</span>
          )}
          <Space>
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
        </div>
        <PaperPage
          requestId={id}
          fileId={shown.id}
          page={page}
          label={`${isOriginal ? '原件' : '做出来的'}第 ${page} 页`}
          places={isOriginal ? numbered(boxes).filter(box => box.page === page) : []}
          {...(mayRedact && isOriginal && { draw: add })}
        />
      </Card>
      {mayRedact && (
        <Card className="redacting-side" title={<h2 className="card-title">遮哪里、凭什么</h2>}>
          <GroundField value={ground} change={setGround} />
          <p className="quiet">选好凭哪一条，在原件上拖出一块。</p>
          <Boxes
            boxes={boxes}
            show={at => {
              setPage(at);
              showMade(false);
            }}
            remove={at => setBoxes(before => before.filter((_, index) => index !== at))}
          />
          <Button
            block
            type="primary"
            disabled={boxes.length === 0}
            loading={redact.isPending}
            onClick={() => redact.mutate(undefined)}
          >
            遮好，做一份能给的
          </Button>
          <Collapse
            ghost
            items={[{ key: 'typed', label: '不用鼠标：填位置', children: <TypedPlace key={page} add={add} /> }]}
          />
        </Card>
      )}
    </div>
  );
}

const numbered = (boxes: readonly Box[]) => boxes.map((box, at) => ({ ...box, number: at + 1 }));

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

interface BoxesProps {
  boxes: readonly Box[];
  show: (page: number) => void;
  remove: (at: number) => void;
}

function Boxes({ boxes, show, remove }: BoxesProps) {
  if (boxes.length === 0) return <p className="quiet">还没有要遮的地方。</p>;
  return (
    <>
      <ol className="plain-list box-list">
        {numbered(boxes).map(({ page, ground, number }) => (
          <li key={number}>
            <span className="box-number">{number}</span>
            <span>
              <Button type="link" size="small" onClick={() => show(page)}>
                第 {page} 页
              </Button>
              {groundArticle(ground)}
            </span>
            <Button size="small" aria-label={`去掉第 ${number} 处`} onClick={() => remove(number - 1)}>
              去掉
            </Button>
          </li>
        ))}
      </ol>
      <p role="status">{describeRedaction(boxes)}</p>
    </>
  );
}
