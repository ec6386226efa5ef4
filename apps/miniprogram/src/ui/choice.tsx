import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';

export interface Option<T extends string> {
  value: T;
  label: string;
  detail?: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly Option<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  hint?: string;
}

/** One of several, each on its own row. */
export function Choice<T extends string>({ label, options, value, onChange, hint }: ChoiceProps<T>) {
  return (
    <View className="field" role="radiogroup" aria-label={label}>
      <View className="field-label">
        <Text>{label}</Text>
        {hint && <Text className="min">{hint}</Text>}
      </View>
      {options.map(option => (
        <Press
          key={option.value}
          role="radio"
          className="choice"
          checked={option.value === value}
          onPress={() => onChange(option.value)}
        >
          <View className={`choice-mark ${option.value === value ? 'on' : ''}`}>
            {option.value === value && <Icon name="check" size="xs" />}
          </View>
          <View className="grow">
            <View>{option.label}</View>
            {option.detail && <View className="note">{option.detail}</View>}
          </View>
        </Press>
      ))}
    </View>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A thing to agree to, or to take into a selection. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <Press role="checkbox" className="choice" checked={checked} onPress={() => onChange(!checked)}>
      <View className={`choice-mark square ${checked ? 'on' : ''}`}>{checked && <Icon name="check" size="xs" />}</View>
      <View className="grow">{label}</View>
    </Press>
  );
}

interface SwitchProps extends CheckProps {
  /** What it does when it is on, or what will be shown. */
  detail?: string;
}

/** On or off, at once. The whole row is the target. */
export function Switch({ label, detail, checked, onChange }: SwitchProps) {
  return (
    <Press
      role="switch"
      className="switch-row"
      label={detail ? `${label}，${detail}` : label}
      checked={checked}
      onPress={() => onChange(!checked)}
    >
      <View className="grow">
        <View className="strong">{label}</View>
        {detail && <View className="note">{detail}</View>}
      </View>
      <View className={`switch ${checked ? 'on' : ''}`}>
        <View className="switch-knob" />
      </View>
    </Press>
  );
}
