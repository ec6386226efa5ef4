import type { PanelRound } from '@bandeng/contracts/types';
import { sayDate } from '@bandeng/rules';
import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../lib/http';
import { useAccount } from '../../../lib/session';
import { useList } from '../../../lib/use-list';
import { ListTable } from '../../../ui/list-table';
import { Page } from '../../../ui/page';
import { NewRound } from './new-round';
import { PANEL_NAMES, ROUND_STATES } from './words';

/** The panels that were asked about an edition. While one of them is open the edition cannot become final. */
export function RoundsPage() {
  const { id = '' } = useParams();
  const [isNew, setNew] = useState(false);
  const isOffice = useAccount().roles.some(({ role, unitId, areaId }) => role === 'office' && !unitId && !areaId);
  const { data: edition } = useQuery({
    queryKey: ['edition', id],
    queryFn: () => api.call('editions.get', { params: { id }, query: {} }),
  });
  const list = useList<PanelRound>(['rounds', id], cursor =>
    api.call('staff.rounds.list', { params: { id }, query: { limit: 50, cursor } }),
  );
  const now = new Date();
  return (
    <Page
      title="专家和代表评审"
      note={edition && <Link to={`/catalog/editions/${id}`}>{edition.title}</Link>}
      actions={
        isOffice &&
        edition?.state === 'draft' && (
          <Button type="primary" onClick={() => setNew(true)}>
            请人评审
          </Button>
        )
      }
    >
      <ListTable<PanelRound>
        label="评审"
        exportAs={{ table: 'panel-rounds', query: { of: id } }}
        nothing="还没有请人评审过"
        list={list}
        columns={[
          {
            title: '谁来评审',
            render: (_, { id: roundId, kind, members }) => (
              <>
                <Link to={`/catalog/rounds/${roundId}`}>{PANEL_NAMES[kind]}</Link>
                <div className="quiet">{members.map(({ name }) => name).join('、')}</div>
              </>
            ),
          },
          { title: '到哪一步', render: (_, { state }) => <Tag>{ROUND_STATES[state]}</Tag> },
          { title: '意见', align: 'right', render: (_, { noteCount }) => noteCount },
          { title: '没答复', align: 'right', render: (_, { unanswered }) => unanswered },
          { title: '请在哪天前提', render: (_, { dueOn }) => sayDate(dueOn, now) },
          { title: '结论', width: 320, render: (_, { conclusion }) => <p className="prose">{conclusion}</p> },
        ]}
      />
      {isNew && <NewRound editionId={id} close={() => setNew(false)} />}
    </Page>
  );
}
