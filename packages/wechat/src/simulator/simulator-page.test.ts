import { createHash } from 'node:crypto';
import { renderSimulatorPage, SIMULATOR_PAGE_POLICY } from './simulator-page';
import type { SentMessage } from './subscriptions';

const message: SentMessage = {
  messageId: '1152921504606846977',
  at: '2026-11-16T02:00:00.000Z',
  openid: 'o-li',
  templateId: 'tpl-answer',
  page: 'pages/notice/index?id=7',
  data: { thing1: '您的意见已答复' },
  state: 'formal',
  lang: 'zh_CN',
};

test('page: a message -> who, when in Shanghai, and what', () => {
  const html = renderSimulatorPage([message]);
  expect(html).toContain('发给 o-li');
  expect(html).toContain('2026年11月16日 10:00:00');
  expect(html).toContain('您的意见已答复');
});

test('page: values full of markup -> escaped everywhere, and no script', () => {
  const evil = `"><script>alert('x')</script>&`;
  const html = renderSimulatorPage([
    { ...message, openid: evil, templateId: evil, page: evil, messageId: evil, data: { [evil]: evil } },
  ]);
  expect(html).not.toContain('<script');
  expect(html.match(/&quot;&gt;&lt;script&gt;alert\(&#39;x&#39;\)&lt;\/script&gt;&amp;/g)).toHaveLength(6);
});

test('page: its policy -> names the hash of the one style on it', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(renderSimulatorPage([]))?.[1] ?? '';
  expect(SIMULATOR_PAGE_POLICY).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
});

test('page: nothing sent -> says so', () => {
  expect(renderSimulatorPage([])).toContain('还没有发出任何订阅消息');
});
