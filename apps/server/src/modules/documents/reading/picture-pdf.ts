/** A page that is one picture. */
export interface PicturePage {
  jpeg: Uint8Array;
  width: number;
  height: number;
  pointsWide: number;
  pointsHigh: number;
}

/** A PDF of pictures and nothing else: no fonts, letters, properties. */
export function writePicturePdf(pages: readonly PicturePage[]): Buffer {
  const FIRST = 3;
  const idOf = (at: number, part: number) => FIRST + at * 3 + part;
  const stream = (head: string, body: Uint8Array) =>
    Buffer.concat([Buffer.from(`<< ${head} /Length ${body.length} >>\nstream\n`), body, Buffer.from('\nendstream')]);
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Kids [${pages.map((_, at) => `${idOf(at, 0)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ),
    ...pages.flatMap(({ jpeg, width, height, pointsWide, pointsHigh }, at) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pointsWide} ${pointsHigh}] ` +
          `/Resources << /XObject << /P ${idOf(at, 2)} 0 R >> >> /Contents ${idOf(at, 1)} 0 R >>`,
      ),
      stream('', Buffer.from(`q ${pointsWide} 0 0 ${pointsHigh} 0 0 cm /P Do Q`)),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
          '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        jpeg,
      ),
    ]),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets = objects.map((object, at) => {
    const offset = length;
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
