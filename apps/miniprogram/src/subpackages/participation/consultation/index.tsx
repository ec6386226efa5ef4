import { View } from '@tarojs/components';
import type { ConsultationDetail } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { consultation as consultationQuery } from '@/features/consultations/api';
import type { CommentFilter } from '@/features/consultations/api';
import { BenchHead } from '@/features/consultations/bench-head';
import { CommentSheet } from '@/features/consultations/comment-sheet';
import { CommentList } from '@/features/consultations/comment-list';
import type { CommentDraft } from '@/features/consultations/comment-draft';
import { DraftList } from '@/features/consultations/draft-list';
import type { Place } from '@/lib/place';
import { wayWords } from '@/features/consultations/words';
import { SayBar } from '@/features/consultations/unfinished';
import { me } from '@/features/identity/account';
import { useLogin } from '@/features/identity/use-login';
import { MatterLink } from '@/features/matters/matter-link';
import { ScannedTop, ScannedVoice } from '@/features/shares/scanned-help';
import { readDraft } from '@/lib/drafts';
import { open, pageUrl, replace } from '@/lib/navigation';
import { useTimeline } from '@/features/shares/use-timeline';
import { usePageParams } from '@/lib/page-params';
import { useAccount } from '@/lib/session';
import { sharedAs } from '@/lib/share';
import { Blocks, FileRow } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { NoticeBar } from '@/ui/tag';

type Part = 'draft' | 'why' | 'comments';

const stateWords = { open: '正在问你', closed: '等结果', answered: '有结果了' } as const;

/** What one can narrow the comments to: one clause, one entry, or one field of it. */
const filterOf = ({ target }: Place): CommentFilter =>
  target.kind === 'clause' || target.kind === 'entry'
    ? { target: target.id, ...(target.kind === 'entry' && target.field && { field: target.field }) }
    : {};

/** One consultation (mock 06): the bench, the draft line by line, why, and what others say. */
export default function ConsultationPage() {
  const { id = '', draft, scene } = usePageParams();
  const query = useQuery(consultationQuery(id));
  const account = useAccount();
  const own = useQuery({ ...me(), enabled: account !== undefined });
  const login = useLogin('提意见要登录，好让结果送到你手里');
  const [part, setPart] = useState<Part>('draft');
  const [about, setAbout] = useState<Place>();
  const [place, setPlace] = useState<Place | undefined>(() =>
    draft ? readDraft<CommentDraft>(draft)?.value.place : undefined,
  );
  useShareAppMessage(() => ({
    title: query.data?.question ?? '征集',
    path: pageUrl(...sharedAs('consultation', id, scene)),
  }));
  useTimeline({ name: 'consultation', title: query.data?.question ?? '征集', id, scene });
  const found = query.data;
  const isOpen = found?.state === 'open';
  const say = (spot: Place) => {
    if (isOpen) return setPlace(spot);
    setAbout(spot);
    setPart('comments');
  };
  return (
    <Page
      title={found ? stateWords[found.state] : '征集'}
      tone="wood"
      head={
        found && (
          <>
            <BenchHead consultation={found} isSeated={(found.mine ?? 0) > 0} />
            <Parts consultation={found} part={part} onChange={setPart} />
          </>
        )
      }
      bar={found && found.state !== 'closed' && <Bar consultation={found} onSay={setPlace} />}
      overlay={
        <>
          {found && isOpen && place && (
            <CommentSheet
              key={JSON.stringify(place.target)}
              consultation={found}
              place={place}
              publicName={own.data?.publicName}
              onRename={() => void open('account')}
              ensureLogin={login.ensure}
              onSent={comment => void replace('receipt', { id: comment.id, consultation: id, sent: true })}
              onClose={() => setPlace(undefined)}
            />
          )}
          {login.sheet}
        </>
      }
    >
      <Loaded query={query} lines={12}>
        {consultation => {
          if (part === 'draft')
            return (
              <>
                <ScannedTop scene={scene} />
                <MatterLink kind="consultation" id={id} />
                <Versions consultation={consultation} />
                <DraftList consultation={consultation} onSay={say} />
                <ScannedVoice scene={scene} />
              </>
            );
          if (part === 'why') return <Why consultation={consultation} />;
          return (
            <>
              <Mine consultation={consultation} />
              {about && (
                <View className="line between wrap mt2">
                  <View className="note">只看「{about.label}」的</View>
                  <Button look="plain" small onPress={() => setAbout(undefined)}>
                    看全部
                  </Button>
                </View>
              )}
              <CommentList
                consultationId={id}
                isOpen={consultation.state === 'open'}
                filter={about && filterOf(about)}
                ensureLogin={login.ensure}
                empty={{ title: '还没有公开的意见', detail: consultation.displayText }}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface PartsProps {
  consultation: ConsultationDetail;
  part: Part;
  onChange: (part: Part) => void;
}

function Parts({ consultation, part, onChange }: PartsProps) {
  const { itemCount, draftKind, publicCommentCount } = consultation;
  return (
    <Tabs<Part>
      label="看哪一部分"
      items={[
        { value: 'draft', label: `草案 ${itemCount} ${draftKind === 'entries' ? '项' : '条'}` },
        { value: 'why', label: '为什么改' },
        { value: 'comments', label: publicCommentCount > 0 ? `大家说 ${publicCommentCount}` : '大家说' },
      ]}
      value={part}
      onChange={onChange}
    />
  );
}

function Bar({ consultation, onSay }: { consultation: ConsultationDetail; onSay: (place: Place) => void }) {
  const { id, state } = consultation;
  if (state === 'open') return <SayBar consultationId={id} onSay={onSay} />;
  return (
    <Button look="filled" wide icon="list" onPress={() => void open('outcome', { id })}>
      看意见的下落
    </Button>
  );
}

function Mine({ consultation: { id, mine = 0 } }: { consultation: ConsultationDetail }) {
  if (mine === 0) return null;
  return (
    <Card className="tight mt3">
      <Row
        icon="person"
        title={`你说过 ${mine} 条`}
        detail="看它们到哪一步了"
        onPress={() => void open('myComments', { consultation: id })}
      />
    </Card>
  );
}

/** The draft was changed while people were asked: where one sees what and why. */
function Versions({ consultation: { id, draftVersion } }: { consultation: ConsultationDetail }) {
  if (draftVersion === 1) return null;
  return (
    <Card className="tight mt3">
      <Row
        icon="file"
        title={`这是第 ${draftVersion} 稿`}
        detail="看改了什么、为什么改"
        onPress={() => void open('versions', { id })}
      />
    </Card>
  );
}

/** Background, basis, papers, whom to ask. */
function Why({ consultation }: { consultation: ConsultationDetail }) {
  const { background, kindLabel, basis, shortenReason, attachments, contact, ways, displayText } = consultation;
  return (
    <View className="mt3">
      <Blocks blocks={background} />
      {attachments.length > 0 && (
        <Section title="附件">
          {attachments.map(({ id, name, size }) => (
            <FileRow key={id} id={id} name={name} size={size} />
          ))}
        </Section>
      )}
      <Card className="tight rows mt3">
        <Row title={kindLabel} detail={basis} />
        {shortenReason && <Row title="为什么时间短一些" detail={shortenReason} />}
        <Row title="找谁问" detail={contact} />
      </Card>
      {ways.length > 0 && (
        <Section title="还可以这样提意见" note="和在这里说的一样算数">
          <Card className="tight rows">
            {ways.map(({ kind, detail }) => (
              <Row key={`${kind}${detail}`} title={wayWords[kind]} detail={detail} />
            ))}
          </Card>
        </Section>
      )}
      <NoticeBar className="mt3">{displayText}</NoticeBar>
    </View>
  );
}
