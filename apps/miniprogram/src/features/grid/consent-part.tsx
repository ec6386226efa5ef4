import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigText } from '@/ui/big-text';
import { Button } from '@/ui/button';
import { Listen } from '@/ui/listen';
import { Check, Choice } from '@/ui/choice';
import { Icon } from '@/ui/icon';
import type { ConsentForm } from './words';

const ways = [
  { value: 'spoken' as const, label: '口头同意', detail: '把上面这句念给本人听，本人说同意' },
  { value: 'signed' as const, label: '签了字', detail: '本人在纸上抄了这句、签了名，纸交给社区' },
];

interface ConsentPartProps {
  form: ConsentForm;
  /** What they agree to. */
  words: string;
  /** What was written down, as it is read to them. */
  readBack: string;
  problem: string | undefined;
  onChange: (part: Partial<ConsentForm>) => void;
}

/** How they agreed, in their own words; and that it was read to them as it stands. */
export function ConsentPart({ form: { how, isReadBack }, words, readBack, problem, onChange }: ConsentPartProps) {
  const [isBig, setBig] = useState(false);
  return (
    <>
      <View className="block-quote mt3">
        <View className="min wood">本人同意的话</View>
        <View>{words}</View>
      </View>
      <Choice label="怎么同意的" options={ways} value={how} onChange={next => onChange({ how: next })} />
      <View className="block-quote mt3">
        <View className="min wood">念给本人听</View>
        <View className="pre-line">{readBack}</View>
      </View>
      <Listen text={readBack} />
      <View className="mt2">
        <Button block icon="elder" onPress={() => setBig(true)}>
          听不见的，大字给他看
        </Button>
      </View>
      {isBig && <BigText label="写下的话和同意的话" text={`${readBack}\n\n${words}`} onClose={() => setBig(false)} />}
      <Check
        label="念给本人听，本人说对"
        checked={isReadBack}
        onChange={checked => onChange({ isReadBack: checked })}
      />
      {problem && (
        <View className="field-error" role="alert">
          <Icon name="alert" size="s" />
          <View>{problem}</View>
        </View>
      )}
    </>
  );
}
