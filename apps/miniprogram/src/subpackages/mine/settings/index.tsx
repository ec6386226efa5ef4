import { isWeapp } from '@/lib/env';
import { open } from '@/lib/navigation';
import { setPreferences, usePreferences } from '@/lib/preferences';
import { openPrivacyContract } from '@/lib/privacy';
import { Card, Row, Section } from '@/ui/card';
import { Choice, Switch } from '@/ui/choice';
import { Page } from '@/ui/page';

const privacy = [
  ['看公开的，不用登录', '不登录，我们不知道你是谁'],
  ['只记办事要用的', '提意见记微信号；申请信息按法律要写姓名和证件，都加密保存'],
  ['公开时不露名字', '提意见可以不显示名字；手机号、证件号自动遮住'],
  ['草稿在你手机里', '没有送出的内容，我们看不到'],
  ['随时能拿走、能注销', '到「我的账号」里导出，或者注销'],
] as const;

/** How this phone shows things, and what is known of its owner. */
export default function SettingsPage() {
  const { area, elder, typeSize, dark } = usePreferences();
  return (
    <Page title="设置" isTitleHeading>
      <Card className="mt3 tight">
        <Switch
          label="长辈版"
          detail="字大、选择少、能念出来"
          checked={elder}
          onChange={checked => setPreferences({ elder: checked })}
        />
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
        <Choice
          label="深色"
          options={[
            { value: 'auto', label: '跟着手机' },
            { value: 'on', label: '一直深色' },
            { value: 'off', label: '一直浅色' },
          ]}
          value={dark}
          onChange={value => setPreferences({ dark: value })}
        />
      </Card>
      <Section title="隐私">
        <Card className="tight rows">
          {privacy.map(([title, detail]) => (
            <Row key={title} title={title} detail={detail} />
          ))}
          {isWeapp && <Row title="微信的隐私保护指引" onPress={openPrivacyContract} />}
        </Card>
      </Section>
      <Section title="别的">
        <Card className="tight rows">
          <Row icon="pin" title="我的社区" value={area?.name ?? '没有选'} onPress={() => void open('areas')} />
          <Row icon="bell" title="订阅" onPress={() => void open('subscriptions')} />
          <Row
            icon="person"
            title="我的账号"
            detail="称呼、手机号、导出、退出、注销"
            onPress={() => void open('account')}
          />
        </Card>
      </Section>
    </Page>
  );
}
