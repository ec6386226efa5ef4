import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigText } from '@/ui/big-text';
import { Button } from '@/ui/button';
import { Listen } from '@/ui/listen';
import { Check, Choice } from '@/ui/choice';
import { FieldError } from '@/ui/field-error';
import type { ConsentForm, ConsentProblems } from './consent-form';
import { SignPad } from './sign-pad';

const ways = [
  { value: 'spoken' as const, label: '口头同意', detail: '把上面这句念给本人听，本人说同意' },
  { value: 'signed' as const, label: '本人签字', detail: '念完以后，本人在下面的框里写名字' },
];

interface ConsentPartProps {
  form: ConsentForm;
  /** What they agree to. */
  words: string;
  /** What was written down, as it is read to them. */
  readBack: string;
  problems: ConsentProblems;
  onChange: (part: Partial<ConsentForm>) => void;
}

/** How they agreed, in their own words; and that it was read to them as it stands. */
export function ConsentPart({ form, words, readBack, problems, onChange }: ConsentPartProps) {
  const { how, isReadBack, signature } = form;
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
      {problems.isReadBack && <FieldError>{problems.isReadBack}</FieldError>}
      {how === 'signed' && (
        <SignPad
          words={words}
          strokes={signature}
          problem={problems.signature}
          onChange={next => onChange({ signature: next })}
        />
      )}
    </>
  );
}
