import type { DemoDistrict, DemoEdition, DemoEntry } from '../../../../config/demo';
import type { EntryTexts, SeedEdition } from '../modules/catalog';
import { CHANNEL_LABELS, LEVEL_LABELS, STAGE_LABELS, type Channel } from '../modules/catalog/entry-fields';
import { demoUuid, editionId, entryId } from './demo-ids';

type Content = Map<string, EntryTexts>;

const entryKey = ({ domainId, path, name }: DemoEntry): string => [domainId, ...path, name].join('/');

const channelsText = (codes: readonly string[]): string =>
  codes.map(code => `■${CHANNEL_LABELS[code as Channel]}`).join('\n');

function textsOf(entry: DemoEntry): EntryTexts {
  const { domainId, path, name, contentText, basis, timeLimitsText, publisherText, office, audienceGroup } = entry;
  return {
    entryId: entryId(entryKey(entry)),
    domainId,
    path,
    name,
    texts: {
      content: contentText,
      basis: basis.join('\n'),
      timeLimits: timeLimitsText,
      publisher: publisherText,
      ...(office !== undefined && { office }),
      channels: channelsText(entry.channels),
      audience: audienceGroup === undefined ? '全社会' : `特定群体：${audienceGroup}`,
      mode: '主动',
      attribute: '主动公开',
      level: entry.levels.map(level => LEVEL_LABELS[level]).join('、'),
      stage: STAGE_LABELS[entry.stage],
    },
  };
}

/** Entries of an edition by key: those of its base in its domains, changed, dropped and added as the demo says. */
function contentOf({ catalog, editions }: DemoDistrict, edition: DemoEdition): Content {
  const base = editions.find(one => one.key === edition.base);
  const entries: Content = base
    ? contentOf({ catalog, editions } as DemoDistrict, base)
    : new Map(catalog.map(entry => [entryKey(entry), textsOf(entry)]));
  for (const [key, entry] of entries) {
    if (!edition.domainIds.includes(entry.domainId) || edition.removed.includes(key)) entries.delete(key);
    else entries.set(key, { ...entry, adopted: [] });
  }
  for (const { entry: key, field, text, commentKeys } of edition.edits) {
    const entry = entries.get(key);
    if (!entry) throw new Error(`demo edition ${edition.key} changes ${key}, which it does not have`);
    const texts = { ...entry.texts, [field]: field === 'channels' ? channelsText(text.split(',')) : text };
    const commentIds = commentKeys.map(comment => demoUuid('comment', comment));
    const adopted = commentIds.length > 0 ? [...(entry.adopted ?? []), { field, commentIds }] : (entry.adopted ?? []);
    entries.set(key, { ...entry, texts, adopted });
  }
  for (const entry of edition.added) entries.set(entryKey(entry), textsOf(entry));
  return entries;
}

export function seedOf(district: DemoDistrict, edition: DemoEdition): SeedEdition {
  const { key, title, number, state, inForce, createdAt, frozenAt } = edition;
  return {
    id: editionId(key),
    title,
    number,
    state,
    isInForce: inForce,
    createdAt: new Date(createdAt),
    frozenAt: frozenAt === null ? null : new Date(frozenAt),
    entries: [...contentOf(district, edition).values()],
  };
}
