import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/http';

export type Coverage = RouteAnswer<'staff.grid.coverage'>;
/** What coverage is asked of. */
export type Asked = { campaign: string } | { notice: string } | { consultation: string };

export const coverageOf = (asked: Asked, area: string | undefined) => ({
  queryKey: ['grid-coverage', asked, area],
  queryFn: () => api.call('staff.grid.coverage', { query: { ...asked, area } }),
});

/** Its title, and the target of a campaign. */
export function useTitleOf(asked: Asked | undefined) {
  return useQuery({
    queryKey: ['grid-coverage-title', asked],
    enabled: asked !== undefined,
    queryFn: async (): Promise<{ title: string; target?: number }> => {
      if (asked === undefined) return { title: '' };
      if ('campaign' in asked) {
        const campaign = await api.call('staff.grid.campaigns.get', { params: { id: asked.campaign } });
        return { title: campaign.title, target: campaign.targetPercent };
      }
      if ('notice' in asked) return { title: (await api.call('notices.get', { params: { id: asked.notice } })).title };
      return { title: (await api.call('consultations.get', { params: { id: asked.consultation } })).question };
    },
  }).data;
}
