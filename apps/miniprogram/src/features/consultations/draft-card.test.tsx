import { fireEvent, render, screen } from '@testing-library/react';
import { DraftCard } from './draft-card';
import type { DraftEntry, Place } from '@/lib/place';

type Column = DraftEntry['fields'][number];

const column = (field: Column['field'], label: string, over: Partial<Column> = {}): Column => ({
  field,
  label,
  before: '不变的',
  after: '不变的',
  value: '不变的',
  changed: false,
  commentCount: 0,
  ...over,
});
const blank = (field: Column['field'], label: string, commentCount = 0): Column =>
  column(field, label, { before: null, after: null, value: '', commentCount });
const meals: DraftEntry = {
  id: 'meals',
  name: '助餐补贴发放结果',
  path: ['养老服务'],
  change: 'changed',
  commentCount: 9,
  fields: [
    column('content', '公开内容', { commentCount: 2 }),
    column('timeLimits', '公开时限', { value: '10 个工作日', after: '10 个工作日', changed: true, commentCount: 3 }),
    column('publisher', '公开主体'),
    blank('phone', '咨询电话', 1),
    blank('supervisionPhone', '监督举报电话'),
  ],
};

function show(item: DraftEntry, isOpen = true) {
  const said: Place[] = [];
  render(<DraftCard item={item} isOpen={isOpen} onSay={place => said.push(place)} />);
  return said;
}
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('entry of a draft', () => {
  test('column that says nothing: two taps -> its form, with nothing to begin from', () => {
    const said = show(meals);
    expect(screen.queryByText('监督举报电话')).toBeNull();
    press(/^还有 1 行没改动，1 行没写$/);
    press(/^监督举报电话 *没写 *提意见$/);
    expect(said).toEqual([
      {
        target: { kind: 'entry', id: 'meals', field: 'supervisionPhone' },
        label: '监督举报电话',
        of: '助餐补贴发放结果',
        current: '',
      },
    ]);
  });

  test('column that says nothing and was spoken of -> shown at once', () => {
    show(meals);
    expect(screen.getByRole('button', { name: /^咨询电话 *没写 *提意见，已有 *1 *条$/ })).toBeTruthy();
  });

  test('entry as a whole: one tap -> a place without a column; counted are those that speak of no column', () => {
    const said = show(meals);
    press(/^助餐补贴发放结果， *对这一项说… *提意见，已有 *3 *条$/);
    expect(said).toEqual([{ target: { kind: 'entry', id: 'meals' }, label: '助餐补贴发放结果' }]);
  });

  test('after the window -> leads to all that was said of the entry', () => {
    show(meals, false);
    expect(
      screen.getByRole('button', { name: /^助餐补贴发放结果， *看对这一项的全部意见 *看意见，已有 *9 *条$/ }),
    ).toBeTruthy();
  });

  test('new entry -> what is written is shown whole, what is not is folded', () => {
    const fields = [column('content', '公开内容', { before: null, changed: true }), blank('phone', '咨询电话')];
    show({ ...meals, change: 'new', fields });
    expect(screen.getByText('公开内容')).toBeTruthy();
    expect(screen.queryByText('咨询电话')).toBeNull();
    expect(screen.getByRole('button', { name: '还有 1 行没写' })).toBeTruthy();
  });
});
