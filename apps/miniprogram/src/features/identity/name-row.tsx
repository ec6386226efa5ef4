import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import type { Account } from '@bandeng/contracts/types';
import { publicNameProblem } from '@bandeng/rules';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { Row } from '@/ui/card';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { useSetName } from './account';

/** How one is called in public, and the way to change it. */
export function NameRow({ account, onPress }: { account: Account; onPress: () => void }) {
  const { displayName, publicName } = account;
  const shown = publicName === displayName ? '公开时就这样写' : `公开时写「${publicName}」，验证手机号后写全`;
  return <Row title="称呼" detail={shown} value={displayName} onPress={onPress} />;
}

interface NameSheetProps {
  account: Account;
  onClose: () => void;
}

/** Checked as the field is left; the server has the last word. */
export function NameSheet({ account, onClose }: NameSheetProps) {
  const [name, setName] = useState(account.name ?? '');
  const [fault, setFault] = useState<string>();
  const set = useSetName();
  const typed = name.trim();
  const check = () => setFault(typed === '' ? undefined : (publicNameProblem(typed) ?? undefined));
  const save = async () => {
    if (set.isPending) return;
    const problem = typed === '' && account.name !== null ? null : publicNameProblem(typed);
    if (problem !== null) return setFault(problem);
    try {
      await set.mutateAsync(typed === '' ? null : typed);
      toast(typed === '' ? '称呼去掉了' : '称呼改好了');
      onClose();
    } catch (error) {
      setFault(asApiError(error).errors[0]?.message);
    }
  };
  return (
    <Sheet
      open
      title="称呼"
      note="提意见不隐藏名字的时候，公开写它"
      onClose={onClose}
      foot={
        <Button look="filled" wide busy={set.isPending} onPress={() => void save()}>
          存下
        </Button>
      }
    >
      <Field
        label="怎么称呼你"
        hint={account.name === null ? undefined : '空着就是去掉'}
        help="可以写真名，也可以写「老周」「河堤街坊」。以前说的也跟着改"
        value={name}
        maxLength={limits.publicName}
        error={fault}
        onChange={next => {
          setName(next);
          setFault(undefined);
        }}
        onLeave={check}
      />
      {!account.phoneVerified && <View className="note mt2">手机号没有验证，公开时只露头尾，像「周*兰」。</View>}
      {set.isError && fault === undefined && (
        <NoticeBar tone="danger" icon="alert" className="mt2">
          <View role="alert">{asApiError(set.error).title}</View>
        </NoticeBar>
      )}
    </Sheet>
  );
}
