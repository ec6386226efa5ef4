import { openZip } from '../../../apps/server/src/platform/zip';
import fs from 'node:fs';
import type { Download, Locator } from 'playwright-core';
import { drawnLines, type TestClient } from '@bandeng/test-kit';
import type { Desk } from './desk';

/** A button of two signs is drawn with a space between them. */
const named = (name: string) => new RegExp(`^${[...name].join('\\s?')}$`);

/** A day in a picker, as one types it. */
async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  // Enter would send the form.
  await field.press('Tab');
}

/** What the cases of a request are worked with at a desk. */
export function caseDesk({ page, open }: Desk, id: string) {
  const dialog = () => page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await dialog().getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).click();
  };
  return {
    /** Opens the request, fills the form of one act, sends it and waits until the form is gone. */
    async act(name: string, submit: string, fill: (form: Form) => Promise<void>): Promise<void> {
      await open(`/information-requests/${id}`);
      await page.getByRole('button', { name: named(name) }).click();
      await fill({
        type: (label, text) => dialog().getByLabel(label).fill(text),
        day: (label, day) => typeDay(dialog().getByLabel(label), day),
        pick: name => dialog().getByText(name, { exact: true }).click(),
        choose,
      });
      await dialog()
        .getByRole('button', { name: named(submit) })
        .click();
      await dialog().waitFor({ state: 'detached' });
    },
    /** Answers the five steps by the beginning of each question, writes the answer and hands it up. */
    async propose(answers: Record<string, string>, text: string, files: readonly RegExp[] = []): Promise<void> {
      await open(`/information-requests/${id}/decide`);
      for (const [question, answer] of Object.entries(answers))
        await page
          .getByRole('group', { name: new RegExp(`^${question}`) })
          .getByText(answer, { exact: true })
          .click();
      await page.getByLabel(/^答复内容/).fill(text);
      for (const file of files) await page.getByRole('checkbox', { name: file }).check();
      await page.getByRole('button', { name: named('报审') }).click();
      await page.getByText('经过', { exact: true }).waitFor();
    },
    async sign(name: '法律审核' | '批准答复', note: string): Promise<void> {
      await this.act(name, '签', form => form.type(/怎么看的|要说的话/, note));
    },
    /** Makes a letter final: what the record does not know is typed. */
    async makeLetter(client: TestClient, code: string, facts: Record<string, string> = {}): Promise<void> {
      const { due } = await client.call('staff.letters.list', { params: { id }, query: {} });
      const { key } = due.find(letter => letter.key.startsWith(`${code}@`))!;
      const { fields } = await client.call('staff.letters.draft', { params: { id }, body: { key } });
      await open(`/information-requests/${id}/letters/${encodeURIComponent(key)}`);
      for (const [fact, value] of Object.entries(facts)) {
        const { label } = fields.find(field => field.fact === fact)!;
        await page.getByLabel(new RegExp(`^${label}`)).fill(value);
      }
      await page.getByRole('button', { name: /^定稿/ }).click();
      await page.getByText('核验码').first().waitFor();
    },
    /** The words of a letter's two files, as they were downloaded. */
    async letterFiles(kind: string): Promise<{ docx: string; pdf: string }> {
      const download = async (format: string) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `下载${kind}：${format}` }).click(),
        ]);
        return bytesOf(file);
      };
      return { docx: wordsOfDocx(await download('Word')), pdf: drawnLines(await download('PDF（未盖章）')).join('') };
    },
    /** The sealed scan takes the file's place, and it is delivered in the mini-program. */
    async sealAndDeliver(kind: string, day: string): Promise<void> {
      const row = page.locator('.letter-row', { has: page.getByText(kind, { exact: true }) });
      // Any PDF is a scan: who looks at it sees whether the seal is on it.
      const buffer = await page.pdf();
      await row.getByLabel(/交盖章的扫描件/).setInputFiles({ name: '盖章.pdf', mimeType: 'application/pdf', buffer });
      await row.getByRole('button', { name: named('送达') }).click();
      await typeDay(dialog().getByLabel(/^哪一天送到的/), day);
      await dialog()
        .getByRole('button', { name: named('送达') })
        .click();
      await row.getByText('已送达', { exact: true }).waitFor();
    },
  };
}

interface Form {
  type(label: string | RegExp, text: string): Promise<void>;
  day(label: string | RegExp, day: string): Promise<void>;
  /** One of a group, by its words. */
  pick(name: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
}

const bytesOf = async (file: Download): Promise<Buffer> => fs.readFileSync(await file.path());

const DOCX = { entries: 50, entryBytes: 1_000_000, totalBytes: 4_000_000, ratio: 200 };
const wordsOfDocx = (bytes: Buffer): string =>
  openZip(bytes, DOCX)
    .read('word/document.xml')!
    .toString('utf8')
    .replace(/<[^>]+>/g, '');
