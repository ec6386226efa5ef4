import { View } from '@tarojs/components';
import type { RequestKind } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { Loaded } from '@/ui/states';
import { requestUnits } from './api';
import { RecordFields } from './record-fields';
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
function InformationFields({ draft, faults, change, leave, noteUse }: StepProps) {
  const text = useRested(`${draft.name} ${draft.description}`.trim());
  return (
    <>
      <Field
        label="你要什么？"
        value={draft.name}
        maxLength={200}
        placeholder="比如：小区电线改造的验收报告"
        error={faults.name}
        onChange={name => change({ name })}
        onLeave={() => leave('name')}
      />
      <Suggested text={text} noteUse={noteUse} />
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
    </>
  );
}

/** First which of the two it is; then what is asked of whom. */
export function ContentStep(props: StepProps) {
  const { draft, change } = props;
  return (
    <View>
      <Choice<RequestKind>
        label="你要办哪一样？"
        value={draft.asks}
        options={[
          { value: 'information', label: '我要信息' },
          { value: 'record_correction', label: '我的记录写错了' },
        ]}
        onChange={asks => change({ asks })}
      />
      {draft.asks === 'information' ? <InformationFields {...props} /> : <RecordFields {...props} />}
      <UnitChoice asks={draft.asks} value={draft.unitId} onChange={unitId => change({ unitId })} />
    </View>
  );
}

const WHOM: Readonly<Record<RequestKind, { help: string; button: string; label: string }>> = {
  information: {
    help: '不知道向谁要也没关系，区政府办公室会转给该办的单位',
    button: '我知道向谁要',
    label: '向谁要？',
  },
  record_correction: {
    help: '不知道交给谁也没关系，区政府办公室收；它管不着的，会转给有权改的单位',
    button: '我知道交给谁',
    label: '交给谁？',
  },
};

/** Most people do not know which office has it: the information office finds out. */
function UnitChoice({
  asks,
  value,
  onChange,
}: {
  asks: RequestKind;
  value: string;
  onChange: (unitId: string) => void;
}) {
  const { help, button, label } = WHOM[asks];
  const [isOpen, setOpen] = useState(value !== '');
  const query = useQuery(requestUnits());
  if (!isOpen) {
    return (
      <View className="mt2">
        <View className="note">{help}</View>
        <Button look="plain" icon="building" onPress={() => setOpen(true)}>
          {button}
        </Button>
      </View>
    );
  }
  return (
    <Loaded query={query}>
      {units => (
        <Choice
          label={label}
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
