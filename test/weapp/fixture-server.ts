import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server for the harness' own tests: two items, comments that get an id, login codes of the simulator. */
export async function startFixtureServer() {
  const comments: string[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answer(`${request.method} ${request.url}`, body, comments)));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

function answer(call: string, body: string, comments: string[]): unknown {
  if (call === 'GET /items') {
    return [
      { id: 'a1', name: '低保公示', kind: '公告' },
      { id: 'b2', name: '道路修缮', kind: '计划' },
    ];
  }
  if (call === 'POST /comments') return { id: `c${comments.push((JSON.parse(body) as { body: string }).body)}` };
  if (call === 'POST /wechat-simulator/login-codes')
    return { code: `code-of-${(JSON.parse(body) as { openid: string }).openid}` };
  return { error: call };
}
