import { defineRoutes } from './define';
import { work } from './presets';

const REFUSALS = [
  'file.not_found',
  'file.too_large',
  'document.broken',
  'document.encrypted',
  'document.macros',
  'document.bomb',
  'document.too_complex',
] as const;

export const documentsRoutes = defineRoutes({
  'staff.documents.import': {
    ...work,
    path: '/staff/documents/import',
    who: ['editor', 'office', 'street', 'officer', 'legal'],
    summary: '把传上来的 Word、Excel、PDF 变成正文',
    description:
      '先用 `POST /files` 传文件，再把编号写在 `fileId`。docx 按样式分出标题、段落、列表、表格和图片，自动编号（第一条）写成文字；xlsx 一张表一个表格；pdf 仍是附件，`text` 里是它的文字。`warnings` 说清楚哪些没有带进来。',
    errors: ['document.kind', ...REFUSALS],
  },
  'staff.documents.scan': {
    ...work,
    path: '/staff/documents/scan',
    who: ['editor', 'office', 'street', 'officer', 'legal', 'reviewer', 'secrecy'],
    summary: '查附件和文件名里不该公开的个人信息',
    description:
      '隐藏的行、列、工作表，修订、批注、文件属性也查。`hits` 里只有遮住以后的样子和所在的位置；`unreadable` 是查不到、要由人看过的部分。',
    errors: ['file.not_found'],
  },
});
