import { resetTaro } from '../../../test/taro';
import { dropDraft, readDraft } from '@/lib/drafts';
import { commentBody, draftKeyOf, emptyComment, isSomethingSaid, keepComment, renewComment } from './comment-draft';
import { wholeDraft } from '@/lib/place';
import type { Place } from '@/lib/place';

const timeLimits: Place = {
  target: { kind: 'entry', id: 'meals', field: 'timeLimits' },
  label: '公开时限',
  of: '助餐补贴发放结果',
  current: '每月结束后 20 个工作日内',
};
const fresh = emptyComment({ id: 'con-1', question: '助餐补贴多久公开一次才好？', draftVersion: 2 }, timeLimits);

beforeEach(() => {
  resetTaro();
  dropDraft(draftKeyOf(fresh));
});

describe('comment draft', () => {
  test('field: nothing changed and nothing written -> nothing is said', () => {
    expect(fresh.proposedText).toBe('每月结束后 20 个工作日内');
    expect(isSomethingSaid(fresh)).toBe(false);
    expect(isSomethingSaid({ ...fresh, proposedText: ' ' })).toBe(false);
    expect(isSomethingSaid({ ...fresh, body: '太久了' })).toBe(true);
  });

  test('body: another text without a reason -> the proposal stands for the words', () => {
    const draft = { ...fresh, proposedText: '每月结束后 5 个工作日内' };
    expect(commentBody('c-1', draft, '槐影社区居民')).toEqual({
      id: 'c-1',
      target: timeLimits.target,
      body: '每月结束后 5 个工作日内',
      proposedText: '每月结束后 5 个工作日内',
      anonymous: true,
      draftVersion: 2,
      penName: '槐影社区居民',
    });
  });

  test('body: text left as it is, a reason written, name shown -> neither proposal nor pen name goes along', () => {
    const draft = { ...fresh, body: ' 别往后退 ', anonymous: false };
    expect(commentBody('c-1', draft, '槐影社区居民')).toEqual({
      id: 'c-1',
      target: timeLimits.target,
      body: '别往后退',
      anonymous: false,
      draftVersion: 2,
    });
  });

  test('keep: typed again and again -> one draft with the id it began with', async () => {
    const first = await keepComment({ ...fresh, body: '太' });
    const second = await keepComment({ ...fresh, body: '太久了' });
    expect(second).toBe(first);
    expect(readDraft(draftKeyOf(fresh))?.value).toMatchObject({ body: '太久了' });
  });

  test('renew: the id is taken -> the words stay under another id', async () => {
    const first = await keepComment({ ...fresh, body: '太久了' });
    await renewComment({ ...fresh, body: '太久了' });
    const kept = readDraft(draftKeyOf(fresh));
    expect(kept?.id).not.toBe(first);
    expect(kept?.value).toMatchObject({ body: '太久了' });
  });

  test('places of one draft -> a draft each', () => {
    const keys = [
      draftKeyOf(fresh),
      draftKeyOf({ ...fresh, place: { ...timeLimits, target: { kind: 'entry', id: 'meals' } } }),
      draftKeyOf({ ...fresh, place: wholeDraft }),
      draftKeyOf({ ...fresh, place: { label: '该增加的事项', target: { kind: 'addition', parentId: 'meals' } } }),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
