import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { asApiError } from '@bandeng/contracts/api-error';
import { Switch } from '@/ui/choice';
import { Section } from '@/ui/card';
import { Loaded } from '@/ui/states';
import { toast } from '@/ui/toast';
import { subscriptions, usePutSubscriptions } from './api';
import type { SubscriptionItem } from './api';
import { kindWords } from './words';

interface Offer extends SubscriptionItem {
  name: string;
}

interface SwitchesProps {
  title: string;
  offers: readonly Offer[];
}

const same = (a: SubscriptionItem, b: SubscriptionItem) => a.kind === b.kind && a.id === b.id;

/** Switches for what one may be told of. */
export function SubscriptionSwitches({ title, offers }: SwitchesProps) {
  const query = useQuery(subscriptions());
  const put = usePutSubscriptions();
  if (offers.length === 0) return null;
  const turn = (items: readonly SubscriptionItem[], offer: Offer, isOn: boolean) => {
    if (put.isPending) return;
    const left = items.filter(item => !same(item, offer));
    put.mutate(isOn ? [...left, { kind: offer.kind, id: offer.id }] : left, {
      onError: error => toast(asApiError(error).title, 'alert'),
    });
  };
  return (
    <Section title={title}>
      <Loaded query={query} lines={3}>
        {({ items }) => (
          <View className="card tight rows">
            {offers.map(offer => (
              <View key={`${offer.kind}${offer.id}`} className="row-wrap">
                <Switch
                  label={offer.name}
                  checked={items.some(item => same(item, offer))}
                  onChange={isOn => turn(items, offer, isOn)}
                />
              </View>
            ))}
          </View>
        )}
      </Loaded>
    </Section>
  );
}

/** What is subscribed to elsewhere (a consultation, an entry, another street), so that it can be ended here. */
export function OtherSubscriptions({ offered }: { offered: readonly SubscriptionItem[] }) {
  const query = useQuery(subscriptions());
  const others = (query.data?.items ?? []).filter(item => !offered.some(offer => same(offer, item)));
  return (
    <SubscriptionSwitches
      title="在别处订的"
      offers={others.map(item => ({ ...item, name: `${kindWords[item.kind]}：${item.name}` }))}
    />
  );
}
