/**
 * One form of a document or index number, for matching whole: full-width characters are made half-width, letters large, blanks go,
 * all brackets become 〔〕, all dashes `-`, and 第 before the number goes. Not for display.
 */
export function normalizeNumber(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[﹝[【(〖]/g, '〔')
    .replace(/[﹞\]】)〗]/g, '〕')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/〕第(?=\d)/g, '〕')
    .toUpperCase();
}

/** Whether a search is for a document number (栖政发〔2026〕12号, 〔2026〕12) or an index number (11 or more letters and digits). */
export function looksLikeNumber(query: string): boolean {
  const number = normalizeNumber(query);
  return (
    /^[\u4e00-\u9fff]{0,15}〔\d{4}〕\d{1,5}号?$/u.test(number) || /^(?=.*\d{4})[0-9A-Z][0-9A-Z/_.-]{10,}$/.test(number)
  );
}
