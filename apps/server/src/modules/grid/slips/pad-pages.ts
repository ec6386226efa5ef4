import { slipNumberText } from '@bandeng/rules';
import sharp from 'sharp';
import { writePdf, type PdfPart } from '../../../platform/pdf';

/** A quarter of what an A4 page has room for. */
const HEIGHT = 178;

export interface PrintedSlip {
  number: string;
  /** The code to scan, as PNG or JPEG. */
  code: Buffer;
}

/** Slips to print and cut, four a sheet, in print that is read without glasses off. */
export async function padPdf(
  slips: readonly PrintedSlip[],
  { areaName, contact, days }: { areaName: string; contact: { name: string; phone: string } | null; days: number },
): Promise<Buffer> {
  const help = contact
    ? `不会扫，或者便条丢了：打${contact.name}的电话 ${contact.phone}。`
    : '不会扫，或者便条丢了：问网格员。';
  const parts: PdfPart[] = [];
  for (const { number, code } of slips) {
    const { data, info } = await sharp(code).flatten({ background: '#fff' }).greyscale().raw().toBuffer({
      resolveWithObject: true,
    });
    parts.push({
      ...{ kind: 'strip', height: HEIGHT, picture: { grey: data, columns: info.width, rows: info.height } },
      texts: [
        { text: `${areaName}　便条`, size: 12, leading: 14 },
        { text: slipNumberText(number), size: 24, leading: 30 },
        {
          text: '微信扫一扫，登录以后，网格员替你记的就归到你名下，答复也在那里看。',
          size: 14,
          leading: 19,
          before: 4,
        },
        { text: `从拿到起 ${days} 天里有效，只能领一次，收好。`, size: 14, leading: 19 },
        { text: help, size: 14, leading: 19 },
      ],
    });
  }
  return writePdf({ title: `${areaName} 便条`, parts });
}
