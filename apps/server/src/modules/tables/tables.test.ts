import { randomUUID } from 'node:crypto';
import type { TableName } from '@bandeng/contracts/types';
import { OTHER_UNIT, putDistrict, STREET, UNIT } from '../consultations/consultation.fixtures';
import { newRequest, PERSON } from '../information-requests/information-requests.fixtures';
import { objection, startPosting } from '../notices/postings/postings.fixtures';
import { startTestServer, type TestServer } from '../../testing';
import { getTable as get, rowsOf } from './tables.fixtures';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-16T02:00:00.000Z' });
  await putDistrict(server);
});
afterEach(() => server.stop());

const ask = async (unitId: string, name: string) =>
  (await server.asResident()).call('informationRequests.create', {
    body: newRequest({ unitId, content: { ...newRequest().content, name } }),
  });

describe('GET /staff/tables/:list', () => {
  it('filtered: -> the rows of the list and no others, with its masks; the audit knows the list and the names of filters', async () => {
    await ask(UNIT, '助餐补贴发放名单');
    await ask('education', '学区划分');
    const officer = await server.asStaff('officer', { unitId: UNIT });
    const rows = await rowsOf(await get(officer, 'information-requests', { applicant: PERSON.name }));
    expect(rows.length).toBe(2);
    expect(rows[0]!.slice(0, 4)).toEqual(['申请', '申请号', '单位', '状态']);
    expect([rows[1]![0], rows[1]![2], rows[1]![3]]).toEqual(['助餐补贴发放名单', '栖河区民政局', '待登记']);
    expect(JSON.stringify(rows)).not.toContain(PERSON.name);
    expect(await rowsOf(await get(officer, 'information-requests', { status: 'decided' }))).toHaveLength(1);
    const entries = await server
      .collection('auditEntries')
      .find({ action: 'table.exported' })
      .sort({ _id: 1 })
      .toArray();
    expect(entries.map(({ kind, subject, fields }) => [kind, subject, fields])).toEqual([
      ['tables', 'information-requests', ['applicant']],
      ['tables', 'information-requests', ['status']],
    ]);
    expect(JSON.stringify(entries)).not.toContain(PERSON.name);
  });

  it('more than one page: -> all of it, in the order of the list', async () => {
    const admin = await server.asStaff('admin');
    const made = Array.from({ length: 530 }, (_, at) => `expert-${String(at).padStart(3, '0')}`);
    await server.deps.modules.organization.api.loadRosters(
      made.map((id, at) => ({
        id,
        post: 'expert' as const,
        unitId: null,
        areaId: null,
        name: `专家${at}`,
        duty: '=1+1',
        phone: null,
        isPublic: false,
        since: '2026-01-01',
        closedOn: null,
      })),
    );
    const rows = await rowsOf(await get(admin, 'rosters'));
    expect(rows.slice(1).map(row => row.at(-1))).toEqual([...made].reverse());
    // A cell is text whatever it begins with.
    expect(rows[1]![4]).toBe('=1+1');
  });

  it('who may not read the list -> 403; a filter it does not know, a list that is none -> 422; nothing is noted', async () => {
    const editor = await server.asStaff('editor', { unitId: UNIT });
    expect((await get(editor, 'audit')).status).toBe(403);
    expect((await get(await server.asStaff('admin'), 'audit')).status).toBe(403);
    expect((await get(editor, 'drafts', { state: 'nonsense' })).status).toBe(422);
    expect((await get(editor, 'drafts', { nothing: '1' })).status).toBe(422);
    expect((await get(editor, 'comments')).status).toBe(422);
    expect((await get(editor, 'comments', { of: 'nothing' })).status).toBe(404);
    expect((await get(editor, 'nonsense' as TableName)).status).toBe(422);
    expect(await server.collection('auditEntries').countDocuments({ action: 'table.exported' })).toBe(0);
  });

  it('units, areas, places: by kind, in use or closed -> those only', async () => {
    const admin = await server.asStaff('admin');
    await admin.call('staff.units.close', { params: { id: OTHER_UNIT }, body: { on: '2026-11-16' } });
    const ids = async (table: TableName, query: Record<string, string>) =>
      (await rowsOf(await get(admin, table, query))).slice(1).map(row => row.at(-1));
    expect(await ids('units', { state: 'current' })).toEqual([UNIT]);
    expect(await ids('units', { state: 'closed', kind: 'department' })).toEqual([OTHER_UNIT]);
    expect(await ids('units', { kind: 'street' })).toEqual([]);
    expect(await ids('areas', { level: 'street' })).toEqual([STREET]);
    expect(await ids('areas', { level: 'grid' })).toEqual([]);
    expect(await ids('places', { kind: 'library', state: 'current' })).toEqual([]);
  });

  it('objections to a posting -> row by row, without a name', async () => {
    const scene = await startPosting();
    const resident = await scene.server.asResident();
    await resident.call('notices.objections.create', { params: scene.params, body: objection() });
    const office = await scene.server.asStaff('office');
    const [row, ...others] = (await rowsOf(await get(office, 'objections', { of: scene.id }))).slice(1);
    await scene.server.stop();
    expect(others).toEqual([]);
    expect([row![0], row![2], row![6]]).toEqual([objection().text, '小程序', '等核查']);
    expect(JSON.stringify(row)).not.toContain(objection().name);
  });

  it('decisions: of a year -> that year, what is not public yet too; without a year -> 422', async () => {
    const office = await server.asStaff('office');
    const decision = {
      ...{ id: randomUUID(), position: 1, title: '助餐服务办法', unitId: UNIT },
      ...{ plannedFor: '四季度', basis: '老年人权益保障法第三十七条' },
    };
    await office.call('staff.decisions.create', { body: { ...decision, year: 2026 } });
    const [row, ...others] = (await rowsOf(await get(office, 'decisions', { year: '2026' }))).slice(1);
    expect(others).toEqual([]);
    expect(row!.slice(0, 4)).toEqual(['1', '助餐服务办法', '栖河区民政局', '四季度']);
    expect((await rowsOf(await get(office, 'decisions', { year: '2025' }))).slice(1)).toEqual([]);
    expect((await get(office, 'decisions')).status).toBe(422);
  });

  it('every list: somebody whom it admits -> a workbook with its heading', async () => {
    const everybody = await server.asStaff(['admin', 'auditor', 'editor', 'office', 'officer', 'supervisor']);
    const lists = [
      ...(['notices', 'drafts', 'feedback', 'nudges', 'consultations', 'staff', 'rosters', 'audit'] as const),
      ...(['editions', 'power-lists', 'postings', 'units', 'areas', 'places'] as const),
    ];
    for (const list of lists) expect((await rowsOf(await get(everybody, list)))[0]!.length).toBeGreaterThan(5);
  });
});
