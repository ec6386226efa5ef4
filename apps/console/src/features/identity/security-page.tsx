import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayExactly } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Space, Typography } from 'antd';
import { useState } from 'react';
import { api, renewSession } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { Loaded } from '../../ui/state';
import { EnrollForm } from './enroll-form';
import { ProveForm } from './prove-form';
import { RecoveryCodes } from './recovery-codes';
import { secondFactor } from './second-factor';

type Status = RouteAnswer<'staff.totp.get'>;
/** Fewer than this: time for a new set. */
const FEW = 4;

/** The second factor: enrolled, proven before it changes, and codes for the day the phone is gone. */
export function SecurityPage() {
  const query = useQuery(secondFactor);
  const [offer, setOffer] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [asks, setAsks] = useState<'phone' | 'codes'>();
  const begin = useAct(
    async () => setOffer(await api.call('staff.totp.begin', { body: {} })),
    '扫一扫二维码，再填口令',
  );
  const confirm = useAct(async (totp: string) => {
    const { recoveryCodes } = await api.call('staff.totp.confirm', { body: { totp } });
    setOffer(undefined);
    setCodes(recoveryCodes);
    // Roles that waited for it count from now on.
    await renewSession();
  }, '动态口令登记好了，下次登录要用');
  const close = () => setAsks(undefined);

  return (
    <Page title="登录安全" note="密码之外再加一道：手机上每半分钟换一次的六位数字">
      <Loaded query={query}>
        {status => (
          <div className="stack">
            {codes && <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />}
            {offer && <EnrollForm offer={offer} isBusy={confirm.isPending} confirm={totp => confirm.mutate(totp)} />}
            {!offer && !codes && (
              <Standing
                status={status}
                isBusy={begin.isPending}
                enroll={() => (status.enrolled ? setAsks('phone') : begin.mutate(undefined))}
                renew={() => setAsks('codes')}
              />
            )}
          </div>
        )}
      </Loaded>
      {asks === 'phone' && (
        <ProveForm
          title="换一部手机"
          submit="继续"
          done="扫一扫二维码，再填口令"
          close={close}
          work={async body => setOffer(await api.call('staff.totp.begin', { body }))}
        />
      )}
      {asks === 'codes' && (
        <ProveForm
          title="换一组恢复码"
          submit="换一组"
          done="换好了，旧的一组作废"
          close={close}
          work={async body => setCodes((await api.call('staff.totp.recoveryCodes', { body })).recoveryCodes)}
        />
      )}
    </Page>
  );
}

interface StandingProps {
  status: Status;
  isBusy: boolean;
  enroll: () => void;
  renew: () => void;
}

function Standing({ status: { enrolled, required, recoveryCodesLeft, reset }, isBusy, enroll, renew }: StandingProps) {
  if (!enrolled)
    return (
      <Card>
        <div className="stack">
          {reset && (
            <Alert
              type="error"
              showIcon
              title={`${reset.by}在 ${sayExactly(reset.at)}作废了你的动态口令`}
              description={`原因：${reset.reason} 不是你要的，请马上告诉管理员。`}
            />
          )}
          {required && (
            <Alert type="warning" showIcon title="你的岗位必须登记动态口令，登记好才能办事。要不了两分钟。" />
          )}
          <Typography.Paragraph>
            审核、信息公开、办公室和管理岗位必须登记。登记时会给你一组恢复码，手机丢了用。
          </Typography.Paragraph>
          <Button type="primary" onClick={enroll} loading={isBusy} className="align-start">
            登记动态口令
          </Button>
        </div>
      </Card>
    );
  return (
    <Card>
      <div className="stack">
        <Alert
          type={recoveryCodesLeft < FEW ? 'warning' : 'success'}
          showIcon
          title={`动态口令登记了，还有 ${recoveryCodesLeft} 个恢复码没用过`}
          description={recoveryCodesLeft < FEW ? '快用完了，换一组新的吧。' : undefined}
        />
        <Space wrap>
          <Button onClick={renew}>换一组恢复码</Button>
          <Button onClick={enroll}>换一部手机</Button>
        </Space>
      </div>
    </Card>
  );
}
