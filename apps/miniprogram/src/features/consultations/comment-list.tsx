import { View } from '@tarojs/components';
import type { PublicComment } from '@bandeng/contracts/types';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { List } from '@/ui/list';
import { toast } from '@/ui/toast';
import { comments, useSupport } from './api';
import type { CommentFilter } from './api';
import { CommentCard } from './comment-card';
import { ReportSheet } from './report-sheet';

interface CommentListProps {
  consultationId: string;
  isOpen: boolean;
  filter?: CommentFilter;
  ensureLogin: () => Promise<boolean>;
  empty: { title: string; detail?: string };
  /** Something below the words of a comment: what came of it. */
  below?: (comment: PublicComment) => ReactNode;
}

/** What everybody may read: join in, or report. */
export function CommentList({ consultationId, isOpen, filter, ensureLogin, empty, below }: CommentListProps) {
  const query = useInfiniteQuery(comments(consultationId, filter));
  const [reported, setReported] = useState<string>();
  return (
    <>
      <List query={query} label="大家的意见" className="card tight rows mt2" empty={{ ...empty }}>
        {comment => (
          <CommentCard
            comment={comment}
            foot={
              <View className="line between wrap mt1">
                <Support comment={comment} consultationId={consultationId} isOpen={isOpen} ensureLogin={ensureLogin} />
                <Button look="plain" onPress={() => setReported(comment.id)}>
                  举报
                </Button>
              </View>
            }
          >
            {below?.(comment)}
          </CommentCard>
        )}
      </List>
      {reported && (
        <ReportSheet
          consultationId={consultationId}
          commentId={reported}
          ensureLogin={ensureLogin}
          onClose={() => setReported(undefined)}
        />
      )}
    </>
  );
}

interface SupportProps {
  comment: PublicComment;
  consultationId: string;
  isOpen: boolean;
  ensureLogin: () => Promise<boolean>;
}

/** 我也这么想, while the window is open; the count after it. */
function Support({ comment, consultationId, isOpen, ensureLogin }: SupportProps) {
  const support = useSupport(consultationId);
  const [joined, setJoined] = useState(false);
  const count = support.data?.supportCount ?? comment.supportCount;
  const canJoin = isOpen && !joined && comment.abilities?.support !== false;
  if (!canJoin) return <View className="note">{count > 0 ? `${count} 人也这么想` : ''}</View>;
  const join = async () => {
    if (support.isPending || !(await ensureLogin())) return;
    try {
      await support.mutateAsync(comment.id);
      setJoined(true);
      toast('算上你了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Button look="plain" icon="thumb" busy={support.isPending} onPress={() => void join()}>
      {count > 0 ? `我也这么想 ${count}` : '我也这么想'}
    </Button>
  );
}
