import { posix } from 'node:path';
import { openZip, ZipError, type ZipArchive } from '../../../platform/zip';
import { documentLimits } from '../document-limits';
import { Refusal, type RefusalCode } from './refusal';
import { decodeXml, elementsOf, parseXml, type XmlElement } from './xml';

/** What a part of a package leads to, by the id that stands in the part. */
export interface Relation {
  id: string;
  /** The last word of its type, such as `hyperlink` or `image`. */
  kind: string;
  /** A part of the package, or an address when it is external. */
  target: string;
  isExternal: boolean;
}

/** A docx or xlsx file: parts of XML that name each other. */
export interface OfficePackage {
  names: readonly string[];
  /** The part that the package is about: the document or the workbook. */
  mainPart: string;
  bytes(name: string): Buffer | undefined;
  xml(name: string): XmlElement | undefined;
  text(name: string): string | undefined;
  relations(name: string): Relation[];
}

const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
const FAULTS: Record<ZipError['fault'], RefusalCode> = {
  broken: 'document.broken',
  encrypted: 'document.encrypted',
  bomb: 'document.bomb',
};
const MACROS = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/|activeX\/[^/]+\.bin|dialogsheets\/)/i;
const MACRO_TYPE = /macroEnabled|vnd\.ms-office\.vbaProject/i;

/** Opens a docx or xlsx. Throws Refusal: broken, encrypted (a compound file holds it then), with macros, swollen. */
export function openPackage(bytes: Buffer): OfficePackage {
  if (bytes.subarray(0, 8).toString('hex') === COMPOUND_FILE) throw new Refusal('document.encrypted');
  const zip = read(() => openZip(bytes, documentLimits.zip));
  const opened = packageOf(zip);
  const types = opened.text('[Content_Types].xml');
  if (types === undefined) throw new Refusal('document.broken');
  if (MACRO_TYPE.test(types) || zip.names.some(name => MACROS.test(name))) throw new Refusal('document.macros');
  const main = opened.relations('').find(relation => relation.kind === 'officeDocument' && !relation.isExternal);
  if (!main || !zip.names.includes(main.target)) throw new Refusal('document.broken');
  return { ...opened, mainPart: main.target };
}

function read<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof ZipError ? new Refusal(FAULTS[cause.fault], { cause }) : cause;
  }
}

function packageOf(zip: ZipArchive): Omit<OfficePackage, 'mainPart'> {
  const bytes = (name: string) => read(() => zip.read(name));
  const text = (name: string) => {
    const found = bytes(name);
    return found && decodeXml(found);
  };
  const parsed = new Map<string, XmlElement>();
  const xml = (name: string) => {
    const found = parsed.get(name) ?? parseIfThere(text(name));
    if (found) parsed.set(name, found);
    return found;
  };
  return { names: zip.names, bytes, text, xml, relations: name => relationsOf(xml(relationsPart(name)), name) };
}

const parseIfThere = (text: string | undefined): XmlElement | undefined =>
  text === undefined ? undefined : parseXml(text);

/** word/document.xml -> word/_rels/document.xml.rels */
export const relationsPart = (name: string): string =>
  `${posix.dirname(name) === '.' ? '' : `${posix.dirname(name)}/`}_rels/${posix.basename(name)}.rels`;

/** The part that these relations belong to; empty for those of the package. */
export const ownerOf = (relations: string): string => relations.replace(/_rels\/([^/]*)\.rels$/, '$1');

const relationsOf = (part: XmlElement | undefined, name: string): Relation[] =>
  (part ? elementsOf(part) : []).map(({ attributes }) => {
    const isExternal = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : partAt(name, target),
      isExternal,
    };
  });

const partAt = (from: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
