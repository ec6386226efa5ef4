import type { DecisionKindCode } from '../decision-kinds';

interface Nature {
  label: string;
  /** Where it is written that this is no request for information, or whose it is. */
  article: string;
  /** What an officer may do about it, as a sentence. */
  advice: string;
  /** The answer that a letter may give; null where no article lets the office refuse to handle it. */
  decision: Extract<DecisionKindCode, 'complaint' | 'publication'> | null;
  /** Words that people use for it. */
  words: readonly string[];
}

const OURS = '本系统自定的词，由本单位确认';

/**
 * What a request may really be. The words are signs for an officer to look at, never a reason by themselves: whoever asks for the
 * papers of a petition asks for information.
 */
export const triageNatures = {
  petition: {
    label: '信访',
    article: '第三十九条第一款',
    advice: '确是信访的，告知不作为申请处理和反映的渠道；本人同意的，转到网上民声办。',
    decision: 'complaint',
    words: ['信访', '上访', '申诉', '讨个说法', '给个说法', '请求解决', '要求解决', '主持公道', '给个公道'],
  },
  complaint: {
    label: '投诉、举报',
    article: '第三十九条第一款',
    advice: '确是投诉、举报的，告知不作为申请处理和反映的渠道；本人同意的，转到网上民声办。',
    decision: 'complaint',
    words: ['投诉', '举报', '反映', '查处', '追究责任', '严肃处理', '要求处理', '要求处罚', '违规', '违法'],
  },
  consultation: {
    label: '咨询',
    article: OURS,
    advice: '只是想问清楚一件事的，问本人愿不愿意转到网上民声：5 个工作日内答复，比申请快。',
    decision: null,
    words: ['请问', '咨询', '怎么办理', '如何办理', '什么条件', '能不能', '可不可以', '为什么', '是否可以', '去哪里办'],
  },
  hotline: {
    label: '热线（12345）的事',
    article: OURS,
    advice: '眼前要人去修、去管的事，问本人愿不愿意转到网上民声，再由那里转热线。',
    decision: null,
    words: ['12345', '热线', '停水', '停电', '漏水', '路灯', '噪音', '扰民', '井盖', '堵塞', '没人管', '尽快派人'],
  },
  publication: {
    label: '要公开出版物',
    article: '第三十九条第二款',
    advice: '公报、年鉴、地方志等公开出版物，可以告知获取的途径。',
    decision: 'publication',
    words: ['年鉴', '地方志', '县志', '区志', '公报', '统计公报', '报纸', '期刊', '出版物', '法规汇编'],
  },
} as const satisfies Readonly<Record<string, Nature>>;
export type TriageNature = keyof typeof triageNatures;

export interface TriageSign {
  nature: TriageNature;
  label: string;
  article: string;
  advice: string;
  /** The words that were found, as they stand in the table. */
  words: string[];
}

/** Signs in what was asked that it is something else, those with most words first; none say nothing. For an officer: nothing follows by itself. */
export function triageSigns(asked: string): TriageSign[] {
  const text = asked.normalize('NFKC');
  return (Object.keys(triageNatures) as TriageNature[])
    .map(nature => {
      const { label, article, advice, words } = triageNatures[nature];
      return { nature, label, article, advice, words: words.filter(word => text.includes(word)) };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

/** Words by which a message of 网上民声 asks for papers. */
const DOCUMENT_WORDS = [
  ...[
    '依申请公开',
    '信息公开',
    '政府信息',
    '请公开',
    '要求公开',
    '申请公开',
    '复印件',
    '扫描件',
    '原件',
    '批复',
    '批文',
  ],
  ...[
    '会议纪要',
    '会议记录',
    '验收报告',
    '检测报告',
    '评估报告',
    '合同',
    '协议书',
    '清单',
    '明细',
    '台账',
    '档案',
    '图纸',
  ],
];

/** The words in a message that ask for papers: it may be better off as a request for information (Art. 27). For the office to propose. */
export const documentSigns = (asked: string): string[] => {
  const text = asked.normalize('NFKC');
  return DOCUMENT_WORDS.filter(word => text.includes(word));
};
