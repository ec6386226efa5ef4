import type { LinkedCase } from '@bandeng/contracts/types';
import { open } from '@/lib/navigation';
import { Card, Row } from './card';

const KINDS = {
  request: { name: '公开申请', icon: 'request' },
  enquiry: { name: '网上民声', icon: 'comment' },
} as const satisfies Readonly<Record<LinkedCase['kind'], object>>;

/** Where this came from and where it went on. */
export function LinkedCases({ linked }: { linked: readonly LinkedCase[] }) {
  if (linked.length === 0) return null;
  return (
    <Card className="mt3 tight rows" label="连着的">
      {linked.map(({ kind, id, number, statusText, relation, isEarlier }) => (
        <Row
          key={id}
          icon={KINDS[kind].icon}
          title={`${relation ?? (isEarlier ? '由这件转来' : '转成了这件')}：${KINDS[kind].name}`}
          detail={`${number}，${statusText}`}
          onPress={() => void open(kind, { id })}
        />
      ))}
    </Card>
  );
}

/** The steps of all of them with those of this one, the newest first: one history. */
export const inOneHistory = <Step extends { at: string }>(
  own: readonly Step[],
  linked: readonly { steps: readonly Step[] }[],
): Step[] => [...own, ...linked.flatMap(({ steps }) => steps)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
