import { View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatChineseDate } from '@bandeng/rules';
import { checkedLetter } from '@/features/information-requests/api';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';

/** Sixteen letters and digits, in groups or not. */
const isCode = (typed: string) => /^[0-9A-Za-z]{16}$/.test(typed.replace(/[\s-]/g, ''));

/** Anybody who holds a letter of an office sees whether it is ours: by the code printed on it, and by the hash of its file. */
export default function LetterCheckPage() {
  const { code: given = '' } = usePageParams();
  const [typed, setTyped] = useState(given);
  const [asked, setAsked] = useState(isCode(given) ? given : '');
  const [fault, setFault] = useState<string>();
  const query = useQuery(checkedLetter(asked));
  const ask = () => {
    setFault(isCode(typed) ? undefined : '核验码是 16 个字母和数字，印在文书最下面');
    if (isCode(typed)) setAsked(typed.replace(/\s/g, ''));
  };
  return (
    <Page title="核验文书" isTitleHeading>
      <Card>
        <Field
          label="核验码"
          value={typed}
          onChange={setTyped}
          maxLength={40}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          {...(fault !== undefined && { error: fault })}
        />
        <Button block look="filled" onPress={ask}>
          核验
        </Button>
      </Card>
      {asked !== '' && (
        <Loaded query={query} lines={4}>
          {checked => <Result checked={checked} />}
        </Loaded>
      )}
    </Page>
  );
}

const STATES = { final: '还没有盖章', sealed: '已经盖章', delivered: '已经送达', void: '作废了，不能用' } as const;

function Result({ checked }: { checked: RouteAnswer<'letters.check'> }) {
  const { known, unit, title, number, madeOn, state, sha256 } = checked;
  if (!known)
    return (
      <NoticeBar tone="wood" icon="alert" className="mt2">
        <View className="strong">没有这份文书</View>
        <View>对一对核验码有没有抄错；没有抄错，就不是我们出的。</View>
      </NoticeBar>
    );
  return (
    <Card className="mt2" label="核验结果">
      <View className="strong">是我们出的文书</View>
      <Fact name="单位" first>
        {unit}
      </Fact>
      <Fact name="文书">{title}</Fact>
      {number && <Fact name="文号">{number}</Fact>}
      {madeOn && <Fact name="日期">{formatChineseDate(madeOn)}</Fact>}
      {state && <Fact name="状态">{STATES[state]}</Fact>}
      <Fact name="文件的 SHA-256">{sha256}</Fact>
    </Card>
  );
}
