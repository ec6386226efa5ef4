import { act, fireEvent, render, screen } from '@testing-library/react';
import { answerPrivacy, watchPrivacy } from '../lib/privacy';
import { PrivacyDialog } from './privacy-dialog';

type Listener = (resolve: jest.Mock) => void;

let ask: Listener | undefined;
const openPrivacyContract = jest.fn();
jest.mock('../lib/env', () => ({
  ...jest.requireActual<object>('../lib/env'),
  wechat: () => ({
    onNeedPrivacyAuthorization: (listener: Listener) => {
      ask = listener;
    },
    openPrivacyContract,
  }),
}));

/** A call that touches personal data, held until the person has answered. */
function callHeld() {
  const resolve = jest.fn();
  act(() => ask?.(resolve));
  return resolve;
}

beforeEach(() => {
  watchPrivacy();
  render(<PrivacyDialog />);
});
afterEach(() => act(() => answerPrivacy(false)));

test('privacy: nothing touches personal data -> nothing is asked', () => {
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('privacy: a call is held -> WeChat hears that it is shown; the guide can be read; refusing lets go of it', () => {
  const resolve = callHeld();
  expect(resolve.mock.calls).toEqual([[{ event: 'exposureAuthorization' }]]);
  fireEvent.click(screen.getByRole('button', { name: '看隐私保护指引' }));
  expect(openPrivacyContract).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole('button', { name: '不同意' }));
  expect(resolve).toHaveBeenLastCalledWith({ event: 'disagree' });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('privacy: two calls are held -> one answer is both of theirs, with the button that WeChat counts', () => {
  const held = [callHeld(), callHeld()];
  expect(document.getElementById('privacy-agree')).toBeTruthy();
  act(() => answerPrivacy(true));
  for (const resolve of held) expect(resolve).toHaveBeenLastCalledWith({ event: 'agree', buttonId: 'privacy-agree' });
});
