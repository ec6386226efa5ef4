import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { Check, Choice, Switch } from '@/ui/choice';
import { Field, TextArea } from '@/ui/field';
import { Dialog, Sheet } from '@/ui/sheet';
import { Chips, Tabs } from '@/ui/tabs';
import { toast } from '@/ui/toast';
import { Uploader } from '@/ui/uploader';

const forms = [
  { value: 'paper', label: '纸质', detail: '寄到你写的地址' },
  { value: 'electronic', label: '电子文件' },
] as const;

/** What is filled in and chosen. */
export function Forms() {
  const [name, setName] = useState('');
  const [text, setText] = useState('老人等着看补贴到没到账，等一个月太久。');
  const [form, setForm] = useState<'paper' | 'electronic'>('paper');
  const [isHidden, setHidden] = useState(true);
  const [isAgreed, setAgreed] = useState(false);
  const [tab, setTab] = useState<'draft' | 'why'>('draft');
  const [panel, setPanel] = useState<'sheet' | 'dialog'>();
  const close = () => setPanel(undefined);
  return (
    <Section title="填写">
      <Card>
        <Field
          label="姓名"
          value={name}
          onChange={setName}
          placeholder="和身份证上一样"
          error={name ? undefined : '请填写姓名'}
        />
        <TextArea label="为什么" hint="可以不写" value={text} onChange={setText} />
        <Choice label="怎么给你" options={forms} value={form} onChange={setForm} />
        <Switch label="不显示名字" detail="公开时写「槐影社区居民」" checked={isHidden} onChange={setHidden} />
        <Check label="上面写的都是真的" checked={isAgreed} onChange={setAgreed} />
        <Uploader
          label="证明材料"
          max={3}
          items={[
            { path: 'a', name: '身份证.jpg', isImage: false, state: 'sent' },
            { path: 'b', name: '委托书.pdf', isImage: false, state: 'failed' },
          ]}
          onAdd={() => undefined}
          onRemove={() => undefined}
          onRetry={() => undefined}
        />
      </Card>
      <View className="mt2">
        <Tabs
          label="看哪一部分"
          items={[
            { value: 'draft', label: '草案', count: 38 },
            { value: 'why', label: '为什么改' },
          ]}
          value={tab}
          onChange={setTab}
        />
        <Chips
          label="筛选"
          items={[
            { value: 'draft', label: '有改动', count: 9 },
            { value: 'why', label: '说得多的' },
          ]}
          value={tab}
          onChange={setTab}
        />
      </View>
      <View className="line wrap mt2">
        <Button onPress={() => setPanel('sheet')}>从下面打开</Button>
        <Button onPress={() => setPanel('dialog')}>问一句</Button>
        <Button onPress={() => toast('草稿存好了')}>说一声</Button>
      </View>
      <Sheet
        open={panel === 'sheet'}
        title="对「公开时限」提意见"
        note="老年人助餐补贴发放结果"
        onClose={close}
        foot={
          <Button look="filled" block onPress={close}>
            送出我的意见
          </Button>
        }
      >
        <TextArea label="为什么" value={text} onChange={setText} />
      </Sheet>
      <Dialog
        open={panel === 'dialog'}
        title="撤回这条意见？"
        confirm={{ text: '撤回', onPress: close, danger: true }}
        onClose={close}
      >
        撤回以后不能再改，可以重新提一条。
      </Dialog>
    </Section>
  );
}
