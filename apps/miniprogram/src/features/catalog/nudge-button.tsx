import { Text, View } from '@tarojs/components';
import type { Duty } from '@bandeng/contracts/types';
import { useRef } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { now } from '@/lib/clock';
import { sayDate } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { toast } from '@/ui/toast';
import { useNudge } from './api';

interface NudgeButtonProps {
  entry: { id: string; name: string };
  period: Duty['periods'][number];
  /** The period as the line beside it says it. */
  name: string;
  /** When this reader asked already. */
  nudgedAt: string | undefined;
  ensureLogin: () => Promise<boolean>;
}

/** 催一催: once a person and period; then it says when. */
export function NudgeButton({ entry, period, name, nudgedAt, ensureLogin }: NudgeButtonProps) {
  const nudge = useNudge(entry.id);
  const at = nudgedAt ?? nudge.data?.at;
  const isBusy = useRef(false);
  const press = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      if (!(await ensureLogin())) return;
      await nudge.mutateAsync(period.from);
      toast('催了，公开了就告诉你', 'check');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    } finally {
      isBusy.current = false;
    }
  };
  if (at !== undefined) {
    return (
      <View className="nudged" role="status">
        <View className="line brand strong">
          <Icon name="check" size="xs" />
          <Text>已催</Text>
        </View>
        <View className="note">{sayDate(at, now())}</View>
      </View>
    );
  }
  return (
    <Button busy={nudge.isPending} label={`催一催${name}的${entry.name}`} onPress={() => void press()}>
      催一催
    </Button>
  );
}
