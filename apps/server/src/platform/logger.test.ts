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

  it.each([
    ['at the top', (phone: string) => ({ phone })],
    ['in an object of any name', (phone: string) => ({ whoever: { phone } })],
    ['two, three and four down', (phone: string) => ({ a: { b: { phone, c: { phone, d: { phone } } } } })],
    ['in a list', (phone: string) => ({ people: [{ phone }, { deeper: { phone } }] })],
    [
      'under the names WeChat uses',
      (phone: string) => ({ answer: { session_key: phone, phone_info: { phoneNumber: phone } } }),
    ],
  ])('personal data: %s -> redacted', (_, make) => {
    const line = linesOf(logger => logger.warn({ ...make('19900000001'), kept: 'visible' }, 'said'));
    expect(line).not.toContain('19900000001');
    expect(JSON.parse(line)).toMatchObject({ kept: 'visible', msg: 'said' });
  });

  it('error of the database: -> class, code and place, not the values its message repeats', () => {
    const error = Object.assign(new Error('E11000 dup key: { phone: "19900000001" }'), {
      name: 'MongoServerError',
      code: 11000,
    });
    const line = linesOf(logger => logger.error({ err: new Error('could not save', { cause: error }) }));
    expect(line).not.toContain('19900000001');
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'Error', message: 'could not save', cause: { type: 'MongoServerError', errorCode: 11000 } },
    });
    expect(line).toContain('logger.test.ts');
  });
});
