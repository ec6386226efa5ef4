import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../platform/crypto';
import { squeeze } from './sheets/sheet';

export interface DomainName {
  id: string;
  name: string;
  order: number;
  aliases: readonly string[];
}

/** The 26 domains of config/domains.json, in their printed order. */
export function readStandardDomains(root: string): DomainName[] {
  const { domains } = JSON.parse(readFileSync(join(root, 'config/domains.json'), 'utf8')) as { domains: DomainName[] };
  return domains;
}

/** Domains of a district's own come after the 26. */
const CUSTOM_ORDER = 1_000;

/** A domain that is not among the 26: its id follows from its name, so that the same name is the same domain everywhere. */
export const customDomain = (name: string): DomainName => ({
  id: `custom-${sha256(name).slice(0, 12)}`,
  name,
  order: CUSTOM_ORDER + (parseInt(sha256(name).slice(0, 6), 16) % CUSTOM_ORDER),
  aliases: [],
});

/** The known domain whose name or other name stands in `text`; the longest one wins. */
function findDomainIn(text: string, domains: readonly DomainName[]): DomainName | undefined {
  const plain = squeeze(text);
  const fits = domains.flatMap(domain =>
    [domain.name, ...domain.aliases]
      .filter(name => plain.includes(squeeze(name)))
      .map(name => ({ domain, length: name.length })),
  );
  return fits.sort((a, b) => b.length - a.length)[0]?.domain;
}

/** The domain meant by an id or a name, exactly. */
export const findDomainNamed = (idOrName: string, domains: readonly DomainName[]): DomainName | undefined =>
  domains.find(
    ({ id, name, aliases }) =>
      id === idOrName || [name, ...aliases].some(one => squeeze(one) === squeeze(idOrName).replace(/领域$/, '')),
  );

const TITLE = /^(.+?)领域.*(?:目录|清单)/;
const DISTRICT = /^.{1,12}?(?:自治[区县州]|[省市区县旗])(?=.{2})/;

/**
 * The domain a sheet is about, from its titles (nearest first), then its name.
 * A title 「…领域…标准目录」 that names none of the known ones makes a domain of the district's own.
 */
export function domainOfSheet(
  titles: readonly string[],
  sheetName: string,
  domains: readonly DomainName[],
): DomainName | undefined {
  // A line such as 填报单位：就业服务中心 stands nearer to the table than its title and names no domain.
  const isTitle = (text: string) => /领域|目录|清单/.test(text);
  const known = [...titles.filter(isTitle), ...titles.filter(text => !isTitle(text) && !text.includes('：')), sheetName]
    .map(text => findDomainIn(text.split('领域')[0]!, domains))
    .find(found => found !== undefined);
  if (known) return known;
  const own = titles
    .map(title => TITLE.exec(squeeze(title))?.[1]?.replace(DISTRICT, ''))
    .find(name => name !== undefined && name.length > 1);
  return own === undefined ? undefined : customDomain(own);
}
