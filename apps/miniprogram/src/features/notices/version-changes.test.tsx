import { fireEvent, render, screen } from '@testing-library/react';
import { ChangedBlocks, ChangedFields } from './version-changes';

const words = (text: string) => ({ type: 'paragraph' as const, children: [{ text }] });

test('blocks: changed, new, removed -> each said by a word; what is the same is folded until it is asked for', () => {
  const same = words('请提前储水。');
  render(
    <ChangedBlocks
      changes={[
        { change: 'changed', before: words('周六停水。'), after: words('周日停水。') },
        { change: 'same', before: same, after: same },
        { change: 'same', before: same, after: words('谢谢。') },
        { change: 'removed', before: words('电话另行通知。'), after: null },
        { change: 'new', before: null, after: words('有事打社区电话。') },
      ]}
    />,
  );
  expect(screen.getAllByText('原来')).toHaveLength(2);
  expect(screen.getAllByText('现在')).toHaveLength(2);
  for (const word of ['改了', '去掉的', '加上的', '周六停水。', '周日停水。'])
    expect(screen.getByText(word)).toBeTruthy();
  expect(screen.queryByText('谢谢。')).toBeNull();
  fireEvent.click(screen.getByText('没改的 2 段'));
  expect(screen.getByText('谢谢。')).toBeTruthy();
});

test('facts: one that was empty before -> says so', () => {
  render(<ChangedFields fields={[{ field: 'madeOn', label: '成文日期', before: null, after: '2026-11-16' }]} />);
  expect(screen.getByText('没写')).toBeTruthy();
  expect(screen.getByText('2026-11-16')).toBeTruthy();
});
