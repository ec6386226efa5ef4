import type { Block } from '@bandeng/contracts/schemas';
import { canonicalJson } from '@bandeng/rules';
import { sha256 } from '../../../platform/crypto';
import { buildMeeting, newSeed, type NewMeeting } from './create-meeting';
import type { MeetingDeps } from './deps';
import type { Represents, SignUpState } from './meeting.repository';
import { sealed, turnOf } from './sign-up';

export interface LoadedMeeting {
  meeting: NewMeeting;
  /** A staff member's id. */
  staffId: string;
  createdAt: Date;
  signUps: readonly {
    id: string;
    accountId: string | null;
    name: string;
    represents: Represents;
    state: SignUpState;
    attended: boolean | null;
    createdAt: Date;
  }[];
  /** Null while it is still to come. */
  record: { participantsAt: Date; confirmedAt: Date; minutes: Block[] } | null;
  resolutions: readonly {
    id: string;
    text: string;
    unitId: string;
    dueOn: string;
    done: { at: Date; word: string } | null;
  }[];
}

/** Writes a meeting as it stands (the demo district), through the same builders as the calls; one that exists is left alone. */
export async function loadMeeting(deps: MeetingDeps, given: LoadedMeeting): Promise<void> {
  const { meeting: input, staffId, createdAt, record, resolutions, signUps } = given;
  if (await deps.meetings.find(input.id)) return;
  const contentHash = sha256(canonicalJson({ actor: 'system', input }));
  const built = buildMeeting(input, { contentHash, createdBy: staffId, createdAt });
  await deps.transaction(async tx => {
    await deps.meetings.insert(
      {
        ...built,
        publishedAt: createdAt,
        facets: ['all'],
        ...(input.signUp?.selection === 'draw' && record === null && newSeed(deps, input.id)),
        ...(record && {
          participantsAt: record.participantsAt,
          minutes: {
            body: record.minutes,
            readers: 'public',
            writtenBy: staffId,
            writtenAt: record.confirmedAt,
            confirmedAt: record.confirmedAt,
          },
        }),
      },
      tx,
    );
    for (const { id, accountId, name, ...signUp } of signUps)
      await deps.meetings.insertSignUp(
        {
          _id: id,
          meetingId: input.id,
          accountId,
          turn: accountId === null ? null : turnOf(input.id, accountId),
          contentHash: sha256(id),
          ...sealed(deps, { id, name }),
          ...signUp,
          statement: null,
          isInvited: accountId === null,
          reason: null,
          drawPlace: null,
          meetingAt: built.startsAt,
        },
        tx,
      );
    for (const { id, done, ...resolution } of resolutions)
      await deps.meetings.insertResolution(
        {
          _id: id,
          meetingId: input.id,
          contentHash: sha256(id),
          ...resolution,
          createdAt: record?.confirmedAt ?? createdAt,
          doneAt: done?.at ?? null,
          word: done?.word ?? null,
        },
        tx,
      );
    await deps.audit.add('system', 'meeting.loaded', { collection: 'meetings', id: input.id }, tx);
  });
}
