import { routes } from '@bandeng/contracts/routes';
import type { Edition } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { download } from '../../lib/http';
import { useAct } from '../../lib/use-act';

/** One edition as a workbook of the national layout, or what is in force. */
export function ExportButton({ edition }: { edition?: Pick<Edition, 'id' | 'title'> }) {
  const act = useAct(
    () => download(routes['staff.catalog.export'].path, edition && { edition: edition.id }),
    '导出了，在浏览器的下载里',
  );
  return (
    <Button
      loading={act.isPending}
      aria-label={edition && `导出 xlsx：${edition.title}`}
      onClick={() => act.mutate(undefined)}
    >
      {edition ? '导出 xlsx' : '导出现行目录'}
    </Button>
  );
}
