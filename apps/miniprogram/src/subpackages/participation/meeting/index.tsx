import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { sayDate, sayExactly } from '@bandeng/rules';
import { useLogin } from '@/features/identity/use-login';
import { MatterLink } from '@/features/matters/matter-link';
import { meeting as meetingQuery } from '@/features/meetings/api';
import type { Meeting } from '@/features/meetings/api';
import { DrawCard } from '@/features/meetings/draw-card';
import { OwnSignUpCard } from '@/features/meetings/own-sign-up';
import { SignUpSheet } from '@/features/meetings/sign-up-sheet';
import { kindWords, representsWords, stageWords, whoWords } from '@/features/meetings/words';
import { now } from '@/lib/clock';
import { open, pageUrl } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Blocks, FileRow } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Fact, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Loaded } from '@/ui/states';
import { NoticeBar, Tag } from '@/ui/tag';
import { Facts, Heading } from '@/ui/text';

/** One meeting: what it is about, how to come, who comes, what was said and agreed on. */
export default function MeetingPage() {
  const { id = '' } = usePageParams();
  const query = useQuery(meetingQuery(id));
  const login = useLogin('报名要登录，好让答复送到你手里');
  const [isSigning, setSigning] = useState(false);
  useShareAppMessage(() => ({ title: query.data?.title ?? '会议', path: pageUrl('meeting', { id }) }));
  const found = query.data;
  const canSign = found?.signUp?.isOpen === true && !found.mine;
  return (
    <Page
      title={found ? kindWords[found.kind] : '会议'}
      bar={
        canSign && (
          <Button look="filled" wide icon="hand" onPress={() => setSigning(true)}>
            我想去
          </Button>
        )
      }
      overlay={
        <>
          {found && canSign && isSigning && (
            <SignUpSheet meeting={found} ensureLogin={login.ensure} onClose={() => setSigning(false)} />
          )}
          {login.sheet}
        </>
      }
    >
      <Loaded query={query} lines={12}>
        {meeting => (
          <>
            <Heading level={1}>{meeting.title}</Heading>
            <Facts className="note mt1">
              {meeting.unit.name}
              {stageWords(meeting)}
            </Facts>
            {meeting.cancelReason && (
              <NoticeBar tone="danger" icon="alert" className="mt3">
                会议取消了：{meeting.cancelReason}
              </NoticeBar>
            )}
            {meeting.mine && (
              <OwnSignUpCard
                signUp={meeting.mine}
                startsAt={meeting.startsAt}
                canWithdraw={meeting.abilities?.withdraw === true}
              />
            )}
            <Outcome meeting={meeting} />
            <About meeting={meeting} />
            {meeting.participants && <Participants meeting={meeting} />}
            {meeting.notChosen !== null && (
              <View className="card">{`报了名的人，会前没有${meeting.signUp?.selection === 'draw' ? '抽签' : '答复'}：${meeting.notChosen}`}</View>
            )}
            <MatterLink kind="meeting" id={id} />
            {meeting.drawnAt && <DrawCard meetingId={id} mine={meeting.mine?.id} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ meeting }: { meeting: Meeting }) {
  const { topic, startsAt, place, agenda, materials, consultation, signUp } = meeting;
  return (
    <>
      <Section title="谈什么">
        <View className="pre-line">{topic}</View>
      </Section>
      <Card className="mt3">
        <Fact name="什么时候" first>
          {sayExactly(startsAt)}
        </Fact>
        <Fact name="在哪里">{place}</Fact>
        <Fact name="谁能来">{whoWords(meeting)}</Fact>
        {signUp && <Fact name="报名到">{sayExactly(signUp.closesAt)}</Fact>}
      </Card>
      <Section title="议程">
        <View className="card">
          {agenda.map((item, at) => (
            <View key={item} className={at === 0 ? '' : 'mt1'}>
              {at + 1}. {item}
            </View>
          ))}
        </View>
      </Section>
      {materials.length > 0 && (
        <Section title="材料">
          {materials.map(({ id, name, size }) => (
            <FileRow key={id} id={id} name={name} size={size} />
          ))}
        </Section>
      )}
      {consultation && (
        <Card className="tight mt3">
          <Row
            icon="bench"
            title={consultation.name}
            detail="这次会议为这次征集而开"
            onPress={() => void open('consultation', { id: consultation.id })}
          />
        </Card>
      )}
    </>
  );
}

function Participants({ meeting: { participants, participantsAt, attendedCount } }: { meeting: Meeting }) {
  return (
    <Section
      title={`参加的人 ${participants?.length ?? 0}`}
      note={attendedCount === null ? `${sayDate(participantsAt ?? '', now())}公布` : `到了 ${attendedCount} 人`}
    >
      <View className="card" role="list">
        {participants?.map(({ name, represents }, at) => (
          <View key={`${name}${at}`} role="listitem" className={`line between ${at === 0 ? '' : 'mt1'}`}>
            <View>{name}</View>
            <View className="note">{representsWords[represents]}</View>
          </View>
        ))}
      </View>
    </Section>
  );
}

const readerWords = { public: '', participants: '记录给参加的人看', unit: '记录由单位存着' } as const;

/** What came of it: what was agreed on first, then what was said. */
function Outcome({ meeting: { resolutions, minutes, minutesReaders } }: { meeting: Meeting }) {
  return (
    <>
      {resolutions.length > 0 && (
        <Section title="定下的事">
          {resolutions.map(({ id, text, unit, dueOn, doneAt, word }) => (
            <View key={id} className="card mt2">
              <View className="pre-line">{text}</View>
              <Facts className="note mt1">
                {unit.name}
                {`${sayDate(dueOn, now())}前办完`}
              </Facts>
              <View className="mt1">
                <Tag tone={doneAt ? 'ok' : 'wood'} icon={doneAt ? 'check' : 'clock'}>
                  {doneAt ? '办完了' : '在办'}
                </Tag>
              </View>
              {word && <View className="pre-line mt1">{word}</View>}
            </View>
          ))}
        </Section>
      )}
      {minutes && (
        <Section title="会议记录">
          <Blocks blocks={minutes} />
        </Section>
      )}
      {!minutes && minutesReaders && (
        <NoticeBar icon="lock" className="mt3">
          {readerWords[minutesReaders]}
        </NoticeBar>
      )}
    </>
  );
}
