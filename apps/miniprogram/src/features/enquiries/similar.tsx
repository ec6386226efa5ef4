import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { similarEnquiries } from './api';

/** Typing pauses this long before anything is asked. */
const PAUSE = 500;

/** What others asked and was answered: shown while one types, never in the way. */
export function Similar({ text }: { text: string }) {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery(similarEnquiries(rested));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <View className="mt3" role="region" aria-label="别人问过的">
      <View className="strong">别人问过，先看看是不是</View>
      <Card className="mt1 tight rows">
        {items.map(({ id, title, unit, isFaq }) => (
          <Row
            key={id}
            title={title}
            detail={unit.name}
            value={isFaq ? <Tag tone="brand">常见</Tag> : undefined}
            onPress={() => void open('enquiry', { id })}
          />
        ))}
      </Card>
    </View>
  );
}
