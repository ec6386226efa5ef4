import { now } from './clock';
import { newId } from './ids';
import { readStored, writeStored } from './storage';
import { dateOf } from '@bandeng/rules';

interface ReaderId {
  date: string;
  id: string;
}

/** A random id that counts one reader a day and is forgotten with the day (API.md, reads): it follows nobody. */
export async function currentReaderId(): Promise<string> {
  const today = dateOf(now());
  const known = readStored<ReaderId>('reader-id');
  if (known?.date === today) return known.id;
  const id = await newId();
  writeStored('reader-id', { date: today, id });
  return id;
}
