import type { Dates } from '../lib/dates';
import { blocks } from '../lib/text-blocks';
import type { DemoNoticeDraft } from '../types';

/** What is not public: one being written with words to look at, one before its first reviewer, one on record that is not published. */
export function noticeDraftsFor(d: Dates): DemoNoticeDraft[] {
  return [
    {
      key: 'winter-visits',
      writer: 'editor',
      at: d.at(-1, '16:20'),
      state: 'writing',
      content: {
        title: '关于今冬独居老人走访慰问的通知',
        kind: 'announcement',
        unitId: 'civil-affairs',
        columnIds: ['assistance'],
        madeOn: d.workday(-1),
        keyPoints: ['独居老人每周有人上门看一次'],
        body: blocks(`
          ## 一、走访哪些人
          全区八十岁以上的独居老人和聋哑人家庭，截止到本月底逐户走访一遍。
          ## 二、看什么
          - 取暖是不是绝对安全，煤气、电热毯有没有隐患
          - 米面油药够不够，要不要送餐
          ## 三、找谁
          各街道社会事务办公室；需要临时救助的，由区民政局三个工作日内办理。
        `),
      },
    },
    {
      key: 'meal-points',
      writer: 'editor',
      at: d.at(-2, '10:05'),
      state: 'in_review',
      content: {
        title: '新增三处老年助餐点的公告',
        kind: 'announcement',
        unitId: 'civil-affairs',
        columnIds: ['assistance'],
        madeOn: d.workday(-2),
        keyPoints: ['下月起多三处助餐点，六十岁以上凭身份证登记就能用'],
        body: blocks(`
          区民政局在柳营街道、禾渡街道新增三处老年助餐点，下月一日开始供餐。
          登记：带身份证到助餐点填一张表，当场办好。
          供餐：午餐十一点到十二点半，晚餐五点到六点。
        `),
      },
    },
    {
      key: 'duty-roster',
      writer: 'editor',
      at: d.at(-6, '09:10'),
      state: 'filed',
      signedBy: ['reviewer1', 'reviewer2', 'reviewer3'],
      content: {
        title: '区民政局冬季值班安排',
        kind: 'announcement',
        unitId: 'civil-affairs',
        columnIds: [],
        madeOn: d.workday(-6),
        keyPoints: [],
        body: blocks('工作日由各科室轮流值班，周末由局办公室安排，交接班写在值班本上。'),
        withholding: {
          attribute: 'withheld',
          ground: 'internal',
          reason: '写的是局里怎么排班，只和本局工作人员有关，不涉及对外办事。',
        },
      },
    },
  ];
}
