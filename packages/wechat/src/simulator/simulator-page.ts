import { createHash } from 'node:crypto';
import type { SentMessage } from './subscriptions';

const STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; margin: 24px auto; max-width: 760px; padding: 0 16px; color: #1c1c1c; }
article { border: 1px solid #c9c9c9; border-radius: 8px; padding: 12px 16px; margin: 16px 0; }
h2 { font-size: 17px; margin: 0 0 8px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; }
dt { color: #595959; }
dd { margin: 0; overflow-wrap: anywhere; }
`;

/** Content-Security-Policy for the page: its one style by hash, and nothing else. */
export const SIMULATOR_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(STYLE)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const SHANGHAI_TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

/** A page of what was sent to whom, in the order given. Holds no script; every value is escaped. */
export function renderSimulatorPage(sent: readonly SentMessage[]): string {
  const messages = sent.length === 0 ? '<p>还没有发出任何订阅消息。</p>' : sent.map(renderMessage).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>微信模拟器：已发送的消息</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>微信模拟器：已发送的消息</h1>
<p>演示模式下，订阅消息不会发给真实用户，只在这里列出，最新的在前。</p>
${messages}
</main>
</body>
</html>
`;
}

function renderMessage(message: SentMessage): string {
  const rows: [string, string][] = [
    ['时间', SHANGHAI_TIME.format(new Date(message.at))],
    ['模板', message.templateId],
    ['页面', message.page ?? '（首页）'],
    ...Object.entries(message.data),
    ['消息编号', message.messageId],
  ];
  const list = rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  return `<article><h2>发给 ${escapeHtml(message.openid)}</h2><dl>${list}</dl></article>`;
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => HTML_ENTITIES[character] ?? '');
}
