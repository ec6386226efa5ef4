import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { open } from '@/lib/navigation';
import { call } from '@/lib/phone';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { LargerType } from '@/ui/larger-type';
import { PhoneLine } from '@/ui/phone-line';
import { shareOf } from './api';

/** For who scanned a poster or a sheet: large letters at once, and one tap back; and somebody to ask. */
export function ScannedTop({ scene }: { scene: string | undefined }) {
  const share = useScanned(scene);
  if (!share) return null;
  const { contact } = share;
  return (
    <View className="line wrap scanned-help">
      <LargerType />
      {contact && (
        <Button wide icon="phone" label={`打电话问${contact.name}`} onPress={() => call(contact.phone)}>
          打电话问
        </Button>
      )}
    </View>
  );
}

/** Instead of a form: whom to call nearby, who writes it down; a message where nobody can be called. */
export function ScannedVoice({ scene }: { scene: string | undefined }) {
  const share = useScanned(scene);
  if (!share) return null;
  const { contact } = share;
  return (
    <Section title="说给网格员听">
      <Card>
        {contact ? (
          <>
            <View>有话想说、看不明白，打给{contact.name}，请网格员上门听你说、帮你记。</View>
            <View className="mt2">
              <PhoneLine number={contact.phone} />
            </View>
          </>
        ) : (
          <>
            <View>有话想说、看不明白，留句话，答复送到你手里。</View>
            <View className="mt2">
              <Button block icon="pencil" onPress={() => void open('enquiryForm')}>
                留句话
              </Button>
            </View>
          </>
        )}
      </Card>
    </Section>
  );
}

/** What was scanned from paper; nothing when the page was opened another way. */
function useScanned(scene: string | undefined) {
  const { data } = useQuery({ ...shareOf(scene ?? ''), enabled: scene !== undefined });
  return data?.state === 'open' && (data.channel === 'poster' || data.channel === 'sheet') ? data : undefined;
}
