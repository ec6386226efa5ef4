import { Alert } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { ConsultationForm, type Start } from './consultation-form';
import type { Clause } from './split-clauses';
import { useKnownDraft, type KnownDraft } from './use-known-draft';
import type { ConsultationDraft } from './words';

type Detail = KnownDraft['consultation'];

/** A consultation that nobody else has seen yet is written on. */
export function EditConsultationPage() {
  const { id = '' } = useParams();
  const query = useKnownDraft(id);
  return (
    <Page title="改征集" note="开始征集以前，只有本单位看得到">
      <Loaded query={query}>{known => <Editing known={known} />}</Loaded>
    </Page>
  );
}

function Editing({ known: { consultation, clauses } }: { known: KnownDraft }) {
  const { id, revision } = consultation;
  const [start] = useState(() => startOf(consultation, clauses));
  const navigate = useNavigate();
  const update = useAct(
    (input: Omit<ConsultationDraft, 'id'>) =>
      api.call('staff.consultations.update', { params: { id }, body: { ...input, revision } }),
    '改好了',
    () => navigate(`/consultations/${id}?tab=draft`),
  );
  if (consultation.abilities?.edit !== true)
    return <Alert type="info" showIcon title="征集已经开始，草案不能直接改；要改就出新的一稿，写明为什么。" />;
  return (
    <>
      {consultation.abilities.open === false && (
        <Alert className="draft-card" type="warning" showIcon title="这次征集已经定好了开始的日子，改了要重新公布。" />
      )}
      <ConsultationForm start={start} submit="改好了" isBusy={update.isPending} save={input => update.mutate(input)} />
    </>
  );
}

function startOf(consultation: Detail, clauses: readonly Clause[]): Start {
  const { question, title, unit, kind, display, contact, ways, shortenReason, editionId } = consultation;
  const { requestedClosesOn, requestedOutcomeDueOn } = consultation;
  const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id);
  return {
    fields: {
      ...{ question, title, unitId: unit.id, kind, display, contact, ways },
      ...{ areaIds: ids(consultation.areas), domainIds: ids(consultation.domains) },
      opensOn: dayjs(consultation.opensOn),
      ...(requestedClosesOn && { closesOn: dayjs(requestedClosesOn) }),
      ...(requestedOutcomeDueOn && { outcomeDueOn: dayjs(requestedOutcomeDueOn) }),
      ...(shortenReason && { shortenReason }),
      source: consultation.draftKind,
      ...(editionId && { editionId }),
    },
    clauses,
    background: consultation.background,
    files: consultation.attachments,
  };
}
