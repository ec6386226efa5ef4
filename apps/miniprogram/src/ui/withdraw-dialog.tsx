import { asApiError } from '@bandeng/contracts/api-error';
import { Dialog } from './sheet';
import { toast } from './toast';

interface WithdrawDialogProps {
  title: string;
  /** What it means. */
  words: string;
  withdraw: () => Promise<unknown>;
  isBusy: boolean;
  isOpen: boolean;
  onClose: () => void;
}

/** Asks before a case is taken back; a refusal is said and leaves it open. */
export function WithdrawDialog({ title, words, withdraw, isBusy, isOpen, onClose }: WithdrawDialogProps) {
  const confirm = async () => {
    try {
      await withdraw();
      onClose();
      toast('撤回了');
    } catch (error) {
      toast(asApiError(error).title, 'alert');
    }
  };
  return (
    <Dialog
      open={isOpen}
      title={title}
      confirm={{ text: '撤回', danger: true, busy: isBusy, onPress: () => void confirm() }}
      onClose={onClose}
    >
      {words}
    </Dialog>
  );
}
