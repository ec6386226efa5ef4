import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WordingDictionary, type DraftContent } from '@bandeng/contracts/schemas';
import type { DraftCheck, WordingEntry } from '@bandeng/contracts/types';
import { sayWording, wordingFinder } from '@bandeng/rules';
import type { FieldFault } from '../../../platform/errors';
import { textsBeside, textsOfBlock } from './draft-texts';

type Found = DraftCheck['wording'][number];

/** The district's dictionary of words, and what of it stands in a draft. */
export interface Wording {
  entries: readonly WordingEntry[];
  findIn(content: DraftContent): Found[];
}

/** Throws at start, with the places that are wrong, when the file is not a dictionary. */
export function readWording(root: string, file = 'config/wording.json'): Wording {
  const parsed = WordingDictionary.safeParse(JSON.parse(readFileSync(join(root, file), 'utf8')));
  if (!parsed.success)
    throw new Error(
      `${file} is not right:\n${parsed.error.issues.map(({ path, message }) => `  - ${path.join('.')}: ${message}`).join('\n')}`,
    );
  const { entries } = parsed.data;
  const find = wordingFinder(entries);
  return {
    entries,
    findIn: content =>
      [...textsBeside(content), ...content.body.flatMap((block, at) => textsOfBlock(`body.${at}`, block))].flatMap(
        ({ path, text }) => find(text).map(found => ({ path, ...found })),
      ),
  };
}

/** Words that must not stay, as they are told beside what is missing. */
export const unfitWords = ({ wording }: { wording: Wording }, content: DraftContent): FieldFault[] =>
  (content.withholding ? [] : wording.findIn(content))
    .filter(({ isBlocking }) => isBlocking)
    .map(find => ({ path: find.path, message: sayWording(find) }));
