import { sayDate } from '@bandeng/rules';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import type { Detail } from './consultation-facts';
import { RecordForm } from './record-form';

/** What this person may do with this consultation now, as the server says. */
export function ConsultationActs({ consultation }: { consultation: Detail }) {
  const { id, state, opensOn, abilities = {} } = consultation;
  const navigate = useNavigate();
  const [isRecording, setRecording] = useState(false);
  const open = useAct(() => api.call('staff.consultations.open', { params: { id } }), '定下来了，到日子大家就看得到');
  return (
    <>
      {abilities.edit && <Button onClick={() => void navigate(`/consultations/${id}/edit`)}>改</Button>}
      {abilities.open && (
        <Popconfirm
          title="现在公布？"
          description={`公布以后草案不能再改。${sayDate(opensOn, new Date())}起大家可以提意见；那天已经过了，就从今天起算。`}
          okText="公布"
          cancelText="先不"
          onConfirm={() => open.mutate(undefined)}
        >
          <Button type="primary" loading={open.isPending}>
            开始征集
          </Button>
        </Popconfirm>
      )}
      {state === 'draft' && abilities.open === false && (
        <span className="quiet">已经定了，{sayDate(opensOn, new Date())} 0 时开始</span>
      )}
      {abilities.revise && <Button onClick={() => void navigate(`/consultations/${id}/revise`)}>出新的一稿</Button>}
      {abilities.record && <Button onClick={() => setRecording(true)}>录入线下的意见</Button>}
      {isRecording && <RecordForm consultation={consultation} close={() => setRecording(false)} />}
    </>
  );
}
