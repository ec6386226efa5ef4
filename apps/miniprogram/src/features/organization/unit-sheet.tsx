import { useQuery } from '@tanstack/react-query';
import { Choice } from '@/ui/choice';
import { Sheet } from '@/ui/sheet';
import { Loaded } from '@/ui/states';
import { units } from './api';

interface UnitSheetProps {
  value: string | undefined;
  onChoose: (id: string | undefined) => void;
  onClose: () => void;
}

/** Which unit's things to show; choosing closes it. */
export function UnitSheet({ value, onChoose, onClose }: UnitSheetProps) {
  const query = useQuery(units());
  return (
    <Sheet open title="哪个单位" onClose={onClose}>
      <Loaded query={query} lines={9}>
        {list => (
          <Choice
            label="单位"
            options={[{ value: 'all', label: '全部单位' }, ...list.map(({ id, name }) => ({ value: id, label: name }))]}
            value={value ?? 'all'}
            onChange={id => {
              onChoose(id === 'all' ? undefined : id);
              onClose();
            }}
          />
        )}
      </Loaded>
    </Sheet>
  );
}
