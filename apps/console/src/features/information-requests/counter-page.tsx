import type { InformationRequest } from '@bandeng/contracts/types';
import { Alert, Button, Form } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../lib/http';
import { useLastUnit } from '../../lib/last-unit';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { UnitField } from '../../ui/unit-field';
import { bodyOf, emptyCounter, type CounterFields } from './counter-body';
import { ApplicantFields, AsksField, ComingFields, OptionalFields, ReadBack, WantedFields } from './counter-fields';
import { CounterReceipt } from './counter-receipt';
import { readHandedOn, type Begun } from './counter-handed-on';
import './counter.css';

/** Somebody stands at the window, or a letter lies on the desk: written down with only what Art. 29 asks, by the keyboard alone. */
export function CounterPage() {
  const [made, setMade] = useState<Registered>();
  const [search, setSearch] = useSearchParams();
  const handedOnId = search.get('handedOn');
  const again = () => {
    setSearch({});
    setMade(undefined);
  };
  return (
    <Page
      title="登记来的申请"
      note="窗口、邮寄、传真、电子邮件来的，或者口头的"
      actions={<Link to="/information-requests">全部申请</Link>}
    >
      {made && <CounterReceipt {...made} again={again} />}
      {!made && handedOnId && <FromHandedOn id={handedOnId} finish={setMade} />}
      {!made && !handedOnId && <CounterForm finish={setMade} />}
    </Page>
  );
}

/** What a grid worker took down is laid ready; the rest is asked on the telephone. */
function FromHandedOn({ id, finish }: { id: string; finish: (registered: Registered) => void }) {
  const query = useQuery({
    queryKey: ['counter-handed-on', id],
    queryFn: () => readHandedOn(id),
    // Each reading shows who it is and is kept in the audit.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false },
  });
  return <Loaded query={query}>{begun => <CounterForm begun={begun} finish={finish} />}</Loaded>;
}

/** What was made, and the name as it was just written: the case itself shows it masked. */
interface Registered {
  request: InformationRequest;
  name: string;
}

interface FormProps {
  begun?: Begun;
  finish: (registered: Registered) => void;
}

function CounterForm({ begun, finish }: FormProps) {
  const place = useRef<HTMLDivElement>(null);
  const [id] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<CounterFields>();
  // A name is written before anything else: the way it came is most often the window, today.
  const { last, keep } = useLastUnit('counter');
  useEffect(() => place.current?.querySelector<HTMLInputElement>('#name')?.focus(), []);
  const receive = useAct(async (fields: CounterFields) => {
    const request = await api.call('staff.informationRequests.receive', {
      body: bodyOf(id, fields, begun?.id),
    });
    keep(fields.unitId);
    finish({ request, name: fields.name });
  }, '登记好了');
  return (
    <div ref={place} className="counter-form">
      <Form<CounterFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...emptyCounter(new Date()), ...begun?.fields }}
        onFinish={fields => receive.mutate(fields)}
        scrollToFirstError={{ focus: true }}
      >
        {begun && (
          <Alert
            style={{ marginBlockEnd: 16 }}
            type="info"
            showIcon
            title="网格员转交的，和本人核实的那天是收到之日"
            description="日子填打电话核实的这天，不是网格员上门那天。写好以后在电话里读给本人听。"
          />
        )}
        <fieldset className="plain-fieldset">
          <legend>怎么来的</legend>
          <AsksField />
          <div className="counter-pair">
            <UnitField label="哪个单位的" as={['officer']} last={begun?.fields.unitId ?? last} />
            <ComingFields />
          </div>
        </fieldset>
        <fieldset className="plain-fieldset">
          <legend>谁申请</legend>
          <ApplicantFields />
        </fieldset>
        <fieldset className="plain-fieldset">
          <legend>要什么</legend>
          <WantedFields />
        </fieldset>
        <fieldset className="plain-fieldset">
          <legend>有才填的</legend>
          <OptionalFields />
        </fieldset>
        <ReadBack />
        <Button type="primary" htmlType="submit" loading={receive.isPending}>
          登记
        </Button>
      </Form>
    </div>
  );
}
