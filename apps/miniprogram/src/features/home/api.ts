import { reading } from '@/lib/reads';

/** The first screen asks for little: one page each of what it shows. */
export const openConsultations = (area?: string) =>
  reading('consultations.list', { query: { state: 'open', area, limit: 20 } });
export const nearNotices = (area?: string) => reading('notices.list', { query: { area, limit: 6 } });
export const myRequests = () => reading('me.informationRequests.list', { query: { limit: 5 } });
export const myUnread = () => reading('me.messages.list', { query: { limit: 3, unread: 'true' } });
