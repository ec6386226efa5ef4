import { randomUUID } from 'node:crypto';
import type { GridRecord } from '@bandeng/contracts/types';
import type { TestClient, TestServer } from '../../testing';

export const STREET = 'liuying';
export const COMMUNITY = 'liuying-huaiying';
export const GRID = 'liuying-huaiying-g1';
export const NEXT_GRID = 'liuying-huaiying-g2';
export const OTHER_GRID = 'hedu-dukou-g1';

/** For tests: two streets, three grids, and the offices of the streets and of the district. */
export async function putGrids(server: TestServer): Promise<void> {
  const unit = (_id: string, name: string, areaId: string | null) => ({
    ...{ _id, name, shortName: name, kind: 'street' as const, areaId, phone: null, address: null },
    ...{ officeHours: null, takesRequests: true },
  });
  await server.deps.modules.organization.api.put({
    areas: [
      { _id: 'qihe', name: '栖河区', level: 'district', parentId: null },
      { _id: STREET, name: '柳营街道', level: 'street', parentId: 'qihe' },
      { _id: COMMUNITY, name: '槐影社区', level: 'community', parentId: STREET },
      { _id: GRID, name: '槐影社区第1网格', level: 'grid', parentId: COMMUNITY },
      { _id: NEXT_GRID, name: '槐影社区第2网格', level: 'grid', parentId: COMMUNITY },
      { _id: 'hedu', name: '禾渡街道', level: 'street', parentId: 'qihe' },
      { _id: 'hedu-dukou', name: '渡口社区', level: 'community', parentId: 'hedu' },
      { _id: OTHER_GRID, name: '渡口社区第1网格', level: 'grid', parentId: 'hedu-dukou' },
    ],
    units: [
      unit('district-office', '栖河区人民政府办公室', null),
      unit('liuying-street', '柳营街道办事处', STREET),
      unit('hedu-street', '禾渡街道办事处', 'hedu'),
      unit('housing', '区住建局', null),
    ],
  });
}

export const asStreet = (server: TestServer) => server.asStaff('street', { unitId: 'liuying-street' });
export const asWorker = (server: TestServer) => server.asStaff('grid', { unitId: 'liuying-street', areaId: COMMUNITY });

/** A building with so many doors, one a floor: 101, 201, … */
export async function putBuilding(
  street: TestClient,
  {
    doors,
    areaId = GRID,
    name = `${randomUUID().slice(0, 4)} 号楼`,
    position = 1,
  }: {
    doors: number;
    areaId?: string;
    name?: string;
    position?: number;
  },
): Promise<{ id: string; doorIds: string[] }> {
  const id = randomUUID();
  await street.call('staff.grid.buildings.put', {
    params: { id },
    body: { areaId, compound: '槐影里', name, position },
  });
  const doorIds = Array.from({ length: doors }, () => randomUUID());
  for (const [at, doorId] of doorIds.entries())
    await street.call('staff.grid.doors.put', {
      params: { id: doorId },
      body: {
        buildingId: id,
        unit: '1 单元',
        floor: at + 1,
        number: `${at + 1}01`,
        visitEveryDays: null,
        closedOn: null,
      },
    });
  return { id, doorIds };
}

export const assign = (street: TestClient, workerId: string, areaId = GRID) =>
  street.call('staff.grid.assignments.put', {
    params: { id: randomUUID() },
    body: { workerId, areaId, from: '2026-11-01', to: null },
  });

export const visitOf = (
  doorId: string,
  changes: Partial<Extract<GridRecord, { kind: 'visit' }>> = {},
): Extract<GridRecord, { kind: 'visit' }> => ({
  ...{ id: randomUUID(), kind: 'visit', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, doorId, way: 'door' },
  ...{ items: [], reaction: 'knew', followUpOn: null, note: null, ...changes },
});

export const enquiryOf = (
  changes: Partial<Extract<GridRecord, { kind: 'enquiry' }>> = {},
): Extract<GridRecord, { kind: 'enquiry' }> => ({
  ...{ id: randomUUID(), kind: 'enquiry', takenAt: '2026-11-14T01:30:00.000Z', offset: 0, doorId: null },
  slip: null,
  ...{ about: 'help', title: '楼道灯坏了', body: '三楼的灯坏了半个月，晚上看不见台阶。', publicConsent: true },
  contact: { name: '周桂兰', phone: '0599-5550123' },
  consent: { how: 'spoken', words: '同意由网格员记下来，交给区里', readBack: true },
  ...changes,
});

export const handOnOf = (
  changes: Partial<Extract<GridRecord, { kind: 'request' }>> = {},
): Extract<GridRecord, { kind: 'request' }> => ({
  ...{ id: randomUUID(), kind: 'request', takenAt: '2026-11-14T01:30:00.000Z', offset: 0, doorId: null },
  ...{ wanted: '去年加装电梯的补助发给了谁', method: 'pickup' },
  contact: { name: '周桂兰', phone: '0599-5550123' },
  consent: { how: 'spoken', words: '同意转交给办公室，请他们打电话核实', readBack: true },
  ...changes,
});

export const toldOf = (
  recordId: string,
  changes: Partial<Extract<GridRecord, { kind: 'told' }>> = {},
): Extract<GridRecord, { kind: 'told' }> => ({
  ...{ id: randomUUID(), kind: 'told', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, recordId, how: 'door' },
  ...changes,
});

export const commentFor = (
  consultationId: string,
  changes: Partial<Extract<GridRecord, { kind: 'comment' }>> = {},
): Extract<GridRecord, { kind: 'comment' }> => ({
  ...{ id: randomUUID(), kind: 'comment', takenAt: '2026-11-16T01:30:00.000Z', offset: 0, doorId: null },
  ...{ consultationId, target: { kind: 'whole' }, body: '助餐点离得太远，腿脚不好走不到。', proposedText: null },
  ...{ showing: 'unnamed', authorName: null, slip: null },
  consent: { how: 'spoken', words: '同意由网格员记下来，交给区里', readBack: true },
  ...changes,
});
