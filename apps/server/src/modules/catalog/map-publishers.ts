import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { squeeze } from './sheets/sheet';

/** A unit as far as the mapping looks at it. */
export interface PublishingUnit {
  id: string;
  name: string;
  shortName: string;
  kind: string;
}

/** One row of config/publisher-mapping.json; see its comment. */
export interface PublisherRule {
  words: readonly string[];
  kind?: string;
  nameContains?: readonly string[];
  unitIds?: readonly string[];
}

export function readPublisherRules(root: string): PublisherRule[] {
  const { rules } = JSON.parse(readFileSync(join(root, 'config/publisher-mapping.json'), 'utf8')) as {
    rules: PublisherRule[];
  };
  return rules;
}

/** What separates several publishers. 和 and 或 do so only outside of a name that was recognised as a whole before. */
const SEPARATORS = /[、，,；;\n/]|以及|或者|或|及|和|与/;
const TAIL = /(?:行政)?(?:主管|管理|监管|监督管理)?(?:部门|机构|机关|单位)$/;
/** 区 before the name of an office says whose office it is. */
const HEAD = /^(?:本|各|相关|有关|负责.{0,8}的)?(?:[省市区县旗])?(?=.{2})/;

/**
 * Ids of the units that a verbatim 公开主体 means, in the order of `units`; empty when it means none we know.
 * Longest words first, over the rules of the table and the units' own names and short names; then role words such as 民政部门 by their stem.
 */
export function mapPublishers(
  publisherText: string,
  units: readonly PublishingUnit[],
  rules: readonly PublisherRule[],
): string[] {
  const meanings = [
    ...units.flatMap(unit => namesOf(unit).map(word => ({ word: squeeze(word), ids: [unit.id] }))),
    ...rules.flatMap(rule => rule.words.map(word => ({ word: squeeze(word), ids: unitsOfRule(rule, units) }))),
  ].sort((a, b) => b.word.length - a.word.length);

  const found = new Set<string>();
  let rest = publisherText
    .split('\n')
    .map(squeeze)
    .join('\n')
    // 人民政府住房保障行政主管部门 is the department and not the government.
    .replace(/人民政府(?=[^、，,；;\n]*(?:部门|机构|办公室))/g, '');
  for (const { word, ids } of meanings) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, '、');
    ids.forEach(id => found.add(id));
  }
  for (const part of rest.split(SEPARATORS)) {
    const stem = part.replace(HEAD, '').replace(TAIL, '');
    if (stem.length < 2 || stem === part.replace(HEAD, '')) continue;
    units.filter(unit => withoutGovernment(unit.name).includes(stem)).forEach(unit => found.add(unit.id));
  }
  return units.filter(unit => found.has(unit.id)).map(unit => unit.id);
}

/** 民政 stands in 人民政府 too. */
const withoutGovernment = (name: string): string => squeeze(name).replace('人民政府', '');

/** Full name, short name, and both without what a bracket adds or the district before them. */
function namesOf({ name, shortName }: PublishingUnit): string[] {
  const own = name.replace(/^.{2,4}?[市区县旗](?=.{4})/, '');
  const plain = [name, shortName, own].map(text => text.replace(/[（(].*[）)]$/, ''));
  const inner = /[（(](.+)[）)]$/.exec(name)?.[1];
  return [
    ...new Set([name, shortName, ...plain, ...(inner ? [inner] : []), shortName.replace(/^[市区县](?=.{3})/, '')]),
  ].filter(text => text.length >= 3);
}

function unitsOfRule(rule: PublisherRule, units: readonly PublishingUnit[]): string[] {
  return units
    .filter(
      ({ id, name, shortName, kind }) =>
        rule.unitIds?.includes(id) ||
        (rule.kind !== undefined && rule.kind === kind) ||
        rule.nameContains?.some(word => withoutGovernment(name).includes(word) || shortName.includes(word)),
    )
    .map(unit => unit.id);
}
