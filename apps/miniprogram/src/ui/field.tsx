import { Input, Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FieldError } from './field-error';
import { Icon } from './icon';
import { useVoice } from './voice';

interface FrameProps {
  label: string;
  /** 可以不写, or what is wanted. */
  hint?: string;
  help?: string;
  error?: string;
  children: ReactNode;
}

/** Label, field, what is wrong with it. */
function FieldFrame({ label, hint, help, error, children }: FrameProps) {
  return (
    <View className="field">
      <View className="field-label">
        <Text>{label}</Text>
        {hint && <Text className="min">{hint}</Text>}
      </View>
      {children}
      {help && <View className="note mt1">{help}</View>}
      {error && <FieldError>{error}</FieldError>}
    </View>
  );
}

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Called when the field is left: the moment to check it, in plain words. */
  onLeave?: () => void;
  hint?: string;
  help?: string;
  error?: string;
  placeholder?: string;
  maxLength?: number;
  keyboard?: 'text' | 'number' | 'digit' | 'idcard';
}

const nameOf = ({ label, hint }: FieldProps) => (hint ? `${label}，${hint}` : label);

/** One line of text. */
export function Field(props: FieldProps) {
  const { value, onChange, onLeave, placeholder, maxLength = 200, keyboard = 'text', error } = props;
  const [on, setOn] = useState(false);
  return (
    <FieldFrame {...props}>
      <View className={`field-box ${on ? 'on' : ''} ${error ? 'wrong' : ''}`}>
        <Input
          className="input"
          value={value}
          type={keyboard}
          maxlength={maxLength}
          placeholder={placeholder}
          aria-label={nameOf(props)}
          aria-invalid={error ? true : undefined}
          onInput={event => onChange(event.detail.value)}
          onFocus={() => setOn(true)}
          onBlur={() => {
            setOn(false);
            onLeave?.();
          }}
        />
      </View>
    </FieldFrame>
  );
}

export interface TextAreaProps extends Omit<FieldProps, 'keyboard'> {
  /** For what is usually one line, and may be more: low, and without 说着写. */
  isShort?: boolean;
}

/** Several lines, with a count of what was written, and 说着写 where the platform has it. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onLeave, placeholder, maxLength = 500, error, isShort } = props;
  const [on, setOn] = useState(false);
  const voice = useVoice({ value, maxLength, onChange });
  return (
    <FieldFrame {...props}>
      <View className={`field-box ${on ? 'on' : ''} ${error ? 'wrong' : ''}`}>
        <Textarea
          className={`textarea ${isShort ? 'short' : ''}`}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          disableDefaultPadding
          aria-label={nameOf(props)}
          aria-invalid={error ? true : undefined}
          onInput={event => onChange(event.detail.value)}
          onFocus={() => setOn(true)}
          onBlur={() => {
            setOn(false);
            onLeave?.();
          }}
        />
        <View className="field-foot">
          <View>{!isShort && voice.button}</View>
          <Text aria-label={`写了 ${value.length} 字，最多 ${maxLength} 字`}>
            {value.length}/{maxLength}
          </Text>
        </View>
      </View>
      {voice.panel}
    </FieldFrame>
  );
}

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  onSubmit: (value: string) => void;
  placeholder: string;
  focus?: boolean;
}

/** The one search field, on the search page. Elsewhere a button that looks like it leads there. */
export function SearchBox({ value, onChange, onSubmit, placeholder, focus }: SearchBoxProps) {
  return (
    <View className="search-box grow" role="search">
      <Icon name="search" size="s" />
      <Input
        className="input"
        value={value}
        focus={focus}
        maxlength={60}
        placeholder={placeholder}
        confirmType="search"
        aria-label={placeholder}
        onInput={event => onChange(event.detail.value)}
        onConfirm={event => onSubmit(event.detail.value)}
      />
    </View>
  );
}
