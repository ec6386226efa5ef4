import { defineRoutes } from './define';
import { desk, read, work } from './presets';

const readers = ['officer', 'head', 'legal', 'supervisor'] as const;
const file = { ...desk, who: readers, answer: 'bytes', errors: ['unit.not_found'] } as const;

/** The annual report of a unit, or of the whole district under the name `district`: drafted, handed in, read by everybody. */
export const annualReportsRoutes = defineRoutes({
  'annualReports.list': { ...read, path: '/annual-reports', summary: '公布了的政府信息公开工作年度报告' },
  'annualReports.get': {
    ...read,
    path: '/annual-reports/:unit/:year',
    summary: '一个单位或全区（district）一年的年度报告',
    errors: ['annual_report.not_found'],
  },
  'staff.annualReports.list': {
    ...desk,
    path: '/staff/annual-reports',
    who: readers,
    summary: '一年里哪些单位交了年度报告，哪些没有',
  },
  'staff.annualReports.get': {
    ...desk,
    path: '/staff/annual-reports/:unit/:year',
    who: readers,
    summary: '一份年度报告：三张表、写的几节、备好的事实、对不上的地方',
    errors: ['unit.not_found'],
  },
  'staff.annualReports.save': {
    ...work,
    method: 'PUT',
    path: '/staff/annual-reports/:unit/:year',
    who: ['officer'],
    summary: '写年度报告：文字的几节，和系统里没有记录的数字',
    errors: ['unit.not_found', 'annual_report.changed', 'annual_report.handed_in'],
  },
  'staff.annualReports.handIn': {
    ...work,
    path: '/staff/annual-reports/:unit/:year/hand-in',
    who: ['officer', 'head'],
    summary: '交年度报告：从此照交的样子留着，公众能看',
    errors: [
      'unit.not_found',
      'annual_report.changed',
      'annual_report.handed_in',
      'annual_report.incomplete',
      'annual_report.year_runs',
      'annual_report.units_missing',
      'annual_report.contradicts',
    ],
  },
  'staff.annualReports.takeBack': {
    ...work,
    path: '/staff/annual-reports/:unit/:year/take-back',
    who: ['head'],
    summary: '取回交了的年度报告来改；交过的样子留着',
    errors: ['unit.not_found', 'annual_report.changed', 'annual_report.not_handed_in'],
  },
  'staff.annualReports.docx': {
    ...file,
    path: '/staff/annual-reports/:unit/:year/report.docx',
    summary: '年度报告，全国统一格式，一个 Word 文件',
  },
  'staff.annualReports.xlsx': {
    ...file,
    path: '/staff/annual-reports/:unit/:year/tables.xlsx',
    summary: '年度报告的三张表，全国统一格式，一个 Excel 文件',
  },
  'staff.annualReport.regulations': {
    ...desk,
    path: '/staff/annual-report/regulations',
    who: readers,
    summary: '表二一个数字后面的文件',
    errors: ['unit.not_found'],
  },
});
