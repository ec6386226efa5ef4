import { View } from '@tarojs/components';
import type { Notice } from '@bandeng/contracts/types';
import { useEffect, useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { isWeapp } from '@/lib/env';
import { scanCode } from '@/lib/scan';
import { dateOf, sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Field } from '@/ui/field';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { useUnlock } from './api';

type Stub = NonNullable<Notice['limited']>;

interface LimitedProps {
  notice: Notice;
  /** From the square on the posted sheet: it is tried at once. */
  scanned?: string | undefined;
  onUnlocked: (whole: Notice) => void;
}

/** A notice for a limited group is public as a stub; its text needs the code on the posted sheet (API.md, Audience). */
export function Limited({ notice, scanned, onUnlocked }: LimitedProps) {
  const stub = notice.limited;
  if (!stub) return null;
  const closed = closedWords(stub, dateOf(now()));
  return (
    <Card className="mt3">
      <Fact name="对谁公开" first>
        {stub.group}
      </Fact>
      <Fact name="贴在哪里">{stub.postedAt}</Fact>
      <Fact name="什么时候">
        {sayDate(stub.from, now())}到{sayDate(stub.to, now())}
      </Fact>
      <Fact name="问谁">{stub.contact}</Fact>
      {closed ? (
        <NoticeBar icon="lock" className="mt3">
          {closed}
        </NoticeBar>
      ) : (
        <Unlock noticeId={notice.id} scanned={scanned} onUnlocked={onUnlocked} />
      )}
    </Card>
  );
}

/** Why no code opens it now; undefined while one does. */
function closedWords({ from, to, contact }: Stub, today: string): string | undefined {
  if (today < from) return `${sayDate(from, now())}才开始公示，那天起凭张贴的纸上的查阅码看全文。`;
  if (today > to) return `公示期过了，全文按规定不再给看，有查阅码也一样。还要了解的，问${contact}。`;
  return undefined;
}

function Unlock({
  noticeId,
  scanned,
  onUnlocked,
}: { noticeId: string } & Pick<LimitedProps, 'scanned' | 'onUnlocked'>) {
  const [code, setCode] = useState(scanned ?? '');
  const unlock = useUnlock(noticeId);
  const { mutate } = unlock;
  useEffect(() => {
    if (scanned) mutate(scanned, { onSuccess: onUnlocked });
    // Once, with what the page was opened with.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new callback is no new code
  }, [scanned]);
  const scan = async () => {
    const read = await scanCode();
    if (read === undefined) return toast('没读到查阅码，对着纸上的方块再扫一次，或者手填', 'alert');
    setCode(read);
    mutate(read, { onSuccess: onUnlocked });
  };
  const fault = unlock.error ? asApiError(unlock.error) : undefined;
  return (
    <View className="ruled">
      {isWeapp && (
        <Button block icon="search" onPress={() => void scan()}>
          扫纸上的方块
        </Button>
      )}
      <Field
        label="查阅码"
        hint="印在张贴的纸上"
        help="六到十二位字母和数字，大小写都行"
        value={code}
        maxLength={20}
        error={fault && `${fault.title}。${fault.detail}`}
        onChange={value => setCode(value.toUpperCase())}
      />
      <View className="mt3">
        <Button
          block
          busy={unlock.isPending}
          disabledBecause={code.trim() === '' ? '先填查阅码' : undefined}
          onPress={() => mutate(code.trim(), { onSuccess: onUnlocked })}
        >
          看全文
        </Button>
      </View>
    </View>
  );
}
