import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { Loaded } from '@/ui/states';
import { requestUnits } from './api';
import { Suggested } from './suggested';
import type { StepProps } from './step-props';

/** The text once the typing rests: suggestions are not asked for at each letter. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** 要什么: the name or a description of it; no purpose is asked (Art. 27, 29). */
export function ContentStep({ draft, faults, change, leave }: StepProps) {
  const text = useRested(`${draft.name} ${draft.description}`.trim());
  return (
    <View>
      <Field
        label="你要什么？"
        value={draft.name}
        maxLength={200}
        placeholder="比如：小区电线改造的验收报告"
        error={faults.name}
        onChange={name => change({ name })}
        onLeave={() => leave('name')}
      />
      <Suggested text={text} />
      <TextArea
        label="说得再细一点"
        hint="可以不写"
        value={draft.description}
        maxLength={2000}
        placeholder="哪一年、哪个小区、哪份文件，越具体找得越准"
        onChange={description => change({ description })}
      />
      <Field
        label="文号"
        hint="知道就写"
        value={draft.documentNumber}
        maxLength={80}
        placeholder="比如：栖政办发〔2026〕12号"
        onChange={documentNumber => change({ documentNumber })}
      />
      <UnitChoice value={draft.unitId} onChange={unitId => change({ unitId })} />
    </View>
  );
}

/** Most people do not know which office has it: the information office finds out. */
function UnitChoice({ value, onChange }: { value: string; onChange: (unitId: string) => void }) {
  const [isOpen, setOpen] = useState(value !== '');
  const query = useQuery(requestUnits());
  if (!isOpen) {
    return (
      <View className="mt2">
        <View className="note">不知道向谁要也没关系，区政府办公室会转给该办的单位</View>
        <Button look="plain" icon="building" onPress={() => setOpen(true)}>
          我知道向谁要
        </Button>
      </View>
    );
  }
  return (
    <Loaded query={query}>
      {units => (
        <Choice
          label="向谁要？"
          value={value}
          options={[
            { value: '', label: '不知道，区政府办公室收' },
            ...units.filter(unit => unit.takesRequests).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={onChange}
        />
      )}
    </Loaded>
  );
}
