import { describeInBrowser } from '../support/browser';
import { axeViolations } from './support/checks';
import { openPhone, type Phone } from './support/phone';
import { idsOf, type Ids } from './support/views';
import { setStage } from './support/stage';

/** A recognizer that hears what the test says: `window.say(text)`, or `window.say(undefined, error)`. Runs in the page. */
function installRecognizer() {
  class Recognizer {
    onresult: (event: object) => void = () => undefined;
    onerror: (event: object) => void = () => undefined;
    onend: () => void = () => undefined;
    start() {
      Object.assign(window, {
        say: (transcript: string | undefined, error?: string) => {
          if (transcript !== undefined)
            this.onresult({ resultIndex: 0, results: [{ 0: { transcript }, isFinal: true }] });
          if (error !== undefined) this.onerror({ error });
          this.onend();
        },
      });
    }
    stop() {
      this.onend();
    }
    abort() {}
  }
  Object.assign(window, { SpeechRecognition: Recognizer });
}

/** UI.md 13: 说着写 on long fields where the platform has it. */
describeInBrowser('voice input', () => {
  const stage = setStage();
  let phone: Phone;
  let ids: Ids;

  beforeAll(async () => {
    ids = await idsOf(stage.district);
  });
  beforeEach(async () => {
    phone = await openPhone(stage.browser, stage.district.app.origin);
  });
  afterEach(() => phone.close());

  const say = (text: string | undefined, error?: string) =>
    phone.page.evaluate(
      ([words, fault]) => (window as unknown as { say(words?: string, fault?: string): void }).say(words, fault),
      [text, error] as const,
    );

  test('comment: told once who hears it, then said and typed together; kept as a draft', async () => {
    await phone.page.addInitScript(installRecognizer);
    await phone.open('consultation', { id: ids.onEntries });
    await phone.tap('button', '对整个草案说一句');
    await phone.type('你想说什么', '五天来得及');
    await phone.tap('button', '说着写');
    await phone.see(/浏览器自带的语音服务/);
    expect(await axeViolations(phone.page)).toEqual([]);
    await phone.screenshot('voice/who-hears');
    await phone.tap('button', '知道了，开始说');
    await phone.see('在听，请说');
    await say('月底就要用');
    const field = phone.one('textbox', '你想说什么');
    expect(await field.inputValue()).toBe('五天来得及，月底就要用');
    await phone.tap('button', '说着写');
    await phone.see('在听，请说');
    await say(undefined, 'not-allowed');
    await phone.see(/麦克风没有打开/);
    await phone.screenshot('voice/refused');
    await phone.page.waitForFunction(() => localStorage.getItem('bd:drafts')?.includes('五天来得及，月底就要用'));
    expect(phone.faults).toEqual([]);
  });

  test('no recognition in this browser -> no button', async () => {
    await phone.page.addInitScript(() => {
      Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined });
    });
    await phone.open('requestForm');
    expect(await phone.page.getByRole('button', { name: '说着写' }).count()).toBe(0);
  });
});
