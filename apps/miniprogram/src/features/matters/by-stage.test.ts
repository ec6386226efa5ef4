import { byStage } from './by-stage';

type Step = Parameters<typeof byStage>[0][number];
const step = (stage: Step['stage'], at: string): Step => ({
  ...{ kind: 'notice', id: at, title: '助餐', unit: { id: 'u', name: '民政局' }, year: null },
  ...{ stage, text: '公告', at, limited: false },
});

describe('by stage', () => {
  it('steps of some stages -> the last stage first, in each the newest first; the others by name in their order', () => {
    const steps = [step('result', '3'), step('decision', '2'), step('decision', '1')];
    const { told, empty } = byStage(steps);
    expect(told.map(({ stage, steps: of }) => [stage, of.map(({ at }) => at)])).toEqual([
      ['result', ['3']],
      ['decision', ['2', '1']],
    ]);
    expect(empty).toEqual(['execution', 'management', 'service']);
  });
});
