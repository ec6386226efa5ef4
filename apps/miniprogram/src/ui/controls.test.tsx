import { fireEvent, render, screen } from '@testing-library/react';
import { resetTaro } from '../../test/taro';
import { Button } from './button';
import { Choice, Switch } from './choice';
import { Field, TextArea } from './field';
import { Dialog } from './sheet';
import { Tabs } from './tabs';
import { ToastHost } from './toast';

beforeEach(() => resetTaro());

describe('button', () => {
  test('pressed, and by Enter or Space -> acts each time', () => {
    const onPress = jest.fn();
    render(<Button onPress={onPress}>送出</Button>);
    const button = screen.getByRole('button', { name: '送出' });
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 'Enter' });
    fireEvent.keyDown(button, { key: ' ' });
    fireEvent.keyDown(button, { key: 'a' });
    expect(onPress).toHaveBeenCalledTimes(3);
    expect(button).toHaveProperty('tabIndex', 0);
  });

  test('busy: pressed again -> nothing is sent twice', () => {
    const onPress = jest.fn();
    render(
      <Button busy onPress={onPress}>
        送出
      </Button>,
    );
    const button = screen.getByRole('button');
    fireEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  test('disabled: pressed -> says why and does nothing', () => {
    const onPress = jest.fn();
    render(
      <>
        <Button disabledBecause="先写几个字" onPress={onPress}>
          送出
        </Button>
        <ToastHost />
      </>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(onPress).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toContain('先写几个字');
  });
});

describe('fields', () => {
  test('field: typed and left -> hands the text on, then asks to be checked', () => {
    const [onChange, onLeave] = [jest.fn(), jest.fn()];
    render(<Field label="姓名" value="" onChange={onChange} onLeave={onLeave} />);
    const input = screen.getByRole('textbox', { name: '姓名' });
    fireEvent.change(input, { target: { value: '周小禾' } });
    fireEvent.blur(input);
    expect(onChange).toHaveBeenCalledWith('周小禾');
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  test('field: with an error -> says it and is marked invalid', () => {
    render(<Field label="手机号" value="1" error="手机号是 11 位数字" onChange={() => undefined} />);
    expect(screen.getByRole('alert').textContent).toBe('手机号是 11 位数字');
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  test('text area: some text -> counts it', () => {
    render(<TextArea label="为什么" value="等太久" maxLength={500} onChange={() => undefined} />);
    expect(screen.getByText('3/500')).toBeTruthy();
  });
});

describe('choices', () => {
  test('choice: another one pressed -> hands its value on; the chosen one says so', () => {
    const onChange = jest.fn();
    const options = [
      { value: 'paper', label: '纸质' },
      { value: 'electronic', label: '电子文件' },
    ] as const;
    render(<Choice label="怎么给你" options={options} value="paper" onChange={onChange} />);
    expect(screen.getByRole('radio', { name: '纸质' }).getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByRole('radio', { name: '电子文件' }));
    expect(onChange).toHaveBeenCalledWith('electronic');
  });

  test('switch: row pressed -> turns over', () => {
    const onChange = jest.fn();
    render(<Switch label="不显示名字" detail="公开时写「居民」" checked onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch'));
    expect(onChange).toHaveBeenCalledWith(false);
  });

  test('tabs: counts -> stand beside the words, the current one is selected', () => {
    const items = [
      { value: 'draft', label: '草案', count: 38 },
      { value: 'why', label: '为什么改' },
    ] as const;
    render(<Tabs label="看哪一部分" items={items} value="draft" onChange={() => undefined} />);
    expect(screen.getByRole('tab', { name: '草案 38' }).getAttribute('aria-selected')).toBe('true');
  });
});

test('dialog: opened -> focus goes in; Escape -> asks to close', () => {
  const onClose = jest.fn();
  render(
    <Dialog
      open
      title="撤回这条意见？"
      confirm={{ text: '撤回', onPress: () => undefined, danger: true }}
      onClose={onClose}
    />,
  );
  expect(document.activeElement?.textContent).toBe('先不');
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
});
