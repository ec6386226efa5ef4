import ExcelJS from 'exceljs';
import { writeZip, openZip } from '../../../platform/zip';
import { documentLimits } from '../document-limits';
import { MOBILES, officialDocx, secretiveDocx, secretiveXlsx } from '../documents.fixtures';
import { cleanDocument } from './clean-document';
import { importDocument } from './import-document';
import { openPackage } from './office-package';
import { scanDocument } from './scan-document';

const maskOf = (turn: number) => `199****${String(turn).padStart(4, '0')}`;
const masksIn = async (format: 'docx' | 'xlsx', bytes: Buffer) =>
  (await scanDocument(format, bytes)).hits.map(hit => hit.masked).sort();
const unzipped = (bytes: Buffer): string => {
  const zip = openZip(bytes, documentLimits.zip);
  return zip.names.map(name => `${name}\n${zip.read(name)!.toString('utf8')}`).join('\n');
};
/** The file with some of its parts changed or added. */
function withParts(
  bytes: Buffer,
  change: (name: string, text: string) => string | null,
  more: [string, Buffer][] = [],
) {
  const zip = openZip(bytes, documentLimits.zip);
  const parts = zip.names.flatMap((name): [string, Buffer][] => {
    const text = zip.read(name)!;
    const changed = change(name, text.toString('utf8'));
    return changed === null ? [] : [[name, changed === text.toString('utf8') ? text : Buffer.from(changed)]];
  });
  return writeZip([...parts, ...more]);
}

describe('import of a docx', () => {
  it('headings, numbers by Word, lists, a link, a table with merged cells, a picture -> blocks', async () => {
    const { blocks, pictures, warnings } = await importDocument('docx', await officialDocx());
    expect(blocks).toEqual([
      { type: 'heading', level: 2, text: '栖河区加装电梯补助办法' },
      { type: 'heading', level: 3, text: '总则' },
      { type: 'paragraph', children: [{ text: '第一条 为了方便出行，制定本办法。' }] },
      { type: 'paragraph', children: [{ text: '第二条 本办法适用于全区。' }] },
      {
        type: 'paragraph',
        children: [
          { text: '重要', strong: true },
          { text: '：见' },
          { text: '原文', href: 'https://www.qihe.example/a' },
        ],
      },
      { type: 'list', ordered: true, items: ['填表', '交到窗口'] },
      { type: 'list', ordered: false, items: ['带身份证', '带户口簿'] },
      {
        type: 'table',
        head: ['档次', '补助', '说明'],
        rows: [
          ['甲', '二十万', '二十万'],
          ['甲', '十万', '减半'],
        ],
      },
      { type: 'image', fileId: 'picture-1', alt: '电梯示意图' },
    ]);
    expect(pictures).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it('tracked changes, comments, hidden text -> accepted, left out, brought along, and each is told', async () => {
    const { blocks, warnings } = await importDocument('docx', await secretiveDocx());
    const text = JSON.stringify(blocks);
    expect([MOBILES[5], MOBILES[7]].map(number => text.includes(number!))).toEqual([true, true]);
    expect([MOBILES[2], MOBILES[6]].map(number => text.includes(number!))).toEqual([false, false]);
    expect(warnings.join()).toMatch(/修订.*批注.*隐藏/);
  });
});

describe('import of an xlsx', () => {
  it('sheets, rows and columns: shown -> a table as it is seen; hidden -> left out and told', async () => {
    const { blocks, warnings } = await importDocument('xlsx', await secretiveXlsx());
    expect(blocks).toEqual([
      {
        type: 'table',
        head: ['姓名', '电话', '日期', '比例'],
        rows: [
          ['林**', MOBILES[1], '2026-11-21', '12.5%'],
          ['何**', '遮住了', '', '3'],
        ],
      },
    ]);
    expect(warnings.join()).toMatch(/2 张隐藏的工作表.*隐藏的行和列/);
  });
});

describe('scan', () => {
  it('docx: in text, runs, tables, headers, comments, changes, hidden text, links, properties -> each found once', async () => {
    const expected = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(maskOf);
    expect(await masksIn('docx', await secretiveDocx())).toEqual(expected);
  });

  it('xlsx: in cells as numbers and texts, hidden sheets, rows and columns, notes, footers, properties -> each found once', async () => {
    const bytes = await secretiveXlsx();
    expect(await masksIn('xlsx', bytes)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(maskOf));
    const places = (await scanDocument('xlsx', bytes)).hits.map(hit => hit.place).join();
    expect(places).toMatch(/“底稿”（隐藏的）.*“更底的稿”（隐藏的）/);
    expect(places).toContain('C2（隐藏的行或列）');
  });

  it('a picture, another file within -> told as what nobody can look through', async () => {
    expect((await scanDocument('docx', await officialDocx())).unreadable).toEqual([
      '里面有 1 张图片，图里的字查不到。',
    ]);
    const bytes = withParts(await secretiveDocx(), (_, text) => text, [['word/embeddings/a.xlsx', Buffer.from('x')]]);
    expect((await scanDocument('docx', bytes)).unreadable).toEqual(['里面夹着 1 个别的文件，查不到里面。']);
  });

  it('an author’s program with prefixes of its own, UTF-16 -> read all the same', async () => {
    const bytes = withParts(await secretiveDocx(), (name, text) =>
      name === 'word/document.xml'
        ? text.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:').replace('xmlns:w=', 'xmlns:ns0=')
        : text,
    );
    expect(await masksIn('docx', bytes)).toContain(maskOf(10));
    const zip = openZip(await secretiveDocx(), documentLimits.zip);
    const wide = writeZip(
      zip.names.map((name): [string, Buffer] => {
        const content = zip.read(name)!;
        const text = content.toString('utf8').replace('UTF-8', 'UTF-16');
        return [name, name === 'word/document.xml' ? Buffer.from(`\ufeff${text}`, 'utf16le') : content];
      }),
    );
    expect(await masksIn('docx', wide)).toContain(maskOf(10));
  });
});

describe('clean', () => {
  it('docx: -> what is shown stays; changes, comments, hidden text, properties and names of people are gone', async () => {
    const cleaned = Buffer.from(cleanDocument('docx', await secretiveDocx()));
    expect(await masksIn('docx', cleaned)).toEqual([3, 4, 5, 8, 9, 10].map(maskOf));
    const all = unzipped(cleaned);
    for (const gone of ['周文兰', '林小满', 'comments', '<w:ins ', '<w:del', 'custom.xml', MOBILES[6]])
      expect(all).not.toContain(gone);
    const { blocks, warnings } = await importDocument('docx', cleaned);
    expect(JSON.stringify(blocks)).toContain('公开的文字。');
    expect(warnings).toEqual([]);
  });

  it('docx without anything to remove -> the same blocks, the same pictures', async () => {
    const bytes = await officialDocx();
    const cleaned = Buffer.from(cleanDocument('docx', bytes));
    expect(await importDocument('docx', cleaned)).toEqual(await importDocument('docx', bytes));
  });

  it('docx: a deleted paragraph, a deleted row -> gone whole', async () => {
    const bytes = withParts(await officialDocx(), (name, text) =>
      name === 'word/document.xml'
        ? text
            .replace(
              '<w:body>',
              '<w:body><w:p><w:pPr><w:rPr><w:del w:id="7" w:author="x"/></w:rPr></w:pPr><w:del w:id="8" w:author="x"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>',
            )
            .replace(/<w:tr>(?=(?:(?!<w:tr>)[\s\S])*减半)/, '<w:tr><w:trPr><w:del w:id="9" w:author="x"/></w:trPr>')
        : text,
    );
    const { blocks } = await importDocument('docx', Buffer.from(cleanDocument('docx', bytes)));
    expect(blocks[0]).toMatchObject({ type: 'heading' });
    expect(blocks.find(block => block.type === 'table')).toMatchObject({ rows: [['甲', '二十万', '二十万']] });
  });

  it('xlsx: -> another reader opens it; shown values stay in their cells, what was hidden is nowhere in the file', async () => {
    const cleaned = Buffer.from(cleanDocument('xlsx', await secretiveXlsx()));
    expect(await masksIn('xlsx', cleaned)).toEqual([1, 7].map(maskOf));
    const all = unzipped(cleaned);
    for (const gone of [
      MOBILES[0],
      MOBILES[2],
      MOBILES[3],
      MOBILES[4],
      MOBILES[5],
      MOBILES[6],
      '底稿',
      '周文兰',
      'SUM(',
    ])
      expect(all).not.toContain(gone);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(cleaned as never);
    expect(workbook.worksheets.map(sheet => sheet.name)).toEqual(['发放表']);
    const sheet = workbook.worksheets[0]!;
    expect([sheet.getCell('A2').value, sheet.getCell('B4').value, sheet.getCell('E4').value]).toEqual([
      '林**',
      '遮住了',
      3,
    ]);
  });
});

describe('refusals', () => {
  const codeOf = (bytes: Buffer): string => {
    try {
      openPackage(bytes).xml('word/document.xml');
      return 'read';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('broken: no zip, cut off, a part that is no XML, a DOCTYPE, two parts of one name -> document.broken', async () => {
    const good = await officialDocx();
    expect(codeOf(good)).toBe('read');
    const document = (text: string) =>
      withParts(good, (name, before) => (name === 'word/document.xml' ? text : before));
    const cases = [
      Buffer.from('no archive at all'),
      good.subarray(0, good.length - 200),
      document('<w:document><w:body></w:document>'),
      document('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'),
      document('<w:document>'),
      withParts(good, name => (name === '[Content_Types].xml' ? null : '')),
      withParts(good, (_, text) => text, [['word/document.xml', Buffer.from('<w:document/>')]]),
    ];
    expect(cases.map(codeOf)).toEqual(cases.map(() => 'document.broken'));
  });

  it('an old container under the name of a docx -> document.encrypted', () => {
    expect(codeOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe(
      'document.encrypted',
    );
  });

  it('macros: by the type of the document, by a part -> document.macros', async () => {
    const good = await officialDocx();
    const typed = withParts(good, (name, text) =>
      name === '[Content_Types].xml'
        ? text.replace(
            'openxmlformats-officedocument.wordprocessingml.document.main',
            'ms-word.document.macroEnabled.main',
          )
        : text,
    );
    expect(codeOf(typed)).toBe('document.macros');
    expect(codeOf(withParts(good, (_, text) => text, [['word/vbaProject.bin', Buffer.from('x')]]))).toBe(
      'document.macros',
    );
  });

  it('bombs: a part of zeros, too many parts, a size that lies, parts over each other -> refused before they are unpacked', async () => {
    const good = await officialDocx();
    const zeros = Buffer.alloc(64 * 1_048_576);
    const swollen = withParts(good, (_, text) => text, [['word/media/a.bin', zeros]]);
    expect(swollen.length).toBeLessThan(200_000);
    expect(codeOf(swollen)).toBe('document.bomb');
    const many = Array.from({ length: documentLimits.zip.entries }, (_, turn): [string, Buffer] => [
      `x/${turn}`,
      Buffer.alloc(0),
    ]);
    expect(codeOf(withParts(good, (_, text) => text, many))).toBe('document.bomb');

    const liar = writeZip([['[Content_Types].xml', zeros.subarray(0, 1_048_576)]]);
    liar.writeUInt32LE(10, liar.length - 22 - '[Content_Types].xml'.length - 46 + 24);
    expect(codeOf(liar)).toBe('document.bomb');
    const doubled = writeZip([
      ['a', Buffer.from('one')],
      ['b', Buffer.from('two')],
    ]);
    doubled.writeUInt32LE(0, doubled.length - 22 - 47 + 42);
    expect(codeOf(doubled)).toBe('document.broken');
  });

  it('an element within an element, thousands deep -> document.too_complex', async () => {
    const deep = withParts(await officialDocx(), (name, text) =>
      name === 'word/document.xml' ? '<a>'.repeat(5_000) + '</a>'.repeat(5_000) : text,
    );
    expect(codeOf(deep)).toBe('document.too_complex');
  });
});
