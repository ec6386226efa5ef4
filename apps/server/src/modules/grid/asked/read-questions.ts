import type { QuestionTopic, RouteAnswer, RouteInput } from '@bandeng/contracts/types';
import { ENQUIRY_KIND_LABELS } from '@bandeng/contracts/routes';
import { SMALL_CELL_DOORS } from '@bandeng/rules';
import type { OfficeActor } from '../../../http/actor';
import { itemKey, itemsOf } from '../campaigns';
import type { GridDeps } from '../deps';
import { areasOf, ownArea } from '../grid.policy';
import { hiddenFrom, isOfArea } from '../small-cells';
import type { TopicFigures } from '../visit.repository';

const READERS = ['street', 'office', 'supervisor', 'head'] as const;
const REACTIONS = ['question', 'opinion', 'wants_information'] as const;
type Column = 'onBehalf' | 'question' | 'opinion' | 'wantsInformation';
type Figures = Pick<TopicFigures, 'doors' | 'times'>;

const COLUMN_OF: Readonly<Partial<Record<string, Column>>> = {
  question: 'question',
  opinion: 'opinion',
  wants_information: 'wantsInformation',
};

/** What people of an area asked in a span of days, by what it was of: sums, and never of whom. */
export async function readQuestions(
  deps: GridDeps,
  actor: OfficeActor,
  { area, ...days }: RouteInput<'staff.grid.questions'>['query'],
): Promise<RouteAnswer<'staff.grid.questions'>> {
  const own = await areasOf(deps, actor, READERS);
  const place = await ownArea(deps, actor, { areaId: area ?? own[0] ?? '', roles: READERS });
  const isRounded = !isOfArea(place, own);
  const hidden = await hiddenFrom(deps, place, own);
  const none = { isRounded, items: [], nextCursor: null, told: null, notReached: null };
  if (hidden !== null) return { hidden, ...none };
  const [takenDown, reactions, telling] = await Promise.all([
    deps.visits.countAbout(place._id, days),
    deps.visits.countReactions(place._id, days, REACTIONS),
    deps.visits.countTold(place._id, days),
  ]);
  const items = await itemsOf(deps, [...new Set([...takenDown, ...reactions].flatMap(({ about }) => itemIn(about)))]);
  const titles = new Set(items.map(itemKey));
  const topics = new Map<string, Partial<Record<Column, Figures>>>();
  const put = (about: string | null | undefined, column: Column, { doors, times }: Figures) => {
    // What was taken back since has no title to show: it is among what brought nothing.
    const key = about && (itemIn(about).length === 0 || titles.has(about)) ? about : 'visit';
    const before = topics.get(key)?.[column] ?? { doors: 0, times: 0 };
    topics.set(key, { ...topics.get(key), [column]: { doors: before.doors + doors, times: before.times + times } });
  };
  for (const { about, ...figures } of takenDown) put(about, 'onBehalf', figures);
  for (const { about, reaction, ...figures } of reactions) put(about, COLUMN_OF[reaction]!, figures);
  const shown = (figures: Figures = { doors: 0, times: 0 }) => (isRounded ? rounded(figures) : figures);
  const count = (value: number) => shown({ doors: value, times: value })?.doors ?? null;
  return {
    ...{ hidden, isRounded, nextCursor: null, told: count(telling.told), notReached: count(telling.notReached) },
    items: [...topics]
      .sort(([, one], [, other]) => sumOf(other) - sumOf(one))
      .map(([about, figures]) => ({
        ...topicOf(about, items),
        ...{ onBehalf: shown(figures.onBehalf), question: shown(figures.question) },
        ...{ opinion: shown(figures.opinion), wantsInformation: shown(figures.wantsInformation) },
      })),
  };
}

/** Something that was brought, or a draft that was spoken of. */
const itemIn = (about: string | null | undefined): string[] =>
  about && /^(notice|consultation):/.test(about) ? [about] : [];

const sumOf = (figures: Partial<Record<Column, Figures>>): number =>
  Object.values(figures).reduce((sum, { doors }) => sum + doors, 0);

/** Fewer than five doors are not told, and others only by fives: sums of two areas or days may not be taken from one another. */
function rounded({ doors, times }: Figures): Figures | null {
  if (doors === 0) return { doors, times };
  if (doors < SMALL_CELL_DOORS) return null;
  const down = (value: number) => value - (value % SMALL_CELL_DOORS);
  return { doors: down(doors), times: down(times) };
}

type Topic = Pick<QuestionTopic, 'kind' | 'item' | 'enquiryKind'>;
function topicOf(about: string, items: readonly NonNullable<QuestionTopic['item']>[]): Topic {
  const [kind, id] = about.split(':');
  const none = { item: null, enquiryKind: null };
  if (kind === 'enquiry' && id !== undefined && id in ENQUIRY_KIND_LABELS)
    return { ...none, kind: 'enquiry', enquiryKind: id as NonNullable<Topic['enquiryKind']> };
  if (kind === 'request') return { ...none, kind: 'request' };
  const item = items.find(one => one.id === id && one.kind === kind) ?? null;
  return { ...none, kind: item ? 'item' : 'visit', item };
}
