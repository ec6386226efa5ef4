import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/http';

/** Whether who is signed in has a second factor, and must have one. */
export const secondFactor = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => api.call('staff.totp.get', { query: {} }),
});
