/** What is drawn in a PDF of ours, line by line, read back from the hexadecimal of its named font. */
export const drawnLines = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/<([0-9a-f]*)> Tj/g)].map(([, hex = '']) =>
    hex.replace(/.{4}/g, code => String.fromCharCode(parseInt(code, 16))),
  );
