import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';
import { useSettled } from '../../lib/use-settled';

const MOST = 20;

/** What can be brought to a door, to choose from: open consultations, and public notices by words, or the newest. `kind:id`. */
export function useBrought(words: string) {
  const q = useSettled(words.trim());
  const open = useQuery({
    queryKey: ['grid-brought', 'open'],
    queryFn: () => api.call('consultations.list', { query: { state: 'open', limit: 100 } }),
  });
  const notices = useQuery({ queryKey: ['grid-brought', 'notices', q], queryFn: () => findNotices(q) });
  const consultations = (open.data?.items ?? []).filter(({ title, question }) => `${title}${question}`.includes(q));
  const groups = [
    {
      label: '正在征集',
      options: consultations.map(({ id, question }) => ({ value: `consultation:${id}`, label: question })),
    },
    {
      label: '公开信息',
      options: (notices.data ?? []).map(({ id, title }) => ({ value: `notice:${id}`, label: title })),
    },
  ];
  return {
    isLoading: open.isLoading || notices.isLoading,
    options: groups.filter(({ options }) => options.length > 0),
  };
}

async function findNotices(q: string): Promise<{ id: string; title: string }[]> {
  if (q === '') return (await api.call('notices.list', { query: { limit: MOST } })).items;
  const { items } = await api.call('search.query', { query: { q, kind: 'notice', limit: MOST } });
  return items.map(({ id, title }) => ({ id, title: title.text }));
}
