import type { LocalDate } from './types-base';

export interface DemoBuilding {
  key: string;
  gridId: string;
  /** The empty string for one that stands alone. */
  compound: string;
  name: string;
  position: number;
  doors: { key: string; unit: string; floor: number; number: string; visitEveryDays: number | null }[];
}

/** Keys of what is brought to doors. */
export interface DemoBrought {
  notices: string[];
  consultations: string[];
}

export interface DemoGridWork {
  /** The day the doors came into the list. */
  since: LocalDate;
  buildings: DemoBuilding[];
  /** `worker` is a user name. */
  assignments: { key: string; worker: string; gridId: string; from: LocalDate; to: LocalDate | null }[];
  campaigns: {
    key: string;
    title: string;
    /** User name of who sent it out. */
    by: string;
    brought: DemoBrought;
    areaIds: string[];
    from: LocalDate;
    to: LocalDate;
    targetPercent: number;
  }[];
  visits: {
    key: string;
    worker: string;
    door: string;
    on: LocalDate;
    way: 'door' | 'phone' | 'online';
    brought: DemoBrought;
    reaction: 'knew' | 'question' | 'opinion' | 'wants_information' | 'not_home' | 'declined';
    followUpOn: LocalDate | null;
  }[];
}
