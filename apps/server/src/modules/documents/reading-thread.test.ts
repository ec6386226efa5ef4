import { documentLimits } from './document-limits';
import { ID_NUMBER, longDocx, MOBILES, officialDocx, pdf } from './documents.fixtures';
import { createReadingThread } from './reading-thread';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('the thread that reads documents', () => {
  const thread = createReadingThread();

  it('a PDF: text, notes, properties -> scanned by page; a page of a picture alone -> told', async () => {
    const bytes = await pdf({
      pages: [`ID ${ID_NUMBER}`, null, 'enough'],
      title: `by ${MOBILES[1]}`,
      note: `call ${MOBILES[2]}`,
    });
    const { hits, unreadable } = await thread.run('scan', 'pdf', bytes);
    expect(hits.map(({ kind, place }) => [kind, place])).toEqual([
      ['idNumber', '第 1 页'],
      ['mobile', '第 1 页的批注或表单'],
      ['mobile', '第 2 页的批注或表单'],
      ['mobile', '第 3 页的批注或表单'],
      ['mobile', '文件属性'],
    ]);
    expect(unreadable).toEqual(['第 2 页没有文字或者认不全，多半是扫描的。']);
    expect(await thread.run('import', 'pdf', bytes)).toMatchObject({
      blocks: [],
      text: `ID ${ID_NUMBER}\n\n\n\nenough`,
    });
  });

  it('a PDF that is locked, or none -> document.encrypted, document.broken; the next is read', async () => {
    const locked = await pdf({ pages: ['x'], password: 'secret' });
    expect(await codeOf(thread.run('scan', 'pdf', locked))).toBe('document.encrypted');
    expect(await codeOf(thread.run('scan', 'pdf', Buffer.from('%PDF-1.7\nnothing of it')))).toBe('document.broken');
    expect(await codeOf(thread.run('import', 'docx', await officialDocx()))).toBe('read');
  });

  it('more bytes than an upload may have -> file.too_large', async () => {
    const bytes = Buffer.alloc(documentLimits.bytes + 1);
    expect(await codeOf(thread.run('scan', 'docx', bytes))).toBe('file.too_large');
  });

  it('out of time, out of memory -> document.too_complex, and the thread after it is a new one', async () => {
    const hasty = createReadingThread({ ...documentLimits, milliseconds: 1 });
    expect(await codeOf(hasty.run('import', 'docx', await officialDocx()))).toBe('document.too_complex');
    const narrow = createReadingThread({ ...documentLimits, memoryMb: 24 });
    expect(await codeOf(narrow.run('import', 'docx', await longDocx(12_000)))).toBe('document.too_complex');
    expect(await codeOf(narrow.run('import', 'docx', await officialDocx()))).toBe('read');
  });

  it('one at a time; more than may wait -> service.unavailable, the others are read', async () => {
    const busy = createReadingThread({ ...documentLimits, waiting: 2 });
    const bytes = await officialDocx();
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(busy.run('import', 'docx', bytes))));
    expect(codes).toEqual(['read', 'read', 'service.unavailable']);
    expect(await codeOf(busy.run('import', 'docx', bytes))).toBe('read');
  });
});
