import type { BlindIndex } from '../../platform/crypto';
import type { ApplicantIndex, SealedApplicant } from './information-request.model';

/** Keyed hashes of what an applicant is looked up by: stored beside what is sealed, and made again of what is looked for. */
export function createApplicantLookup(blindIndex: BlindIndex) {
  const digitsOf = (text: string) => text.replace(/\D/g, '');
  const hash = {
    name: (text: string) => blindIndex.of('name', text.trim()),
    idNumber: (text: string) => blindIndex.of('idNumber', text.trim().toUpperCase()),
    phone: (text: string) => blindIndex.of('phone', digitsOf(text)),
    phoneLast4: (text: string) => blindIndex.of('phoneLast4', digitsOf(text).slice(-4)),
  };

  /** What a text can be, by its form alone: all but the last four digits are looked up whole. */
  function fieldOf(text: string): keyof ApplicantIndex {
    if (/^\d{4}$/.test(text)) return 'phoneLast4';
    if (/^\+?[\d\s()-]{5,14}$/.test(text)) return 'phone';
    return /^[0-9A-Za-z()]+$/.test(text) ? 'idNumber' : 'name';
  }

  return {
    indexOf: ({ name, idNumber, phone }: SealedApplicant): ApplicantIndex => ({
      name: hash.name(name),
      idNumber: hash.idNumber(idNumber),
      phone: hash.phone(phone),
      phoneLast4: hash.phoneLast4(phone),
    }),
    /** The condition that finds the requests of whoever is called so, or has this number. */
    conditionFor: (given: string): Record<string, string> => {
      const text = given.trim();
      const field = fieldOf(text);
      return { [`applicantIndex.${field}`]: hash[field](text) };
    },
  };
}
