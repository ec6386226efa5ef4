import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { ConsultationForm, type Start } from './consultation-form';
import type { ConsultationDraft } from './words';

/** A consultation is written; nobody else sees it until it is published. */
export function NewConsultationPage() {
  const [id] = useState(() => crypto.randomUUID());
  const [start] = useState<Start>(() => ({
    fields: { source: 'clauses', display: 'after_review', opensOn: dayjs() },
    clauses: [],
    background: [],
    files: [],
  }));
  const navigate = useNavigate();
  const create = useAct(
    (input: Omit<ConsultationDraft, 'id'>) => api.call('staff.consultations.create', { body: { id, ...input } }),
    '起草好了，看一看再开始征集',
    () => navigate(`/consultations/${id}?tab=draft`),
  );
  return (
    <Page title="起草一次征集" note="起草好以后先只有本单位看得到，开始征集以前都可以改">
      <ConsultationForm
        start={start}
        submit="起草好了"
        isBusy={create.isPending}
        save={input => create.mutate(input)}
      />
    </Page>
  );
}
