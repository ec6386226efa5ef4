import { Text, View } from '@tarojs/components';
import type { RouteAnswer } from '@bandeng/contracts/types';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Blocks } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';

type Diff = RouteAnswer<'notices.versionDiff'>;
type Change = Diff['items'][number];
type ChangedField = Diff['fields'][number];

/** Facts that were changed: the old words above the new ones, each named by a word. */
export function ChangedFields({ fields }: { fields: readonly ChangedField[] }) {
  return (
    <>
      {fields.map(({ field, label, before, after }) => (
        <Card key={field} className="mt3" label={label}>
          <View className="strong">{label}</View>
          <Side word="原来">{before === null ? <None /> : <View className="draft-old pre-line">{before}</View>}</Side>
          <Side word="现在">{after === null ? <None /> : <View className="pre-line">{after}</View>}</Side>
        </Card>
      ))}
    </>
  );
}

const None = () => <View className="note">没写</View>;

/** Blocks of two versions, one above the other at phone width; what is the same is folded. */
export function ChangedBlocks({ changes }: { changes: readonly Change[] }) {
  return (
    <>
      {runsOf(changes).map((run, at) =>
        run[0]!.change === 'same' ? (
          <Same key={at} run={run} />
        ) : (
          run.map((one, row) => <Changed key={`${at} ${row}`} {...one} />)
        ),
      )}
    </>
  );
}

/** Neighbours that are the same, together; every other one by itself. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = [];
  for (const one of changes) {
    const last = runs.at(-1);
    if (one.change === 'same' && last?.[0]?.change === 'same') last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function Same({ run }: { run: readonly Change[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="mt3">
      <Button look="plain" small icon={isOpen ? 'up' : 'down'} onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起没改的' : `没改的 ${run.length} 段`}
      </Button>
      {isOpen && <Blocks blocks={run.flatMap(({ after }) => after ?? [])} />}
    </View>
  );
}

const words: Record<Exclude<Change['change'], 'same'>, string> = { changed: '改了', new: '加上的', removed: '去掉的' };

function Changed({ change, before, after }: Change) {
  if (change === 'same') return null;
  return (
    <Card className="mt3" label={words[change]}>
      <View className="line strong">
        <Icon name={change === 'new' ? 'plus' : change === 'removed' ? 'close' : 'pencil'} size="s" />
        <Text>{words[change]}</Text>
      </View>
      {before && (
        <Side word="原来">
          <View className="draft-old">
            <Blocks blocks={[before]} />
          </View>
        </Side>
      )}
      {after && (
        <Side word="现在">
          <Blocks blocks={[after]} />
        </Side>
      )}
    </Card>
  );
}

function Side({ word, children }: { word: string; children: ReactNode }) {
  return (
    <View className="ruled">
      <View className="min">{word}</View>
      {children}
    </View>
  );
}
