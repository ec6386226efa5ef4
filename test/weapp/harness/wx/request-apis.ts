import { randomBytes } from 'node:crypto';
import { NetworkFailure, type HttpAnswer } from '../network';
import type { Data, Host } from '../types';
import { asyncApi, tell, text } from './api';

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const DEFAULT_TIMEOUT_MS = 60_000;

/** wx.request, uploadFile, downloadFile and the state of the network. */
export function requestApis(host: Host): Data {
  const { network } = host;
  const type = () => ({ networkType: network.isConnected ? network.kind : 'none' });
  const byListener = new Map<unknown, (connected: boolean) => void>();
  return {
    request: (options: Data) => request(host, options),
    uploadFile: (options: Data) => upload(host, options),
    downloadFile: (options: Data) => download(host, options),
    getNetworkType: asyncApi(host, 'getNetworkType', type),
    onNetworkStatusChange: (listener: (state: unknown) => void) => {
      const relay = (isConnected: boolean) =>
        void host.sandbox.guard(() => listener(host.sandbox.revive({ isConnected, ...type() })));
      byListener.set(listener, relay);
      network.onChange(relay);
    },
    offNetworkStatusChange: (listener?: unknown) => network.offChange(byListener.get(listener)),
  };
}

interface Sending {
  name: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** Sends and calls back; returns the task object that WeChat returns. */
function send(host: Host, options: Data, sending: Sending, read: (answer: HttpAnswer) => unknown): Data {
  const { name, ...call } = sending;
  host.calls.push({ name, options });
  const timeoutMs = typeof options.timeout === 'number' ? options.timeout : DEFAULT_TIMEOUT_MS;
  const { answer, abort } = host.network.send({ ...call, timeoutMs });
  void answer.then(
    value => tell(host, options, 'success', read(value)),
    (error: unknown) => {
      const failure = error instanceof NetworkFailure ? { errno: error.errno } : {};
      tell(
        host,
        options,
        'fail',
        host.sandbox.revive({ errMsg: `${name}:fail ${(error as Error).message}`, ...failure }),
      );
    },
  );
  const ignore = () => undefined;
  return {
    abort,
    onHeadersReceived: ignore,
    offHeadersReceived: ignore,
    onChunkReceived: ignore,
    offChunkReceived: ignore,
    onProgressUpdate: ignore,
    offProgressUpdate: ignore,
  };
}

function request(host: Host, options: Data): unknown {
  const method = text(options.method || 'GET').toUpperCase();
  if (!METHODS.includes(method)) {
    tell(host, options, 'fail', host.sandbox.revive({ errMsg: `request:fail method is invalid: ${method}` }));
    return {};
  }
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [key, value] of Object.entries((options.header ?? {}) as Data)) headers[key.toLowerCase()] = String(value);
  const inQuery = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  const body = inQuery ? undefined : encode(options.data, headers['content-type'] ?? '');
  if (body) headers['content-length'] = String(body.byteLength);
  const url = inQuery ? withQuery(text(options.url), options.data) : text(options.url);
  return send(host, options, { name: 'request', url, method, headers, body }, answer => {
    const { revive, buffer } = bound(host);
    const result = revive({
      errMsg: 'request:ok',
      statusCode: answer.status,
      header: answer.headers,
      cookies: answer.cookies,
    }) as Data;
    if (options.responseType === 'arraybuffer') result.data = buffer(answer.body);
    else
      result.data =
        options.dataType === undefined || options.dataType === 'json'
          ? revive(parseOrText(answer.body))
          : answer.body.toString('utf8');
    return result;
  });
}

const bound = ({ sandbox }: Host) => ({
  revive: (value: unknown) => sandbox.revive(value),
  buffer: (bytes: Uint8Array) => sandbox.buffer(bytes),
});

function encode(data: unknown, contentType: string): Buffer | undefined {
  if (data === undefined || data === null) return undefined;
  if (typeof data === 'string') return Buffer.from(data);
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]')
    return Buffer.from(new Uint8Array(data as ArrayBuffer));
  if (contentType.includes('x-www-form-urlencoded'))
    return Buffer.from(new URLSearchParams(data as Record<string, string>).toString());
  return Buffer.from(JSON.stringify(data));
}

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return url;
  const query = Object.entries(data).map(
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
  );
  return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
}

function parseOrText(body: Buffer): unknown {
  const content = body.toString('utf8');
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return content;
  }
}

/** What a picker of the phone gave out, or the app keeps in its own folder (see file-apis). */
function fileAt(host: Host, at: string): { name: string; bytes: Uint8Array } | undefined {
  const own = host.storage.files.get(at);
  if (own !== undefined) return { name: at.slice(at.lastIndexOf('/') + 1), bytes: Buffer.from(own, 'latin1') };
  return host.files.find(({ path }) => path === at);
}

/** One file a call, as multipart/form-data. */
function upload(host: Host, options: Data): unknown {
  const file = fileAt(host, text(options.filePath));
  if (!file) {
    tell(
      host,
      options,
      'fail',
      host.sandbox.revive({ errMsg: `uploadFile:fail file not found: ${text(options.filePath)}` }),
    );
    return {};
  }
  const boundary = `----bandeng${randomBytes(12).toString('hex')}`;
  const part = (head: string, content: Uint8Array | string) => [
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`,
    content,
    '\r\n',
  ];
  const fields = Object.entries((options.formData ?? {}) as Data).flatMap(([name, value]) =>
    part(`name="${name}"`, String(value)),
  );
  const content = part(
    `name="${text(options.name)}"; filename="${file.name}"\r\nContent-Type: application/octet-stream`,
    file.bytes,
  );
  const body = Buffer.concat([...fields, ...content, `--${boundary}--\r\n`].map(piece => Buffer.from(piece as string)));
  const headers: Record<string, string> = {};
  for (const [key, value] of Object.entries((options.header ?? {}) as Data)) headers[key.toLowerCase()] = String(value);
  headers['content-type'] = `multipart/form-data; boundary=${boundary}`;
  headers['content-length'] = String(body.byteLength);
  const sending = { name: 'uploadFile', url: text(options.url), method: 'POST', headers, body };
  return send(host, options, sending, answer =>
    host.sandbox.revive({ errMsg: 'uploadFile:ok', statusCode: answer.status, data: answer.body.toString('utf8') }),
  );
}

function download(host: Host, options: Data): unknown {
  const headers: Record<string, string> = {};
  for (const [key, value] of Object.entries((options.header ?? {}) as Data)) headers[key.toLowerCase()] = String(value);
  return send(host, options, { name: 'downloadFile', url: text(options.url), method: 'GET', headers }, answer => {
    const name = `download-${host.files.length + 1}`;
    const path = `wxfile://tmp/${name}`;
    host.files.push({ path, name, bytes: answer.body });
    return host.sandbox.revive({
      errMsg: 'downloadFile:ok',
      statusCode: answer.status,
      tempFilePath: path,
      header: answer.headers,
    });
  });
}
