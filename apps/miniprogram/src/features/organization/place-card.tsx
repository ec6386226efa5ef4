import { Text, View } from '@tarojs/components';
import type { Place } from '@bandeng/contracts/types';
import { call, showOnMap } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Heading } from '@/ui/text';
import { toast } from '@/ui/toast';
import { placeWords } from './words';

/** A place where papers can be read: when it is open, who answers, how to get there. */
export function PlaceCard({ place }: { place: Place }) {
  const { name, kind, address, hours, phone, services, location } = place;
  const show = async (at: NonNullable<typeof location>) => {
    const said = await showOnMap({ name, address, ...at });
    if (said) toast(said, 'copy');
  };
  return (
    <Card className="mt2">
      <View className="line between wrap">
        <Heading level={2} className="lead">
          {name}
        </Heading>
        <Tag>{placeWords[kind]}</Tag>
      </View>
      <View className="mt1">
        <Fact name="在哪里" first>
          {address}
        </Fact>
        <Fact name="几点开门">{hours}</Fact>
        {phone && (
          <Fact name="电话">
            <Text className="unbroken">{phone}</Text>
          </Fact>
        )}
        {services.length > 0 && <Fact name="能办什么">{services.join('、')}</Fact>}
      </View>
      <View className="line wrap mt1">
        {phone && (
          <Button small icon="phone" label={`打电话给${name}`} onPress={() => call(phone)}>
            打电话
          </Button>
        )}
        {location && (
          <Button small icon="pin" label={`看地图，${name}`} onPress={() => void show(location)}>
            看地图
          </Button>
        )}
      </View>
    </Card>
  );
}
