import type { CatalogDeps, CatalogPorts } from '../deps';

export type PanelDeps = CatalogDeps & { people: CatalogPorts['identity'] };
