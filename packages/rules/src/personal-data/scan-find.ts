import type { PersonalDataKind } from './find-personal-data';

/** What must not be published unmasked: numbers of a person, the door where they live, a minor by name with their school. */
export type ScanKind = PersonalDataKind | 'address' | 'minor';

/** One find; `start` and `end` are UTF-16 offsets into the text as it was given, `masked` is what to put there. */
export interface ScanFind {
  kind: ScanKind;
  start: number;
  end: number;
  text: string;
  masked: string;
}
