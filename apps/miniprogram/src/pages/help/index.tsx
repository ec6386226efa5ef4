import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { units } from '@/features/organization/api';
import { open } from '@/lib/navigation';
import { call } from '@/lib/phone';
import { usePreferences } from '@/lib/preferences';
import { Button } from '@/ui/button';
import { Card, Row, Section } from '@/ui/card';
import { Page } from '@/ui/page';
import { Empty, Loaded } from '@/ui/states';
import { Heading } from '@/ui/text';

/** People who can be asked: by telephone, or in person. A tab in elder mode, 问一问 otherwise. */
export default function HelpPage() {
  const { elder } = usePreferences();
  const query = useQuery(units());
  return (
    <Page {...(elder ? { tab: 'help', lead: <BigTitle /> } : { title: '问一问', isTitleHeading: true })}>
      <Card className="mt3 tight">
        <Row icon="pin" title="当面问" detail="到查阅点和服务大厅，有人帮你找" onPress={() => void open('places')} />
      </Card>
      <Section title="打电话问">
        <Loaded query={query} lines={9}>
          {list => {
            const reachable = list.filter(unit => unit.phone !== null);
            if (reachable.length === 0) return <Empty title="还没有公开电话" detail="到查阅点当面问" />;
            return (
              <Card className="tight rows">
                {reachable.map(({ id, name, phone, officeHours }) => (
                  <View key={id} className="row-item">
                    <View className="grow">
                      <View className="row-title">{name}</View>
                      <View>{phone}</View>
                      {officeHours && <View className="note">{officeHours}</View>}
                    </View>
                    <Button small icon="phone" label={`打电话给${name}`} onPress={() => call(phone ?? '')}>
                      打电话
                    </Button>
                  </View>
                ))}
              </Card>
            );
          }}
        </Loaded>
      </Section>
    </Page>
  );
}

const BigTitle = () => (
  <Heading level={1} className="nav-title big">
    找人帮
  </Heading>
);
