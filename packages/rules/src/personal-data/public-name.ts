import { isOrganizationName } from './names';

/** So many digits are a number of somebody: a phone, a card, a document. */
const FEWEST_DIGITS_OF_A_NUMBER = 6;
const SHORTEST = 2;
const LONGEST = 20;

const OFFICE_WORDS =
  /政府|管理员|管理处|官方|公安|警察|民警|法院|检察|纪委|监委|政协|党委|党支部|居委|村委|街道办|办事处|办公室|工作人员|网格员|经办人|审核人|客服|小助手|机器人|系统|板凳|书记|主任|admin|official|system|gov/u;
const OFFICE_ENDINGS = /(?:[省市区县镇乡村局厅处科队所]长|[局厅]|街道|中心|公司|大队|支队|派出所)$/u;

/**
 * What is wrong with a name under which a person wants to speak in public; null when nothing is. A name is 2 to 20 letters, leads to
 * nobody by a number, and is no office's: readers must never take a neighbour for the government.
 * @param name as typed, without spaces around it
 * @returns a sentence for the person who typed it
 */
export function publicNameProblem(name: string): string | null {
  const plain = name.normalize('NFKC');
  const length = Array.from(plain).length;
  if (length < SHORTEST || length > LONGEST) return `写 ${SHORTEST} 到 ${LONGEST} 个字`;
  if ((plain.match(/\p{Nd}/gu)?.length ?? 0) >= FEWEST_DIGITS_OF_A_NUMBER) return '别写证件号、手机号，谁都看得到';
  if (!/^[\p{L}\p{M}\p{N}·\u0f0b ]+$/u.test(plain) || !/\p{L}/u.test(plain)) return '只用字、数字和「·」';
  const squeezed = plain.replace(/[· ]/gu, '').toLowerCase();
  if (OFFICE_WORDS.test(squeezed) || OFFICE_ENDINGS.test(squeezed) || isOrganizationName(squeezed))
    return '像机关或者工作人员的名字，别人会弄错。换一个';
  return null;
}
