/** Documents from outside: a Word file of 300 pages as blocks, and a megabyte of text looked through for personal data. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { scanText } from '@bandeng/rules';
import { createReadingThread } from '../../apps/server/src/modules/documents/reading-thread';
import { median, milliseconds, report, scaled } from './report';

const PAGES = scaled(300, 6);
const PARAGRAPHS_OF_A_PAGE = 30;
const MEGABYTE = 1_048_576;
const ROUNDS = 7;

const SENTENCE = '栖河区各街道按照职责分工，做好老旧小区改造的宣传、摸底和协调，咨询电话0599-5550101。';

/** Every tenth page ends with a table of ten rows. */
async function wordFile(pages: number): Promise<Buffer> {
  const children = Array.from({ length: pages }, (_, page) => [
    ...Array.from({ length: PARAGRAPHS_OF_A_PAGE }, (__, line) => new Paragraph(`${page}.${line} ${SENTENCE}`)),
    ...(page % 10 === 0 ? [table(page)] : []),
  ]).flat();
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
const table = (page: number): Table =>
  new Table({
    rows: Array.from(
      { length: 10 },
      (_, row) =>
        new TableRow({
          children: ['序号', '小区', '进度'].map(
            text => new TableCell({ children: [new Paragraph(`${text}${page}-${row}`)] }),
          ),
        }),
    ),
  });

/** A megabyte of UTF-8 as offices write it: sentences, numbers, doors, schools; one in a hundred holds what must not be published. */
function officialText(bytes: number): string {
  const lines = [
    SENTENCE,
    '区政务服务中心3号楼402室，工作日9:00至17:00办理，编号2026-330106-48-03。',
    '槐影小学改扩建工程总投资19900000.50元，建筑面积13800.00平方米，惠及学生1080名。',
    '柳营街道槐影社区12个小区、36个单元、432户完成改造，验收合格率98.5%。',
  ];
  let text = '';
  for (let turn = 0; Buffer.byteLength(text) < bytes; turn += 1) {
    text += `${Array.from({ length: 25 }, (_, line) => lines[(turn + line) % lines.length]).join('\n')}\n`;
    text += `联系人手机1990000${String(turn % 10_000).padStart(4, '0')}。\n`;
  }
  return text;
}

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await milliseconds(async () => void (await work())));
  return median(times.slice(1));
}

/** How many times as long the whole takes as its half: by turns, the fastest of each, for what else runs only makes one slower. */
async function timesAsLong(whole: () => unknown, half: () => unknown): Promise<number> {
  const [ofWhole, ofHalf]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ofWhole.push(await milliseconds(async () => void (await whole())));
    ofHalf.push(await milliseconds(async () => void (await half())));
  }
  return Math.min(...ofWhole) / Math.min(...ofHalf);
}

async function main(): Promise<void> {
  const bytes = await wordFile(PAGES);
  const thread = createReadingThread();
  const cold = await milliseconds(() => thread.run('import', 'docx', bytes));
  const warm = await medianOf(() => thread.run('import', 'docx', bytes));
  const scanned = await medianOf(() => thread.run('scan', 'docx', bytes));
  const cleaned = await medianOf(() => thread.run('clean', 'docx', bytes));
  const { blocks } = await thread.run('import', 'docx', bytes);
  // Twice as much may take twice as long, and some more on a busy machine.
  const half = await wordFile(PAGES / 2);
  const importGrows = await timesAsLong(
    () => thread.run('import', 'docx', bytes),
    () => thread.run('import', 'docx', half),
  );

  const text = officialText(scaled(MEGABYTE, 65_536));
  let finds = 0;
  const scan = await medianOf(() => (finds = scanText(text).length));
  const halfText = text.slice(0, text.length / 2);
  const scanGrows = await timesAsLong(
    () => scanText(text),
    () => scanText(halfText),
  );

  const ms = (value: number) => `${value.toFixed(0)} ms`;
  report(`documents: a docx of ${PAGES} pages, ${(Buffer.byteLength(text) / MEGABYTE).toFixed(2)} MB of text`, [
    { what: `docx as ${blocks.length} blocks, the thread just started`, value: ms(cold), aim: '5 s' },
    { what: 'the same, the thread kept', value: ms(warm), aim: '5 s' },
    { what: 'looked through for personal data', value: ms(scanned), aim: '' },
    { what: 'cleaned and read again', value: ms(cleaned), aim: '' },
    {
      what: 'import beside that of half the pages',
      value: `× ${importGrows.toFixed(1)}`,
      aim: '2',
      isGood: importGrows < 6,
    },
    { what: `text scanned, ${finds} finds`, value: ms(scan), aim: '200 ms' },
    {
      what: 'scan beside that of half the text',
      value: `× ${scanGrows.toFixed(1)}`,
      aim: '2',
      isGood: scanGrows < 6,
    },
  ]);
}

void main();
