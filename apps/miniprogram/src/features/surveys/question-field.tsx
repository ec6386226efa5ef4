import { Text, View } from '@tarojs/components';
import { findPersonalData, SURVEY_TEXT_LIMITS } from '@bandeng/rules';
import type { SurveyAnswer, SurveyQuestion } from '@bandeng/rules';
import { Check, Choice } from '@/ui/choice';
import { TextArea } from '@/ui/field';
import { FieldError } from '@/ui/field-error';
import { NoticeBar } from '@/ui/tag';

type Said = Omit<SurveyAnswer, 'questionId'>;
interface QuestionProps {
  question: SurveyQuestion;
  number: number;
  said: Said;
  fault: string | undefined;
  onChange: (said: Said) => void;
}

const PERSONAL = '好像写了电话或者证件号。问卷不记名，不用写。';

/** One question with the way it is answered. */
export function QuestionField({ fault, ...props }: QuestionProps) {
  return (
    <View className="card mt3">
      <Answer {...props} />
      {fault && <FieldError>{fault}</FieldError>}
    </View>
  );
}

function Answer({ question, number, said, onChange }: Omit<QuestionProps, 'fault'>) {
  const label = `${number}. ${question.title}`;
  const free = question.required ? undefined : '可以不答';
  switch (question.kind) {
    case 'single': {
      const chosen = said.optionIds?.[0];
      const options = question.options.map(({ id, label: text }) => ({ value: id, label: text }));
      // What need not be answered can be taken back.
      const choose = (id: string) => onChange({ optionIds: id === chosen && !question.required ? [] : [id] });
      return <Choice label={label} hint={free} options={options} value={chosen} onChange={choose} />;
    }
    case 'multiple':
      return <Several question={question} label={label} free={free} said={said} onChange={onChange} />;
    case 'scale': {
      const points = Array.from({ length: question.points }, (_, at) => at + 1);
      const ends = new Map([
        [1, question.low],
        [question.points, question.high],
      ]);
      const options = points.map(point => ({
        value: String(point),
        label: ends.has(point) ? `${point} 分，${ends.get(point)}` : `${point} 分`,
      }));
      const value = said.points === undefined ? undefined : String(said.points);
      return (
        <Choice
          label={label}
          hint={free}
          options={options}
          value={value}
          onChange={point => onChange(point === value && !question.required ? {} : { points: Number(point) })}
        />
      );
    }
    case 'text':
    case 'longText': {
      const text = said.text ?? '';
      return (
        <>
          <TextArea
            label={label}
            hint={free}
            isShort={question.kind === 'text'}
            value={text}
            maxLength={SURVEY_TEXT_LIMITS[question.kind]}
            onChange={value => onChange({ text: value })}
          />
          {findPersonalData(text).length > 0 && <NoticeBar tone="wood">{PERSONAL}</NoticeBar>}
        </>
      );
    }
  }
}

interface SeveralProps extends Pick<QuestionProps, 'said' | 'onChange'> {
  question: Extract<SurveyQuestion, { kind: 'multiple' }>;
  label: string;
  free: string | undefined;
}

function Several({ question: { options, most }, label, free, said, onChange }: SeveralProps) {
  const chosen = said.optionIds ?? [];
  const hint = [free, most === null ? '可以选几个' : `最多选 ${most} 个`].filter(Boolean).join('，');
  const toggle = (id: string, isOn: boolean) =>
    onChange({ optionIds: isOn ? [...chosen, id] : chosen.filter(other => other !== id) });
  return (
    <View className="field" role="group" aria-label={label}>
      <View className="field-label">
        <Text>{label}</Text>
        <Text className="min">{hint}</Text>
      </View>
      {options.map(({ id, label: text }) => (
        <Check key={id} label={text} checked={chosen.includes(id)} onChange={isOn => toggle(id, isOn)} />
      ))}
    </View>
  );
}
