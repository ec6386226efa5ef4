/** ××公复〔年〕n号: the running number of one office in one year. */
export const letterNumber = (word: string, year: string, running: number): string =>
  `${word}公复〔${year}〕${running}号`;

/** A code of verification as it is printed, in groups that can be read over. */
export const verificationText = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';
