import { Button } from 'antd';
import { useRef, type ChangeEvent } from 'react';

interface Props {
  /** What the button says. */
  text: string;
  /** What the file is, for who does not see the button. */
  label: string;
  busy: boolean;
  choose: (file: File) => void;
}

/** Asks for an xlsx file of the machine. */
export function ChooseWorkbook({ text, label, busy, choose }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  function chosen({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    // The same file, mended, can be chosen again.
    target.value = '';
    if (file) choose(file);
  }
  return (
    <>
      <Button loading={busy} onClick={() => chooser.current?.click()}>
        {text}
      </Button>
      <input
        ref={chooser}
        className="visually-hidden"
        type="file"
        accept=".xlsx"
        aria-label={label}
        tabIndex={-1}
        onChange={chosen}
      />
    </>
  );
}
