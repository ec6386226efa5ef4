import { limits } from '@bandeng/contracts/routes';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import type { BehalfForm, BehalfProblems } from './comment-form';
import { showingWords, type OnBehalf } from './words';

const showings = Object.entries(showingWords).map(([value, label]) => ({
  value: value as OnBehalf['showing'],
  label,
}));

interface ShowingPartProps {
  form: BehalfForm;
  problems: BehalfProblems;
  onChange: (part: Partial<BehalfForm>) => void;
}

/** Whether a comment may be shown, and under which name; said by who spoke. */
export function ShowingPart({ form: { showing, authorName }, problems, onChange }: ShowingPartProps) {
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
    </>
  );
}
