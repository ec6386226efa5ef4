import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { sayDate } from '@bandeng/rules';
import { now } from '@/lib/clock';
import { open } from '@/lib/navigation';
import { Row, Section } from '@/ui/card';
import { publishedReports } from './api';

/** Reports that were handed in here; nothing while there are none. */
export function PublishedReports({ unit }: { unit: string | undefined }) {
  const { data } = useQuery(publishedReports(unit));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="带数字的年度报告">
      <View className="card tight rows">
        {data.items.map(({ id, unit: of, year, publishedAt }) => (
          <Row
            key={id}
            title={of.name}
            value={`${year}年`}
            detail={`${sayDate(publishedAt, now())}公开`}
            onPress={() => void open('annualReport', { unit: of.id, year: String(year) })}
          />
        ))}
      </View>
    </Section>
  );
}
