import { View } from '@tarojs/components';
import { Field, TextArea } from '@/ui/field';
import { Papers } from './papers';
import type { StepProps } from './step-props';

/** 我的记录写错了: which record of whom, what it says, what is right, and what shows it (Art. 41). */
export function RecordFields(props: StepProps) {
  const { draft, faults, change, leave } = props;
  return (
    <>
      <Field
        label="哪份记录写错了？"
        value={draft.name}
        maxLength={200}
        placeholder="比如：老年人高龄补贴的登记表"
        error={faults.name}
        onChange={name => change({ name })}
        onLeave={() => leave('name')}
      />
      <Field
        label="哪个单位记的？"
        value={draft.holder}
        maxLength={100}
        placeholder="比如：南陌街道办事处"
        error={faults.holder}
        onChange={holder => change({ holder })}
        onLeave={() => leave('holder')}
      />
      <TextArea
        label="上面是怎么写的？"
        value={draft.written}
        maxLength={1000}
        placeholder="照着写下来就行"
        error={faults.written}
        onChange={written => change({ written })}
        onLeave={() => leave('written')}
      />
      <TextArea
        label="应当是怎样的？"
        value={draft.right}
        maxLength={1000}
        error={faults.right}
        onChange={right => change({ right })}
        onLeave={() => leave('right')}
      />
      <Papers {...props} kind="evidence" label="证据的照片" />
      <View className="note">户口本、证件、证明、判决书，能证明的都行。只给办这件事的人看，看了会留下记录</View>
    </>
  );
}
