import { routes } from '@bandeng/contracts/routes';
import type { Campaign, GridItem } from '@bandeng/contracts/types';
import { Button } from 'antd';
import { download } from '../../lib/http';
import { useAct } from '../../lib/use-act';

/** The server draws so many sheets at a time. */
const MOST_SHEETS = 20;

/** A notice or a consultation as sheets to print and hang up, one for each place of the campaign, each with its own code. */
export function Posters({ item: { kind, id }, areas }: { item: GridItem; areas: Campaign['areas'] }) {
  const act = useAct(
    () =>
      download(routes['grid.posters.sheets'].path.replace(':id', id), {
        kind,
        area: areas
          .slice(0, MOST_SHEETS)
          .map(({ id }) => id)
          .join(','),
        channel: 'poster',
      }),
    '海报下载了，一个地方一张',
  );
  return (
    <Button type="link" size="small" loading={act.isPending} onClick={() => act.mutate(undefined)}>
      打印海报{areas.length > MOST_SHEETS && `（前 ${MOST_SHEETS} 个地方）`}
    </Button>
  );
}
