import { useInfiniteQuery } from '@tanstack/react-query';
import { useIsKnown } from '@/features/identity/for-known';
import { OwnList } from '@/features/identity/own-list';
import { myEnquiries } from '@/features/enquiries/api';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { sayDate } from '@bandeng/rules';
import { Row } from '@/ui/card';
import { Tag } from '@/ui/tag';

const tones = {
  submitted: 'plain',
  accepted: 'brand',
  assigned: 'brand',
  with_hotline: 'brand',
  drafted: 'brand',
  answered: 'ok',
  not_ours: 'wood',
  withdrawn: 'plain',
} as const;

/** My messages, the latest first. */
export default function MyEnquiriesPage() {
  const query = useInfiniteQuery({ ...myEnquiries(), enabled: useIsKnown() });
  return (
    <OwnList
      title="我的留言"
      reason="登录后才能看到你的留言"
      query={query}
      empty={{
        title: '你还没有留过言',
        detail: '想问的、要求助的、有意见的，都可以说',
        action: { text: '我要留言', onPress: () => void open('enquiryForm') },
      }}
    >
      {({ id, title, number, status, statusText, dueOn }) => {
        const isOpen = tones[status] === 'brand' || status === 'submitted';
        return (
          <Row
            title={title}
            detail={[number, isOpen ? `最晚${sayDate(dueOn, now())}答复` : ''].filter(Boolean).join('，')}
            value={<Tag tone={tones[status]}>{statusText}</Tag>}
            onPress={() => void open('enquiry', { id })}
          />
        );
      }}
    </OwnList>
  );
}
