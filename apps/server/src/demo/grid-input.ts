import type { DemoBrought, DemoDistrict } from '../../../../config/demo';
import type { OfficeActor } from '../http/actor';
import type { LoadedGrid } from '../modules/grid';
import { demoUuid } from './demo-ids';

const itemsOf = ({ notices, consultations }: DemoBrought) => [
  ...notices.map(key => ({ kind: 'notice' as const, id: demoUuid('notice', key) })),
  ...consultations.map(key => ({ kind: 'consultation' as const, id: demoUuid('consultation', key) })),
];

export function loadedGrid({ gridWork, staff }: DemoDistrict, staffId: (username: string) => string): LoadedGrid {
  const actorOf = (username: string): OfficeActor => ({
    ...{ kind: 'staff', accountId: staffId(username), staffId: staffId(username), sessionId: 'demo-load' },
    roles: staff.find(member => member.username === username)?.roles ?? [],
  });
  return {
    since: gridWork.since,
    buildings: gridWork.buildings.map(({ key, gridId: areaId, doors, ...building }) => ({
      ...{ ...building, id: demoUuid('building', key), areaId },
      doors: doors.map(({ key: door, ...rest }) => ({ ...rest, id: demoUuid('door', door) })),
    })),
    assignments: gridWork.assignments.map(({ key, worker, gridId: areaId, from, to }) => ({
      ...{ id: demoUuid('assignment', key), staffId: staffId(worker), areaId, from, to },
    })),
    campaigns: gridWork.campaigns.map(({ key, by, brought, ...campaign }) => ({
      by: actorOf(by),
      input: { ...campaign, id: demoUuid('campaign', key), items: itemsOf(brought) },
    })),
    visits: gridWork.visits.map(({ key, worker, door, on, way, brought, reaction, followUpOn }) => ({
      ...{ by: actorOf(worker), on },
      visit: {
        ...{ id: demoUuid('visit', key), doorId: demoUuid('door', door), way, reaction, followUpOn },
        items: itemsOf(brought),
      },
    })),
  };
}
