import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/http';
import { useFilters } from '../../lib/use-filters';
import { useBrought } from './use-brought';
import type { Asked } from './use-coverage';

/** Which campaign, notice or draft: its kind and id are in the address. */
export function CoverageChoice({ asked, title }: { asked: Asked | undefined; title: string | undefined }) {
  const filters = useFilters();
  const [words, setWords] = useState('');
  const brought = useBrought(words);
  const { data } = useQuery({
    queryKey: ['grid-campaigns', 'to-choose'],
    queryFn: () => api.call('staff.grid.campaigns.list', { query: { limit: 50 } }),
  });
  const campaigns = (data?.items ?? [])
    .filter(campaign => campaign.title.includes(words.trim()))
    .map(campaign => ({ value: `campaign:${campaign.id}`, label: campaign.title }));
  const [chosen] = Object.entries(asked ?? {});
  return (
    <Select<{ value: string; label: string }>
      aria-label="看什么送到了哪里"
      style={{ width: 420, maxWidth: '100%' }}
      placeholder="选一个任务，或者打字找一份内容"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setWords }}
      notFoundContent={brought.isLoading ? '正在查' : '没有找到，换一个词'}
      {...(chosen && { value: { value: chosen.join(':'), label: title ?? '' } })}
      onChange={({ value }) => {
        const at = value.indexOf(':');
        const none = { campaign: undefined, notice: undefined, consultation: undefined, area: undefined };
        filters.set({ ...none, [value.slice(0, at)]: value.slice(at + 1) });
      }}
      options={[...(campaigns.length > 0 ? [{ label: '入户任务', options: campaigns }] : []), ...brought.options]}
    />
  );
}
