import http from 'node:http';
import https from 'node:https';

const AT_ONCE = 10;

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
}

export interface HttpCall {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Buffer;
  timeoutMs: number;
}

/** A failure as wx.request tells it: the text after "request:fail ". */
export class NetworkFailure extends Error {
  constructor(
    message: string,
    readonly errno: number,
  ) {
    super(message);
  }
}

/**
 * The phone's network. It leads the address that was compiled into the build to the server under test, allows no other
 * host (WeChat's list of domains), sends ten requests at once and can be switched off or lose answers.
 */
export class Network {
  private mode: 'online' | 'offline' | 'answers_lost' = 'online';
  private readonly listeners = new Set<(connected: boolean) => void>();
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly open = new Set<http.ClientRequest>();
  /** Every request that left the phone: "GET /api/v1/notices 200", or with "lost". */
  readonly sent: string[] = [];
  /** What the phone says it is on while it is connected. */
  kind: 'wifi' | '5g' = 'wifi';
  /** Milliseconds that every answer takes longer. */
  delayMs = 0;

  constructor(
    private readonly builtOrigin: string,
    private readonly apiOrigin: string,
  ) {}

  get isConnected(): boolean {
    return this.mode !== 'offline';
  }

  /** Whether an answer is waited for. */
  get isBusy(): boolean {
    return this.running > 0;
  }

  goOffline(): void {
    this.switchTo('offline');
  }

  goOnline(): void {
    this.switchTo('online');
  }

  /** Requests reach the server, but the app never hears what it said. */
  loseAnswers(): void {
    this.switchTo('answers_lost');
  }

  onChange(listener: (connected: boolean) => void): void {
    this.listeners.add(listener);
  }

  offChange(listener?: (connected: boolean) => void): void {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  }

  /** Sends a request of the app; `abort` ends it as RequestTask.abort() does. */
  send(call: HttpCall): { answer: Promise<HttpAnswer>; abort(): void } {
    let request: http.ClientRequest | undefined;
    let aborted = false;
    const answer = this.turn(() => {
      if (aborted) throw new NetworkFailure('abort', 600003);
      return this.exchange(call, started => (request = started));
    });
    return {
      answer,
      abort: () => {
        aborted = true;
        request?.destroy(new NetworkFailure('abort', 600003));
      },
    };
  }

  close(): void {
    for (const request of this.open) request.destroy();
  }

  private switchTo(mode: Network['mode']): void {
    const before = this.isConnected;
    this.mode = mode;
    if (mode === 'offline') for (const request of this.open) request.destroy(disconnected());
    if (before !== this.isConnected) for (const listener of this.listeners) listener(this.isConnected);
  }

  private async turn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>(resolve => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async exchange(call: HttpCall, started: (request: http.ClientRequest) => void): Promise<HttpAnswer> {
    const url = new URL(call.url);
    if (url.origin !== this.builtOrigin) throw new NetworkFailure(`url not in domain list: ${url.origin}`, 600002);
    if (!this.isConnected) throw disconnected();
    const answer = await this.exchangeOverHttp(new URL(url.pathname + url.search, this.apiOrigin), call, started);
    const lost = this.mode === 'answers_lost';
    this.sent.push(`${call.method} ${url.pathname} ${lost ? 'lost' : answer.status}`);
    if (this.delayMs) await new Promise(resolve => setTimeout(resolve, this.delayMs));
    if (lost)
      throw new NetworkFailure('errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', 600001);
    return answer;
  }

  private exchangeOverHttp(
    url: URL,
    call: HttpCall,
    started: (request: http.ClientRequest) => void,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const { method, headers } = call;
      const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', error => reject(asFailure(error)));
        response.on('end', () => {
          const cookies = response.headers['set-cookie'] ?? [];
          resolve({
            status: response.statusCode ?? 0,
            headers: asSent(response.rawHeaders),
            cookies,
            body: Buffer.concat(chunks),
          });
        });
      });
      this.open.add(request);
      request.setTimeout(call.timeoutMs, () => request.destroy(new NetworkFailure('timeout', 5)));
      request.once('error', error => reject(asFailure(error)));
      request.once('close', () => this.open.delete(request));
      started(request);
      request.end(call.body);
    });
  }
}

const disconnected = () =>
  new NetworkFailure('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', 600001);

function asFailure(error: Error): NetworkFailure {
  return error instanceof NetworkFailure
    ? error
    : new NetworkFailure(`errcode:-102 error_msg:${error.message}`, 600001);
}

/** Headers with the names as the server wrote them: an app that looks for one spelling only is found out. */
function asSent(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? '';
    headers[name] = headers[name] === undefined ? (raw[i + 1] ?? '') : `${headers[name]},${raw[i + 1]}`;
  }
  return headers;
}
