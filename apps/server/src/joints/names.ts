import type { Catalog } from '../modules/catalog';
import type { Consultations } from '../modules/consultations';
import type { NoticesApi } from '../modules/notices';
import type { NotificationPorts } from '../modules/notifications';
import type { Organization } from '../modules/organization';

interface Sources {
  catalog: () => Pick<Catalog, 'domainNames' | 'entryRefs'>;
  notices: () => Pick<NoticesApi, 'columnNames'>;
  organization: Pick<Organization, 'findAreas'>;
  consultations: () => Pick<Consultations, 'questions'>;
}

/** Names of what can be subscribed to; ids that are gone are left out. */
export function namesOfTargets(sources: Sources): NotificationPorts['nameOf'] {
  const { catalog, notices, organization, consultations } = sources;
  return async (kind, ids) => {
    switch (kind) {
      case 'column':
        return notices().columnNames(ids);
      case 'domain': {
        const names = await catalog().domainNames();
        return new Map([...names].filter(([id]) => ids.includes(id)));
      }
      case 'area': {
        const areas = await organization.findAreas(ids);
        return new Map([...areas.values()].filter(area => area.isPublic).map(area => [area._id, area.name]));
      }
      case 'entry':
        return new Map((await catalog().entryRefs(ids)).map(({ id, name }) => [id, name]));
      case 'consultation':
        return consultations().questions(ids);
    }
  };
}
