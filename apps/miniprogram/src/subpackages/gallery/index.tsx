import { View } from '@tarojs/components';
import { setPreferences, usePreferences } from '@/lib/preferences';
import { Account } from '@/ui/account';
import { Bench } from '@/ui/bench';
import { Blocks } from '@/ui/blocks';
import { Button } from '@/ui/button';
import { Card, Fact, Row, Section } from '@/ui/card';
import { Choice, Switch } from '@/ui/choice';
import { DayCalendar } from '@/ui/day-calendar';
import { DaysBar } from '@/ui/days-bar';
import { Icon, iconNames } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Empty, ErrorState, Skeleton } from '@/ui/states';
import { NoticeBar, Tag } from '@/ui/tag';
import { Steps, Timeline } from '@/ui/timeline';
import { Forms } from './forms';
import { body, calendar, ledger, timeline } from './samples';

/** Every component on one page. Not in any menu; opened by its address. */
export default function GalleryPage() {
  const { elder, dark, typeSize } = usePreferences();
  return (
    <Page title="组件" isTitleHeading>
      <Card className="mt2 tight">
        <Switch label="长辈版" checked={elder} onChange={checked => setPreferences({ elder: checked })} />
        <Switch label="深色" checked={dark === 'on'} onChange={on => setPreferences({ dark: on ? 'on' : 'off' })} />
        <Choice
          label="字的大小"
          options={[
            { value: 'standard', label: '标准' },
            { value: 'large', label: '大' },
            { value: 'huge', label: '特大' },
          ]}
          value={typeSize}
          onChange={value => setPreferences({ typeSize: value })}
        />
      </Card>
      <Section title="按钮">
        <View className="line wrap">
          <Button look="filled">送出</Button>
          <Button>看 12 条</Button>
          <Button look="quiet">先不</Button>
          <Button look="plain" icon="mic">
            说着写
          </Button>
          <Button busy>正在送</Button>
          <Button disabledBecause="先写几个字">送出</Button>
        </View>
      </Section>
      <Forms />
      <Section title="提示和标签">
        <View className="line wrap">
          <Tag>结果</Tag>
          <Tag tone="brand">解读</Tag>
          <Tag tone="wood">公示 第 3/7 天</Tag>
          <Tag tone="danger" icon="alert">
            逾期
          </Tag>
          <Tag tone="ok" icon="check">
            已公开
          </Tag>
        </View>
        <NoticeBar tone="brand" icon="hand" className="mt2">
          点任何一行，就对那一行提意见
        </NoticeBar>
        <NoticeBar tone="wood" className="mt1">
          还有 2 天就截止了
        </NoticeBar>
        <NoticeBar tone="danger" icon="alert" className="mt1">
          这一条没有送到
        </NoticeBar>
      </Section>
      <Section title="板凳">
        <Card>
          <Bench day={21} days={30} comments={86} seat="free" />
          <Bench day={21} days={30} comments={2} seat="taken" />
          <Bench day={30} days={30} comments={86} seat="none" />
        </Card>
      </Section>
      <Section title="日子">
        <Card>
          <DaysBar from="2026-10-12" days={7} day={3} label="公示第 3 天，共 7 天" />
        </Card>
        <Card className="mt2">
          <DayCalendar days={calendar} label="为什么是9月30日" />
        </Card>
      </Section>
      <Section title="账">
        <Account rows={ledger} total={42} totalLabel="收到" balanced selected="adopted" onSelect={() => undefined} />
      </Section>
      <Section title="步骤和经过">
        <Steps steps={['说要什么', '怎么给你', '核对送出']} current={1} />
        <View className="mt2">
          <Timeline items={timeline} label="办到哪了" />
        </View>
      </Section>
      <Section title="行" more={{ text: '全部', onPress: () => undefined }}>
        <Card className="tight rows">
          <Row icon="pin" title="社区服务站" detail="柳荫路 3 号" value="1.2 公里" onPress={() => undefined} />
          <Row title="区民政局" detail="上午 9 点到 12 点" />
        </Card>
        <Card className="mt2 tight">
          <Fact name="谁公开" first>
            区民政局
          </Fact>
          <Fact name="何时公开">每月结束后 5 个工作日内</Fact>
        </Card>
      </Section>
      <Section title="正文">
        <Blocks blocks={body} />
      </Section>
      <Section title="列表的样子">
        <Skeleton lines={3} />
        <Empty title="这里还没有" detail="换个社区看看" action={{ text: '换社区', onPress: () => undefined }} />
        <ErrorState error={new Error('sample')} onRetry={() => undefined} />
      </Section>
      <Section title="图标">
        <View className="line wrap">
          {iconNames.map(name => (
            <Icon key={name} name={name} />
          ))}
        </View>
      </Section>
    </Page>
  );
}
