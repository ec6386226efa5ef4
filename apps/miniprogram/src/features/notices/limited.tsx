import { View } from '@tarojs/components';
import type { Notice } from '@bandeng/contracts/types';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Field } from '@/ui/field';
import { useUnlock } from './api';

interface LimitedProps {
  notice: Notice;
  onUnlocked: (whole: Notice) => void;
}

/** A notice for a limited group is public as a stub; its text needs the code on the posted sheet (API.md, Audience). */
export function Limited({ notice, onUnlocked }: LimitedProps) {
  const [code, setCode] = useState('');
  const unlock = useUnlock(notice.id);
  const stub = notice.limited;
  if (!stub) return null;
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
      <View className="ruled">
        <Field
          label="查阅码"
          hint="印在张贴的纸上"
          value={code}
          maxLength={12}
          error={unlock.error ? asApiError(unlock.error).title : undefined}
          onChange={value => setCode(value.toUpperCase())}
        />
        <View className="mt3">
          <Button
            block
            busy={unlock.isPending}
            disabledBecause={code.trim() === '' ? '先填查阅码' : undefined}
            onPress={() => unlock.mutate(code.trim(), { onSuccess: onUnlocked })}
          >
            看全文
          </Button>
        </View>
      </View>
    </Card>
  );
}
