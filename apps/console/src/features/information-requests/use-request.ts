import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../lib/http';

/** The request that the address names. */
export function useRequest() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['request', id],
    queryFn: () => api.call('informationRequests.get', { params: { id }, query: {} }),
  });
  return { id, query };
}
