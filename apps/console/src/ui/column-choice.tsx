import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';

interface Props {
  titles: readonly string[];
  hidden: readonly string[];
  setHidden: (hidden: readonly string[]) => void;
}

/** Which columns a list shows; the first one always, for it says what the row is. */
export function ColumnChoice({ titles, hidden, setHidden }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const count = titles.filter(title => hidden.includes(title)).length;
  return (
    <div className="column-choice">
      <Button
        type="text"
        size="small"
        icon={<SettingOutlined />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? `看哪几栏（少了 ${count} 栏）` : '看哪几栏'}
      </Button>
      {isOpen && (
        <fieldset id={id} className="plain-fieldset">
          <legend className="visually-hidden">看哪几栏</legend>
          <Checkbox.Group
            options={[...titles]}
            value={titles.filter(title => !hidden.includes(title))}
            onChange={shown => setHidden(titles.filter(title => !shown.includes(title)))}
          />
        </fieldset>
      )}
    </div>
  );
}
