import { setPreferences, usePreferences } from '@/lib/preferences';
import { Card } from '@/ui/card';
import { Choice, Switch } from '@/ui/choice';
import { Page } from '@/ui/page';
import { Heading } from '@/ui/text';

/** How this phone shows things. */
export default function MinePage() {
  const { elder, typeSize, dark } = usePreferences();
  return (
    <Page
      tab="mine"
      lead={
        <Heading level={1} className="nav-title big">
          我的
        </Heading>
      }
    >
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
    </Page>
  );
}
