import {
  wizardQuestions,
  wizardSteps,
  type WizardAnswers,
  type WizardPath,
  type WizardQuestion,
  type WizardQuestionId,
  type WizardStep,
} from '@bandeng/rules';
import { Card, Checkbox, Radio, Steps } from 'antd';

interface Props {
  path: WizardPath;
  answers: WizardAnswers;
  answer: (question: WizardQuestionId, value: string | string[]) => void;
}

const STEPS = Object.keys(wizardSteps) as WizardStep[];

/** The questions so far under their step; an answer changed above takes back what it led to. */
export function WizardQuestions({ path, answers, answer }: Props) {
  const last = path.questions.at(-1) ?? 'clear';
  return (
    <Card title={<h2 className="card-title">一步步定</h2>}>
      <Steps
        size="small"
        current={path.isComplete ? STEPS.length : STEPS.indexOf(wizardQuestions[last].step)}
        items={STEPS.map(step => ({ title: wizardSteps[step] }))}
      />
      {path.questions.map(id => (
        <Question key={id} id={id} given={answers[id]} answer={value => answer(id, value)} />
      ))}
    </Card>
  );
}

function Question({
  id,
  given,
  answer,
}: {
  id: WizardQuestionId;
  given: string | readonly string[] | undefined;
  answer: (value: string | string[]) => void;
}) {
  const { text, article, options, isMany }: WizardQuestion = wizardQuestions[id];
  const choices = Object.entries(options).map(([value, label]) => ({ value, label }));
  const some = Array.isArray(given) ? (given as string[]) : undefined;
  return (
    <fieldset className="plain-fieldset wizard-question">
      <legend>
        {text} <span className="quiet">{article}</span>
      </legend>
      {isMany ? (
        <Checkbox.Group
          className="wizard-options"
          options={[{ value: NONE, label: '都没有' }, ...choices]}
          value={some?.length === 0 ? [NONE] : some}
          onChange={values => answer(withoutNone(values, some))}
        />
      ) : (
        <Radio.Group
          className="wizard-options"
          options={choices}
          value={given}
          onChange={({ target }) => answer(String(target.value))}
        />
      )}
    </fieldset>
  );
}

const NONE = 'none';

/** 都没有 takes the others back, and one of the others takes it back. */
const withoutNone = (values: readonly string[], before: readonly string[] | undefined): string[] =>
  values.includes(NONE) && before?.length !== 0 ? [] : values.filter(value => value !== NONE);
