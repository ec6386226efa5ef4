import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, render, screen } from '@testing-library/react';
import { Account } from './account';
import { Bench } from './bench';
import { Blocks, plainText } from './blocks';
import type { BodyBlock } from './blocks';
import { DayCalendar, wholeWeeks } from './day-calendar';
import { iconNames } from './icon';
import { List } from './list';
import type { EndlessQuery } from './list';
import { Marked } from './text';

test('icons: every name -> drawn in the style sheet, and nothing is drawn without a name', () => {
  const sheet = readFileSync(join(__dirname, 'styles/icons.scss'), 'utf8');
  const drawn = [...sheet.matchAll(/^ {2}'([a-z]+)':/gm)].map(match => match[1]);
  expect([...drawn].sort()).toEqual([...iconNames].sort());
});

describe('bench', () => {
  test('day 21 of 30 with 86 comments -> 70 % of the plank, five neighbours and a free seat', () => {
    const { container } = render(<Bench day={21} days={30} comments={86} seat="free" />);
    expect(screen.getByRole('img', { name: '征集进行到第 21 天，共 30 天' })).toBeTruthy();
    expect(container.querySelectorAll('.i-sit')).toHaveLength(5);
    expect(container.querySelectorAll('.i-seat')).toHaveLength(1);
    expect(container.querySelector<HTMLElement>('.bench-gone')?.style.width).toBe('70%');
  });

  test('after the last day -> full, and says it is over', () => {
    const { container } = render(<Bench day={40} days={30} comments={0} seat="none" />);
    expect(screen.getByRole('img', { name: '征集已经结束，一共 30 天' })).toBeTruthy();
    expect(container.querySelector<HTMLElement>('.bench-gone')?.style.width).toBe('100%');
  });
});

describe('day calendar', () => {
  test('days from a Friday to a Monday -> whole weeks from Monday to Sunday', () => {
    const weeks = wholeWeeks([
      { date: '2026-09-18', state: 'received' },
      { date: '2026-09-19', state: 'rest' },
      { date: '2026-09-20', state: 'counted', number: 1, makeUp: true },
      { date: '2026-09-21', state: 'due', number: 2 },
    ]);
    expect(weeks).toHaveLength(14);
    expect(weeks[0]?.date).toBe('2026-09-14');
    expect(weeks[13]?.date).toBe('2026-09-27');
  });

  test('a worked Sunday -> its cell says its number and that it is worked', () => {
    render(<DayCalendar label="为什么" days={[{ date: '2026-09-20', state: 'counted', number: 1, makeUp: true }]} />);
    expect(screen.getByRole('listitem', { name: '9月20日，第 1 个工作日，调休上班' })).toBeTruthy();
  });
});

test('account: a row pressed -> its key is handed on; sums that do not add up -> said', () => {
  const onSelect = jest.fn();
  const rows = [{ key: 'adopted', label: '采纳', count: 11, fill: 'solid', icon: 'check' }] as const;
  render(<Account rows={rows} total={12} totalLabel="收到" balanced={false} onSelect={onSelect} />);
  fireEvent.click(screen.getByRole('button', { name: '采纳，11 条' }));
  expect(onSelect).toHaveBeenCalledWith('adopted');
  expect(screen.getByText('账对不上')).toBeTruthy();
});

const blocks: BodyBlock[] = [
  { type: 'heading', level: 2, text: '一、补给谁' },
  { type: 'paragraph', children: [{ text: '看' }, { text: '指南', href: 'https://example.gov.cn' }] },
  { type: 'list', ordered: true, items: ['甲', '乙'] },
  { type: 'table', caption: '标准', head: ['年龄', '每餐补'], rows: [['80 岁以上', '5 元']] },
];

test('blocks: a body -> headings, links, lists and tables with their roles; its words for reading aloud', () => {
  render(<Blocks blocks={blocks} />);
  expect(screen.getByRole('heading', { name: '一、补给谁', level: 2 })).toBeTruthy();
  expect(screen.getByRole('link', { name: '指南' })).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByRole('table', { name: '标准' })).toBeTruthy();
  expect(plainText(blocks)).toBe('一、补给谁\n看指南\n甲\n乙\n80 岁以上，5 元');
});

test('marked: overlapping and overlong highlights -> nothing is lost or doubled', () => {
  const { container } = render(
    <Marked
      text="老年人助餐补贴"
      highlights={[
        [3, 5],
        [4, 6],
        [5, 7],
        [6, 99],
      ]}
    />,
  );
  expect(container.textContent).toBe('老年人助餐补贴');
  expect(container.querySelectorAll('.mark')).toHaveLength(2);
});

describe('list', () => {
  const query = (more: Partial<EndlessQuery<{ id: string }>>): EndlessQuery<{ id: string }> => ({
    data: undefined,
    error: null,
    hasNextPage: false,
    isFetchingNextPage: false,
    fetchNextPage: jest.fn(),
    refetch: jest.fn(),
    ...more,
  });
  const show = (more: Partial<EndlessQuery<{ id: string }>>) => {
    const given = query(more);
    render(
      <List query={given} label="公开信息" empty={{ title: '这里还没有' }}>
        {row => <>{row.id}</>}
      </List>,
    );
    return given;
  };
  const pages = (...ids: string[][]) => ({
    pages: ids.map(page => ({ items: page.map(id => ({ id })), nextCursor: null })),
    pageParams: [],
  });

  test('loading, empty, fault -> each says what it is; retry asks again', () => {
    show({});
    expect(screen.getByRole('status', { name: '正在读取' })).toBeTruthy();
    show({ data: pages([]) });
    expect(screen.getByText('这里还没有')).toBeTruthy();
    const failed = show({ error: new Error('x') });
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(failed.refetch).toHaveBeenCalledTimes(1);
  });

  test('a row that moved between pages -> shown once; more there -> a button reads on', () => {
    const given = show({ data: pages(['a', 'b'], ['b', 'c']), hasNextPage: true });
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['a', 'b', 'c']);
    fireEvent.click(screen.getByRole('button', { name: '再看一些' }));
    expect(given.fetchNextPage).toHaveBeenCalledTimes(1);
  });

  test('nothing more -> says so', () => {
    show({ data: pages(['a']) });
    expect(screen.getByText('到底了')).toBeTruthy();
  });
});

test('table: rows of my community among many -> first, and the rest folded until asked for', () => {
  const rows = Array.from({ length: 86 }, (_, at) => [`住户${at}`, at % 40 === 39 ? '槐影社区' : '石桥社区']);
  render(<Blocks blocks={[{ type: 'table', head: ['姓名', '社区'], rows }]} mine="槐影社区" />);
  expect(screen.getAllByRole('row')[1]?.textContent).toContain('住户39');
  expect(screen.getAllByRole('row')).toHaveLength(21);
  fireEvent.click(screen.getByRole('button', { name: '看全部 86 行' }));
  expect(screen.getAllByRole('row')).toHaveLength(87);
});

test('table: more columns than fit a phone -> can be pushed along with the keyboard; a narrow one is no stop', () => {
  const wide = ['项目', '自然人', '商业企业', '科研机构', '总计'];
  render(<Blocks blocks={[wide, wide.slice(0, 3)].map(head => ({ type: 'table', head, rows: [head] }))} />);
  const regions = screen.getAllByRole('region');
  expect(regions.map(({ tabIndex }) => tabIndex)).toEqual([0]);
  expect(regions[0]?.textContent).toContain('总计');
});
