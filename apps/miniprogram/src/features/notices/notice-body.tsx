import { View } from '@tarojs/components';
import type { Notice } from '@bandeng/contracts/types';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { copy } from '@/lib/phone';
import { usePreferences } from '@/lib/preferences';
import { sayDate, sayWhen } from '@bandeng/rules';
import { Blocks, FileRow, plainText } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Fact, Row, Section } from '@/ui/card';
import { Listen } from '@/ui/listen';
import { NoticeBar, Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { PostingCard } from './posting-card';
import { PostingResult } from './posting-result';
import { documentClassWords, relationWords } from './words';

/** Everything a notice says: what it is about, its period, its words, its papers, and where it belongs. */
export function NoticeBody({ notice }: { notice: Notice }) {
  const { area } = usePreferences();
  const files = Object.fromEntries(notice.attachments.map(file => [file.id, file]));
  const inBody = new Set(notice.body.flatMap(block => ('fileId' in block ? [block.fileId] : [])));
  const attached = notice.attachments.filter(file => !inBody.has(file.id));
  const spoken = [notice.title, ...notice.keyPoints, plainText(notice.body)].join('\n');
  return (
    <>
      <Heading level={1}>{notice.title}</Heading>
      <Facts className="note mt1">
        {notice.unit.name}
        {sayPublished(notice.publishedAt)}
        {notice.readCount > 0 ? `看过 ${notice.readCount} 次` : ''}
      </Facts>
      {notice.abolishedOn && (
        <View className="mt2">
          <Tag tone="danger" icon="forbidden">
            {sayDate(notice.abolishedOn, now())}起不再有效
          </Tag>
        </View>
      )}
      {notice.corrected && (
        <NoticeBar icon="pencil" className="mt2">
          <View>
            {sayWhen(notice.corrected.at, now())}更正过：{notice.corrected.reason}
          </View>
          <Button look="plain" small icon="right" onPress={() => void open('corrections', { id: notice.id })}>
            看改了哪里
          </Button>
        </NoticeBar>
      )}
      {notice.posting && <PostingCard posting={notice.posting} />}
      <PostingResult notice={notice} />
      <Listen text={notice.body.length > 0 ? spoken : ''} />
      {notice.keyPoints.length > 0 && <KeyPoints points={notice.keyPoints} />}
      <View className="mt3">
        <Blocks blocks={notice.body} mine={area?.name} files={files} />
      </View>
      {attached.length > 0 && (
        <Section title="附件">
          {attached.map(file => (
            <View key={file.id} className="mt1">
              <FileRow id={file.id} name={file.name} size={file.size} ticket={file.ticket} />
            </View>
          ))}
        </Section>
      )}
      <Belongs notice={notice} />
    </>
  );
}

/** 11月19日公开, 今天 08:30 公开. */
const sayPublished = (at: string): string => sayWhen(at, now()).replace(/(\d)$/, '$1 ') + '公开';

function KeyPoints({ points }: { points: readonly string[] }) {
  return (
    <Card className="mt2" label="要点">
      <View className="strong">先看要点</View>
      {points.map(point => (
        <View key={point} className="block-item mt1">
          <View className="block-bullet">•</View>
          <View className="grow">{point}</View>
        </View>
      ))}
    </Card>
  );
}

/** Numbers and dates of the paper, the entries it fulfils, what interprets it. */
function Belongs({ notice }: { notice: Notice }) {
  const {
    documentClass,
    documentNumber,
    indexNumber,
    columns,
    areas,
    madeOn,
    effectiveOn,
    sourceUrl,
    entries,
    related,
  } = notice;
  const facts: [string, string | null][] = [
    ['文件分类', documentClass && documentClassWords[documentClass]],
    ['文号', documentNumber],
    ['索引号', indexNumber],
    ['栏目', columns.map(({ name }) => name).join('、') || null],
    ['关于哪里', areas.map(({ name }) => name).join('、') || null],
    ['成文', madeOn && sayDate(madeOn, now())],
    ['施行', effectiveOn && sayDate(effectiveOn, now())],
  ];
  const known = facts.filter((fact): fact is [string, string] => fact[1] !== null);
  const copySource = async () => {
    if (sourceUrl && (await copy(sourceUrl))) toast('原文地址复制好了', 'copy');
  };
  return (
    <>
      {known.length > 0 && (
        <Card className="mt3 tight">
          {known.map(([name, value], at) => (
            <Fact key={name} name={name} first={at === 0}>
              {value}
            </Fact>
          ))}
        </Card>
      )}
      {related.length > 0 && (
        <Section title="连着看">
          <Card className="tight rows">
            {related.map(other => (
              <Row
                key={other.id}
                title={other.title}
                detail={relationWords[other.relation]}
                onPress={() => void open('notice', { id: other.id })}
              />
            ))}
          </Card>
        </Section>
      )}
      {entries.length > 0 && (
        <Section title="为什么公开这个">
          <Card className="tight rows">
            {entries.map(entry => (
              <Row
                key={entry.id}
                title={entry.name}
                detail={`${entry.domainName}的目录里写了要公开`}
                onPress={() => void open('entry', { id: entry.id })}
              />
            ))}
          </Card>
        </Section>
      )}
      {sourceUrl && (
        <View className="center mt2">
          <Button look="plain" icon="copy" onPress={() => void copySource()}>
            复制原文地址
          </Button>
        </View>
      )}
    </>
  );
}
