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

const usePrivacyStore = create<{ resolve: Resolve | undefined }>(() => ({ resolve: undefined }));

/** Whether WeChat waits for an answer about privacy. */
export const useIsAskingPrivacy = (): boolean => usePrivacyStore(state => state.resolve !== undefined);

/** WeChat asks before the first call that touches personal data; nothing is asked before that. Called once at start. */
export function watchPrivacy(): void {
  wechat<PrivacyApi>()?.onNeedPrivacyAuthorization?.(resolve => {
    resolve({ event: 'exposureAuthorization' });
    usePrivacyStore.setState({ resolve });
  });
}

export function answerPrivacy(agrees: boolean): void {
  const { resolve } = usePrivacyStore.getState();
  resolve?.(agrees ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' });
  usePrivacyStore.setState({ resolve: undefined });
}

/** Shows the privacy guide registered with WeChat. */
export function openPrivacyContract(): void {
  wechat<PrivacyApi>()?.openPrivacyContract?.({});
}
