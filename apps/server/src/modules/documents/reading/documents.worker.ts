import { parentPort } from 'node:worker_threads';
import { cleanDocument } from './clean-document';
import { importDocument } from './import-document';
import { drawPage, measurePdf, redactPdf, wordsOfPdf } from './pdf-pages';
import type { Answer, Task, Work, WorkInput, WorkName } from './protocol';
import { Refusal } from './refusal';
import { scanDocument } from './scan-document';

/** A thread of its own for documents from outside: what one does to it, it does to nobody else. */
const does: {
  [N in WorkName]: (format: Task['format'], bytes: Buffer, input: WorkInput[N]) => Promise<Work[N]> | Work[N];
} = {
  scan: scanDocument,
  import: importDocument,
  clean: cleanDocument,
  measure: (_, bytes) => measurePdf(bytes),
  draw: (_, bytes, input) => drawPage(bytes, input),
  redact: (_, bytes, input) => redactPdf(bytes, input),
  words: (_, bytes) => wordsOfPdf(bytes),
};

const doWork = <N extends WorkName>({ work, format, bytes, input }: Task<N>) =>
  does[work](format, Buffer.from(bytes), input);

async function answer(task: Task): Promise<Answer> {
  const { id } = task;
  try {
    return { id, result: await doWork(task) };
  } catch (error) {
    // Whatever else a document breaks in here, it is the document that is broken.
    if (error instanceof Refusal) return { id, refusal: error.code };
    return { id, refusal: 'document.broken', fault: error instanceof Error ? error.stack : String(error) };
  }
}

parentPort!.on('message', (task: Task) => void answer(task).then(result => parentPort!.postMessage(result)));
