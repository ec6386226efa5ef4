import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { sayDaysLeft } from '@bandeng/rules';
import { ReceiptCard } from '@/features/consultations/receipt-card';
import { useLogin } from '@/features/identity/use-login';
import { MatterLink } from '@/features/matters/matter-link';
import { survey as surveyQuery, useSendAnswers } from '@/features/surveys/api';
import type { Survey } from '@/features/surveys/api';
import { QuestionField } from '@/features/surveys/question-field';
import { askedOf, draftKeyOf, faultsOf, keepSurvey } from '@/features/surveys/survey-draft';
import type { SurveyDraft } from '@/features/surveys/survey-draft';
import { receiptOf } from '@/features/surveys/survey-receipts';
import { now } from '@/lib/clock';
import { useDraft } from '@/lib/drafts';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';

/** One questionnaire: answered while it is open, then what comes next. */
export default function SurveyPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(surveyQuery(id));
  const login = useLogin('答问卷要登录，好让一个人只答一份；答了什么不记名');
  useShareAppMessage(() => ({ title: query.data?.title ?? '问卷', path: pageUrl('survey', { id }) }));
  const form = useSurveyForm(id, query.data, login.ensure);
  const canAnswer = query.data?.state === 'open' && !query.data.answered && !form.isSent;
  return (
    <Page
      title="问卷"
      overlay={login.sheet}
      bar={
        canAnswer && (
          <Button look="filled" wide busy={form.isBusy} onPress={() => void form.submit()}>
            交上去
          </Button>
        )
      }
    >
      <Loaded query={query} lines={12}>
        {survey => (
          <>
            <Heading level={1}>{survey.title}</Heading>
            <Facts className="note mt1">
              {survey.unit.name}
              {`${survey.questions.length} 道题`}
              {survey.state === 'open' ? sayDaysLeft(survey.closesAt, now()) : '已经截止'}
            </Facts>
            {canAnswer ? <Questions survey={survey} form={form} /> : <After survey={survey} isSent={form.isSent} />}
            {survey.consultation && <Consultation {...survey.consultation} />}
            <MatterLink kind="survey" id={id} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Form = ReturnType<typeof useSurveyForm>;

/** The answers with their draft on the phone: what is said is kept at once. */
function useSurveyForm(id: string, survey: Survey | undefined, ensureLogin: () => Promise<boolean>) {
  const kept = useDraft<SurveyDraft>(draftKeyOf(id))?.value;
  const draft: SurveyDraft = kept ?? { title: survey?.title ?? '', answers: {} };
  const [isChecked, setChecked] = useState(false);
  const [isSent, setSent] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const sending = useRef(false);
  const questions = survey?.questions ?? [];
  const send = useSendAnswers({ id, questions });
  const faults = faultsOf(questions, draft);

  async function submit(): Promise<void> {
    if (sending.current) return;
    if (faults.size > 0) {
      setChecked(true);
      return toast(`还有 ${faults.size} 道题要看一看`, 'alert');
    }
    sending.current = true;
    setAsking(true);
    try {
      if (!(await ensureLogin())) return;
      await send.mutateAsync(draft);
      setSent(true);
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    } finally {
      sending.current = false;
      setAsking(false);
    }
  }
  return {
    draft,
    faults: isChecked ? faults : new Map<string, string>(),
    isBusy: isAsking,
    isSent,
    submit,
    answer: (questionId: string, said: SurveyDraft['answers'][string]) =>
      void keepSurvey(id, { ...draft, title: survey?.title ?? '', answers: { ...draft.answers, [questionId]: said } }),
  };
}

function Questions({ survey, form }: { survey: Survey; form: Form }) {
  return (
    <>
      <View className="pre-line mt2">{survey.intro}</View>
      <NoticeBar icon="lock" className="mt2">
        一人一份，不记名：只记下你答过，不记你答了什么。
      </NoticeBar>
      {askedOf(survey.questions, form.draft).map((question, at) => (
        <QuestionField
          key={question.id}
          question={question}
          number={at + 1}
          said={form.draft.answers[question.id] ?? {}}
          fault={form.faults.get(question.id)}
          onChange={said => form.answer(question.id, said)}
        />
      ))}
    </>
  );
}

/** When there is nothing to answer (any more). */
function After({ survey, isSent }: { survey: Survey; isSent: boolean }) {
  const { id, state, answered } = survey;
  const receipt = receiptOf(id);
  const hasAnswered = isSent || answered === true;
  return (
    <>
      {hasAnswered && (
        <NoticeBar tone="brand" icon="check" className="mt3">
          {isSent ? '收下了，谢谢你。' : '你答过了，谢谢你。'}
          结果出来会放在这里；写的话由工作人员看过再公开。
        </NoticeBar>
      )}
      {state === 'answered' ? (
        <View className="mt3">
          <Button look="filled" block icon="list" onPress={() => void open('surveyResult', { id })}>
            看结果
          </Button>
        </View>
      ) : (
        !hasAnswered && (
          <NoticeBar icon="clock" className="mt3">
            已经截止，正在算结果。
          </NoticeBar>
        )
      )}
      {receipt && <ReceiptCard receipt={receipt} of="survey" />}
    </>
  );
}

function Consultation({ id, name }: { id: string; name: string }) {
  return (
    <Card className="tight mt3">
      <Row
        icon="bench"
        title={name}
        detail="这份问卷为这次征集而问，草案在这里"
        onPress={() => void open('consultation', { id })}
      />
    </Card>
  );
}
