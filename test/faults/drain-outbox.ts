import mongoose from 'mongoose';
import { pause } from './neighbours';

const LIMIT_MS = 180_000;
const EXPIRE_EVERY_MS = 5_000;

/**
 * Waits until the workers have delivered everything; gives how much they gave up. What a killed worker had in hand waits for the end
 * of its lease, two minutes: that time is given, not waited for (a listener may run twice).
 */
export async function drainOutbox(uri: string): Promise<{ pending: number; dead: number }> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const outbox = connection.collection('outbox');
  const limit = Date.now() + LIMIT_MS;
  let expireAt = 0;
  try {
    for (;;) {
      const pending = await outbox.countDocuments({ state: 'pending' });
      if (pending === 0 || Date.now() > limit) return { pending, dead: await outbox.countDocuments({ state: 'dead' }) };
      if (Date.now() > expireAt) {
        await outbox.updateMany({ state: 'pending' }, { $set: { nextAttemptAt: new Date(0) } });
        expireAt = Date.now() + EXPIRE_EVERY_MS;
      }
      await pause(200);
    }
  } finally {
    await connection.close();
  }
}
