import type { Attachment, Guide, GuideDetail, Place, Unit } from '@bandeng/contracts/types';
import { Schema, type Connection, type Model } from 'mongoose';

/** 自…起: dates of Shanghai; absent where nobody entered one. */
export interface Standing {
  since?: string | null;
  closedOn?: string | null;
}

export interface AreaRecord extends Standing {
  _id: string;
  name: string;
  level: 'district' | 'street' | 'community' | 'grid';
  parentId: string | null;
  /** Itself and the areas it lies in, from the district down. */
  lineage: string[];
  /** Their names, in the same order. */
  path: string[];
  /** Grids are for grid workers only. */
  isPublic: boolean;
  position: number;
}

export interface UnitRecord extends Omit<Unit, 'id'>, Standing {
  _id: string;
  position: number;
}

export interface PlaceRecord extends Omit<Place, 'id'>, Standing {
  _id: string;
  /** `kind:…` and `area:…` for its area and those it lies in. */
  facets: string[];
  position: number;
}

export interface GuideRecord {
  _id: string;
  kind: Guide['kind'];
  title: string;
  unitId: string;
  publishedOn: string;
  year: number | null;
  office: Guide['office'];
  summary: string;
  body: GuideDetail['body'];
  attachments: Attachment[];
  /** `kind:…`, `unit:…`. */
  facets: string[];
}

const text = { type: String, required: true } as const;
const textOrNull = { type: String, default: null } as const;
const position = { type: Number, required: true } as const;
const standing = { since: String, closedOn: String };
const mixed = { type: Schema.Types.Mixed, default: null };

export function createOrganizationModels(database: Connection): {
  areas: Model<AreaRecord>;
  units: Model<UnitRecord>;
  places: Model<PlaceRecord>;
  guides: Model<GuideRecord>;
} {
  const area = new Schema<AreaRecord>(
    {
      _id: String,
      name: text,
      level: text,
      parentId: textOrNull,
      lineage: [String],
      path: [String],
      isPublic: { type: Boolean, required: true },
      position,
      ...standing,
    },
    { versionKey: false, collection: 'areas' },
  );
  area.index({ position: 1, _id: 1 });
  area.index({ level: 1, position: 1, _id: 1 });
  area.index({ lineage: 1, _id: 1 });
  area.index({ parentId: 1, position: 1, _id: 1 });
  area.index({ isPublic: 1, position: 1, _id: 1 });
  area.index({ isPublic: 1, parentId: 1, position: 1, _id: 1 });
  area.index({ isPublic: 1, level: 1, position: 1, _id: 1 });

  const unit = new Schema<UnitRecord>(
    {
      _id: String,
      name: text,
      shortName: text,
      kind: text,
      areaId: textOrNull,
      phone: textOrNull,
      address: textOrNull,
      officeHours: textOrNull,
      takesRequests: { type: Boolean, required: true },
      position,
      ...standing,
    },
    { versionKey: false, collection: 'units' },
  );
  unit.index({ position: 1, _id: 1 });
  unit.index({ areaId: 1, _id: 1 });
  unit.index({ kind: 1, position: 1, _id: 1 });

  const place = new Schema<PlaceRecord>(
    {
      _id: String,
      name: text,
      kind: text,
      areaId: text,
      address: text,
      phone: textOrNull,
      hours: text,
      services: [String],
      location: mixed,
      facets: [String],
      position,
      ...standing,
    },
    { versionKey: false, collection: 'places' },
  );
  place.index({ position: 1, _id: 1 });
  place.index({ areaId: 1, _id: 1 });
  place.index({ facets: 1, position: 1, _id: 1 });

  const guide = new Schema<GuideRecord>(
    {
      _id: String,
      kind: text,
      title: text,
      unitId: text,
      publishedOn: text,
      year: { type: Number, default: null },
      office: mixed,
      summary: text,
      body: { type: Schema.Types.Mixed, required: true } as never,
      attachments: { type: [Schema.Types.Mixed], default: [] } as never,
      facets: [String],
    },
    { versionKey: false, collection: 'guides', minimize: false },
  );
  guide.index({ publishedOn: -1, _id: -1 });
  guide.index({ facets: 1, publishedOn: -1, _id: -1 });
  return {
    areas: database.model<AreaRecord>('Area', area),
    units: database.model<UnitRecord>('Unit', unit),
    places: database.model<PlaceRecord>('Place', place),
    guides: database.model<GuideRecord>('Guide', guide),
  };
}
