export type PeriodUnit = 'days' | 'workingDays';

/** How long the public must be asked, by what is being decided. */
export interface ConsultationKind {
  label: string;
  /** Null where the law sets none and the office's default holds. */
  minimum: number | null;
  unit: PeriodUnit;
  basis: string;
  /** Whether a shorter window is lawful when its reason is published. */
  shortenable: boolean;
  closesAt: '24:00';
}

/** Used for a standard catalog unless the office sets its own. */
export const DEFAULT_CATALOG_DAYS = 15;

export const consultationKinds = {
  majorDecision: {
    label: '重大行政决策',
    minimum: 30,
    unit: 'days',
    basis:
      '《重大行政决策程序暂行条例》（国务院令第713号）第十五条：一般不少于30日，因情况紧急等原因缩短的应当予以说明',
    shortenable: true,
    closesAt: '24:00',
  },
  normativeDocument: {
    label: '行政规范性文件',
    minimum: 7,
    unit: 'workingDays',
    basis: '《市县法治政府建设示范指标体系》：行政规范性文件公开征求意见一般不少于7个工作日',
    shortenable: true,
    closesAt: '24:00',
  },
  normativeDocumentMarket: {
    label: '与市场主体生产经营活动密切相关的行政规范性文件',
    minimum: 30,
    unit: 'days',
    basis: '《市县法治政府建设示范指标体系》：与市场主体生产经营活动密切相关的一般不少于30日',
    shortenable: true,
    closesAt: '24:00',
  },
  draftRule: {
    label: '政府规章草案',
    minimum: 30,
    unit: 'days',
    basis: '《市县法治政府建设示范指标体系》：政府规章草案公开征求意见一般不少于30日',
    shortenable: true,
    closesAt: '24:00',
  },
  compensationPlan: {
    label: '国有土地上房屋征收补偿方案',
    minimum: 30,
    unit: 'days',
    basis: '《国有土地上房屋征收与补偿条例》（国务院令第590号）第十条：征求意见期限不得少于30日',
    shortenable: false,
    closesAt: '24:00',
  },
  standardCatalog: {
    label: '政务公开标准目录',
    minimum: null,
    unit: 'days',
    basis: '法律未规定期限，按本机关的规定',
    shortenable: true,
    closesAt: '24:00',
  },
} as const satisfies Readonly<Record<string, ConsultationKind>>;
export type ConsultationKindCode = keyof typeof consultationKinds;
