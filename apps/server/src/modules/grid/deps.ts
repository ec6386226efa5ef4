import type { Platform } from '../../platform/platform';
import type { Audit } from '../audit';
import type { Consultations } from '../consultations';
import type { Enquiries } from '../enquiries';
import type { FilesApi } from '../files';
import type { Identity } from '../identity';
import type { InformationRequestsApi } from '../information-requests';
import type { NoticesApi } from '../notices';
import type { Organization } from '../organization';
import type { DoorRepository } from './door.repository';
import type { PosterRepository } from './posters/poster.repository';
import type { ShareRepository } from './shares/share.repository';
import type { SlipRepository } from './slips/slip.repository';
import type { VisitRepository } from './visit.repository';
import type { WalkRepository } from './walk.repository';

/** What this module needs of its neighbours, no more. */
export interface GridPorts {
  audit: Audit;
  organization: Pick<
    Organization,
    'findArea' | 'findAreas' | 'findUnit' | 'findUnits' | 'listAllUnits' | 'listChildAreas'
  >;
  identity: Pick<Identity, 'findStaffNames' | 'listStaffFor'>;
  consultations: Pick<
    Consultations,
    'findForPoster' | 'recordOnBehalf' | 'handOver' | 'questions' | 'whatBecame' | 'mayReveal'
  >;
  enquiries: Pick<Enquiries, 'recordOnBehalf' | 'handOver' | 'whatBecame' | 'mayReveal'>;
  files: Pick<FilesApi, 'receive' | 'keepPicture' | 'bindToRecord' | 'describe'>;
  requests: Pick<InformationRequestsApi, 'handOn' | 'whatBecame' | 'mayReveal'>;
  notices: Pick<NoticesApi, 'findForPoster'> & {
    findPublicTitles(ids: readonly string[]): Promise<Map<string, string>>;
  };
  /** The mini-program's code for a scene; null while no mini-program is set up. */
  drawMiniProgramCode: ((code: { scene: string; page: string; width: number }) => Promise<Buffer>) | null;
}

export type GridDeps = Pick<Platform, 'blindIndex' | 'clock' | 'config' | 'ids' | 'personKeys' | 'transaction'> &
  GridPorts & {
    doors: DoorRepository;
    walks: WalkRepository;
    visits: VisitRepository;
    shares: ShareRepository;
    posters: PosterRepository;
    slips: SlipRepository;
  };
