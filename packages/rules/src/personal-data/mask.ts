import { isOrganizationName, surnameLength } from './names';

/**
 * A name as the public may see it: 张小祥 → 张*祥, 朱红 → 朱*, 欧阳小华 → 欧阳*华, 阿依古丽·买买提 → 阿***·***, Mary Ann → M*** A**.
 * Names of organisations stay; pass `kind` when it is known, otherwise it is judged by the ending of the name.
 */
export function maskName(name: string, kind?: 'person' | 'organization'): string {
  const text = name.trim();
  if (kind === 'organization' || (kind === undefined && isOrganizationName(text))) return text;
  if (/[·•・‧．.]/u.test(text) && !/[a-z]/i.test(text)) return maskDottedName(text);
  if (/[a-z]/i.test(text)) return text.replace(/\S+/gu, word => keep(word, 1, 0));
  const letters = Array.from(text.replace(/\s+/gu, ''));
  const surname = surnameLength(letters.join(''));
  if (letters.length <= 1) return '*'.repeat(letters.length);
  return keep(letters.join(''), Math.min(surname, letters.length - 1), letters.length > surname + 1 ? 1 : 0);
}

/** Names of several parts (少数民族, transliterations): the first letter stays, the dots stay. */
function maskDottedName(text: string): string {
  return Array.from(text)
    .map((letter, index) => (index === 0 || /[·•・‧．.]/u.test(letter) ? letter : '*'))
    .join('');
}

/** 138****1234. Other numbers keep their first three and last two digits, short ones nothing; +86 is dropped from a mobile. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return digits.length >= 8 ? keep(digits, 3, 2) : '*'.repeat(digits.length);
}

/** The first three and the last two characters of an identity document's number; short ones nothing. */
export function maskIdNumber(number: string): string {
  const text = number.replace(/\s/g, '');
  return Array.from(text).length >= 8 ? keep(text, 3, 2) : '*'.repeat(Array.from(text).length);
}

/** The last four digits of a bank card. */
export function maskBankCard(card: string): string {
  const digits = card.replace(/\D/g, '');
  return digits.length > 4 ? keep(digits, 0, 4) : '*'.repeat(digits.length);
}

/** z***@example.org: the first letter and the host. What is no address loses everything. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '*'.repeat(email.length);
  return `${at > 1 ? email.slice(0, 1) : ''}***${email.slice(at)}`;
}

function keep(text: string, head: number, tail: number): string {
  const letters = Array.from(text);
  const stars = '*'.repeat(Math.max(0, letters.length - head - tail));
  return letters.slice(0, head).join('') + stars + letters.slice(letters.length - tail).join('');
}
