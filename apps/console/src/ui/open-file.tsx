import type { RouteAnswer } from '@bandeng/contracts/types';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../lib/http';
import { addressOfFile } from '../lib/upload';

/** Opens a file as it is kept, in a window of its own; says beside it when no scanner for viruses has seen it. */
export function OpenFile({ fileId, children }: { fileId: string; children: ReactNode }) {
  const { data } = useQuery({
    queryKey: ['file-scan', fileId],
    queryFn: () => api.call('staff.files.scan', { params: { id: fileId }, query: {} }),
    staleTime: 60_000,
    retry: false,
  });
  const said = data && SCANS[data.scan];
  return (
    <>
      <Button size="small" type="link" onClick={() => void open(fileId)}>
        {children}
      </Button>
      {said && <Tag color={said.color}>{said.text}</Tag>}
    </>
  );
}

const SCANS: Readonly<Record<RouteAnswer<'staff.files.scan'>['scan'], { text: string; color: string } | null>> = {
  not_scanned: { text: '未查毒', color: 'default' },
  waiting: { text: '等着查毒，查过才能打开', color: 'gold' },
  clean: null,
  infected: { text: '有病毒，不能打开', color: 'red' },
};

async function open(fileId: string): Promise<void> {
  const address = await addressOfFile(fileId);
  if (address) window.open(address, '_blank', 'noopener');
}
