import { View } from '@tarojs/components';
import { Check, Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import type { Help } from './request-draft';
import type { StepProps } from './step-props';
import { formWords, helpWords, methodWords } from './words';

const optionsOf = <T extends string>(words: Record<T, string>, only: readonly T[] = Object.keys(words) as T[]) =>
  only.map(value => ({ value, label: words[value] }));

/** 怎么收: form and way, and help for who cannot read or see well (Art. 43). */
export function DeliveryStep({ draft, faults, change, leave }: StepProps) {
  const toggle = (kind: Help, on: boolean) =>
    change({ help: on ? [...draft.help, kind] : draft.help.filter(chosen => chosen !== kind) });
  return (
    <View>
      <Choice
        label="要什么样的？"
        value={draft.form}
        options={optionsOf(formWords)}
        onChange={form => change({ form })}
      />
      <Choice
        label="怎么收？"
        value={draft.method}
        options={optionsOf(methodWords)}
        onChange={method => change({ method })}
      />
      {draft.method === 'email' && (
        <Field
          label="邮箱"
          value={draft.email}
          error={faults.email}
          onChange={email => change({ email })}
          onLeave={() => leave('email')}
        />
      )}
      {draft.method === 'post' && (
        <Field
          label="邮寄地址"
          value={draft.address}
          error={faults.address}
          onChange={address => change({ address })}
          onLeave={() => leave('address')}
        />
      )}
      <View className="field" role="group" aria-label="要不要帮忙">
        <View className="field-label">要不要帮忙？可以不选</View>
        {(Object.entries(helpWords) as [Help, string][]).map(([kind, label]) => (
          <Check key={kind} label={label} checked={draft.help.includes(kind)} onChange={on => toggle(kind, on)} />
        ))}
      </View>
    </View>
  );
}
