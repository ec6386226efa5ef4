import { randomUUID } from 'node:crypto';
import type { Draft, RouteCall } from '@bandeng/contracts/types';
import type { TestServer } from '../../../testing';

export type Client = Awaited<ReturnType<TestServer['asStaff']>>;
export type Content = RouteCall<'staff.drafts.create'>['body']['content'];

/** For tests: an announcement of the housing office with everything it needs, in a column with one step. */
export const announcement = (changes: Partial<Content> = {}): Content => ({
  title: '槐影巷周六停水',
  kind: 'announcement',
  unitId: 'housing',
  columnIds: ['service-notices'],
  madeOn: '2026-11-16',
  body: [{ type: 'paragraph', children: [{ text: '周六上午九点到十二点停水。' }] }],
  ...changes,
});

/** For tests: a file with everything it needs, in a column with three steps. */
export const regulation = (changes: Partial<Content> = {}): Content =>
  announcement({
    title: '老旧小区加装电梯补助办法',
    kind: 'regulation',
    columnIds: ['department-documents'],
    documentClass: 'normative',
    documentNumber: '栖住建〔2026〕12号',
    effectiveOn: '2026-12-01',
    keyPoints: ['每台电梯补助二十万元'],
    ...changes,
  });

/** For tests: what explains a file. */
export const interpretation = (draftId: string, changes: Partial<Content> = {}): Content =>
  announcement({
    title: '一图看懂加装电梯补助',
    kind: 'interpretation',
    columnIds: ['plain-interpretations'],
    relatedIds: [{ relation: 'interprets', id: draftId }],
    ...changes,
  });

/** For tests: an editor and three reviewers of the housing office, and what they do with a draft. */
export async function startDesk(server: TestServer) {
  const unit = { unitId: 'housing' };
  const editor = await server.asStaff('editor', unit);
  const reviewers = [
    await server.asStaff('reviewer', unit),
    await server.asStaff('reviewer', unit),
    await server.asStaff('reviewer'),
  ] as const;
  const get = (id: string, client: Client = editor) => client.call('staff.drafts.get', { params: { id }, query: {} });
  const create = (content: Content, client: Client = editor) =>
    client.call('staff.drafts.create', { body: { id: randomUUID(), content } });
  const seen = async (id: string) => ({ revision: (await get(id)).revision });
  const submit = async (id: string, client: Client = editor) =>
    client.call('staff.drafts.submit', { params: { id }, body: await seen(id) });
  const sign = async (id: string, client: Client): Promise<Draft> => {
    const { revision, contentHash } = await get(id);
    const checklist = { accurate: true, timely: true, complete: true, secrecy: true } as const;
    return client.call('staff.drafts.sign', { params: { id }, body: { revision, contentHash, checklist } });
  };
  const sendBack = async (id: string, to: number | 'writer', client: Client) =>
    client.call('staff.drafts.sendBack', { params: { id }, body: { ...(await seen(id)), to, comment: '日期写错了' } });
  const save = async (id: string, content: Content, client: Client = editor) =>
    client.call('staff.drafts.save', { params: { id }, body: { ...(await seen(id)), content } });
  /** A draft that all its reviewers have signed. */
  async function approve(content: Content): Promise<Draft> {
    const { id } = await create(content);
    let draft = await submit(id);
    for (const reviewer of reviewers) if (draft.state === 'in_review') draft = await sign(id, reviewer);
    return draft;
  }
  return { editor, reviewers, get, create, seen, submit, sign, sendBack, save, approve };
}
