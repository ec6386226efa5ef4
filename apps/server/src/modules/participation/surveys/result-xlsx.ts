import type { SurveyResult } from '@bandeng/contracts/types';
import { maskScanned, type SurveyQuestion } from '@bandeng/rules';
import { Workbook } from 'exceljs';
import { xlsxBytes } from '../../../platform/xlsx-bytes';
import type { SurveyRecord, SurveyResponseRecord, SurveyTextRecord } from './survey.repository';

const REVIEWS: Readonly<Record<SurveyTextRecord['review'], string>> = {
  waiting: '还没看',
  approved: '可以公开',
  kept_back: '不公开',
};
type Cells = (string | number)[];

/**
 * Three sheets: the numbers; every answer with its choices; what was written. Words stand in no row with choices, and the answers in the
 * order of their ids: nobody is known by what they chose beside what they wrote, or by when.
 */
export async function resultXlsx(
  survey: Pick<SurveyRecord, 'title' | 'questions'>,
  given: { result: SurveyResult; responses: readonly SurveyResponseRecord[]; texts: readonly SurveyTextRecord[] },
): Promise<Buffer> {
  const workbook = new Workbook();
  addSheet(workbook, '汇总', ['题', '组', '选项', '人数', '占回答的人 %'], summaryRows(given.result));
  const choices = survey.questions.filter(({ kind }) => kind !== 'text' && kind !== 'longText');
  const answered = given.responses.map((response, at) => [
    at + 1,
    ...choices.map(question => cellOf(question, response)),
  ]);
  addSheet(workbook, '答卷', ['序号', ...choices.map(({ title }) => title)], answered);
  const titles = new Map(survey.questions.map(({ id, title }) => [id, title]));
  const words = given.texts.map(({ questionId, text, review }) => [
    titles.get(questionId) ?? questionId,
    maskScanned(text),
    REVIEWS[review],
  ]);
  addSheet(workbook, '写的话', ['题', '写了什么（号码遮住）', '能不能公开'], words);
  return xlsxBytes(workbook);
}

/** Strings only and numbers: nothing in a cell is ever run. */
function addSheet(workbook: Workbook, name: string, head: string[], rows: readonly Cells[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(head).font = { bold: true };
  for (const row of rows) sheet.addRow(row);
  sheet.columns.forEach(column => (column.width = 24));
}

const summaryRows = ({ responses, questions }: SurveyResult): Cells[] => [
  ['答卷', '', '', responses, ''],
  ...questions.flatMap(({ title, answered, options, average, groups, groupNote }): Cells[] => [
    [title, '全部', '回答的人', answered, ''],
    ...options.map(({ label, count, share }): Cells => [title, '全部', label, count, share]),
    ...(average === null ? [] : [[title, '全部', '平均', average, ''] as Cells]),
    ...(groups ?? []).flatMap(group =>
      group.options.map(({ label, count, share }): Cells => [title, group.label, label, count, share]),
    ),
    ...(groupNote === null ? [] : [[title, groupNote, '', '', ''] as Cells]),
  ]),
];

function cellOf(question: SurveyQuestion, { answers }: SurveyResponseRecord): string | number {
  const answer = answers.find(({ questionId }) => questionId === question.id);
  if (!answer) return '';
  if (question.kind === 'scale') return answer.points ?? '';
  if (question.kind !== 'single' && question.kind !== 'multiple') return '';
  return question.options
    .filter(({ id }) => answer.optionIds?.includes(id))
    .map(({ label }) => label)
    .join('；');
}
