import type { ImportResult } from '@bandeng/contracts/types';
import { Button, Card, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useUnits } from '../../lib/use-places';

export type Words = Readonly<Record<string, string>>;

interface Props {
  result: ImportResult;
  words: Words;
  isBusy: boolean;
  /** Tries again with these words. */
  attempt: (words: Words) => void;
}

/** What is called otherwise here than where the catalog comes from: publishers by our units, anything else by hand. */
export function ImportWords({ result: { source, publishers }, words, isBusy, attempt }: Props) {
  const { options: units } = useUnits();
  const [chosen, setChosen] = useState(words);
  const unknown = publishers.filter(({ unitIds }) => unitIds.length === 0);
  const put = (theirs: string, ours: string | undefined) =>
    setChosen(before => {
      const { [theirs]: _, ...rest } = before;
      return ours ? { ...rest, [theirs]: ours } : rest;
    });
  return (
    <Card title={<h2 className="card-title">换成本地的叫法</h2>}>
      <div className="stack">
        {source && (
          <p>
            来自{source.district}
            {source.edition && `：《${source.edition.title}》${source.edition.number ?? ''}`}，{source.exportedOn}
            导出，没有被改过。“{source.district}”已经换成本区的名称。
          </p>
        )}
        {unknown.length > 0 && (
          <ul className="plain-list" aria-label="对不上本地单位的公开主体">
            {unknown.map(({ text, count }) => (
              <li key={text}>
                <Space wrap>
                  <span>
                    {text}
                    <span className="quiet">（{count} 项）</span>
                  </span>
                  <Select
                    aria-label={`${text}在本地是哪个单位`}
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder="在本地是哪个单位"
                    style={{ width: 220 }}
                    value={chosen[text]}
                    onChange={(name?: string) => put(text, name)}
                    options={units.map(({ label }) => ({ value: label, label }))}
                  />
                </Space>
              </li>
            ))}
          </ul>
        )}
        {unknown.length === 0 && <p>公开主体都对得上本地的单位。</p>}
        <MoreWords put={put} />
        <ul className="plain-list" aria-label="要换的词">
          {Object.entries(chosen).map(([theirs, ours]) => (
            <li key={theirs}>
              {theirs} → {ours}{' '}
              <Button type="link" size="small" aria-label={`不换${theirs}`} onClick={() => put(theirs, undefined)}>
                不换
              </Button>
            </li>
          ))}
        </ul>
        <Button
          className="align-start"
          loading={isBusy}
          disabled={JSON.stringify(chosen) === JSON.stringify(words)}
          onClick={() => attempt(chosen)}
        >
          换好再试读
        </Button>
      </div>
    </Card>
  );
}

/** Names of streets, telephones, anything that stands in the texts. */
function MoreWords({ put }: { put: (theirs: string, ours: string) => void }) {
  const [theirs, setTheirs] = useState('');
  const [ours, setOurs] = useState('');
  return (
    <Space wrap>
      <Input
        aria-label="他们的叫法"
        placeholder="他们的叫法，比如街道名"
        maxLength={80}
        style={{ width: 220 }}
        value={theirs}
        onChange={({ target }) => setTheirs(target.value)}
      />
      <Input
        aria-label="本地的叫法"
        placeholder="本地的叫法"
        maxLength={80}
        style={{ width: 220 }}
        value={ours}
        onChange={({ target }) => setOurs(target.value)}
      />
      <Button
        disabled={!theirs.trim() || !ours.trim()}
        onClick={() => {
          put(theirs.trim(), ours.trim());
          setTheirs('');
          setOurs('');
        }}
      >
        加一个要换的词
      </Button>
    </Space>
  );
}
