import { startOfShanghaiDate } from '../../platform/clock';
import type { MatterSource, PublicRecord } from '../matters';
import type { DraftsDeps } from './drafts/deps';
import { canReadDraft, canWriteDraft } from './drafts/draft.policy';
import type { NoticeRecord } from './notice.model';
import { isPublicNotice, isPublisher } from './notice.policy';
import type { PostingCourse } from './postings/posting.model';

const OPENING: Readonly<Record<NoticeRecord['kind'], string>> = {
  regulation: '文件公布',
  interpretation: '解读公布',
  posting: '开始公示',
  announcement: '公告',
  meeting: '会议公开',
  tender: '招标采购公开',
  land: '征地补偿公开',
  finance: '财政资金公开',
  news: '进展',
  result: '结果公布',
};

/** Notices and their drafts for 一件事的经过. Of a limited one its title, its period and no more. */
export function noticeMatterSource(deps: DraftsDeps): MatterSource {
  return {
    listPublic: async ids => {
      const records = (await deps.notices.findWithDates(ids)).filter(one => isPublicNotice(one, deps.clock.now()));
      const posted = records.filter(({ posting }) => posting !== null).map(({ _id }) => _id);
      const courses = new Map((await deps.postings.findMany(posted)).map(course => [course._id, course]));
      return records.map(record => tell(record, courses.get(record._id), deps.clock.today()));
    },
    findForStaff: async (id, actor) => {
      const notice = await deps.notices.find(id);
      if (notice) {
        const { title, unitId, stage, related } = notice;
        const mayLink = isPublisher(actor, unitId);
        if (!mayLink && !isPublicNotice(notice, deps.clock.now())) return null;
        return { title, unitId, stage, mayLink, kin: related.map(one => ({ kind: 'notice', id: one.id })) };
      }
      const draft = await deps.drafts.find(id);
      if (!draft || !canReadDraft(actor, draft)) return null;
      const { title, stage = null, relatedIds } = draft.content;
      const kin = relatedIds.map(one => ({ kind: 'notice' as const, id: one.id }));
      return { title, unitId: draft.unitId, stage, mayLink: canWriteDraft(actor, draft), kin, isDraft: true };
    },
  };
}

function tell(record: NoticeRecord, course: PostingCourse | undefined, today: string): PublicRecord {
  const { _id: id, title, unitId, posting, limited, kind, publishedAt } = record;
  const isLimited = limited !== null;
  const opening = { text: isLimited ? '公开给一部分人看' : OPENING[kind], at: publishedAt };
  const ending = posting && today <= posting.to ? [{ text: '公示期满', on: posting.to }] : [];
  const shared = { kind: 'notice' as const, id, title, unitId, limited: isLimited };
  if (isLimited) return { ...shared, stage: null, steps: [opening], next: ending };
  const dates = [
    { text: '开始施行', on: record.effectiveOn },
    { text: '废止', on: record.abolishedOn },
  ].flatMap(({ text, on }) => (on === null ? [] : [{ text, on }]));
  const steps = [
    opening,
    ...(record.correction ? [{ text: '更正', at: record.correction.at }] : []),
    ...(course?.concluded ? [{ text: '公示结束，处理结果公布', at: course.concluded.at }] : []),
    ...dates.filter(({ on }) => on <= today).map(({ text, on }) => ({ text, at: startOfShanghaiDate(on) })),
  ];
  return { ...shared, stage: record.stage, steps, next: [...ending, ...dates.filter(({ on }) => on > today)] };
}
