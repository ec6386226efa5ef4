import { Button } from '@/ui/button';
import type { SubscriptionItem, Template } from './api';
import { useTellMe } from './use-tell-me';

interface TellMeButtonProps {
  template: Template;
  /** What to be told of beside one's own things, which the inbox has anyway. */
  item?: SubscriptionItem;
  /** 有进展告诉我 */
  text: string;
}

/** Asks to be allowed to tell: stands where the next event is shown, and nowhere else (UI.md 13). */
export function TellMeButton({ template, item, text }: TellMeButtonProps) {
  const { tellMe, isTold } = useTellMe(template, item);
  return (
    <Button look="plain" icon={isTold ? 'check' : 'bell'} onPress={() => void tellMe()}>
      {isTold ? '有了会告诉你' : text}
    </Button>
  );
}
