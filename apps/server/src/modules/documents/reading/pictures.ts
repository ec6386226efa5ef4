import { posix } from 'node:path';
import { documentLimits } from '../document-limits';
import type { OfficePackage } from './office-package';
import type { DocumentPicture } from './protocol';

/** By their first bytes: what the files module keeps. */
const KEPT = /^(?:ffd8ff|89504e47|47494638|52494646)/;

/** Pictures of a document, each once however often it is shown. */
export function createPictures(file: OfficePackage) {
  const list: DocumentPicture[] = [];
  const keys = new Map<string, string>();
  return {
    list,
    /** What its block calls it; null when it is of a kind that is not kept, or one too many. */
    add(part: string): string | null {
      const known = keys.get(part);
      if (known !== undefined) return known;
      const bytes = file.bytes(part);
      if (!bytes || !KEPT.test(bytes.subarray(0, 4).toString('hex')) || list.length >= documentLimits.pictures)
        return null;
      const key = `picture-${list.length + 1}`;
      keys.set(part, key);
      list.push({ key, name: posix.basename(part), bytes: new Uint8Array(bytes) });
      return key;
    },
  };
}
