import type { DemoMeeting } from '../../../../config/demo';
import type { LoadedMeeting } from '../modules/participation';
import { demoUuid } from './demo-ids';

export function loadedMeeting(
  demo: DemoMeeting,
  given: { staffId: string; accountIds: ReadonlyMap<string, string> },
): LoadedMeeting {
  const { key, consultation, announcedAt, signUps, record, resolutions, ...input } = demo;
  return {
    meeting: {
      ...input,
      id: demoUuid('meeting', key),
      materialIds: [],
      consultationId: consultation === null ? null : demoUuid('consultation', consultation),
    },
    staffId: given.staffId,
    createdAt: new Date(announcedAt),
    signUps: signUps.map(({ residentKey, createdAt, ...signUp }, at) => ({
      ...signUp,
      id: demoUuid('sign-up', `${key}-${at}`),
      accountId: residentKey === null ? null : (given.accountIds.get(residentKey) ?? null),
      createdAt: new Date(createdAt),
    })),
    record: record && {
      participantsAt: new Date(record.participantsAt),
      confirmedAt: new Date(record.confirmedAt),
      minutes: record.minutes,
    },
    resolutions: resolutions.map(({ done, ...resolution }, at) => ({
      ...resolution,
      id: demoUuid('resolution', `${key}-${at}`),
      done: done && { at: new Date(done.at), word: done.word },
    })),
  };
}
