import { childOf, findAll, type XmlElement } from './xml';

export interface ParagraphStyle {
  /** 1 for the highest heading; null for body text. */
  heading: number | null;
  list: { id: string; level: number } | null;
}

const MAX_BASES = 12;

/** Headings are told by the name of the style or by its outline level, which a style inherits from what it is based on. */
export function readStyles(part: XmlElement | undefined): (styleId: string | undefined) => ParagraphStyle {
  const styles = new Map(
    (part ? findAll(part, 'style') : []).map(element => [element.attributes.styleId ?? '', element] as const),
  );
  const known = new Map<string, ParagraphStyle>();
  const none: ParagraphStyle = { heading: null, list: null };
  const resolve = (styleId: string | undefined, bases: number): ParagraphStyle => {
    const element = styleId === undefined ? undefined : styles.get(styleId);
    if (styleId === undefined || !element || bases > MAX_BASES) return none;
    const before = known.get(styleId);
    if (before) return before;
    const base = resolve(childOf(element, 'basedOn')?.attributes.val, bases + 1);
    const properties = childOf(element, 'pPr');
    const style = {
      heading: headingByName(childOf(element, 'name')?.attributes.val ?? '') ?? outlineOf(properties) ?? base.heading,
      list: listOf(properties) ?? base.list,
    };
    known.set(styleId, style);
    return style;
  };
  return styleId => resolve(styleId, 0);
}

function headingByName(name: string): number | null {
  if (/^(?:title|标题)$/i.test(name)) return 1;
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** Level 9 is body text. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const level = childOf(properties, 'outlineLvl')?.attributes.val;
  return level === undefined || Number(level) > 8 ? null : Number(level) + 1;
}

export function listOf(properties: XmlElement | undefined): ParagraphStyle['list'] {
  const numbers = childOf(properties, 'numPr');
  const id = childOf(numbers, 'numId')?.attributes.val;
  return id === undefined ? null : { id, level: Number(childOf(numbers, 'ilvl')?.attributes.val ?? 0) };
}
