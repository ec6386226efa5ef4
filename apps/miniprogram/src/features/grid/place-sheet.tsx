import { View } from '@tarojs/components';
import { useState } from 'react';
import { placeKey, type Place } from '@/lib/place';
import { Row } from '@/ui/card';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { Empty } from '@/ui/states';

/** So many fit a hand; more are found by a word. */
const SHOWN = 30;

interface PlaceSheetProps {
  places: readonly Place[];
  onChoose: (place: Place) => void;
  onClose: () => void;
}

/** Which clause or entry of the draft somebody speaks of. */
export function PlaceSheet({ places, onChoose, onClose }: PlaceSheetProps) {
  const [words, setWords] = useState('');
  const found = places.filter(({ label, of = '', current = '' }) => `${of}${label}${current}`.includes(words.trim()));
  return (
    <Sheet open title="说的是哪一条" note="拿不准就选整个草案" onClose={onClose}>
      <Field label="找一条" hint="可以不写" value={words} maxLength={20} onChange={setWords} />
      {found.length === 0 && <Empty icon="search" title="没有找到" detail="换个词，或者选整个草案" />}
      <View className="rows">
        {found.slice(0, SHOWN).map(place => (
          <Row
            key={placeKey(place.target)}
            title={place.of ? `${place.of}：${place.label}` : place.label}
            detail={place.current?.slice(0, 60)}
            onPress={() => onChoose(place)}
          />
        ))}
      </View>
      {found.length > SHOWN && <View className="note mt2">还有 {found.length - SHOWN} 条，写个词再找</View>}
    </Sheet>
  );
}
