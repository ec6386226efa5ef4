import { ownerOf, type OfficePackage } from './office-package';
import type { ScanUnit } from './scan-unit';
import { elementsOf, type XmlElement } from './xml';

/** Attributes that hold words: descriptions of pictures, hints, kept values of pivot tables, addresses of links. */
const WORDY = new Set([
  'v',
  'descr',
  'title',
  'alt',
  'prompt',
  'promptTitle',
  'error',
  'errorTitle',
  'tooltip',
  'display',
]);
/** Parts of form only, and those that say which part belongs to which. */
const FORMAL =
  /^(?:\[Content_Types\]\.xml|.*\/(?:styles|theme\d*|fontTable|webSettings|stylesWithEffects|calcChain)\.xml)$/;
const PICTURE = /\/media\/[^/]+$/i;
const INSERTED =
  /\/(?:embeddings|activeX|ctrlProps|model|oleObjects)\/|\/(?:oleObject|item|afchunk)[^/]*\.(?:bin|data|mht|html?|rtf|docx)$/i;
const KNOWN = /\.(?:xml|rels|vml|fntdata|odttf|ttf)$|^_xmlsignatures\/|\/printerSettings\//i;

/** Words of the parts that nobody reads as a page: properties, charts, drawings, kept data, addresses of links. */
export function otherTexts(file: OfficePackage, alreadyRead: ReadonlySet<string>): ScanUnit[] {
  const units: ScanUnit[] = [];
  for (const name of file.names) {
    const isXml = /\.(?:xml|vml)$/i.test(name);
    if (name.endsWith('.rels')) units.push(...addressesOf(file, name));
    else if (isXml && !alreadyRead.has(name) && !FORMAL.test(name)) {
      const text = textsOf(file, name).join('\n|\n');
      if (text !== '') units.push({ place: placeOf(name), text });
    }
    // Hints and descriptions stand in the parts that were read as pages too.
    if (isXml && alreadyRead.has(name)) {
      const words = wordyAttributes(file.xml(name)!);
      if (words.length > 0) units.push({ place: `${placeOf(name)}的说明文字`, text: words.join('\n|\n') });
    }
  }
  return units;
}

function textsOf(file: OfficePackage, name: string): string[] {
  const texts: string[] = [];
  const walk = (element: XmlElement): void => {
    for (const [attribute, value] of Object.entries(element.attributes))
      if (isWordy(element, attribute)) texts.push(value);
    let run = '';
    for (const child of element.children)
      if (typeof child === 'string') run += child;
      else walk(child);
    if (run.trim() !== '') texts.push(run);
  };
  // A part that calls itself XML and is none (old drawings) is looked at as it stands.
  const part = /\.vml$/i.test(name) ? undefined : file.xml(name);
  if (part) walk(part);
  else texts.push((file.text(name) ?? '').replace(/<[^>]*>/g, '\n|\n'));
  return texts;
}

const isWordy = (element: XmlElement, attribute: string): boolean =>
  WORDY.has(attribute) || (attribute === 'val' && element.name === 'docVar');

const wordyAttributes = (element: XmlElement): string[] => [
  ...Object.entries(element.attributes).flatMap(([name, value]) => (isWordy(element, name) ? [value] : [])),
  ...elementsOf(element).flatMap(wordyAttributes),
];

function addressesOf(file: OfficePackage, name: string): ScanUnit[] {
  const addresses = file.relations(ownerOf(name)).filter(relation => relation.isExternal);
  return addresses.map(({ target }) => ({ place: '链接地址', text: safeDecode(target) }));
}

/** %31%33… in an address is a number all the same. */
function safeDecode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function placeOf(name: string): string {
  if (name.startsWith('docProps/')) return '文件属性';
  if (/comments|threadedComment|persons?\//i.test(name)) return '批注';
  if (/chart/i.test(name)) return '图表';
  if (/pivot/i.test(name)) return '数据透视表';
  if (/externalLink/i.test(name)) return '外部链接留下的数据';
  if (/drawing|diagram/i.test(name)) return '图形';
  return `文件里的 ${name}`;
}

/** What is in the file and yields no text. */
export function unreadableParts({ names }: OfficePackage): string[] {
  const pictures = names.filter(name => PICTURE.test(name)).length;
  const inserted = names.filter(name => INSERTED.test(name)).length;
  const others = names.filter(
    name =>
      !PICTURE.test(name) &&
      !INSERTED.test(name) &&
      !KNOWN.test(name) &&
      !name.endsWith('/') &&
      !/thumbnail/i.test(name),
  ).length;
  return [
    ...(pictures > 0 ? [`里面有 ${pictures} 张图片，图里的字查不到。`] : []),
    ...(inserted + others > 0 ? [`里面夹着 ${inserted + others} 个别的文件，查不到里面。`] : []),
  ];
}
