import type { SaveState } from '../../../lib/autosave';
import { sayRefusal } from '../../../lib/use-act';

const WORDS: Partial<Record<SaveState['kind'], string>> = {
  saved: '保存好了',
  changed: '有改动，马上保存',
  saving: '在保存…',
};

/** Whether what is written is safe. */
export function SavedOrNot({ state }: { state: SaveState }) {
  return (
    <span role="status" className={state.kind === 'failed' || state.kind === 'refused' ? 'field-fault' : 'quiet'}>
      {state.kind === 'failed' && '没有保存上，一会儿再试；先别关这一页'}
      {state.kind === 'refused' && `没有保存：${sayRefusal(state.error)}`}
      {state.kind === 'conflict' && '没有保存：别人刚改过'}
      {WORDS[state.kind]}
    </span>
  );
}
