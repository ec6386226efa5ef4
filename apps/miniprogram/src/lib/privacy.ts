import { create } from 'zustand';
import { wechat } from './env';

type Answer = { event: 'exposureAuthorization' } | { event: 'agree'; buttonId: string } | { event: 'disagree' };
type Resolve = (answer: Answer) => void;

interface PrivacyApi {
  onNeedPrivacyAuthorization?: (listener: (resolve: Resolve) => void) => void;
  openPrivacyContract?: (options: object) => void;
}

/** Id of the button whose press WeChat counts as consent. */
export const agreeButtonId = 'privacy-agree';

/** Several calls may wait for one answer. */
const usePrivacyStore = create<{ waiting: readonly Resolve[] }>(() => ({ waiting: [] }));

/** Whether WeChat waits for an answer about privacy. */
export const useIsAskingPrivacy = (): boolean => usePrivacyStore(state => state.waiting.length > 0);

/** WeChat asks before the first call that touches personal data; nothing is asked before that. Called once at start. */
export function watchPrivacy(): void {
  wechat<PrivacyApi>()?.onNeedPrivacyAuthorization?.(resolve => {
    resolve({ event: 'exposureAuthorization' });
    usePrivacyStore.setState(({ waiting }) => ({ waiting: [...waiting, resolve] }));
  });
}

export function answerPrivacy(agrees: boolean): void {
  const { waiting } = usePrivacyStore.getState();
  usePrivacyStore.setState({ waiting: [] });
  for (const resolve of waiting) resolve(agrees ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' });
}

/** Shows the privacy guide registered with WeChat. */
export function openPrivacyContract(): void {
  wechat<PrivacyApi>()?.openPrivacyContract?.({});
}
