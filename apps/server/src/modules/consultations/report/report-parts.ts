import type { Block } from '@bandeng/contracts/schemas';
import type { PublicComment } from '@bandeng/contracts/types';
import { shanghaiDate } from '../../../platform/clock';
import { MOST_COMMENTS, type OutcomeReport } from './outcome-report';

/** What the report says, in its order, whatever it is written in. */
export type ReportPart =
  | { kind: 'title' | 'heading' | 'line' | 'signature'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; shares: readonly number[] };

const NOTHING_CAME = '征集期间，没有收到社会公众的意见。';
const line = (text: string): ReportPart => ({ kind: 'line', text });
const heading = (text: string): ReportPart => ({ kind: 'heading', text });

/** The words of the office; pictures, videos and files are named, they are on the page itself. */
function partsOf(block: Block): ReportPart[] {
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
      const { head, rows } = block;
      return [
        ...(block.caption ? [line(block.caption)] : []),
        { kind: 'table', head, rows, shares: head.map(() => share) },
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

function rowOf(comment: PublicComment, at: number): string[] {
  const { author, targetLabel, body, proposedText, former, draftVersion, answer } = comment;
  const place = former ? `${targetLabel}，第 ${draftVersion} 稿` : targetLabel;
  const proposal = proposedText && proposedText !== body ? [`建议改成：${proposedText}`] : [];
  return [
    String(at + 1),
    author,
    [`【${place}】${body}`, ...proposal].join('\n'),
    answer?.resultLabel ?? '',
    answer?.reason ?? '',
  ];
}

const sums = (counts: readonly { label: string; count: number }[]): string =>
  counts.map(({ label, count }) => `${label} ${count} 条`).join('，');

/** 征集结果反馈: what came, what became of it, each public comment with its answer; of nothing it says so (FACTS.md, section 4). */
export function reportParts({ outcome, kindLabel, basis, comments, isCut }: OutcomeReport): ReportPart[] {
  const { ledger, byChannel, byTarget, unit } = outcome;
  const counts = [
    ['采纳', ledger.adopted],
    ['部分采纳', ledger.partly],
    ['未采纳', ledger.notAdopted],
    ['不属于本次征集范围', ledger.outOfScope],
    ['作者撤回', ledger.withdrawn],
    ['一共收到', ledger.received],
  ] as const;
  return [
    { kind: 'title', text: `关于“${outcome.title}”征集意见的结果反馈` },
    line(`征集种类：${kindLabel}（${basis}）`),
    line(`征集时间：${outcome.opensOn} 至 ${outcome.closesOn}`),
    heading('收到多少，怎么处理的'),
    ...(ledger.received === 0
      ? [line(NOTHING_CAME)]
      : [
          {
            kind: 'table' as const,
            head: ['处理结果', '条数'],
            rows: counts.map(([label, count]) => [label, String(count)]),
            shares: [70, 30],
          },
          line(`${ledger.persons} 人提的；另有 ${ledger.duplicates} 条与别的意见重复，一并答复，不另算。`),
          line(`从哪里来：${sums(byChannel)}。`),
          ...(byTarget.length > 0 ? [line(`说的是哪里：${sums(byTarget)}。`)] : []),
        ]),
    ...(outcome.summary.length > 0 ? [heading('说明'), ...outcome.summary.flatMap(partsOf)] : []),
    ...(comments.length > 0
      ? [
          heading('逐条答复'),
          {
            kind: 'table' as const,
            head: ['序号', '提意见的人', '意见', '处理', '理由'],
            rows: comments.map(rowOf),
            shares: [7, 13, 35, 12, 33],
          },
          line('表里是内容可以公开的意见；内容不公开的，同样计入上面的数，同样答复。'),
          ...(isCut
            ? [line(`表里只有最近的 ${MOST_COMMENTS.toLocaleString('zh-CN')} 条，全部意见在征集的网页上。`)]
            : []),
        ]
      : []),
    { kind: 'signature', text: unit.name },
    { kind: 'signature', text: shanghaiDate(new Date(outcome.publishedAt)) },
  ];
}
