import type { NoticeRecord } from './notice.model';

/** What a list is asked for; each becomes one facet. */
export interface NoticeFilter {
  column?: string | undefined;
  domain?: string | undefined;
  entry?: string | undefined;
  unit?: string | undefined;
  stage?: string | undefined;
  kind?: string | undefined;
  documentClass?: string | undefined;
}

interface FacetSources {
  /** Ancestors of the notice's columns, themselves included. */
  columnIds: readonly string[];
  domainIds: readonly string[];
  districtAreaId: string;
}

/** The facets of a published notice; one that names no area is for the whole district. */
export function facetsOf(
  notice: Pick<NoticeRecord, 'unitId' | 'entryIds' | 'areaIds' | 'stage' | 'kind' | 'documentClass'>,
  sources: FacetSources,
): string[] {
  const areaIds = notice.areaIds.length > 0 ? notice.areaIds : [sources.districtAreaId];
  return [
    'all',
    ...sources.columnIds.map(id => `col:${id}`),
    ...notice.entryIds.map(id => `ent:${id}`),
    ...sources.domainIds.map(id => `dom:${id}`),
    ...areaIds.map(id => `area:${id}`),
    `unit:${notice.unitId}`,
    `kind:${notice.kind}`,
    ...(notice.documentClass ? [`class:${notice.documentClass}`] : []),
    ...(notice.stage ? [`stage:${notice.stage}`] : []),
  ];
}

/** Facets that a list must carry, the likely rarest first: it bounds the index scan, the others only drop rows. */
export function filterFacets(filter: NoticeFilter): string[] {
  const { entry, column, unit, domain, stage, kind, documentClass } = filter;
  return [
    ...(entry ? [`ent:${entry}`] : []),
    ...(column ? [`col:${column}`] : []),
    ...(unit ? [`unit:${unit}`] : []),
    ...(domain ? [`dom:${domain}`] : []),
    ...(documentClass ? [`class:${documentClass}`] : []),
    ...(kind ? [`kind:${kind}`] : []),
    ...(stage ? [`stage:${stage}`] : []),
  ];
}
