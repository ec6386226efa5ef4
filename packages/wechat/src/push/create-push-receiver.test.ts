import { createHash } from 'node:crypto';
import { createPushReceiver } from './create-push-receiver';
import { PushRefused } from './push-refused';
import * as vectors from './push-vectors.fixture';

const { token, appId, encodingAesKey, timestamp, nonce, signature } = vectors;
const sentAt = new Date(Number(timestamp) * 1000);
const now = () => sentAt;
const signed = { signature, timestamp, nonce };
const plain = createPushReceiver({ token, appId, now });
const secure = createPushReceiver({ token, appId, encodingAesKey, now });

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof PushRefused) return error.reason;
    throw error;
  }
  throw new Error('the push was taken');
}

const openVector = ({ sealed, msgSignature }: vectors.SealedVector, form: 'json' | 'xml') => ({
  query: { ...signed, encrypt_type: 'aes', msg_signature: msgSignature },
  body:
    form === 'json'
      ? JSON.stringify({ ToUserName: 'gh_a', Encrypt: sealed })
      : `<xml><ToUserName><![CDATA[gh_a]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
});

describe('address', () => {
  test('right signature -> the echo string', () => {
    expect(plain.verifyAddress({ ...signed, echostr: '5837' })).toBe('5837');
    expect(secure.verifyAddress({ ...signed, echostr: '5837' })).toBe('5837');
  });

  test.each([
    ['one digit off', { ...signed, signature: signature.replace('9', '8') }],
    ['another nonce', { ...signed, nonce: 'other' }],
    ['missing', { timestamp, nonce }],
    ['given twice', { ...signed, signature: [signature, signature] }],
  ])('signature %s -> bad_signature', (_, query) => {
    expect(refusal(() => plain.verifyAddress({ ...query, echostr: 'x' }))).toBe('bad_signature');
  });

  test.each([
    [300, 'taken'],
    [-300, 'taken'],
    [301, 'outside_window'],
    [-301, 'outside_window'],
  ])('our clock %i seconds off -> %s', (seconds, result) => {
    const receiver = createPushReceiver({ token, appId, now: () => new Date(sentAt.getTime() + seconds * 1000) });
    const open = () => receiver.verifyAddress({ ...signed, echostr: 'x' });
    if (result === 'taken') expect(open()).toBe('x');
    else expect(refusal(open)).toBe(result);
  });

  test('a time in words, well signed -> outside_window', () => {
    const words = createHash('sha1').update([token, 'soon', nonce].sort().join('')).digest('hex');
    expect(refusal(() => plain.verifyAddress({ signature: words, timestamp: 'soon', nonce }))).toBe('outside_window');
  });
});

describe('secure mode, vectors made with openssl', () => {
  test.each(['json', 'xml'] as const)(
    'media verdict in JSON, envelope in %s -> typed event, label from a string',
    form => {
      expect(secure.receive(openVector(vectors.mediaVerdict, form))).toEqual({
        type: 'media_check',
        key: 'media_check:t-1',
        at: new Date('2026-11-21T01:59:59Z'),
        traceId: 't-1',
        errcode: 0,
        verdict: { suggest: 'review', label: 20001 },
      });
    },
  );

  test('sent event in XML -> typed event with every digit of the message number', () => {
    expect(secure.receive(openVector(vectors.sentEvent, 'xml'))).toEqual({
      type: 'subscription_sent',
      key: 'subscription_sent:1864323726461255680',
      at: new Date('2026-11-21T01:59:59Z'),
      openid: 'o-li',
      results: [{ templateId: 'tpl-1', messageId: '1864323726461255680', errorCode: 0, errorStatus: 'success' }],
    });
  });

  test('sealed for another app -> wrong_app', () => {
    expect(refusal(() => secure.receive(openVector(vectors.otherApp, 'json')))).toBe('wrong_app');
  });

  test('right signature but the body exchanged -> bad_signature', () => {
    const swapped = { sealed: vectors.sentEvent.sealed, msgSignature: vectors.mediaVerdict.msgSignature };
    expect(refusal(() => secure.receive(openVector(swapped, 'json')))).toBe('bad_signature');
  });

  test('plain body although a key is set -> not_encrypted', () => {
    const body = '{"CreateTime":1,"MsgType":"event","Event":"x"}';
    expect(refusal(() => secure.receive({ query: signed, body }))).toBe('not_encrypted');
  });

  test('well signed rubbish -> unreadable', () => {
    for (const sealed of ['AAAA', Buffer.alloc(64).toString('base64')]) {
      const msgSignature = createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');
      expect(refusal(() => secure.receive(openVector({ sealed, msgSignature }, 'json')))).toBe('unreadable');
    }
  });
});

describe('plain mode', () => {
  const receive = (body: string) => plain.receive({ query: signed, body });
  const head = { ToUserName: 'gh_a', FromUserName: 'o-li', CreateTime: 1795226399, MsgType: 'event' };

  test('popup with several answers, JSON and XML -> the same event', () => {
    const List = [
      { TemplateId: 'tpl-1', SubscribeStatusString: 'accept', PopupScene: '0' },
      { TemplateId: 'tpl-2', SubscribeStatusString: 'reject', PopupScene: '0' },
    ];
    const xml = `<xml><ToUserName>gh_a</ToUserName><FromUserName>o-li</FromUserName><CreateTime>1795226399</CreateTime>
      <MsgType>event</MsgType><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent>
      <List><TemplateId>tpl-1</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>
      <List><TemplateId>tpl-2</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>
      </SubscribeMsgPopupEvent></xml>`;
    const answers = [
      { templateId: 'tpl-1', status: 'accept' },
      { templateId: 'tpl-2', status: 'reject' },
    ];
    const json = JSON.stringify({ ...head, Event: 'subscribe_msg_popup_event', List });
    expect(receive(json)).toMatchObject({ type: 'subscription_popup', openid: 'o-li', answers });
    expect(receive(xml)).toMatchObject({ type: 'subscription_popup', openid: 'o-li', answers });
  });

  test('change with one answer that is no list -> typed event', () => {
    const List = { TemplateId: 'tpl-1', SubscribeStatusString: 'reject' };
    expect(receive(JSON.stringify({ ...head, Event: 'subscribe_msg_change_event', List }))).toMatchObject({
      type: 'subscription_change',
      answers: [{ templateId: 'tpl-1', status: 'reject' }],
    });
  });

  test('delivered twice with its members in another order -> the same key; a second later -> another', () => {
    const answer = { TemplateId: 'tpl-1', SubscribeStatusString: 'accept' };
    const Event = 'subscribe_msg_popup_event';
    const first = receive(JSON.stringify({ ...head, Event, List: [answer] }));
    const again = receive(JSON.stringify({ List: [answer], Event, ...head }));
    const later = receive(JSON.stringify({ ...head, CreateTime: 1795226400, Event, List: [answer] }));
    expect(again.key).toBe(first.key);
    expect(later.key).not.toBe(first.key);
  });

  test('media that WeChat could not download -> no verdict, errcode -1008', () => {
    const body = JSON.stringify({ ...head, Event: 'wxa_media_check', trace_id: 't-2', errcode: -1008 });
    expect(receive(body)).toMatchObject({ type: 'media_check', errcode: -1008, verdict: null });
  });

  test('a customer message -> other, keyed by its number', () => {
    const body = '{"CreateTime":1795226399,"MsgType":"text","Content":"您好","MsgId":1864323726461255681}';
    expect(receive(body)).toMatchObject({ type: 'other', name: 'text', key: 'message:1864323726461255681' });
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['no time', '{"MsgType":"event","Event":"x"}'],
    ['a verdict without its trace', JSON.stringify({ ...head, Event: 'wxa_media_check', result: { suggest: 'pass' } })],
    ['a verdict that says nothing', JSON.stringify({ ...head, Event: 'wxa_media_check', trace_id: 't', errcode: 0 })],
    ['an answer without a list', JSON.stringify({ ...head, Event: 'subscribe_msg_popup_event' })],
    ['over 256 KB', JSON.stringify({ ...head, Event: 'x', Content: 'x'.repeat(270_000) })],
  ])('%s -> unreadable', (_, body) => {
    expect(refusal(() => receive(body))).toBe('unreadable');
  });

  test('a wrong signature -> refused before the body is looked at', () => {
    expect(refusal(() => plain.receive({ query: { ...signed, nonce: 'x' }, body: '{' }))).toBe('bad_signature');
  });
});

test('options: an empty token or a short key -> TypeError', () => {
  expect(() => createPushReceiver({ token: '', appId })).toThrow(TypeError);
  expect(() => createPushReceiver({ token, appId, encodingAesKey: 'short' })).toThrow(TypeError);
});
