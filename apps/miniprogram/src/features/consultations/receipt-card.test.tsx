import type { Receipt } from '@bandeng/contracts/types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { ReceiptCard } from './receipt-card';

const receipt: Receipt = {
  hash: 'a'.repeat(8) + '0'.repeat(48) + 'b'.repeat(8),
  version: 1,
  kind: 'comment',
  id: 'c1',
  bodySha256: 'f'.repeat(64),
  receivedAt: '2026-11-16T02:00:00.000Z',
  nonce: 'n1',
};
const show = (of?: 'withdrawal') =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ReceiptCard receipt={receipt} of={of} />
    </QueryClientProvider>,
  );

test('receipt: of a comment -> its ends, the whole on tap with when it came in', () => {
  show();
  expect(screen.getByRole('group', { name: '回执' })).toBeTruthy();
  expect(screen.getByText('aaaaaaaa … bbbbbbbb')).toBeTruthy();
  fireEvent.click(screen.getByText('谁拿它都能查：这句话没被改过'));
  expect(screen.getByText(receipt.hash)).toBeTruthy();
  expect(screen.getByText('收到')).toBeTruthy();
});

test('receipt: of a withdrawal -> named as that, and says when it was taken back', () => {
  show('withdrawal');
  expect(screen.getByRole('group', { name: '撤回的回执' })).toBeTruthy();
  fireEvent.click(screen.getByText('谁拿它都能查：这条是撤回了的'));
  expect(screen.getByText('撤回')).toBeTruthy();
  expect(screen.queryByText('收到')).toBeNull();
});
