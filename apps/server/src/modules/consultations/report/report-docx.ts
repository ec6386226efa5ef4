import type { Block } from '@bandeng/contracts/schemas';
import type { PublicComment } from '@bandeng/contracts/types';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { shanghaiDate } from '../../../platform/clock';
import { MOST_COMMENTS, type OutcomeReport } from './outcome-report';

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };
/** Half points: 三号 and 小四, the sizes of GB/T 9704 for a text and of a table beside it. */
const TEXT_SIZE = 32;
const TABLE_SIZE = 24;
const NOTHING_CAME = '征集期间，没有收到社会公众的意见。';

const run = (text: string, more: { size?: number; bold?: boolean } = {}) =>
  new TextRun({ text, size: TEXT_SIZE, ...more });
const line = (text: string) =>
  new Paragraph({ children: [run(text)], indent: { firstLine: 2 * 320 }, spacing: { line: 360 } });
const heading = (text: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 200 }, children: [run(text, { bold: true })] });

function table(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.PERCENTAGE },
      children: text.split('\n').map(part => new Paragraph({ children: [run(part, { size: TABLE_SIZE, bold })] })),
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: false, children: cells.map((text, at) => cell(text, at, isHead)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map(cells => row(cells, false))],
  });
}

/** The words of the office; pictures, videos and files are named, they are on the page itself. */
function partsOf(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return [line(block.children.map(child => child.text).join(''))];
    case 'quote':
      return [line(block.text)];
    case 'list':
      return block.items.map((item, at) => line(`${block.ordered ? `${at + 1}.` : '·'} ${item}`));
    case 'table': {
      const share = Math.floor(100 / Math.max(1, block.head.length));
      return [
        ...(block.caption ? [line(block.caption)] : []),
        table(
          block.head,
          block.rows,
          block.head.map(() => share),
        ),
      ];
    }
    case 'image':
      return [line(`（图：${block.alt}）`)];
    case 'video':
      return [line(`（视频：${block.title}）`)];
    case 'file':
      return [line(`（附件：${block.name}）`)];
  }
}

const rowOf = ({ author, targetLabel, body, proposedText, answer }: PublicComment, at: number): string[] => [
  String(at + 1),
  author,
  [`【${targetLabel}】${body}`, ...(proposedText && proposedText !== body ? [`建议改成：${proposedText}`] : [])].join(
    '\n',
  ),
  answer?.resultLabel ?? '',
  answer?.reason ?? '',
];

/** 征集结果反馈 as a Word file: what came, what became of it, each public comment with its answer. */
export async function reportDocx({ outcome, kindLabel, basis, comments, isCut }: OutcomeReport): Promise<Buffer> {
  const { ledger, byChannel, unit } = outcome;
  const counts = [
    ['采纳', ledger.adopted],
    ['部分采纳', ledger.partly],
    ['未采纳', ledger.notAdopted],
    ['不属于本次征集范围', ledger.outOfScope],
    ['作者撤回', ledger.withdrawn],
    ['一共收到', ledger.received],
  ] as const;
  const children = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [run(`关于“${outcome.title}”征集意见的结果反馈`, { size: 44, bold: true })],
    }),
    line(`征集种类：${kindLabel}（${basis}）`),
    line(`征集时间：${outcome.opensOn} 至 ${outcome.closesOn}`),
    heading('收到多少，怎么处理的'),
    ...(ledger.received === 0
      ? [line(NOTHING_CAME)]
      : [
          table(
            ['处理结果', '条数'],
            counts.map(([label, count]) => [label, String(count)]),
            [70, 30],
          ),
          line(`${ledger.persons} 人提的；另有 ${ledger.duplicates} 条与别的意见重复，一并答复，不另算。`),
          line(`从哪里来：${byChannel.map(({ label, count }) => `${label} ${count} 条`).join('，')}。`),
        ]),
    ...(outcome.summary.length > 0 ? [heading('说明'), ...outcome.summary.flatMap(partsOf)] : []),
    ...(comments.length > 0
      ? [
          heading('逐条答复'),
          table(['序号', '提意见的人', '意见', '处理', '理由'], comments.map(rowOf), [7, 13, 35, 12, 33]),
          line('表里是内容可以公开的意见；内容不公开的，同样计入上面的数，同样答复。'),
          ...(isCut
            ? [line(`表里只有最近的 ${MOST_COMMENTS.toLocaleString('zh-CN')} 条，全部意见在征集的网页上。`)]
            : []),
        ]
      : []),
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 400 }, children: [run(unit.name)] }),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(shanghaiDate(new Date(outcome.publishedAt)))] }),
  ];
  const document = new Document({
    title: outcome.title,
    creator: unit.name,
    styles: { default: { document: { run: { font: FONT } } } },
    sections: [{ children }],
  });
  return Packer.toBuffer(document);
}
