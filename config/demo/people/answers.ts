import type { Dates } from '../lib/dates';
import type { DemoPublicAnswer } from '../types';

/** Answers that everybody may read, in the neutral words of the office. */
export const answersFor = (d: Dates): DemoPublicAnswer[] => [
  {
    requestKey: 'parking-contract',
    at: d.worked(30, '09:40'),
    title: '渡口路路边停车位的委托经营合同',
    question: '要渡口路路边停车位的委托经营合同。',
    answer:
      '合同由区城市管理局保存，属于可以公开的政府信息，已经给了申请人，一共 14 页。合同约定停车费每小时 2 元、一天最多 16 元，收入按季度缴入区财政专户，经营期三年。依据《中华人民共和国政府信息公开条例》第三十六条第二项答复。',
  },
  {
    requestKey: 'clinic-plan',
    at: d.worked(44, '10:15'),
    title: '栗园社区卫生服务站选址意见',
    question: '要栗园社区卫生服务站的选址意见和选址会议记录，想知道为什么不放在栗园东区。',
    answer:
      '选址意见书已经公开：东区没有能停救护车的场地，西区原粮站离三个小区都在 600 米以内。选址会议的讨论记录属于过程性信息，依据《中华人民共和国政府信息公开条例》第十六条第二款不予公开；依据第三十七条作了区分处理。',
  },
  {
    requestKey: 'old-well',
    at: d.worked(20, '16:05'),
    title: '上坞村 1986 年打机井的批文',
    question: '要上坞村 1986 年打机井的批文。',
    answer:
      '检索了区政府办公室 1985 年至 1988 年的水利、计划类档案，函询了区档案馆和砚山街道，没有找到。依据《中华人民共和国政府信息公开条例》第三十六条第四项，告知不存在。',
  },
];
