import { routes } from '@bandeng/contracts/routes';
import type { Edition } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { download } from '../../lib/http';
import { useAct } from '../../lib/use-act';

/** A package is for other districts: they read it in and put their own names to it. */
const FORMATS = { xlsx: 'xlsx', docx: 'docx', package: '目录包' } as const;

interface Props {
  edition?: Pick<Edition, 'id' | 'title'>;
  format?: keyof typeof FORMATS;
}

/** One edition in the national layout, as a workbook, as a Word file or as a package; or what is in force. */
export function ExportButton({ edition, format = 'xlsx' }: Props) {
  const act = useAct(
    () => download(routes['staff.catalog.export'].path, { format, ...(edition && { edition: edition.id }) }),
    '导出了，在浏览器的下载里',
  );
  return (
    <Button
      loading={act.isPending}
      aria-label={edition && `导出 ${FORMATS[format]}：${edition.title}`}
      onClick={() => act.mutate(undefined)}
    >
      {edition ? `导出 ${FORMATS[format]}` : '导出现行目录'}
    </Button>
  );
}
