import type { MatterSource } from '../matters';
import { readsConsultations, runsConsultations, stateOf } from './consultation.policy';
import type { ConsultationsDeps } from './deps';

/** Consultations for 一件事的经过. */
export const consultationMatterSource = ({ consultations, clock }: ConsultationsDeps): MatterSource => ({
  listPublic: async ids => {
    const now = clock.now();
    const records = [...(await consultations.findOutlines(ids)).values()];
    return records
      .filter(record => stateOf(record, now) !== 'draft')
      .map(record => {
        const { _id: id, question: title, unitId, opensAt, closesAt, closesOn, outcomeAt, outcomeDueOn } = record;
        const state = stateOf(record, now);
        return {
          ...{ kind: 'consultation' as const, id, title, unitId, stage: null },
          steps: [
            { text: '开始征求意见', at: opensAt },
            ...(closesAt <= now ? [{ text: '征求意见结束', at: closesAt }] : []),
            ...(state === 'answered' && outcomeAt ? [{ text: '意见的下落公布了', at: outcomeAt }] : []),
          ],
          next: [
            ...(state === 'open' ? [{ text: '征求意见截止', on: closesOn }] : []),
            ...(state === 'answered' ? [] : [{ text: '最晚公布意见的下落', on: outcomeDueOn }]),
          ],
        };
      });
  },
  findForStaff: async (id, actor) => {
    const record = await consultations.findOutline(id);
    if (!record) return null;
    const { question: title, unitId } = record;
    const mayLink = runsConsultations(actor, unitId);
    if (stateOf(record, clock.now()) === 'draft' && !readsConsultations(actor, unitId)) return null;
    return { title, unitId, stage: 'decision', mayLink, kin: [] };
  },
});
