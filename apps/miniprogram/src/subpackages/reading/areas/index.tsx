import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { areas } from '@/features/organization/api';
import { back } from '@/lib/navigation';
import { setPreferences, usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Choice } from '@/ui/choice';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

/** 我的社区: chosen without logging in, kept on this phone. */
export default function AreasPage() {
  const { area } = usePreferences();
  const streets = useQuery(areas('street'));
  const [street, setStreet] = useState<string>();
  return (
    <Page title="选我的社区">
      <Heading level={1}>你住在哪个社区？</Heading>
      <View className="note mt1">只记在这部手机里，用来先给你看身边的事。</View>
      <Loaded query={streets}>
        {list => (
          <Card className="mt3 tight rows">
            {list.map(({ id, name }) => (
              <View key={id} className="row-wrap">
                <Press
                  className="row-item"
                  expanded={street === id}
                  onPress={() => setStreet(street === id ? undefined : id)}
                >
                  <Text className="grow row-title">{name}</Text>
                  <Icon name={street === id ? 'up' : 'down'} size="xs" />
                </Press>
                {street === id && <Communities street={id} />}
              </View>
            ))}
          </Card>
        )}
      </Loaded>
      {area && (
        <View className="center mt3">
          <Button
            look="plain"
            onPress={() => {
              setPreferences({ area: undefined });
              void back();
            }}
          >
            不选社区，看全区的
          </Button>
        </View>
      )}
    </Page>
  );
}

function Communities({ street }: { street: string }) {
  const { area } = usePreferences();
  const query = useQuery(areas('community', street));
  return (
    <Loaded query={query} lines={3}>
      {list => (
        <Choice
          label="社区"
          options={list.map(({ id, name }) => ({ value: id, label: name }))}
          value={area?.id}
          onChange={id => {
            const chosen = list.find(community => community.id === id);
            if (chosen) setPreferences({ area: { id, name: chosen.name } });
            void back();
          }}
        />
      )}
    </Loaded>
  );
}
