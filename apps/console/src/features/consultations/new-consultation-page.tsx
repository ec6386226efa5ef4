import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { sayRefusal } from '../../lib/use-act';
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
  const queries = useQueryClient();
  const { message } = App.useApp();
  const create = useMutation({
    mutationFn: (input: Omit<ConsultationDraft, 'id'>) =>
      api.call('staff.consultations.create', { body: { id, ...input } }),
    onSuccess: async () => {
      void message.success('起草好了，看一看再开始征集');
      await queries.invalidateQueries();
      await navigate(`/consultations/${id}?tab=draft`);
    },
    onError: error => void message.error(sayRefusal(error), 6),
  });
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
