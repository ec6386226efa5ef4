import type { RouteAnswer } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../lib/http';
import { useAct } from '../lib/use-act';
import { AskWhy } from './ask-why';

type Agreed = RouteAnswer<'staff.grid.onBehalf.signature'>;

/** Of what a grid worker took down: what the person agreed to and how. Whoever needs it writes why, and that is kept. */
export function AgreedAtDoor({ id }: { id: string }) {
  const [isAsking, setAsking] = useState(false);
  const [agreed, setAgreed] = useState<Agreed>();
  const look = useAct(async (body: { reason: string }) => {
    setAgreed(await api.call('staff.grid.onBehalf.signature', { params: { id }, body }));
    setAsking(false);
  }, '已经记下谁看的、为什么看');
  if (agreed) return <Shown agreed={agreed} />;
  return (
    <>
      <Button type="link" size="small" onClick={() => setAsking(true)}>
        看签名和同意的话
      </Button>
      {isAsking && <AskWhy busy={look.isPending} onWhy={look.mutate} close={() => setAsking(false)} />}
    </>
  );
}

function Shown({ agreed: { how, words, on, strokes } }: { agreed: Agreed }) {
  const said = strokes.length > 0 ? '签了字' : how === 'signed' ? '在纸上签了字' : '口头同意，没有签名';
  return (
    <figure className="agreed">
      <blockquote className="prose">{words}</blockquote>
      <figcaption className="quiet">
        {sayDate(on, new Date())}，{said}
      </figcaption>
      {strokes.length > 0 && (
        <svg viewBox="0 0 1000 500" role="img" aria-label="本人的签名">
          {strokes.map((stroke, at) => (
            <polyline key={at} points={pointsOf(stroke)} />
          ))}
        </svg>
      )}
    </figure>
  );
}

/** The box of a signature is twice as wide as it is high, each side counted to 1000. A dot is a line to itself. */
function pointsOf(stroke: readonly number[]): string {
  const points = stroke.flatMap((x, at) => (at % 2 === 0 ? `${x},${stroke[at + 1]! / 2}` : []));
  return (points.length === 1 ? [...points, ...points] : points).join(' ');
}
