import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DemoBlock, DemoConsultation, DemoDistrict, DemoFile, DemoNotice } from '../../../../config/demo';
import { writeWorkbook } from '../modules/catalog';
import type { FilesApi } from '../modules/files';
import { demoUuid } from './demo-ids';
import { makePdf } from './make-pdf';

/** What a file of the district is made of: the words of its notice or consultation. */
interface Source {
  title: string;
  body: readonly DemoBlock[];
}

const draftOf = ({ title, draft }: DemoConsultation): Source => ({
  title,
  body:
    draft.kind === 'clauses'
      ? draft.clauses.map(({ label, text }) => ({ type: 'paragraph', children: [{ text: `${label}　${text}` }] }))
      : [],
});

/** Files that belong to one thing; the id of each is made of its key and name. */
export const filesOf = (
  district: DemoDistrict,
  collection: 'notices' | 'consultations',
  key: string,
): { id: string; file: DemoFile }[] =>
  (district.files[collection][key] ?? []).map(file => ({
    id: demoUuid('file', `${collection}/${key}/${file.name}`),
    file,
  }));

/** Makes the files of the district and keeps them, readable by whoever may read what they belong to. What is there is left alone. */
export async function loadFiles(files: Pick<FilesApi, 'importFile'>, district: DemoDistrict): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bandeng-demo-'));
  try {
    const load = async (collection: 'notices' | 'consultations', key: string, source: Source): Promise<void> => {
      const to = { collection, id: demoUuid(collection === 'notices' ? 'notice' : 'consultation', key) };
      for (const { id, file } of filesOf(district, collection, key)) {
        const path = join(folder, id);
        await writeFile(path, await makeFile(file, source));
        if (!(await files.importFile({ id, path, name: file.name, to })))
          throw new Error(`the demo file ${file.name} is of no type that is accepted`);
      }
    };
    for (const notice of district.notices) await load('notices', notice.key, notice);
    for (const consultation of district.consultations)
      await load('consultations', consultation.key, draftOf(consultation));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function makeFile(file: DemoFile, { title, body }: Source): Promise<Buffer> | Buffer {
  if (file.kind === 'picture') return sharp(Buffer.from(file.svg)).png({ palette: true }).toBuffer();
  if (file.kind === 'paper') return makePdf(title, body.flatMap(linesOf));
  const table = body.find(block => block.type === 'table');
  if (table?.type !== 'table') throw new Error(`${file.name} is to be a sheet, but ${title} has no table`);
  const { head, rows } = table;
  const widths = head.map((cell, at) =>
    Math.min(40, 4 + 2 * Math.max(cell.length, ...rows.map(row => row[at]?.length ?? 0))),
  );
  const merges = head.length > 1 ? [{ top: 0, left: 0, bottom: 0, right: head.length - 1 }] : [];
  return writeWorkbook([
    { name: '附件', rows: [[table.caption ?? title], head, ...rows], merges, widths, titleRow: 0, headerRows: [1] },
  ]);
}

/** A block as lines of a paper. */
function linesOf(block: DemoBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return [`　　${block.children.map(part => part.text).join('')}`];
    case 'list':
      return block.items.map((item, at) => `　　${block.ordered ? `${at + 1}.` : '·'} ${item}`);
    case 'table':
      return [block.head, ...block.rows].map(row => row.join('　'));
    default:
      return ['', block.text];
  }
}

/** The body with its pictures, each after the first paragraph. */
export function withPictures(body: DemoNotice['body'], files: readonly { id: string; file: DemoFile }[]) {
  const images = files.flatMap(({ id, file }) =>
    file.kind === 'picture' && file.isInBody ? [{ type: 'image' as const, fileId: id, alt: file.alt }] : [],
  );
  const after = body.findIndex(block => block.type === 'paragraph') + 1;
  return [...body.slice(0, after), ...images, ...body.slice(after)];
}
