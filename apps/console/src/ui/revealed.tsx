import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useAct } from '../lib/use-act';
import { AskWhy } from './ask-why';

interface Props {
  masked: string;
  allowed: boolean;
  /** Asks for the whole with the reason, which the server keeps. */
  look: (reason: string) => Promise<string>;
}

/** A masked name or number; whoever needs it writes why, and that is kept. */
export function Revealed({ masked, allowed, look }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const reveal = useAct(async ({ reason }: { reason: string }) => {
    setValue(await look(reason));
    setAsking(false);
  }, '已经记下谁看的、为什么看');
  if (value) return <Typography.Text copyable>{value}</Typography.Text>;
  return (
    <>
      {masked}{' '}
      {allowed && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          看全部
        </Button>
      )}
      {isAsking && <AskWhy busy={reveal.isPending} onWhy={reveal.mutate} close={() => setAsking(false)} />}
    </>
  );
}
