import mongoose from 'mongoose';

/** The demo district's first minute is spent on its search index: what is measured is the time after it. */
export async function settle(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const outbox = connection.collection('outbox');
  for (
    let attempt = 0;
    attempt < 240 && (await outbox.countDocuments({ state: { $in: ['pending', 'backlog'] } })) > 0;
    attempt += 1
  ) {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  await connection.close();
}
