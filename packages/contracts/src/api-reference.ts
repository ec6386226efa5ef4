import {
  commonErrors,
  errors,
  routes,
  STAFF_ROLES,
  type ErrorCode,
  type RouteName,
  type RouteSpec,
  type Who,
} from './routes';

const WHO: Record<Extract<Who, string>, string> = {
  public: '所有人',
  resident: '居民',
  account: '登录的人',
  service: '接入的系统',
  caller: '登录的人、接入的系统',
};

/** Doors that a path goes through before its noun. */
const DOORS = ['staff', 'catalog'];

function nounOf(path: string): string {
  const words = path.split('/').filter(word => word !== '' && !word.startsWith(':'));
  return words.find(word => !DOORS.includes(word)) ?? words[0]!;
}

/**
 * Who may call a route, in Chinese.
 * @param show how the name of a role is written
 */
export function sayWho(who: Who, show: (role: string) => string): string {
  if (typeof who === 'string') return WHO[who];
  return who.length === STAFF_ROLES.length ? '工作人员' : who.map(show).join('、');
}

const plain = (text: string) => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
const code = (text: string) => `\`${text}\``;
const codesOf = (list: readonly ErrorCode[]): string => list.map(code).join(' ');
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (head: string[], rows: string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

function callRow([name, { method, path, who, summary, status, errors: own = [] }]: [RouteName, RouteSpec]): string {
  return row(code(`${method} ${path}`), sayWho(who, code), plain(summary), String(status), codesOf(own), code(name));
}

function notesOf([, { method, path, description }]: [RouteName, RouteSpec]): string[] {
  return description === undefined ? [] : [`${code(`${method} ${path}`)}：\n\n${description}`];
}

/**
 * The calls of /api/v1 as one Markdown page, docs/api/README.md: a table for each noun (call, who, what, errors), then the error codes.
 * @returns the whole file, ending with a line break
 */
export function buildApiReference(): string {
  const nouns = new Map<string, [RouteName, RouteSpec][]>();
  for (const entry of Object.entries(routes) as [RouteName, RouteSpec][]) {
    const noun = nounOf(entry[1].path);
    nouns.set(noun, [...(nouns.get(noun) ?? []), entry]);
  }
  const parts = [...nouns].sort(([a], [b]) => (a < b ? -1 : 1));
  const calls = parts.flatMap(([noun, entries]) => [
    `## ${noun}`,
    tableOf(['调用', '谁能用', '做什么', '成功', '特有的错误码', '名字'], entries.map(callRow)),
    ...entries.flatMap(notesOf),
  ]);
  const codes = Object.entries(errors).map(([name, { status, title, detail }]) =>
    row(code(name), String(status), plain(title), plain(detail)),
  );
  return `${[
    '# API',
    '由 `packages/contracts/src/routes` 生成，不要手改：改了路由以后运行 `npm run docs:api`。字段和例子在 `/api/v1/openapi.json`，给人看的页面在 `/api/docs`。',
    `地址都在 \`/api/v1\` 下面。每个调用还可能答 ${codesOf(commonErrors)}。`,
    ...calls,
    '## 错误码',
    tableOf(['错误码', '状态', '发生了什么', '怎么办'], codes),
  ].join('\n\n')}\n`;
}
