import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import { Listen } from '@/ui/listen';
import { Check, Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { readBackText, type BehalfForm, type BehalfProblems } from './comment-form';
import { consentWords, showingWords, type OnBehalf } from './words';

const showings = Object.entries(showingWords).map(([value, label]) => ({
  value: value as OnBehalf['showing'],
  label,
}));
const ways = [
  { value: 'spoken' as const, label: '口头同意', detail: '把上面这句念给本人听，本人说同意' },
  { value: 'signed' as const, label: '签了字', detail: '本人在纸上抄了这句、签了名，纸交给社区' },
];

interface ConsentPartProps {
  form: BehalfForm;
  unit: string;
  problems: BehalfProblems;
  onChange: (part: Partial<BehalfForm>) => void;
}

/** Whether it may be shown and how they agreed, in their own words; and that it was read to them as it stands. */
export function ConsentPart({ form, unit, problems, onChange }: ConsentPartProps) {
  const { showing, authorName, how, isReadBack } = form;
  return (
    <>
      <Choice
        label="能不能公开，本人定"
        options={showings}
        value={showing}
        onChange={next => onChange({ showing: next })}
      />
      {showing === 'named' && (
        <Field
          label="公开时写什么名字"
          help="本人说的名字，不是你的。公开时只露头尾，像「周*兰」"
          value={authorName}
          maxLength={limits.publicName}
          error={problems.authorName}
          onChange={next => onChange({ authorName: next })}
        />
      )}
      <View className="block-quote mt3">
        <View className="min wood">本人同意的话</View>
        <View>{consentWords(showing, unit)}</View>
      </View>
      <Choice label="怎么同意的" options={ways} value={how} onChange={next => onChange({ how: next })} />
      <View className="block-quote mt3">
        <View className="min wood">念给本人听</View>
        <View className="pre-line">{readBackText(form)}</View>
      </View>
      <Listen text={readBackText(form)} />
      <Check
        label="念给本人听，本人说对"
        checked={isReadBack}
        onChange={checked => onChange({ isReadBack: checked })}
      />
      {problems.isReadBack && (
        <View className="field-error" role="alert">
          <Icon name="alert" size="s" />
          <View>{problems.isReadBack}</View>
        </View>
      )}
    </>
  );
}
