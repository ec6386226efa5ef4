import type { RouteAnswer, RouteCall } from '@bandeng/contracts/types';
import { Button, Card, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Field } from '../../ui/field';

type Kind = RouteAnswer<'staff.letterKinds.get'>;
type Paragraph = { text: string; when: string };

/** A condition as one choice: `if:fact`, `for:decision`, or none. */
const whenOf = (paragraph: Kind['wordings'][number]['body'][number]): string => {
  if (typeof paragraph === 'string') return '';
  return paragraph.for !== undefined ? `for:${paragraph.for}` : `if:${paragraph.if ?? ''}`;
};
function bodyOf(paragraphs: readonly Paragraph[]): RouteCall<'staff.letterKinds.reword'>['body']['body'] {
  return paragraphs.map(({ text, when }) => {
    if (when.startsWith('for:')) return { text, for: when.slice(4) };
    return when.startsWith('if:') ? { text, if: when.slice(3) } : text;
  });
}

/** Another wording: paragraph by paragraph, with its places; the server checks it as it checks its own. */
export function RewordForm({
  kind,
  current,
  close,
}: {
  kind: Kind;
  current: Kind['wordings'][number];
  close: () => void;
}) {
  const [name, setName] = useState(current.name);
  const [why, setWhy] = useState('');
  const [paragraphs, setParagraphs] = useState<Paragraph[]>(
    current.body.map(paragraph => ({
      text: typeof paragraph === 'string' ? paragraph : paragraph.text,
      when: whenOf(paragraph),
    })),
  );
  const reword = useAct(
    () =>
      api.call('staff.letterKinds.reword', {
        params: { code: kind.code },
        body: { seen: kind.version, name, body: bodyOf(paragraphs), why },
      }),
    '改好了，从下一份文书起用',
    close,
  );
  const change = (at: number, part: Partial<Paragraph>) =>
    setParagraphs(before => before.map((paragraph, index) => (index === at ? { ...paragraph, ...part } : paragraph)));
  const conditions = [
    { value: '', label: '总是有' },
    ...kind.facts
      .filter(({ fact, isNeeded }) => !isNeeded && !COMMON.includes(fact))
      .map(({ fact, label }) => ({ value: `if:${fact}`, label: `只在有“${label}”时` })),
    ...kind.decisionKinds.map(({ kind: code, label }) => ({ value: `for:${code}`, label: `只在“${label}”时` })),
  ];
  return (
    <Card className="reword" title={<h2 className="card-title">改文字</h2>}>
      <Field label="名称" faults={[]}>
        {control => <Input {...control} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      {paragraphs.map((paragraph, at) => (
        <div key={at}>
          <Field label={`第 ${at + 1} 段`} faults={[]}>
            {control => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 12 }}
                maxLength={2000}
                value={paragraph.text}
                onChange={({ target }) => change(at, { text: target.value })}
              />
            )}
          </Field>
          <Space wrap>
            {conditions.length > 1 && (
              <Select
                aria-label={`第 ${at + 1} 段什么时候有`}
                style={{ minWidth: 220 }}
                value={paragraph.when}
                options={conditions}
                onChange={(when: string) => change(at, { when })}
              />
            )}
            <Button
              size="small"
              aria-label={`去掉第 ${at + 1} 段`}
              onClick={() => setParagraphs(before => before.filter((_, index) => index !== at))}
            >
              去掉
            </Button>
          </Space>
        </div>
      ))}
      <p>
        <Button onClick={() => setParagraphs(before => [...before, { text: '', when: '' }])}>加一段</Button>
      </p>
      <Field label="为什么改" faults={[]}>
        {control => <Input {...control} maxLength={300} value={why} onChange={({ target }) => setWhy(target.value)} />}
      </Field>
      <Space>
        <Button
          type="primary"
          loading={reword.isPending}
          disabled={why.trim() === '' || name.trim() === '' || paragraphs.length === 0}
          onClick={() => reword.mutate(undefined)}
        >
          出新版本
        </Button>
        <Button onClick={close}>先不</Button>
      </Space>
    </Card>
  );
}

/** What every letter has, whether its text says it or not. */
const COMMON = ['requestNumber', 'receivedOn', 'subject'];
