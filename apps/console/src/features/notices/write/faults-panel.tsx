import type { Block } from '@bandeng/contracts/schemas';
import { Button, Card } from 'antd';
import type { Fault } from '../../../lib/faults';
import { sayPlace, type Find } from './content';

interface Props {
  finds: readonly Find[];
  faults: readonly Fault[];
  body: readonly Block[];
  /** Goes to where it is. */
  goTo: (path: string) => void;
  mask: (find: Find) => void;
}

/** What has to be seen to, each a step away from where it is. */
export function FaultsPanel({ finds, faults, body, goTo, mask }: Props) {
  if (finds.length === 0 && faults.length === 0) return null;
  return (
    <Card title={<h2 className="card-title">要看看的地方</h2>}>
      <ul className="plain-list to-see">
        {finds.map((find, at) => (
          <li key={`${find.path} ${find.text} ${at}`}>
            <button type="button" className="as-link" onClick={() => goTo(find.path)}>
              {sayPlace(find.path, body)}
            </button>
            ：没遮住的{find.kind} {find.masked}{' '}
            <Button size="small" aria-label={`遮住：${find.kind} ${find.masked}`} onClick={() => mask(find)}>
              遮住
            </Button>
          </li>
        ))}
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <button type="button" className="as-link" onClick={() => goTo(path)}>
              {sayPlace(path, body)}
            </button>
            ：{message}
          </li>
        ))}
      </ul>
    </Card>
  );
}
