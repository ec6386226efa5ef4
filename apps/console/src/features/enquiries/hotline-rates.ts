/** What the city reports of a month, in hundredths of a percent. */
export const RATES = [
  { name: 'onTime', label: '按期办结率' },
  { name: 'result', label: '结果满意率' },
  { name: 'process', label: '过程满意率' },
] as const;
export const percent = (hundredths: number) => `${(hundredths / 100).toFixed(2)}%`;
