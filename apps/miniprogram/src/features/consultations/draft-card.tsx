import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { DraftRow } from './draft-row';
import type { Place } from './place';
import { changeWord, isEntry } from './words';
import type { DraftClause, DraftEntry, DraftItem } from './words';

interface DraftCardProps {
  item: DraftItem;
  verb: string;
  onSay: (place: Place) => void;
}

/** One entry or clause of the draft, line by line. */
export function DraftCard({ item, ...rest }: DraftCardProps) {
  return isEntry(item) ? <EntryCard item={item} {...rest} /> : <ClauseCard item={item} {...rest} />;
}

function CardHead({ item, title, path }: { item: DraftItem; title: string; path?: readonly string[] }) {
  const word = changeWord(item);
  return (
    <View className="draft-head">
      <View className="grow">
        {path && path.length > 0 && <Facts className="min">{path}</Facts>}
        <Heading level={2} className="lead">
          {title}
        </Heading>
      </View>
      {word && <Tag tone="wood">{word}</Tag>}
    </View>
  );
}

/** What did not change is folded away, unless people spoke of it; a new entry is shown whole. */
function EntryCard({ item, verb, onSay }: DraftCardProps & { item: DraftEntry }) {
  const [isOpen, setOpen] = useState(false);
  const isFolding = item.change === 'changed' && !isOpen;
  const shown = item.fields.filter(field => !isFolding || field.changed || field.commentCount > 0);
  const folded = item.fields.length - shown.length;
  return (
    <View className="card none draft-card">
      <CardHead item={item} title={item.name} path={item.path} />
      {shown.map(({ field, label, value, before, changed, commentCount }) => (
        <DraftRow
          key={field}
          label={label}
          value={value}
          before={item.change === 'removed' ? null : before}
          isChanged={changed && item.change === 'changed'}
          commentCount={commentCount}
          verb={verb}
          onPress={() => onSay({ target: { kind: 'entry', id: item.id, field }, label, of: item.name, current: value })}
        />
      ))}
      {folded > 0 && (
        <Press className="draft-more" expanded={false} onPress={() => setOpen(true)}>
          <Text>还有 {folded} 行没改动</Text>
          <Icon name="down" size="xs" />
        </Press>
      )}
    </View>
  );
}

function ClauseCard({ item, verb, onSay }: DraftCardProps & { item: DraftClause }) {
  const { id, label, text, before, change, commentCount } = item;
  return (
    <View className="card none draft-card">
      <CardHead item={item} title={label} />
      <DraftRow
        value={text}
        before={before}
        isChanged={change === 'changed'}
        commentCount={commentCount}
        verb={verb}
        onPress={() => onSay({ target: { kind: 'clause', id }, label, current: text })}
      />
    </View>
  );
}
