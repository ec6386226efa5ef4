import { Writable } from 'node:stream';
import { createLogger } from './logger';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk.toString());
      done();
    },
  });
  write(createLogger({ level: 'info', stream }));
  return chunks.join('');
}

describe('logger', () => {
  it('personal data: wherever it sits -> redacted', () => {
    const line = linesOf(logger =>
      logger.info({
        phone: 'P1',
        headers: { authorization: 'P2', cookie: 'P3' },
        input: { applicant: { name: 'P4', idDocument: { number: 'P5' } } },
        account: { openid: 'P6' },
        payload: { body: 'P7' },
        kept: 'visible',
      }),
    );
    expect(line).not.toMatch(/P[1-7]/);
    expect(line).toContain('visible');
  });
});
