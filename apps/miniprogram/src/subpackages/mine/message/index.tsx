import { View } from '@tarojs/components';
import type { Message } from '@bandeng/contracts/types';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { message as messageQuery } from '@/features/notifications/api';
import { openLink, wechatWords } from '@/features/notifications/words';
import { usePageParams } from '@/lib/page-params';
import { sayExactly } from '@bandeng/rules';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Facts, Heading } from '@/ui/text';

/** One message. Opening it is reading it. */
export default function MessagePage() {
  const { id = '' } = usePageParams();
  const query = useQuery(messageQuery(id));
  const client = useQueryClient();
  const isRead = query.isSuccess;
  useEffect(() => {
    if (isRead) void client.invalidateQueries({ queryKey: ['me.messages.list'] });
  }, [client, isRead]);
  return (
    <Page title="消息" bar={query.data?.link && <Go link={query.data.link} />}>
      <Loaded query={query}>
        {({ title, body, createdAt, wechat }) => (
          <>
            <Heading level={1}>{title}</Heading>
            <Facts className="note mt1">
              {sayExactly(createdAt)}
              {wechatWords[wechat]}
            </Facts>
            <View className="card mt3 lead">{body}</View>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Go({ link }: { link: NonNullable<Message['link']> }) {
  return (
    <Button look="filled" wide icon="arrow" onPress={() => openLink(link)}>
      去看看
    </Button>
  );
}
