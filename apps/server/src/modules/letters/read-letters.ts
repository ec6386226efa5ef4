import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LetterKindFile } from '@bandeng/contracts/schemas';
import { lettersFaults, type LetterKind } from '@bandeng/rules';

/**
 * The kinds of letters of an office, in the order of their ids.
 * @throws Error at start that names file and place, when one of them would leave a hole in a letter
 */
export function readLetters(root: string, folder = 'config/letters'): LetterKind[] {
  const files = readdirSync(join(root, folder)).filter(file => file.endsWith('.json'));
  const letters = files.sort().map(file => readLetter(join(root, folder), file));
  const faults = lettersFaults(letters);
  if (faults.length > 0) throw new Error(`${folder} is not right:\n${faults.map(fault => `  - ${fault}`).join('\n')}`);
  return letters;
}

function readLetter(folder: string, file: string): LetterKind {
  const parsed = LetterKindFile.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  if (parsed.success) return parsed.data as LetterKind;
  const places = parsed.error.issues.map(({ path, message }) => `  - ${path.join('.')}: ${message}`);
  throw new Error(`${file} is not right:\n${places.join('\n')}`);
}
