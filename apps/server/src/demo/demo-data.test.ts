import { Blocks, noticeSchemas, consultationSchemas, informationRequestSchemas } from '@bandeng/contracts/schemas';
import {
  answerFaults,
  consultationWindow,
  dayKind,
  findPersonalData,
  parseTimeLimits,
  questionFaults,
  reconcile,
} from '@bandeng/rules';
import { demoDistrict, type DemoDistrict, type DemoEntry } from '../../../../config/demo';
import columns from '../../../../config/columns.json';
import domains from '../../../../config/domains.json';
import { demoUuid } from './demo-ids';

const NOW = '2026-11-16T02:00:00.000Z';
const keyOf = (entry: DemoEntry): string => [entry.domainId, ...entry.path, entry.name].join('/');
const at = (now: string): DemoDistrict =>
  demoDistrict({ now: new Date(now), isWorkingDay: date => ['workday', 'makeup'].includes(dayKind(date).kind) });
const duplicates = (keys: string[]): string[] => keys.filter((key, place) => keys.indexOf(key) !== place);

describe.each([NOW, '2026-01-03T17:30:00.000Z', '2026-07-31T23:30:00.000Z'])('demo district at %s', now => {
  const district = at(now);
  const entryKeys = new Set([...district.catalog, ...district.editions.flatMap(edition => edition.added)].map(keyOf));
  const ids = {
    unit: new Set(district.units.map(unit => unit.id)),
    area: new Set(district.areas.map(area => area.id)),
    grid: new Set(district.grids.map(grid => grid.id)),
    column: new Set(columns.map(column => column.id)),
    domain: new Set(domains.domains.map(domain => domain.id)),
    notice: new Set(district.notices.map(notice => notice.key)),
    edition: new Set(district.editions.map(edition => edition.key)),
    consultation: new Set(district.consultations.map(consultation => consultation.key)),
    resident: new Set([...district.residents, ...district.neighbours].map(resident => resident.key)),
  };

  test('volume: nothing is thinner than API.md says', () => {
    const streets = district.areas.filter(area => area.level === 'street');
    expect(streets).toHaveLength(8);
    expect(district.units.filter(unit => unit.kind === 'department')).toHaveLength(17);
    for (const street of streets) {
      expect(district.areas.filter(area => area.parentId === street.id).length).toBeGreaterThanOrEqual(4);
    }
    expect(district.catalog.length).toBeGreaterThanOrEqual(780);
    expect(district.notices.length).toBeGreaterThanOrEqual(300);
    expect(district.places.length).toBeGreaterThanOrEqual(20);
    expect(district.consultations.length).toBeGreaterThanOrEqual(8);
    expect(district.consultations.flatMap(one => one.comments).length).toBeGreaterThanOrEqual(190);
    for (const domain of ids.domain) {
      expect([domain, district.catalog.filter(entry => entry.domainId === domain).length >= 20]).toEqual([
        domain,
        true,
      ]);
    }
    expect(new Set(district.notices.map(notice => notice.kind)).size).toBe(10);
    expect(district.notices.filter(notice => notice.limited).length).toBeGreaterThanOrEqual(3);
    expect(new Set(district.consultations.map(one => one.state))).toEqual(new Set(['open', 'closed', 'answered']));
    expect(new Set(district.consultations.map(one => one.draft.kind))).toEqual(new Set(['clauses', 'entries']));
    expect(district.staff).toHaveLength(16);
    expect(district.residents).toHaveLength(8);
  });

  test('keys: none is used twice and no body of a notice returns', () => {
    expect(duplicates([...ids.unit, ...ids.area])).toEqual([]);
    expect(duplicates(district.catalog.map(keyOf))).toEqual([]);
    expect(duplicates(district.notices.map(notice => notice.key))).toEqual([]);
    expect(duplicates(district.notices.map(notice => notice.indexNumber))).toEqual([]);
    expect(duplicates(district.notices.flatMap(notice => notice.documentNumber ?? []))).toEqual([]);
    expect(duplicates(district.notices.map(notice => JSON.stringify(notice.body)))).toEqual([]);
    expect(duplicates(district.consultations.flatMap(one => one.comments.map(comment => comment.key)))).toEqual([]);
  });

  test('references: everything that is pointed at exists', () => {
    const missing = (kind: keyof typeof ids, keys: (string | null)[]): string[] =>
      keys.filter((key): key is string => key !== null && !ids[kind].has(key)).map(key => `${kind} ${key}`);
    const { units, areas, grids, places, guides, notices, consultations, editions, requests, staff, gridWork } =
      district;
    expect([
      ...missing(
        'area',
        areas.map(area => area.parentId),
      ),
      ...missing(
        'area',
        units.map(unit => unit.areaId),
      ),
      ...missing(
        'area',
        grids.map(grid => grid.communityId),
      ),
      ...missing(
        'area',
        places.map(place => place.areaId),
      ),
      ...missing(
        'area',
        [...district.residents, ...district.neighbours].map(resident => resident.communityId),
      ),
      ...missing(
        'unit',
        guides.map(guide => guide.unitId),
      ),
      ...missing(
        'domain',
        district.catalog.map(entry => entry.domainId),
      ),
      ...missing(
        'column',
        columns.map(column => column.parentId),
      ),
      ...notices.flatMap(notice => [
        ...missing('unit', [notice.unitId]),
        ...missing('column', notice.columnIds),
        ...missing('area', notice.areaIds),
        ...missing(
          'notice',
          notice.related.map(link => link.key),
        ),
        ...notice.entries.filter(key => !entryKeys.has(key)),
      ]),
      ...consultations.flatMap(one => [
        ...missing('unit', [one.unitId]),
        ...missing('area', one.areaIds),
        ...missing('domain', one.domainIds),
        ...missing('edition', one.draft.kind === 'entries' ? [one.draft.editionKey] : []),
        ...missing(
          'resident',
          one.comments.map(comment => comment.authorKey),
        ),
      ]),
      ...missing(
        'edition',
        consultations.map(one => one.outcome?.nextEditionKey ?? null),
      ),
      ...missing(
        'edition',
        editions.map(edition => edition.base),
      ),
      ...editions
        .flatMap(edition => [...edition.edits.map(edit => edit.entry), ...edition.removed])
        .filter(key => !entryKeys.has(key)),
      ...missing(
        'unit',
        requests.map(request => request.unitId),
      ),
      ...missing(
        'resident',
        requests.map(request => request.residentKey),
      ),
      ...missing(
        'notice',
        requests.flatMap(({ steps }) => steps.flatMap(step => (step.kind === 'decide' ? step.noticeKeys : []))),
      ),
      ...missing(
        'unit',
        staff.flatMap(one => one.roles.map(role => role.unitId)),
      ),
      ...missing(
        'area',
        staff.flatMap(one => one.roles.map(role => role.areaId)),
      ),
      ...missing(
        'grid',
        gridWork.buildings.map(({ gridId }) => gridId),
      ),
      ...missing(
        'notice',
        gridWork.campaigns.flatMap(({ brought }) => brought.notices),
      ),
      ...missing(
        'consultation',
        gridWork.campaigns.flatMap(({ brought }) => brought.consultations),
      ),
    ]).toEqual([]);
  });

  test('notices: each is what the portal could send', () => {
    const schema = noticeSchemas['staff.notices.update'].body;
    for (const notice of district.notices) {
      const { key, entries, related, ...rest } = notice;
      const relatedIds = related.map(({ relation, key: id }) => ({ relation, id }));
      const parsed = schema.safeParse({ ...rest, entryIds: entries.map((_, index) => `e-${index}`), relatedIds });
      expect([key, parsed.error?.issues ?? []]).toEqual([key, []]);
      expect([key, notice.publishedAt < now]).toEqual([key, true]);
    }
  });

  test('files: each belongs to something, sheets have a table, no name twice at one place', () => {
    for (const [collection, list] of [
      ['notices', district.notices],
      ['consultations', district.consultations],
    ] as const)
      for (const [key, files] of Object.entries(district.files[collection])) {
        const owner = (list as readonly { key: string; body?: { type: string }[] }[]).find(one => one.key === key);
        expect([key, owner !== undefined]).toEqual([key, true]);
        expect(duplicates(files.map(file => file.name))).toEqual([]);
        if (files.some(file => file.kind === 'sheet'))
          expect([key, owner?.body?.some(block => block.type === 'table')]).toEqual([key, true]);
      }
    const ofLimited = district.notices.filter(notice => notice.limited && district.files.notices[notice.key]);
    expect(ofLimited.length).toBeGreaterThan(0);
    expect(Object.keys(district.files.notices).length).toBeGreaterThanOrEqual(15);
  });

  test('interpretations: each is linked with its document, both ways', () => {
    const byKey = new Map(district.notices.map(notice => [notice.key, notice]));
    const links = district.notices.flatMap(notice => notice.related.map(link => ({ from: notice.key, ...link })));
    const interprets = links.filter(link => link.relation === 'interprets');
    expect(interprets.length).toBeGreaterThanOrEqual(6);
    for (const { from, key } of interprets) {
      expect(byKey.get(key)?.related).toContainEqual({ relation: 'interpretedBy', key: from });
    }
  });

  test('catalog: every time limit of a text is understood or marked as long-term', () => {
    const unread = district.catalog.filter(entry => parseTimeLimits(entry.timeLimitsText).length === 0);
    expect(unread.map(keyOf)).toEqual([]);
    expect(district.catalog.filter(entry => entry.contentText.includes('●')).length).toBeGreaterThan(2);
    expect(district.catalog.filter(entry => entry.audienceGroup !== undefined).length).toBeGreaterThan(15);
  });

  test('meetings: one to come that can be signed up for, one that was, whose people exist', () => {
    const [coming, held] = district.meetings;
    expect(coming!.signUp!.closesAt > now && coming!.startsAt > coming!.signUp!.closesAt).toBe(true);
    expect(held!.startsAt < now && held!.record!.confirmedAt < now).toBe(true);
    for (const { signUps, unitId, resolutions } of district.meetings) {
      expect(ids.unit).toContain(unitId);
      for (const resolution of resolutions) expect(ids.unit).toContain(resolution.unitId);
      for (const { residentKey, createdAt } of signUps) {
        if (residentKey !== null) expect(ids.resident).toContain(residentKey);
        expect(createdAt <= now).toBe(true);
      }
    }
  });

  test('surveys: questions can be asked, answers counted, nothing personal in words', () => {
    for (const { questions, groupBy, responses, opensOn, closesOn, consultation } of district.surveys) {
      expect(questionFaults(questions, groupBy)).toEqual([]);
      for (const { answers, receivedAt } of responses) {
        expect(answerFaults(questions, answers)).toEqual([]);
        expect(receivedAt >= opensOn && receivedAt <= now).toBe(true);
      }
      expect(opensOn < closesOn).toBe(true);
      if (consultation !== null) expect(ids.consultation).toContain(consultation);
    }
    expect(district.surveys.map(({ result }) => result !== null)).toEqual([false, true]);
  });

  test('consultations: windows are lawful, questions short, states true to the date', () => {
    const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
    const schema = consultationSchemas['staff.consultations.create'].body.omit({ id: true });
    for (const one of district.consultations) {
      const { key, state, comments: _comments, revisions: _revisions, outcome, draft, ...rest } = one;
      const draftInput = draft.kind === 'clauses' ? draft : { kind: 'entries', editionId: draft.editionKey };
      expect([key, schema.safeParse({ ...rest, draft: draftInput }).error?.issues ?? []]).toEqual([key, []]);
      const window = consultationWindow({ kind: one.kind, publishedOn: one.opensOn, closesOn: one.closesOn });
      expect([key, window.violations]).toEqual([key, []]);
      expect([key, one.opensOn <= today && (state === 'open') === one.closesOn >= today]).toEqual([key, true]);
      expect([key, (state === 'answered') === (outcome !== null)]).toEqual([key, true]);
    }
  });

  test('comments: written inside the window and never after the load', () => {
    for (const one of district.consultations) {
      const targets = new Set(one.draft.kind === 'clauses' ? one.draft.clauses.map(clause => clause.id) : []);
      const keys = new Set(one.comments.map(comment => comment.key));
      for (const comment of one.comments) {
        const day = new Date(Date.parse(comment.createdAt) + 8 * 3_600_000).toISOString().slice(0, 10);
        const inside = day >= one.opensOn && day <= one.closesOn && comment.createdAt < now;
        expect([comment.key, comment.createdAt, inside]).toEqual([comment.key, comment.createdAt, true]);
        if (comment.target.kind === 'clause') expect(targets).toContain(comment.target.id);
        if (comment.target.kind === 'entry') expect(entryKeys).toContain(comment.target.entry);
        if (comment.duplicateOf) expect(keys).toContain(comment.duplicateOf);
        if (comment.withdrawnAt)
          expect(comment.withdrawnAt > comment.createdAt && comment.withdrawnAt < now).toBe(true);
      }
    }
  });

  test('outcomes: every ledger reconciles', () => {
    for (const { key, comments, outcome } of district.consultations) {
      if (!outcome) continue;
      const ledger = reconcile(
        comments.map(comment => ({
          id: comment.key,
          withdrawn: comment.withdrawnAt !== undefined,
          answer: comment.answer ? { kind: comment.answer.result, reason: comment.answer.reason } : null,
          duplicateOf: comment.duplicateOf ?? null,
          persons: comment.persons,
        })),
      );
      expect([key, ledger.problems, ledger.balanced]).toEqual([key, [], true]);
      expect([key, outcome.publishedAt < now]).toEqual([key, true]);
    }
    expect(district.consultations.filter(one => one.outcome?.nextEditionKey)).toHaveLength(1);
    const meals = district.consultations.find(one => one.key === 'meal-rules');
    expect(meals?.comments.filter(comment => !comment.duplicateOf)).toHaveLength(42);
  });

  test('information requests: the form accepts them and their steps lie in order before now', () => {
    const schema = informationRequestSchemas['informationRequests.create'].body;
    for (const { key, applicant, content, delivery, assistance, submittedAt, steps } of district.requests) {
      const issues =
        schema.safeParse({ id: demoUuid('request', key), applicant, content, delivery, assistance }).error?.issues ??
        [];
      expect([key, issues]).toEqual([key, []]);
      const instants = [submittedAt, ...steps.map(step => step.at), now];
      expect([key, instants]).toEqual([key, [...instants].sort()]);
    }
    const kinds = district.requests.flatMap(request => request.steps.map(step => step.kind));
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['register', 'askCorrection', 'correct', 'extend', 'decide', 'withdraw'],
        ...[
          'consult',
          'askReasons',
          'noticeFee',
          'search',
          'confer',
          'propose',
          'review',
          'redactText',
          'suggestPublishing',
        ],
        'offerConversion',
      ]),
    );
  });

  test('annual reports: table three adds up in every column', () => {
    const reports = district.guides.filter(guide => guide.kind === 'annual_report');
    expect(reports.length).toBeGreaterThanOrEqual(12);
    for (const report of reports) {
      const table = report.body.find(block => block.type === 'table' && block.caption?.includes('勾稽关系'));
      if (table?.type !== 'table') throw new Error(`${report.id} has no table three`);
      const numbers = table.rows.map(row => row.slice(1).map(Number));
      for (let column = 0; column < 7; column += 1) {
        const [received = 0, carriedIn = 0, ...rest] = numbers.map(row => row[column] as number);
        const [total, carriedOut] = rest.slice(-2) as [number, number];
        expect(received + carriedIn).toBe(total + carriedOut);
        expect(rest.slice(0, -2).reduce((sum, value) => sum + value, 0)).toBe(total);
      }
      for (const row of numbers) expect(row.slice(0, 6).reduce((sum, value) => sum + value, 0)).toBe(row[6]);
    }
  });

  test('guides: blocks hold to the contract and every unit that takes requests has one', () => {
    for (const guide of district.guides)
      expect([guide.id, Blocks.safeParse(guide.body).success]).toEqual([guide.id, true]);
    const guided = new Set(district.guides.filter(guide => guide.kind === 'guide').map(guide => guide.unitId));
    expect(district.units.filter(unit => unit.takesRequests && !guided.has(unit.id))).toEqual([]);
  });

  test('personal data: no ID number, mobile or bank card in anything that is public', () => {
    const { neighbours: _neighbours, residents: _residents, requests, ...shown } = district;
    const decisions = requests.map(({ content, steps }) => ({ content, steps }));
    expect(findPersonalData(JSON.stringify([shown, decisions])).map(find => find.text)).toEqual([]);
  });
});

test('demo district: the same clock -> the same district', () => {
  expect(at(NOW)).toEqual(at(NOW));
});
