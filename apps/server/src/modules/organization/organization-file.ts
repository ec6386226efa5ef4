import { Blocks, GUIDE_KINDS, Guide, Id, LocalDate, PLACE_KINDS, UNIT_KINDS, text } from '@bandeng/contracts/schemas';
import type { Organization } from './index';
import type { OrganizationData } from './put-organization';
import { inChinese } from '../../platform/in-chinese';
import { z } from 'zod';

const nullable = (longest: number) => text(longest).nullable().default(null);

/** Plain text is cut into paragraphs at its empty lines. */
const Body = z.union([
  Blocks,
  text(100_000).transform(plain =>
    plain.split(/\n\s*\n/).map(part => ({ type: 'paragraph' as const, children: [{ text: part.trim() }] })),
  ),
]);

const AreaRow = z.strictObject({
  id: Id,
  name: text(80),
  level: z.enum(['district', 'street', 'community', 'grid']),
  parentId: Id.nullable().default(null),
});
const UnitRow = z.strictObject({
  id: Id,
  name: text(80),
  shortName: text(40),
  kind: z.enum(UNIT_KINDS),
  areaId: Id.nullable().default(null),
  phone: nullable(40),
  address: nullable(200),
  officeHours: nullable(200),
  takesRequests: z.boolean(),
});
const PlaceRow = z.strictObject({
  id: Id,
  name: text(80),
  kind: z.enum(PLACE_KINDS),
  areaId: Id,
  address: text(200),
  phone: nullable(40),
  hours: text(200),
  services: z.array(text(80)).max(20).default([]),
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
});
const GuideRow = z.strictObject({
  id: Id,
  kind: z.enum(GUIDE_KINDS),
  title: text(200),
  unitId: Id,
  publishedOn: LocalDate,
  year: z.number().int().min(1990).max(2100).nullable().default(null),
  office: Guide.shape.office.default(null),
  summary: text(500),
  body: Body,
});

const OrganizationFile = z.strictObject({
  areas: z.array(AreaRow).default([]),
  units: z.array(UnitRow).default([]),
  places: z.array(PlaceRow).default([]),
  guides: z.array(GuideRow).default([]),
});
type OrganizationFile = z.output<typeof OrganizationFile>;

/** One line a problem, each beginning with the place in the file, such as `units[3].phone`. */
export class FileProblems extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}${at && '.'}${String(key)}`), '');

/** Reads the file of `organization import`; throws FileProblems with everything that is wrong. */
export async function readOrganizationFile(organization: Organization, content: unknown): Promise<OrganizationData> {
  const parsed = OrganizationFile.safeParse(content, inChinese);
  if (!parsed.success)
    throw new FileProblems(parsed.error.issues.map(issue => `${placeOf(issue.path) || '整个文件'}：${issue.message}`));
  const problems = [...repeatedIds(parsed.data), ...(await unknownReferences(organization, parsed.data))];
  if (problems.length > 0) throw new FileProblems(problems);
  const { areas, units, places, guides } = parsed.data;
  return {
    areas: areas.map(rekey),
    units: units.map(rekey),
    places: places.map(rekey),
    guides: guides.map(guide => ({ ...rekey(guide), attachments: [] })),
  };
}

const rekey = <T extends { id: string }>({ id, ...rest }: T) => ({ _id: id, ...rest });

function repeatedIds(file: OrganizationFile): string[] {
  return (Object.entries(file) as [string, { id: string }[]][]).flatMap(([kind, rows]) => {
    const seen = new Set<string>();
    return rows.flatMap(({ id }, at) => {
      if (seen.has(id)) return `${kind}[${at}].id：${id} 写了两次`;
      seen.add(id);
      return [];
    });
  });
}

/** What a row names must stand in the file (an area's parent: before it) or in the database. */
async function unknownReferences(organization: Organization, file: OrganizationFile): Promise<string[]> {
  const areaIds = [...file.areas.map(row => row.parentId), ...[...file.units, ...file.places].map(row => row.areaId)];
  const areas = new Set((await organization.findAreas(areaIds.filter(id => id !== null))).keys());
  const units = new Set((await organization.findUnits(file.guides.map(row => row.unitId))).keys());
  const problems: string[] = [];
  file.areas.forEach(({ id, parentId, level }, at) => {
    if (parentId === null && level !== 'district') problems.push(`areas[${at}].parentId：只有区县没有上级`);
    if (parentId !== null && !areas.has(parentId))
      problems.push(`areas[${at}].parentId：前面没有 ${parentId} 这个行政区划`);
    areas.add(id);
  });
  for (const kind of ['units', 'places'] as const)
    file[kind].forEach(({ areaId }, at) => {
      if (areaId !== null && !areas.has(areaId)) problems.push(`${kind}[${at}].areaId：没有 ${areaId} 这个行政区划`);
    });
  file.units.forEach(({ id }) => units.add(id));
  file.guides.forEach(({ unitId }, at) => {
    if (!units.has(unitId)) problems.push(`guides[${at}].unitId：没有 ${unitId} 这个单位`);
  });
  return problems;
}
