import { z } from 'zod';
import { CHANNELS } from './catalog';
import { Attachment, Empty, GivenDate, Id, IdParams, Instant, LocalDate, Ref, WebAddress, text } from './common';

/** One of the 13 channels of the standard table, for one notice. */
export const NoticeChannel = z.object({
  channel: z.enum(CHANNELS),
  /** An entry that the notice fulfils has it as 必选 (■). */
  required: z.boolean(),
  /** The day on which it went out there; null while nobody wrote it down. */
  doneOn: LocalDate.nullable(),
  /** `system`: by this system itself, at that second; `staff`: written down by somebody. */
  doneBy: z.enum(['system', 'staff']).nullable(),
  by: Ref.nullable(),
  at: Instant.nullable(),
  link: z.string().nullable(),
  photo: Attachment.nullable(),
  note: z.string().nullable(),
});

/** The 13 in their printed order, and how many of the required ones are still missing. */
export const NoticeChannels = z.object({ items: z.array(NoticeChannel), missing: z.number().int() });

export const noticeChannelSchemas = {
  'staff.notices.channels': { params: IdParams, query: Empty, response: NoticeChannels },
  'staff.notices.logChannel': {
    params: IdParams,
    body: z
      .strictObject({
        channel: z.enum(CHANNELS),
        doneOn: GivenDate,
        link: WebAddress.optional(),
        /** Uploaded through POST /files by the same caller: the posted sheet, the page of the newspaper. */
        photoId: Id.optional(),
        note: text(200).optional(),
      })
      .refine(({ link, photoId }) => link !== undefined || photoId !== undefined, {
        message: '要有链接或者照片',
        path: ['link'],
      }),
    response: NoticeChannels,
  },
};
