import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readingAll } from '@/lib/reads';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { Field } from '@/ui/field';
import { Loaded } from '@/ui/states';
import type { EnquiryDraft, Faults } from './enquiry-draft';

interface PlaceFieldsProps {
  draft: EnquiryDraft;
  faults: Faults;
  change: (part: Partial<EnquiryDraft>) => void;
}

const areas = (level: 'street' | 'community', parent?: string) =>
  readingAll('areas.list', { query: { level, parent } });

/** Where it is: chosen from streets and communities, nobody is tracked. */
export function PlaceFields({ draft, faults, change }: PlaceFieldsProps) {
  const { street, areaId, where } = draft;
  const [isOpen, setOpen] = useState(street !== '' || where !== '');
  if (!isOpen) {
    return (
      <View className="mt2">
        <View className="note">和地点有关的，选一下在哪里。只记你选的，不定位</View>
        <Button look="plain" icon="pin" onPress={() => setOpen(true)}>
          选地点
        </Button>
      </View>
    );
  }
  return (
    <>
      <Areas
        level="street"
        label="在哪个街道？"
        value={street}
        onChange={chosen => change({ street: chosen, areaId: '' })}
      />
      {street !== '' && (
        <Areas
          key={street}
          level="community"
          parent={street}
          label="哪个社区？"
          value={areaId}
          onChange={chosen => change({ areaId: chosen })}
        />
      )}
      <Field
        label="具体在哪"
        hint="可以不写"
        value={where}
        maxLength={100}
        placeholder="比如：槐影巷口"
        error={faults.where}
        onChange={text => change({ where: text })}
      />
    </>
  );
}

interface AreasProps {
  level: 'street' | 'community';
  parent?: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
}

function Areas({ level, parent, label, value, onChange }: AreasProps) {
  const query = useQuery(areas(level, parent));
  return (
    <Loaded query={query} lines={3}>
      {list => (
        <Choice
          label={label}
          value={value}
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChange}
        />
      )}
    </Loaded>
  );
}
