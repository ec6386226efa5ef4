import mongoose from 'mongoose';

/** A real primary comes back after so long. */
const STEP_DOWN_SECONDS = 5;
/** So many commands of the engine meet NotWritablePrimary. */
const REFUSALS = 12;
const REFUSED = ['insert', 'update', 'findAndModify', 'delete', 'commitTransaction'];
const COMMAND_NOT_FOUND = 59;

/** Makes the primary refuse writes for a moment: a real one steps down, an engine with fail points says that it is none. */
export async function stepDown(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const admin = connection.getClient().db('admin');
  try {
    await admin.command({ replSetStepDown: STEP_DOWN_SECONDS, force: true }).catch(async (error: { code?: number }) => {
      // Any other fault is the connection, which ends with the primary's office.
      if (error.code !== COMMAND_NOT_FOUND) return;
      await admin.command({
        configureFailPoint: 'failCommand',
        mode: { times: REFUSALS },
        data: { failCommands: REFUSED, errorCode: 10107 },
      });
    });
  } finally {
    await connection.close();
  }
}
