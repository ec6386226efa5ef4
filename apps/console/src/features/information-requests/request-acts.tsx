import type { InformationRequest } from '@bandeng/contracts/types';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { actForms, type ActName } from './act-forms';

/** What somebody else's work waits for. */
const SIGNED: readonly ActName[] = ['review', 'decide'];

/** What this person may do with this request now, as the server says. */
export function RequestActs({ request }: { request: InformationRequest }) {
  const { id, abilities = {} } = request;
  const navigate = useNavigate();
  const [open, setOpen] = useState<ActName>();
  const register = useAct(
    () => api.call('staff.informationRequests.register', { params: { id } }),
    '登记好了，期限从下一个工作日起算',
  );
  const Form = open && actForms[open].Form;
  return (
    <>
      {abilities.register && (
        <Popconfirm
          title="现在登记？"
          description="登记就是确认收到，期限从下一个工作日开始算。"
          okText="登记"
          cancelText="先不"
          onConfirm={() => register.mutate(undefined)}
        >
          <Button type="primary" loading={register.isPending}>
            登记
          </Button>
        </Popconfirm>
      )}
      {(Object.keys(actForms) as ActName[])
        .filter(name => abilities[name])
        .map(name => (
          <Button key={name} type={SIGNED.includes(name) ? 'primary' : 'default'} onClick={() => setOpen(name)}>
            {actForms[name].label}
          </Button>
        ))}
      {abilities.propose && (
        <Button type="primary" onClick={() => void navigate(`/information-requests/${id}/decide`)}>
          拟答复
        </Button>
      )}
      {Form && <Form id={id} request={request} close={() => setOpen(undefined)} />}
    </>
  );
}
