import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { similarComments, useSupport } from './api';
import type { CommentTarget } from '@/lib/place';

interface SimilarProps {
  consultationId: string;
  target: CommentTarget;
  words: string;
  /** True when somebody is logged in, now or after asking. */
  ensureLogin: () => Promise<boolean>;
}

/** Fewer letters than this are like everything. */
const enough = 4;

/** The words once the typing rests. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), 600);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}

/** What others said much the same: one may join them and write nothing. Never in the way. */
export function Similar({ consultationId, target, words, ensureLogin }: SimilarProps) {
  const rested = useRested(words);
  const query = useQuery({ ...similarComments(consultationId, target, rested), enabled: rested.length >= enough });
  const [isOpen, setOpen] = useState(false);
  const [joined, setJoined] = useState<readonly string[]>([]);
  const support = useSupport(consultationId);
  const items = query.data?.items ?? [];
  if (rested.length < enough || items.length === 0) return null;
  const join = async (commentId: string) => {
    if (support.isPending || !(await ensureLogin())) return;
    try {
      await support.mutateAsync(commentId);
      setJoined(ids => [...ids, commentId]);
      toast('算上你了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  const people = items.reduce((sum, comment) => sum + 1 + comment.supportCount, 0);
  return (
    <View className="like mt3" role="group" aria-label="说得差不多的意见">
      <View className="strong">有 {people} 个人说得差不多</View>
      {items.slice(0, isOpen ? undefined : 1).map(comment => (
        <View key={comment.id} className="mt1">
          <View className="note">「{comment.body}」</View>
          <View className="line wrap mt1">
            {joined.includes(comment.id) || comment.abilities?.support === false ? (
              <View className="note">你也这么想，已经算上了</View>
            ) : (
              <Button small wide icon="thumb" onPress={() => void join(comment.id)}>
                我也这么想
              </Button>
            )}
            {!isOpen && items.length > 1 && (
              <Button small look="quiet" onPress={() => setOpen(true)}>
                看 {items.length} 条
              </Button>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}
