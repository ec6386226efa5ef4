import type { StaffComment } from '@bandeng/contracts/types';
import { Checkbox } from 'antd';
import type { List } from '../../lib/use-list';
import { More } from '../../ui/more';

interface Props {
  list: List<StaffComment>;
  current: StaffComment;
  selected: readonly string[];
  toggle: (id: string) => void;
  show: (id: string) => void;
}

/** The queue, a line or two of each comment; several can be ticked. */
export function CommentPicker({ list, current, selected, toggle, show }: Props) {
  return (
    <div className="comment-picker">
      <ol aria-label="这一栏的意见">
        {list.items.map(comment => (
          <li key={comment.id} className={comment.id === current.id ? 'at-hand' : ''}>
            <Checkbox
              aria-label={`选中：${comment.body.slice(0, 20)}`}
              checked={selected.includes(comment.id)}
              onChange={() => toggle(comment.id)}
            />
            <button
              type="button"
              aria-current={comment.id === current.id ? 'true' : undefined}
              onClick={() => show(comment.id)}
            >
              <span className="two-lines">{comment.body}</span>
              <span className="quiet">
                {comment.author} · {comment.targetLabel}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <More list={list} />
      {list.isCut && <p className="quiet list-more">后面还有。查一个词，或者导出来看全部。</p>}
    </div>
  );
}
