import { deflateRawSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import { layoutDomain } from './layout';
import { parseCatalog } from './parse-catalog';
import { readWorkbook } from './read-workbook';
import { columnLetters } from './sheet';
import { workbookLimits } from './workbook-limits';
import { writeWorkbook } from './write-workbook';
import { emptyEntry } from '../entry-from-texts';
import { readStandardDomains } from '../domains';
import { repositoryRoot } from '../../../platform/root';

async function bytesOf(fill: (workbook: Workbook) => void): Promise<Buffer> {
  const workbook = new Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A zip of deflated files. The directory may say what it likes about the sizes: without `isHonest` it says nothing. */
function zipOf(files: Record<string, Buffer>, { isHonest = false } = {}): Buffer {
  const header = (signature: number, size: number) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, packed] = [Buffer.from(path), deflateRawSync(content)];
    const local = header(0x04034b50, 30);
    const entry = header(0x02014b50, 46);
    for (const [bytes, at] of [
      [local, 8],
      [entry, 10],
    ] as const) {
      bytes.writeUInt16LE(8, at);
      bytes.writeUInt32LE(packed.length, at + 10);
      bytes.writeUInt32LE(isHonest ? content.length : 0, at + 14);
      bytes.writeUInt16LE(name.length, at + 18);
    }
    entry.writeUInt32LE(offset, 42);
    contents.push(local, name, packed);
    directory.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...contents, ...directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A workbook as a program writes it, with this as the content of its only sheet. */
const workbookWith = (sheet: Buffer): Buffer =>
  zipOf(
    {
      'xl/workbook.xml': Buffer.from(
        `${XML}<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        `${XML}<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': sheet,
    },
    { isHonest: true },
  );

describe('reading a workbook', () => {
  it('rich text, links, formulas, dates, numbers, merges, hidden sheets -> text', async () => {
    const bytes = await bytesOf(workbook => {
      const sheet = workbook.addWorksheet('甲');
      sheet.getCell('A1').value = { richText: [{ text: '公开' }, { text: '内容' }] };
      sheet.getCell('B1').value = { text: '网站', hyperlink: 'https://example.invalid' };
      sheet.getCell('C1').value = { formula: '1+1', result: 2 };
      sheet.getCell('D1').value = new Date(Date.UTC(2026, 10, 21));
      sheet.getCell('E1').value = 0.1 + 0.2;
      sheet.getCell('F1').value = 86;
      sheet.getCell('F1').numFmt = '0000';
      sheet.getCell('G1').value = ' 一行 \r\n\r\n\u3000二行 ';
      sheet.getCell('A2').value = '合并';
      sheet.mergeCells('A2:B3');
      sheet.getCell('C3').value = true;
      workbook.addWorksheet('乙', { state: 'hidden' });
    });
    const [first, second] = await readWorkbook(bytes);
    expect(first!.rows).toEqual([
      ['公开内容', '网站', '2', '2026-11-21', '0.3', '0086', '一行\n二行'],
      ['合并', '合并', '', '', '', '', ''],
      ['合并', '合并', '是', '', '', '', ''],
    ]);
    expect(first!.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    expect(second).toMatchObject({ name: '乙', isHidden: true });
  });

  it.each([
    ['no archive', Buffer.from('这不是表格'), /不是 xlsx 表格/],
    ['an empty file', Buffer.alloc(0), /不是 xlsx 表格/],
    ['an archive without a workbook', zipOf({ 'letter.txt': Buffer.from('x') }), /不是 xlsx 表格/],
    ['a bomb', zipOf({ 'xl/workbook.xml': Buffer.alloc(64 * 1_048_576) }), /太大了/],
    [
      'a merge over a whole sheet',
      zipOf({ 'xl/worksheets/sheet1.xml': Buffer.from('<mergeCell ref="A1:XFD1048576"/>') }, { isHonest: true }),
      /合并的单元格太多/,
    ],
  ])('%s -> refused in a sentence', async (_, bytes, sentence) => {
    await expect(readWorkbook(bytes)).rejects.toThrow(sentence);
  });

  it('a file that fills the memory while it is read -> refused in a sentence, and the next one is read', async () => {
    const row = (number: number) =>
      `<row r="${number}">${Array.from({ length: 60 }, (_, at) => `<c r="${columnLetters(at)}${number}"><v>1</v></c>`).join('')}</row>`;
    const rows = Array.from({ length: 20_000 }, (_, at) => row(at + 1)).join('');
    const bytes = workbookWith(Buffer.from(`${XML}<worksheet><sheetData>${rows}</sheetData></worksheet>`));
    expect(bytes.length).toBeLessThan(8 * 1_048_576);
    await expect(readWorkbook(bytes, { ...workbookLimits, memoryMb: 96 })).rejects.toThrow('表格太复杂');
    const [next] = await readWorkbook(
      await bytesOf(workbook => (workbook.addWorksheet('甲').getCell('A1').value = '在')),
    );
    expect(next!.rows).toEqual([['在']]);
  }, 60_000);

  it('a file that takes too long -> refused in a sentence', async () => {
    const bytes = await bytesOf(workbook => (workbook.addWorksheet('甲').getCell('A1').value = '在'));
    await expect(readWorkbook(bytes, { ...workbookLimits, milliseconds: 1 })).rejects.toThrow('表格太复杂');
  });

  it('a workbook whose sheet is no XML -> refused in a sentence', async () => {
    await expect(readWorkbook(workbookWith(Buffer.from('<worksheet><sheetData><row'.repeat(9))))).rejects.toThrow(
      '读不出来',
    );
  });

  it('more rows than a catalog can have -> refused', async () => {
    const bytes = await bytesOf(workbook => {
      workbook.addWorksheet('甲').getCell(workbookLimits.rows + 1, 1).value = '末行';
    });
    await expect(readWorkbook(bytes)).rejects.toThrow(/超过 5000 行/);
  });
});

describe('the national layout written', () => {
  it('three levels, an entry without parents, marks, a withheld one -> read back the same', async () => {
    const base = {
      ...emptyEntry(),
      basis: ['《办法》'],
      timeLimitsText: '每月',
      publisherText: '民政部门',
      level: ['county' as const],
    };
    const channels = [{ channel: 'website' as const, required: true, note: null }];
    const entries = [
      {
        ...base,
        number: '1',
        path: ['补贴', '高龄'],
        name: '标准',
        content: [
          { text: '标准', required: true },
          { text: '测算', required: false },
        ],
        channels,
      },
      {
        ...base,
        number: '2',
        path: ['补贴', '高龄'],
        name: '结果',
        content: [{ text: '人数', required: true }],
        channels,
        mode: ['on_request' as const],
        attribute: 'on_request' as const,
      },
      {
        ...base,
        number: '2-1',
        path: ['补贴'],
        name: '名录',
        content: [{ text: '名录', required: true }],
        channels,
        audience: { kind: 'group' as const, group: null },
      },
      {
        ...base,
        number: '4',
        path: [],
        name: '监督',
        content: [{ text: '电话', required: true }],
        mode: [],
        attribute: 'withheld' as const,
        ground: '第十六条',
      },
    ];
    const bytes = await writeWorkbook([layoutDomain('养老服务', entries)]);
    const { domains, problems } = parseCatalog(await readWorkbook(bytes), {
      domains: readStandardDomains(repositoryRoot()),
    });
    expect(problems).toEqual([]);
    expect(domains[0]!.entries).toEqual(entries);
  });
});
