import {
  describeRedaction,
  groundArticle,
  redactText,
  refusedMarks,
  type RedactionGround,
  type TextMark,
} from '@bandeng/rules';
import { Alert, Button, Card, Form, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { Fragment, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { GroundField } from './ground-field';
import { useRequest } from './use-request';
import './redaction.css';

/** 区分处理 of a text: what is selected is taken out, its ground stands there; what comes out is a PDF. */
export function RedactTextPage() {
  const { id, query } = useRequest();
  const { data } = query;
  return (
    <Page
      isWide
      title="遮去一段文字里不能给的"
      note={data && <Link to={`/information-requests/${id}`}>{`${data.content.name} · ${data.number}`}</Link>}
    >
      <Loaded query={query}>
        {({ abilities }) =>
          abilities?.redact ? <RedactingText id={id} /> : <Alert type="info" showIcon title="这件申请现在不能遮。" />
        }
      </Loaded>
    </Page>
  );
}

function RedactingText({ id }: { id: string }) {
  const navigate = useNavigate();
  const field = useRef<TextAreaRef>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [marks, setMarks] = useState<readonly TextMark[]>([]);
  const [ground, setGround] = useState<RedactionGround>('denied_third_party');
  const [said, say] = useState('');
  const make = useAct(
    () => {
      // The server takes white space off both ends; places are counted from the first letter.
      const lead = text.length - text.trimStart().length;
      const moved = marks.map(({ from, to, ...mark }) => ({ ...mark, from: from - lead, to: to - lead }));
      return api.call('staff.informationRequests.redactText', {
        params: { id },
        body: { id: crypto.randomUUID(), title, text: text.trim(), marks: moved },
      });
    },
    '遮好了，做成了 PDF',
    () => navigate(`/information-requests/${id}`),
  );

  function markSelected() {
    const { selectionStart = 0, selectionEnd = 0 } = field.current?.resizableTextArea?.textArea ?? {};
    const next = [...marks, { from: selectionStart, to: selectionEnd, ground }];
    const refusal = selectionStart === selectionEnd ? '先在文字里选出要遮的。' : refusedMarks(text.length, next);
    say(refusal ?? `遮去了“${text.slice(selectionStart, selectionEnd)}”`);
    if (refusal === null) setMarks(next.sort((a, b) => a.from - b.from));
  }
  return (
    <div className="columns even">
      <Card title={<h2 className="card-title">原来的文字（封存在办件里）</h2>}>
        <Form layout="vertical">
          <Form.Item label="题目" htmlFor="redacted-title">
            <Input
              id="redacted-title"
              maxLength={100}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          </Form.Item>
          <Form.Item label="文字" htmlFor="redacted-text" extra="改动文字，选好的地方要重新选。">
            <Input.TextArea
              id="redacted-text"
              ref={field}
              rows={14}
              maxLength={20000}
              value={text}
              onChange={({ target }) => {
                setText(target.value);
                setMarks([]);
              }}
            />
          </Form.Item>
        </Form>
        <GroundField value={ground} change={setGround} />
        <Button onClick={markSelected}>把选中的遮去</Button>
        <p role="status" className="quiet">
          {said}
        </p>
      </Card>
      <Card title={<h2 className="card-title">给出去的</h2>}>
        <p className="prose redacted-preview" tabIndex={0}>
          {text ? (
            piecesOf(text, marks)
          ) : (
            <span className="quiet">左边写了文字、选出要遮的，这里就看得到给出去的样子。</span>
          )}
        </p>
        <ol className="plain-list box-list">
          {marks.map(({ from, to, ground: why }, at) => (
            <li key={from}>
              <span className="box-number">{at + 1}</span>
              <span>
                “{text.slice(from, to)}”（{groundArticle(why)}）
              </span>
              <Button
                size="small"
                aria-label={`不遮“${text.slice(from, to)}”`}
                onClick={() => setMarks(before => before.filter(mark => mark.from !== from))}
              >
                不遮
              </Button>
            </li>
          ))}
        </ol>
        {marks.length > 0 && <p role="status">{describeRedaction(marks)}</p>}
        <Button
          type="primary"
          disabled={marks.length === 0 || title.trim() === ''}
          loading={make.isPending}
          onClick={() => make.mutate(undefined)}
        >
          做成 PDF
        </Button>
      </Card>
    </div>
  );
}

/** As it goes out, with what was put in the place of each mark set off. */
function piecesOf(text: string, marks: readonly TextMark[]) {
  const ends = [0, ...marks.map(({ to }) => to)];
  return [...marks, null].map((mark, at) => (
    <Fragment key={at}>
      {text.slice(ends[at], mark?.from)}
      {mark && (
        <mark>{redactText(text.slice(mark.from, mark.to), [{ ...mark, from: 0, to: mark.to - mark.from }])}</mark>
      )}
    </Fragment>
  ));
}
