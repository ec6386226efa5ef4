import { randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { putDistrict, uploadFile } from '../../fixtures/district';
import { writePdf } from '../../platform/pdf';
import { problemOf, startTestServer, type TestServer } from '../../testing';
import { newRequest } from './information-requests.fixtures';

// Each test starts a server and several people, and draws pages: on a busy machine that takes longer than five seconds.
jest.setTimeout(60_000);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const UNIT = { unitId: 'district-office' };
const SECRET = 'Contact: Shi Lan 19900000001';

/** Two pages; a name at the top of the first, in its properties and in a note as well. */
function paper(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 0, info: { Title: SECRET } });
  document.fontSize(20).text(SECRET, 60, 60).text('Total 420000', 60, 400);
  document.note(60, 60, 100, 20, SECRET);
  document.addPage().fontSize(20).text('Second page', 60, 60);
  document.end();
  return buffer(document as unknown as NodeJS.ReadableStream);
}

async function registered() {
  const resident = await server.asResident('o-applicant');
  const { id } = await resident.call('informationRequests.create', { body: newRequest() });
  const desk = await server.asStaff('officer', UNIT);
  const params = { id };
  await desk.call('staff.informationRequests.register', { params });
  const upload = async (bytes: Buffer, name = '报价单.pdf') => (await uploadFile(desk, bytes, { name })).body.id;
  const add = (fileId: string) => desk.call('staff.informationRequests.addPaper', { params, body: { fileId } });
  return { id, params, resident, desk, upload, add };
}

const BOX = { page: 1, x: 0.08, y: 0.06, width: 0.7, height: 0.05, ground: 'denied_third_party' as const };
const bytesOf = async (client: { fetch(path: string): Promise<Response> }, fileId: string) =>
  Buffer.from(await (await client.fetch(`/api/v1/files/${fileId}`)).arrayBuffer());

/** What another reader of PDFs finds in a file. */
const textOf = async (fileId: string): Promise<string> => {
  const reader = await server.asStaff(['officer', 'editor'], UNIT);
  return ((await reader.call('staff.documents.import', { body: { fileId } })).text ?? '').trim();
};

describe('redaction of a paper', () => {
  it('a paper that names its Chinese fonts and does not bring them -> 422 with what to do, since its pages would be drawn white', async () => {
    const { upload, add } = await registered();
    const without = writePdf({
      title: '方案',
      parts: [{ kind: 'text', text: '护坡长 86 米，坡脚设排水沟。', size: 16, leading: 28 }],
    });
    const refused = await problemOf(add(await upload(Buffer.from(without), '方案.pdf')));
    expect([refused.status, refused.code]).toEqual([422, 'document.fonts']);
    expect(refused.problem.detail).toContain('字体');
  });

  it('boxes -> pages of pictures: no letter can be read out of it, the place is black, the rest is seen; only it goes out', async () => {
    const { params, resident, desk, upload, add } = await registered();
    const original = await upload(await paper());
    expect((await add(original)).papers).toMatchObject([{ file: { id: original, name: '报价单.pdf' }, pages: 2 }]);
    expect((await add(original)).papers).toHaveLength(1);

    const body = { id: randomUUID(), boxes: [BOX] };
    const redact = () =>
      desk.call('staff.informationRequests.redactPaper', { params: { ...params, fileId: original }, body });
    const { redactions } = await redact();
    expect(redactions).toMatchObject([
      {
        paperId: original,
        pages: 2,
        summary: '遮去 1 处：第 1 页 1 处（第十五条）',
        file: { name: '报价单（区分处理）.pdf' },
      },
    ]);
    expect((await redact()).redactions).toHaveLength(1);
    const [made] = redactions;
    const bytes = await bytesOf(desk, made!.file.id);
    expect(bytes.toString('latin1')).not.toMatch(/Shi Lan|Annot|Font/);
    expect(await textOf(original)).toContain(SECRET);
    expect(await textOf(made!.file.id)).toBe('');

    const draw = async (fileId: string, page = 1) => {
      const drawn = await desk.call('staff.informationRequests.drawPaper', {
        params: { ...params, fileId, page },
        query: {},
      });
      return { ...drawn, pixels: Buffer.from(drawn.picture.split(',')[1]!, 'base64') };
    };
    const brightness = async ({ pixels, width, height }: Awaited<ReturnType<typeof draw>>, top: number) => {
      const region = { left: Math.round(width * 0.1), width: Math.round(width * 0.4) };
      const piece = sharp(pixels).extract({ ...region, top: Math.round(height * top), height: 40 });
      const values = await piece.greyscale().raw().toBuffer();
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const [before, after] = [await draw(original), await draw(made!.file.id)];
    expect(await brightness(before, 0.07)).toBeGreaterThan(100);
    expect(await brightness(after, 0.07)).toBeLessThan(10);
    // What was not marked is seen as before: letters on white.
    expect(Math.abs((await brightness(after, 0.47)) - (await brightness(before, 0.47)))).toBeLessThan(5);
    expect((await draw(made!.file.id, 2)).pages).toBe(2);

    expect([(await resident.fetch(`/api/v1/files/${original}`)).status]).toEqual([404]);
    const propose = (attachmentIds: string[]) =>
      desk.call('staff.informationRequests.propose', {
        params,
        body: { id: randomUUID(), kinds: ['partial', 'denied_third_party'], text: '给一部分。', attachmentIds },
      });
    const again = await upload(await bytesOf(desk, original), '另一份.pdf');
    for (const refused of [original, again])
      expect((await problemOf(propose([refused]))).problem.errors?.[0]?.path).toBe('attachmentIds');
    expect((await propose([made!.file.id])).proposals).toMatchObject([{ attachments: [{ id: made!.file.id }] }]);
    const seen = await resident.call('informationRequests.get', { params });
    expect([seen.papers, seen.redactions]).toEqual([[], []]);
    const audited = await server.collection('auditEntries').find({ subject: params.id }).toArray();
    expect(audited.map(({ action }) => action as string)).toEqual(
      expect.arrayContaining(['information-request.paper_added', 'information-request.redacted']),
    );
  });

  it('no PDF, a locked or a broken one -> refused with a sentence; a page there is not, a paper there is not -> refused', async () => {
    const { params, desk, upload, add } = await registered();
    const locked = new PDFDocument({ userPassword: 'x' });
    locked.end();
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } })
      .png()
      .toBuffer();
    const codes = [];
    for (const bytes of [
      picture,
      await buffer(locked as unknown as NodeJS.ReadableStream),
      Buffer.from('%PDF-1.4\n%%EOF'),
    ])
      codes.push((await problemOf(add(await upload(bytes, 'a')))).code);
    expect(codes).toEqual(['document.not_pdf', 'document.encrypted', 'document.broken']);
    const original = await upload(await paper());
    await add(original);
    const redact = (fileId: string, page: number) =>
      desk.call('staff.informationRequests.redactPaper', {
        params: { ...params, fileId },
        body: { id: randomUUID(), boxes: [{ ...BOX, page }] },
      });
    expect((await problemOf(redact(original, 3))).code).toBe('document.page');
    expect((await problemOf(redact('other', 1))).code).toBe('request.state');
  });
});

describe('redaction of a text', () => {
  it('marks -> a PDF without them that names the grounds; what it said is sealed; overlapping -> 422', async () => {
    const { id, params, desk } = await registered();
    const text = '联系人：石兰，总价 42 万元。';
    const body = {
      ...{ id: randomUUID(), title: '报价说明', text },
      marks: [{ from: 4, to: 6, ground: 'denied_third_party' as const }],
    };
    const redact = (changes: Partial<typeof body> = {}) =>
      desk.call('staff.informationRequests.redactText', { params, body: { ...body, ...changes } });
    const { redactions } = await redact();
    expect(redactions).toMatchObject([{ paperId: null, summary: '遮去 1 处：1 处（第十五条）' }]);
    expect((await redact()).redactions).toHaveLength(1);
    expect((await problemOf(redact({ text: `${text}另` }))).code).toBe('id.conflict');
    const twice = [body.marks[0]!, { ...body.marks[0]!, from: 5 }];
    expect((await problemOf(redact({ id: randomUUID(), marks: twice }))).status).toBe(422);
    // Letters stand in it as UTF-16 (platform/pdf).
    const hex = (words: string) =>
      [...words].map(letter => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const written = (await bytesOf(desk, redactions[0]!.file.id)).toString('latin1');
    expect(written).toContain(hex('联系人：【此处不公开：第十五条】，总价'));
    expect(written).not.toContain(hex('石兰'));
    const stored = await server.collection<{ _id: string }>('informationRequests').findOne({ _id: id });
    expect(JSON.stringify(stored)).not.toContain('石兰');
  });
});
