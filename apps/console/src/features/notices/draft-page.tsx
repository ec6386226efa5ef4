import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../lib/http';
import { Loaded } from '../../ui/state';
import { DraftReader } from './draft-reader';
import { WritePage } from './write/write-page';

/** One draft: written by who may write in it now, read by who reviews it. */
export function DraftPage() {
  const { id = '' } = useParams();
  // Taking over what somebody else saved begins the editor anew.
  const [epoch, setEpoch] = useState(0);
  const query = useQuery({
    queryKey: ['draft', id, epoch],
    queryFn: () => api.call('staff.drafts.get', { params: { id }, query: {} }),
    // What is on the screen is newer than what a second reading would bring.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query}>
      {draft =>
        draft.abilities?.['save'] ? (
          <WritePage key={`${draft.id} ${epoch}`} draft={draft} begin={() => setEpoch(epoch + 1)} />
        ) : (
          <DraftReader draft={draft} />
        )
      }
    </Loaded>
  );
}
