/**
 * `@tarojs/taro` in component tests: storage in memory, calls recorded, answers given by the test.
 * `resetTaro()` in beforeEach; `answerWith()` says what the server answers.
 */
export interface FakeAnswer {
  statusCode: number;
  data?: unknown;
  header?: Record<string, string>;
}
export interface FakeRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
}

let store = new Map<string, string>();
let capacity = Infinity;
let respond: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer> = () => ({ statusCode: 404, data: '{}' });

/** Calls made since the last reset. */
export const taroCalls: { requests: FakeRequest[]; opened: string[] } = { requests: [], opened: [] };

export function resetTaro(): void {
  store = new Map();
  capacity = Infinity;
  taroCalls.requests = [];
  taroCalls.opened = [];
}

/** The phone is full: what would take more than so many characters in all is refused. */
export function limitStorage(characters: number): void {
  capacity = characters;
}

/** Throw an `{ errMsg }` inside to play a broken network. Bodies are given as objects. */
export function answerWith(answer: typeof respond): void {
  respond = answer;
}

async function request(call: FakeRequest) {
  taroCalls.requests.push(call);
  const { statusCode, data, header = {} } = await respond(call);
  return { statusCode, header, data: data === undefined ? '' : JSON.stringify(data) };
}

const sizeWithout = (key: string) =>
  [...store].reduce((sum, [name, value]) => (name === key ? sum : sum + value.length), 0);
function setStorageSync(key: string, value: string): void {
  if (sizeWithout(key) + value.length > capacity) throw { errMsg: 'setStorageSync:fail exceed storage max size' };
  store.set(key, value);
}

const opened = async ({ url }: { url: string }) => {
  taroCalls.opened.push(url);
};
const nothing = () => undefined;

const Taro = {
  request,
  getStorageSync: (key: string) => store.get(key) ?? '',
  setStorageSync,
  getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: 0, limitSize: 10_240 }),
  removeStorageSync: (key: string) => void store.delete(key),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: nothing,
  onAppShow: nothing,
  onAppHide: nothing,
  offAppShow: nothing,
  offAppHide: nothing,
  getCurrentPages: () => [{}],
  navigateTo: opened,
  redirectTo: opened,
  switchTab: opened,
  navigateBack: async () => void taroCalls.opened.push('back'),
  getAppBaseInfo: () => ({}),
  onThemeChange: nothing,
};

export default Taro;
export const useReachBottom = nothing;
export const usePullDownRefresh = nothing;
export const useDidShow = nothing;
export const useDidHide = nothing;
export const useShareAppMessage = nothing;
export const useShareTimeline = nothing;
export const useRouter = () => ({ params: {} });
