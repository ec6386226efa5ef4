import { PaperClipOutlined } from '@ant-design/icons';
import { useId } from 'react';

interface Props {
  id?: string;
  label: string;
  accept?: string | undefined;
  multiple?: boolean;
  /** What is chosen already. */
  chosen?: string | undefined;
  take: (files: File[]) => void;
}

/** A browser's own picker of files, in our words. */
export function FilePicker({ id, label, accept, multiple = false, chosen, take }: Props) {
  const own = useId();
  const input = id ?? own;
  return (
    <span className="file-picker">
      <input
        id={input}
        type="file"
        className="visually-hidden"
        multiple={multiple}
        {...(accept && { accept })}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <label htmlFor={input}>
        <PaperClipOutlined /> {label}
      </label>
      {chosen && <span className="quiet">{chosen}</span>}
    </span>
  );
}
