import type { InformationRequestSummary } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { Row } from '@/ui/card';
import { Tag } from '@/ui/tag';

const tones = {
  awaiting_confirmation: 'plain',
  in_progress: 'brand',
  extended: 'brand',
  paused: 'wood',
  awaiting_correction: 'wood',
  decided: 'ok',
  withdrawn: 'plain',
  lapsed: 'plain',
} as const;

/** One request in a list: what was asked, where it stands, by when. */
export function RequestRow({ request }: { request: InformationRequestSummary }) {
  const { id, kind, name, number, status, statusText, dueOn } = request;
  const isOpen = status === 'in_progress' || status === 'extended';
  return (
    <Row
      title={name}
      detail={[
        kind === 'record_correction' ? '更正记录' : '',
        number,
        isOpen && dueOn ? `最晚${sayDate(dueOn, now())}答复` : '',
      ]
        .filter(Boolean)
        .join('，')}
      value={<Tag tone={tones[status]}>{statusText}</Tag>}
      onPress={() => void open('request', { id })}
    />
  );
}
