import Router from '@koa/router';
import { sayWho } from '@bandeng/contracts/api-reference';
import { buildOpenApi } from '@bandeng/contracts/openapi';
import { commonErrors, errors, routes, type ErrorCode, type RouteSpec } from '@bandeng/contracts/routes';
import { sendBytes } from './etag';
import { escapeHtml, htmlPage } from './html';

/** Made from the contract when somebody asks, and kept: few do, and a start need not wait for it. */
let document: Buffer | undefined;
let page: Buffer | undefined;

/** /api/v1/openapi.json and the page for people at /api/docs. */
export function apiDocs(): Router {
  const router = new Router();
  router.get('/api/v1/openapi.json', ctx => {
    ctx.type = 'application/json; charset=utf-8';
    ctx.state.route = '/api/v1/openapi.json';
    document ??= Buffer.from(JSON.stringify(buildOpenApi()));
    sendBytes(ctx, document, true);
  });
  router.get('/api/docs', ctx => {
    ctx.type = 'text/html; charset=utf-8';
    ctx.state.route = '/api/docs';
    page ??= Buffer.from(htmlPage('板凳 API', docsBody()));
    sendBytes(ctx, page, true);
  });
  return router;
}

function docsBody(): string {
  const rows = Object.entries(routes as Record<string, RouteSpec>).map(
    ([name, route]) => `<tr id="${escapeHtml(name)}"><td><code>${route.method} ${escapeHtml(route.path)}</code></td>
<td>${escapeHtml(route.summary)}${paragraphs(route.description)}</td><td>${escapeHtml(sayWho(route.who, role => role))}</td><td>${route.status}</td><td>${codes(route.errors ?? [])}</td></tr>`,
  );
  const errorRows = Object.entries(errors).map(
    ([code, { status, title, detail }]) =>
      `<tr><td><code>${escapeHtml(code)}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(detail)}</td></tr>`,
  );
  return `<p>基础路径 <code>/api/v1</code>。机器可读的描述:<a href="/api/v1/openapi.json">openapi.json</a>。每个调用还可能返回 ${codes(commonErrors)}。</p>
<h2>调用</h2>
<table><thead><tr><th>地址</th><th>做什么</th><th>谁能用</th><th>成功</th><th>特有的错误码</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<h2>错误码</h2>
<table><thead><tr><th>错误码</th><th>状态</th><th>发生了什么</th><th>怎么办</th></tr></thead><tbody>${errorRows.join('\n')}</tbody></table>`;
}

const paragraphs = (text = '') =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map(part => `<p>${escapeHtml(part)}</p>`)
    .join('');
const codes = (list: readonly ErrorCode[]) => list.map(code => `<code>${escapeHtml(code)}</code>`).join(' ');
