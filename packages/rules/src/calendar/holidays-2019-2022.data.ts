import type { HolidayYear } from './holiday-calendar';

/** Days off and make-up days as the notices named in `sources` fix them; runs are written day by day from first to last. */
export const holidays2019to2022: readonly HolidayYear[] = [
  {
    year: 2019,
    sources: [
      {
        title: '国务院办公厅关于2019年部分节假日安排的通知',
        number: '国办发明电〔2018〕15号',
        url: 'https://www.gov.cn/xinwen/2018-12/06/content_5346287.htm',
      },
      {
        title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
        number: '国办发明电〔2019〕3号',
        url: 'https://www.gov.cn/zhengce/content/2019-03/22/content_5375877.htm',
      },
    ],
    off: [
      { name: '元旦', from: '2018-12-30', to: '2019-01-01' },
      { name: '春节', from: '2019-02-04', to: '2019-02-10' },
      { name: '清明节', from: '2019-04-05', to: '2019-04-07' },
      { name: '劳动节', from: '2019-05-01', to: '2019-05-04' },
      { name: '端午节', from: '2019-06-07', to: '2019-06-09' },
      { name: '中秋节', from: '2019-09-13', to: '2019-09-15' },
      { name: '国庆节', from: '2019-10-01', to: '2019-10-07' },
    ],
    work: [
      { name: '元旦', date: '2018-12-29' },
      { name: '春节', date: '2019-02-02' },
      { name: '春节', date: '2019-02-03' },
      { name: '劳动节', date: '2019-04-28' },
      { name: '劳动节', date: '2019-05-05' },
      { name: '国庆节', date: '2019-09-29' },
      { name: '国庆节', date: '2019-10-12' },
    ],
  },
  {
    year: 2020,
    sources: [
      {
        title: '国务院办公厅关于2020年部分节假日安排的通知',
        number: '国办发明电〔2019〕16号',
        url: 'https://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
      },
      {
        title: '国务院办公厅关于延长2020年春节假期的通知',
        number: '国办发明电〔2020〕1号',
        url: 'https://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
      },
    ],
    off: [
      { name: '元旦', from: '2020-01-01', to: '2020-01-01' },
      { name: '春节', from: '2020-01-24', to: '2020-02-02' },
      { name: '清明节', from: '2020-04-04', to: '2020-04-06' },
      { name: '劳动节', from: '2020-05-01', to: '2020-05-05' },
      { name: '端午节', from: '2020-06-25', to: '2020-06-27' },
      { name: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
    ],
    work: [
      { name: '春节', date: '2020-01-19' },
      { name: '劳动节', date: '2020-04-26' },
      { name: '劳动节', date: '2020-05-09' },
      { name: '端午节', date: '2020-06-28' },
      { name: '国庆节', date: '2020-09-27' },
      { name: '国庆节', date: '2020-10-10' },
    ],
  },
  {
    year: 2021,
    sources: [
      {
        title: '国务院办公厅关于2021年部分节假日安排的通知',
        number: '国办发明电〔2020〕27号',
        url: 'https://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm',
      },
    ],
    off: [
      { name: '元旦', from: '2021-01-01', to: '2021-01-03' },
      { name: '春节', from: '2021-02-11', to: '2021-02-17' },
      { name: '清明节', from: '2021-04-03', to: '2021-04-05' },
      { name: '劳动节', from: '2021-05-01', to: '2021-05-05' },
      { name: '端午节', from: '2021-06-12', to: '2021-06-14' },
      { name: '中秋节', from: '2021-09-19', to: '2021-09-21' },
      { name: '国庆节', from: '2021-10-01', to: '2021-10-07' },
    ],
    work: [
      { name: '春节', date: '2021-02-07' },
      { name: '春节', date: '2021-02-20' },
      { name: '劳动节', date: '2021-04-25' },
      { name: '劳动节', date: '2021-05-08' },
      { name: '中秋节', date: '2021-09-18' },
      { name: '国庆节', date: '2021-09-26' },
      { name: '国庆节', date: '2021-10-09' },
    ],
  },
  {
    year: 2022,
    sources: [
      {
        title: '国务院办公厅关于2022年部分节假日安排的通知',
        // The number still has to be confirmed against the notice; the days themselves agree in both sources.
        number: '国办发明电〔2021〕11号',
        url: 'https://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm',
      },
    ],
    off: [
      { name: '元旦', from: '2022-01-01', to: '2022-01-03' },
      { name: '春节', from: '2022-01-31', to: '2022-02-06' },
      { name: '清明节', from: '2022-04-03', to: '2022-04-05' },
      { name: '劳动节', from: '2022-04-30', to: '2022-05-04' },
      { name: '端午节', from: '2022-06-03', to: '2022-06-05' },
      { name: '中秋节', from: '2022-09-10', to: '2022-09-12' },
      { name: '国庆节', from: '2022-10-01', to: '2022-10-07' },
    ],
    work: [
      { name: '春节', date: '2022-01-29' },
      { name: '春节', date: '2022-01-30' },
      { name: '清明节', date: '2022-04-02' },
      { name: '劳动节', date: '2022-04-24' },
      { name: '劳动节', date: '2022-05-07' },
      { name: '国庆节', date: '2022-10-08' },
      { name: '国庆节', date: '2022-10-09' },
    ],
  },
];
