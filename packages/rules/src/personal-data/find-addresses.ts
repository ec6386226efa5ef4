import { toHalfWidth } from './digit-runs';
import type { ScanFind } from './scan-find';

/** A number as it stands at a door: 402, 四〇二, 3-1. */
const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百〇零]{1,4})';
const BLOCK_NAME = '(?:\\d{1,4}|[一二三四五六七八九十百〇零]{1,4}|[A-Za-z]\\d?|[甲乙丙丁东西南北])';
const BLOCK = `${BLOCK_NAME} ?(?:幢|栋|座|号楼|#楼|# )`;
const UNIT = `${NUMBER} ?单元`;
const FLOOR = `${NUMBER} ?(?:层|楼)`;
/** A room has three or four digits, or says that it is one. */
const ROOM =
  '(?:(?:\\d{1,4}|[一二三四五六七八九〇零]{2,4}) ?(?:室|户|号房|房)|\\d{3,4}(?![\\d.])|[一二三四五六七八九〇零]{3,4})';
const SHORT_ROOM = '(?:\\d{1,4} ?(?:室|户|号房?|房)?(?![\\d.]))';
const ROAD_NUMBER = `${NUMBER} ?(?:弄|号院?)`;

/** Only what leads to one door: a house without a room is a building of many. */
const DOORS = [
  `${BLOCK} ?${UNIT} ?(?:${FLOOR} ?)?(?:${ROOM}|${SHORT_ROOM})`,
  `${BLOCK} ?(?:${FLOOR} ?)?${ROOM}`,
  `${UNIT} ?(?:${FLOOR} ?)?${ROOM}`,
  `${ROAD_NUMBER} ?(?:${FLOOR} ?)?${NUMBER} ?(?:室|号房)`,
];
/** What stands before a door that has no other word of its own, and the door. */
const DOORS_AFTER = [
  `(?:小区|花园|家园|新村|公寓|[苑园里府邸湾庭坊]|[路街巷弄]\\d{1,4}号)( ?\\d{1,3}[-/]\\d{1,2}[-/]\\d{3,4}(?!\\d)(?: ?室)?)`,
  `(?:村|村民小组|屯|寨)((?:第? ?${NUMBER} ?(?:组|社|队|村民小组))? ?(?:附 ?)?\\d{1,4} ?号(?!令|文|线|公告|通告|楼|地块|井|桥))`,
];
/** A house number in a street is somebody's door only when the text says that somebody lives there. */
const HOUSE = `[路街巷道弄里胡同]( ?(?:${NUMBER} ?弄 ?)?${NUMBER} ?号(?: ?(?:之|-) ?\\d{1,3})?(?! ?(?:线|楼|院|地块|令)))`;
const oneOf = (patterns: readonly string[]): RegExp => new RegExp(patterns.map(door => `(?:${door})`).join('|'), 'g');
const DOOR = oneOf(DOORS);
const DOOR_AFTER = oneOf(DOORS_AFTER);
const HOME_DOOR = new RegExp(HOUSE, 'g');

const LIVES_THERE =
  /(?:家住|现住|住在|居住|住址|住所|住户|家庭(?:住址|地址|住所)|户籍|户主|户口|租住|申请人|受助人|本人|被征收人|产权人|业主)/u;
const OFFICE_BEFORE =
  /(?:办公|窗口|大厅|中心|服务站|局|政府|委员会|居委|办事处|会议|法院|检察院|公司|受理|接待|报名|投递|邮寄|寄送|举行|召开|张贴|学校|小学|中学|医院|银行|大厦|大楼|机关|场所|集合|地点|单位地址|支队|大队|所在地|站点|食堂|商铺|门店|仓库|工会|协会)/u;
const OFFICE_AFTER =
  /^.{0,6}?(?:会议室|办公室|窗口|大厅|科室|接待|服务台|受理|报名|办理|领取|[^，。；]{0,4}(?:科|处|股|办)(?:[，。；）)（(]|$))/u;
const SENTENCE_END = /[。；;\n\r!?！？]/;
const BEFORE = 40;

/**
 * Finds addresses with a door number: house, unit and room, or a house in a village or, where somebody is said to live there, in a
 * street. Offices, windows and meeting rooms are left alone. The find covers the numbers of the door, not the name of the street.
 */
export function findAddresses(text: string): ScanFind[] {
  const narrow = toHalfWidth(text).replace(/[\u00a0\u3000\t]/g, ' ');
  const doors = [...placesOf(DOOR, narrow), ...placesOf(DOOR_AFTER, narrow)].filter(place =>
    isHome(narrow, place, false),
  );
  const houses = [...placesOf(HOME_DOOR, narrow)].filter(place => isHome(narrow, place, true));
  const free = houses.filter(house => doors.every(door => house.end <= door.start || door.end <= house.start));
  return [...doors, ...free]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const found = text.slice(start, end);
      return {
        kind: 'address',
        start,
        end,
        text: found,
        masked: found.replace(/[\d０-９A-Za-z一二三四五六七八九十百〇零]/g, '*'),
      };
    });
}

interface Place {
  start: number;
  end: number;
}

function* placesOf(pattern: RegExp, text: string): Generator<Place> {
  for (const match of text.matchAll(pattern)) {
    const door = match.slice(1).find(group => group !== undefined) ?? match[0];
    const end = match.index + match[0].length;
    yield { start: end - door.trimStart().length, end: end - door.length + door.trimEnd().length };
  }
}

/** What is said last before the number counts: “住所：…” after an office's name is a home, an office after “申请人” is none. */
function isHome(text: string, { start, end }: Place, mustBeSaid: boolean): boolean {
  const sentence =
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const home = lastPlace(sentence, LIVES_THERE);
  const office = lastPlace(sentence, OFFICE_BEFORE);
  if (OFFICE_AFTER.test(text.slice(end, end + 16))) return false;
  if (home >= 0 && home > office) return true;
  return !mustBeSaid && office < 0;
}

function lastPlace(text: string, words: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(words.source, 'gu'))) last = index;
  return last;
}
