import {
  EDITION_STATE_LABELS,
  FINDING_LABELS,
  LIST_CHANGE_LABELS,
  LIST_ITEM_STATE_LABELS,
  LIST_KIND_LABELS,
  NOTE_VERDICT_LABELS,
  PANEL_KIND_LABELS,
  PANEL_STATE_LABELS,
} from '@bandeng/contracts/routes';
import { listed, sayTime, sheetOf, yes } from './sheet';

const sayEntry = ({ path, name }: { path: readonly string[]; name: string }): string => [...path, name].join(' / ');

interface Change {
  label: string;
  before: string | null;
  after: string | null;
}
const sayChange = ({ label, before, after }: Change): string => `${label}：${before ?? '没写'} → ${after ?? '没有了'}`;

const editions = sheetOf({
  route: 'editions.list',
  name: '目录版本',
  columns: {
    版本: ({ title }) => title,
    领域: ({ domains }) => listed(domains),
    状态: ({ state }) => EDITION_STATE_LABELS[state],
    现行: ({ inForce }) => yes(inForce),
    编号: ({ number }) => number ?? '',
    事项: ({ entryCount }) => String(entryCount),
    建立: ({ createdAt }) => sayTime(createdAt),
    定稿: ({ frozenAt }) => sayTime(frozenAt),
    'SHA-256': ({ hash }) => hash,
    系统编号: ({ id }) => id,
  },
});

const findings = sheetOf({
  route: 'staff.editions.findings',
  name: '目录检查',
  columns: {
    哪一类: ({ kind }) => FINDING_LABELS[kind],
    事项: ({ entry }) => entry.name,
    领域: ({ domain }) => domain.name,
    分类: ({ entry }) => entry.path.join(' / '),
    怎么了: ({ message }) => message,
    和它一样的: ({ other }) => (other === null ? '' : sayEntry(other)),
    事项编号: ({ entry }) => entry.id,
  },
});

const rounds = sheetOf({
  route: 'staff.rounds.list',
  name: '目录评审',
  columns: {
    哪一种: ({ kind }) => PANEL_KIND_LABELS[kind],
    请了谁: ({ members }) => listed(members),
    到哪一步: ({ state }) => PANEL_STATE_LABELS[state],
    意见: ({ noteCount }) => String(noteCount),
    没答复: ({ unanswered }) => String(unanswered),
    请在哪天前提: ({ dueOn }) => dueOn,
    谁请的: ({ openedBy }) => openedBy.name,
    什么时候请的: ({ openedAt }) => sayTime(openedAt),
    结论: ({ conclusion }) => conclusion ?? '',
    什么时候结束: ({ closedAt }) => sayTime(closedAt),
    编号: ({ id }) => id,
  },
});

const notes = sheetOf({
  route: 'staff.rounds.notes',
  name: '评审意见',
  columns: {
    说的是哪一项: ({ entryName }) => entryName ?? '整个版本',
    意见: ({ body }) => body,
    谁: ({ by }) => by.name,
    什么时候: ({ at }) => sayTime(at),
    采纳情况: ({ answer }) => (answer ? NOTE_VERDICT_LABELS[answer.verdict] : ''),
    答复: ({ answer }) => answer?.words ?? '',
    谁答复的: ({ answer }) => answer?.by.name ?? '',
    编号: ({ id }) => id,
  },
});

const lists = sheetOf({
  route: 'staff.lists.list',
  name: '清单',
  columns: {
    清单: ({ title }) => title,
    哪一张: ({ kind }) => LIST_KIND_LABELS[kind],
    现行: ({ isCurrent }) => yes(isCurrent),
    事项: ({ itemCount }) => String(itemCount),
    对上了: ({ coverage }) => (coverage ? String(coverage.mapped) : ''),
    不用公开: ({ coverage }) => (coverage ? String(coverage.none) : ''),
    还没定: ({ coverage }) => (coverage ? String(coverage.open) : ''),
    要再看: ({ coverage }) => (coverage ? String(coverage.flagged) : ''),
    导入: ({ importedAt }) => sayTime(importedAt),
    编号: ({ id }) => id,
  },
});

const listItems = sheetOf({
  route: 'staff.lists.items',
  name: '清单里的事项',
  ask: { suggestions: 'false' },
  columns: {
    清单里的事项: ({ name }) => name,
    编码: ({ code }) => code ?? '',
    类别: ({ category }) => category ?? '',
    主体: ({ unitText }) => unitText ?? '',
    依据: ({ basis }) => basis ?? '',
    怎么样: ({ state }) => LIST_ITEM_STATE_LABELS[state],
    对应目录的: ({ entries }) => entries.map(sayEntry).join('；'),
    为什么不用公开: ({ reason }) => reason ?? '',
    编号: ({ key }) => key,
  },
});

const changes = sheetOf({
  route: 'staff.lists.changes',
  name: '动态调整',
  columns: {
    清单里的事项: ({ name }) => name,
    怎么了: ({ change }) => LIST_CHANGE_LABELS[change],
    清单改了什么: ({ fields }) => fields.map(sayChange).join('；'),
    涉及目录的: ({ entries }) => entries.map(sayEntry).join('；'),
    建议: ({ entries }) =>
      entries.map(({ remove, edits }) => (remove ? '拿掉' : edits.map(sayChange).join('；'))).join('；'),
    编号: ({ key }) => key,
  },
});

export const catalogSheets = {
  editions,
  findings,
  'panel-rounds': rounds,
  'panel-notes': notes,
  'power-lists': lists,
  'list-items': listItems,
  'list-changes': changes,
};
