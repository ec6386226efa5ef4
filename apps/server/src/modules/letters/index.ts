import type { Context } from 'koa';
import type { Actor, OfficeActor } from '../../http/actor';
import { DOCX_TYPE, PDF_TYPE, sendDownload } from '../../http/download';
import { created, defineHandlers } from '../../http/handlers';
import { shanghaiDate } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import type { ServerModule } from '../../platform/module';
import { createQueue } from '../../platform/one-at-a-time';
import type { Platform } from '../../platform/platform';
import { voidLetter } from './change-letter';
import type { LetterPorts, LettersDeps } from './deps';
import { finalizeLetter } from './finalize-letter';
import type { LetterRecord } from './letter.model';
import { canDownload, isHandler } from './letter.policy';
import { describeLetters } from './letter.presenter';
import { createLetterRepository } from './letter.repository';
import { prepareLetter, presentDraft } from './prepare-letter';
import { checkLetter, listCaseLetters } from './read-case-letters';
import { readLetters } from './read-letters';

export type { LetterPorts } from './deps';
export type LettersApi = ReturnType<typeof createLettersModule>['api'];

/** A letter as it was made at an earlier time. */
export interface LoadedLetter {
  id: string;
  requestId: string;
  key: string;
  facts: Record<string, string>;
  at: Date;
  actor: OfficeActor;
}

/** Letters of information requests (文书): laid ready from the case, made final with a number, kept as they were. */
export function createLettersModule(platform: Platform, ports: LetterPorts) {
  const letters = createLetterRepository(platform);
  const deps: LettersDeps = {
    ...platform,
    ...ports,
    letters,
    kinds: readLetters(platform.config.root),
    inTurn: createQueue(),
  };
  const describeOne = async (actor: Actor, record: LetterRecord) => (await describeLetters(deps, actor, [record]))[0]!;

  const handlers = defineHandlers({
    'staff.letters.list': ({ actor, params }) => listCaseLetters(deps, actor, params.id),
    'staff.letters.draft': async ({ actor, params, body }) =>
      presentDraft(await prepareLetter(deps, actor, { requestId: params.id, ...body })),
    'staff.letters.create': async ({ actor, params, body }) => {
      const { record, isNew } = await finalizeLetter(deps, actor, { requestId: params.id, ...body });
      return created(await describeOne(actor, record), isNew);
    },
    'staff.letters.file': ({ actor, params, query, ctx }) => sendLetter(deps, actor, ctx, { ...params, ...query }),
    'staff.letters.void': async ({ actor, params, body }) =>
      describeOne(actor, await voidLetter(deps, actor, { id: params.id, reason: body.reason })),
    'letters.check': ({ params }) => checkLetter(deps, params.code),
  });

  return {
    handlers,
    recordReaders: {
      letters: async (id, actor) => {
        const record = await letters.find(id);
        return record !== null && isHandler(actor, record);
      },
    },
    sealedFields: ['content', 'pdf'].map(field => ({ collection: 'letters', path: field, field })),
    personalData: [
      {
        name: 'letters',
        export: async accountId =>
          (await letters.allOfAccount(accountId))
            .filter(({ to }) => to === 'applicant')
            .map(record => ({
              id: record._id,
              requestId: record.requestId,
              number: record.number,
              state: record.state,
              text: letters.openContent(record),
            })),
      },
    ],
    api: {
      /** Makes a letter as if at that time (the demo district); an id that exists is left alone. */
      load: async ({ at, actor, ...input }: LoadedLetter): Promise<void> => {
        if (await letters.find(input.id)) return;
        const clock = { ...deps.clock, now: () => at, today: () => shanghaiDate(at) };
        await finalizeLetter({ ...deps, clock }, actor, input);
      },
    },
  } satisfies ServerModule & { api: unknown };
}

/** The Word file to work with, or the PDF as it was made. */
async function sendLetter(
  deps: LettersDeps,
  actor: OfficeActor,
  ctx: Context,
  { id, format }: { id: string; format: 'pdf' | 'docx' },
): Promise<void> {
  const record = await deps.letters.get(id);
  if (!canDownload(actor, record)) throw new AppError('letter.not_found');
  const text = deps.letters.openContent(record);
  const pdf = deps.letters.openPdf(record);
  if (text === null || pdf === null) throw new AppError('letter.not_found');
  const name = record.number === null ? record.title : `${record.title}-${record.number}`;
  if (format === 'pdf') return sendDownload(ctx, pdf, { name: `${name}（未盖章）.pdf`, type: PDF_TYPE });
  // Most servers start and stop without writing one: its library is read with the first.
  const { letterDocx } = await import('./letter-docx');
  sendDownload(ctx, await letterDocx(text, record.checkCode), { name: `${name}.docx`, type: DOCX_TYPE });
}
