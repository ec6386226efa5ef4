import { Button } from 'antd';
import type { ReactNode } from 'react';
import { addressOfFile } from '../lib/upload';

/** Opens a file as it is kept, in a window of its own. */
export function OpenFile({ fileId, children }: { fileId: string; children: ReactNode }) {
  return (
    <Button size="small" type="link" onClick={() => void open(fileId)}>
      {children}
    </Button>
  );
}

async function open(fileId: string): Promise<void> {
  const address = await addressOfFile(fileId);
  if (address) window.open(address, '_blank', 'noopener');
}
