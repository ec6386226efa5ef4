import { DownloadOutlined } from '@ant-design/icons';
import { routes } from '@bandeng/contracts/routes';
import type { TableName } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { download } from '../lib/http';
import { useAct } from '../lib/use-act';

export interface ListExport {
  /** What the button says, where a page has two. */
  text?: string;
  table: TableName;
  /** What the list is filtered by now; what is not given is left out. */
  query: Readonly<Record<string, string | undefined>>;
}

/** The list as it is filtered, as a workbook. */
export function ExportList({ table, query, text = '导出 xlsx' }: ListExport) {
  const act = useAct(() => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return download(routes['staff.tables.get'].path.replace(':list', table), Object.fromEntries(given));
  }, '导出了，在浏览器的下载里');
  return (
    <Button
      type="text"
      size="small"
      icon={<DownloadOutlined />}
      loading={act.isPending}
      onClick={() => act.mutate(undefined)}
    >
      {text}
    </Button>
  );
}
