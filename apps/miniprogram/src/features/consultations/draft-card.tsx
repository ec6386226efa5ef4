import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { DraftRow, SayCount } from './draft-row';
import { changeWord } from './words';
import { isEntry } from '@/lib/place';
import type { DraftClause, DraftEntry, DraftItem, Place } from '@/lib/place';

type Column = DraftEntry['fields'][number];

interface DraftCardProps {
  item: DraftItem;
  /** While the window is open a row asks for a comment; after it, it leads to those there are. */
  isOpen: boolean;
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

/** What did not change and what is not filled in is folded away, unless people spoke of it; last comes the entry as a whole. */
function EntryCard({ item, isOpen, onSay }: DraftCardProps & { item: DraftEntry }) {
  const [isUnfolded, setUnfolded] = useState(false);
  const { id, name, change, fields } = item;
  const isFolded = (field: Column) =>
    !field.changed && field.commentCount === 0 && (change === 'changed' || field.value === '');
  const folded = isUnfolded ? [] : fields.filter(isFolded);
  const shown = fields.filter(field => !folded.includes(field));
  return (
    <View className="card none draft-card">
      <CardHead item={item} title={name} path={item.path} />
      {shown.map(({ field, label, value, before, changed, commentCount }) => (
        <DraftRow
          key={field}
          label={label}
          value={value}
          before={change === 'removed' ? null : before}
          isChanged={changed && change === 'changed'}
          commentCount={commentCount}
          isOpen={isOpen}
          onPress={() => onSay({ target: { kind: 'entry', id, field }, label, of: name, current: value })}
        />
      ))}
      {folded.length > 0 && (
        <Press className="draft-more" expanded={false} onPress={() => setUnfolded(true)}>
          <Text>{foldedWords(folded)}</Text>
          <Icon name="down" size="xs" />
        </Press>
      )}
      <WholeRow item={item} isOpen={isOpen} onSay={onSay} />
    </View>
  );
}

/** 还有 6 行没改动，7 行没写 */
function foldedWords(folded: readonly Column[]): string {
  const empty = folded.filter(field => field.value === '').length;
  const same = folded.length - empty;
  return `还有 ${[same > 0 && `${same} 行没改动`, empty > 0 && `${empty} 行没写`].filter(Boolean).join('，')}`;
}

/** The entry as a whole: whether it should be there at all is said of no column. */
function WholeRow({ item, isOpen, onSay }: DraftCardProps & { item: DraftEntry }) {
  const { id, name, fields, commentCount } = item;
  const ofColumns = fields.reduce((sum, field) => sum + field.commentCount, 0);
  return (
    <Press className="draft-row" onPress={() => onSay({ target: { kind: 'entry', id }, label: name })}>
      <View className="draft-value brand">
        <Text className="sr">{name}，</Text>
        <Text>{isOpen ? '对这一项说…' : '看对这一项的全部意见'}</Text>
      </View>
      <SayCount isOpen={isOpen} count={isOpen ? Math.max(0, commentCount - ofColumns) : commentCount} />
    </Press>
  );
}

function ClauseCard({ item, isOpen, onSay }: DraftCardProps & { item: DraftClause }) {
  const { id, label, text, before, change, commentCount } = item;
  return (
    <View className="card none draft-card">
      <CardHead item={item} title={label} />
      <DraftRow
        value={text}
        before={before}
        isChanged={change === 'changed'}
        commentCount={commentCount}
        isOpen={isOpen}
        onPress={() => onSay({ target: { kind: 'clause', id }, label, current: text })}
      />
    </View>
  );
}
