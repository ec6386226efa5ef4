import { writeZip } from '../../../platform/zip';
import { ownerOf, relationsPart, type OfficePackage } from './office-package';
import { Refusal } from './refusal';
import { elementsOf, parseXml } from './xml';
import { applyEdits, cut, type Edit } from './xml-edits';

/** What becomes of a package: parts that go, and changes of those that stay. */
export interface Cleaning {
  isDropped(name: string): boolean;
  /** Relations that go although their part stays, or that lead outside. */
  isRelationDropped?(part: string, relation: { id: string; kind: string }): boolean;
  edits(name: string): Edit[];
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PROPERTIES = 'http://schemas.openxmlformats.org/';
/** Who wrote it, where and for how long is nobody's business; Word and Excel want the parts to be there. */
const EMPTY_PARTS: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="${PROPERTIES}package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${XML_HEAD}<Properties xmlns="${PROPERTIES}officeDocument/2006/extended-properties"/>`,
};

/** The package without what must not be published; relations and types of what is gone go too. */
export function cleanPackage(file: OfficePackage, cleaning: Cleaning): Buffer {
  const dropped = new Set(file.names.filter(name => cleaning.isDropped(name)));
  // The relations of a part go with it.
  for (const name of [...dropped]) dropped.add(relationsPart(name));
  const entries = file.names
    .filter(name => !dropped.has(name) && !name.endsWith('/'))
    .map((name): [string, Buffer] => {
      const empty = EMPTY_PARTS[name];
      if (empty !== undefined) return [name, Buffer.from(empty)];
      const edits = editsOf(file, name, cleaning, dropped);
      return [name, edits.length === 0 ? file.bytes(name)! : edited(file.text(name)!, edits)];
    });
  return writeZip(entries);
}

function editsOf(file: OfficePackage, name: string, cleaning: Cleaning, dropped: ReadonlySet<string>): Edit[] {
  if (name === '[Content_Types].xml')
    return elementsOf(file.xml(name)!)
      .filter(({ attributes }) => dropped.has((attributes.PartName ?? '').replace(/^\//, '')))
      .map(cut);
  if (name.endsWith('.rels')) {
    const part = ownerOf(name);
    const relations = file.relations(part);
    return elementsOf(file.xml(name)!)
      .filter((_, index) => {
        const relation = relations[index]!;
        const isGone = !relation.isExternal && dropped.has(relation.target);
        return isGone || cleaning.isRelationDropped?.(part, relation) === true;
      })
      .map(cut);
  }
  return cleaning.edits(name);
}

function edited(text: string, edits: readonly Edit[]): Buffer {
  const result = applyEdits(text, edits);
  // What was cut must leave a part that can be read.
  parseXml(result);
  // The text was decoded; whatever it was before, it is UTF-8 now.
  return Buffer.from(result.replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'));
}

export const notCleaned = (cause: string): Refusal => new Refusal('document.not_cleaned', { cause });
