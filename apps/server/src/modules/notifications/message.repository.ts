import type { Cursors } from '../../platform/cursor';
import { readAll, readPage, type Page, type PageQuery } from '../../platform/paging';
import type { Tx } from '../../platform/transaction';
import type { Connection } from 'mongoose';
import { defineMessageModel, type MessageRecord } from './notification.model';

export function createMessageRepository({ database, cursors }: { database: Connection; cursors: Cursors }) {
  const messages = defineMessageModel(database);
  return {
    /** Which of these keys are in an inbox already. */
    async findKeys(keys: readonly string[], tx: Tx): Promise<Set<string>> {
      const found = await messages
        .find({ key: { $in: keys } })
        .select('key')
        .session(tx)
        .lean<Pick<MessageRecord, 'key'>[]>();
      return new Set(found.map(({ key }) => key));
    },
    /** The unique key lets a message through once, whoever comes second. */
    insert: async (records: readonly MessageRecord[], tx: Tx): Promise<void> => {
      await messages.insertMany(records, { session: tx });
    },
    find: (id: string) => messages.findOne({ _id: id }).lean<MessageRecord>(),
    list: (accountId: string, isUnreadOnly: boolean, query: PageQuery): Promise<Page<MessageRecord>> =>
      readPage<MessageRecord>({
        cursors,
        model: messages,
        list: `me.messages:${isUnreadOnly}`,
        filter: { accountId, ...(isUnreadOnly && { readAt: null }) },
        sort: { createdAt: -1, _id: -1 },
        query,
      }),
    countUnread: (accountId: string) => messages.countDocuments({ accountId, readAt: null }),
    markRead: async (id: string, at: Date): Promise<void> => {
      await messages.updateOne({ _id: id, readAt: null }, { $set: { readAt: at } });
    },
    /** Takes the right to send: true for one caller only, ever. */
    async markBeforeSending(id: string, tx: Tx): Promise<boolean> {
      const result = await messages.updateOne(
        { _id: id, wechat: 'not_asked' },
        { $set: { wechat: 'unknown' } },
        { session: tx },
      );
      return result.modifiedCount === 1;
    },
    /** Gives the right back: nothing was sent, and nothing will have been. */
    unmark: async (id: string, tx?: Tx): Promise<void> => {
      await messages.updateOne(
        { _id: id, wechat: 'unknown' },
        { $set: { wechat: 'not_asked' } },
        tx ? { session: tx } : {},
      );
    },
    settle: async (id: string, wechat: 'sent' | 'failed'): Promise<void> => {
      await messages.updateOne({ _id: id, wechat: 'unknown' }, { $set: { wechat } });
    },
    exportOf: (accountId: string) =>
      readAll<MessageRecord>({ model: messages, filter: { accountId }, sort: { createdAt: -1, _id: -1 } }),
    eraseOf: async (accountId: string, tx: Tx): Promise<void> => {
      await messages.deleteMany({ accountId }, { session: tx });
    },
  };
}
export type MessageRepository = ReturnType<typeof createMessageRepository>;
