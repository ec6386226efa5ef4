import { callMethod, type Definition } from './app-definition';
import { componentsOf, readDist } from './dist';
import { MiniProgram } from './mini-program';
import { Network } from './network';
import { Pages } from './pages';
import { Sandbox } from './sandbox';
import { PhoneStorage } from './storage';
import { TreeView } from './tree-view';
import type { Data, Host, OpenPage, Person, View, ViewContext, ViewEvent } from './types';
import { createWx } from './wx/create-wx';

export interface LaunchOptions {
  /** Folder of the build, with app.json in it. */
  dist: string;
  /** The server under test; requests to the address in the build are led there. */
  apiOrigin: string;
  /** The address that was compiled into the build. */
  builtOrigin?: string;
  /** Draws the pages; without one, a tree in this process. */
  view?: (context: ViewContext) => Promise<View>;
  /** What an earlier launch left on the phone. */
  storage?: PhoneStorage;
  person?: Partial<Person>;
  theme?: 'light' | 'dark';
  /** Page to open first, with its query: as a share or a code does. */
  open?: string;
  /** Whether there is a network at the start. */
  offline?: boolean;
}

/** Boots a built mini-program as WeChat does and opens its first page. */
export async function launchMiniProgram(options: LaunchOptions): Promise<MiniProgram> {
  const dist = readDist(options.dist);
  const network = new Network(options.builtOrigin ?? 'http://127.0.0.1:3000', options.apiOrigin);
  if (options.offline) network.goOffline();
  const errors: string[] = [];
  const logs: string[] = [];
  const components = new Map<string, Definition>();
  let definingComponent: string | null = null;
  let app: Definition = {};

  const names: Data = {
    wx: {},
    App: (definition: Definition) => (app = definition),
    getApp: () => app,
    getCurrentPages: () => host.stack.map(({ instance }) => instance),
    Page: (definition: Definition) => pages.define(definition),
    Component: (definition: Definition) => {
      if (definingComponent) components.set(definingComponent, definition);
      else pages.define(definition);
    },
    Behavior: (definition: unknown) => definition,
    __wxConfig: {},
  };
  const sandbox = new Sandbox(dist, names, {
    log: (level, text) => logs.push(`${level}: ${text}`),
    error: error => {
      errors.push(errorText(error));
      for (const listener of host.appListeners.get('Error') ?? []) listener(errorText(error));
    },
  });
  const emit = (given: ViewEvent) => dispatch(host, components, given);
  const host: Host = {
    dist,
    sandbox,
    network,
    storage: options.storage ?? new PhoneStorage(),
    view: await (options.view ?? TreeView.create)({
      dist,
      components,
      emit,
      report: problem => void errors.push(problem),
    }),
    person: { openid: 'o-weapp-harness-0001', agreesToPrivacy: true, subscribes: 'accept', ...options.person },
    builtOrigin: options.builtOrigin ?? '',
    overlay: { modal: null, sheet: null, toast: null },
    calls: [],
    stack: [],
    theme: options.theme ?? 'light',
    files: [],
    appListeners: new Map(),
    ask: (method, path, body) => askServer(options.apiOrigin, method, path, body),
    overlayChanged: () => void host.view.overlay(host.overlay),
  };
  const pages = new Pages(host);
  Object.assign(names.wx as Data, createWx(host, pages));

  const loadComponents = (name: string) => {
    for (const component of Object.values(componentsOf(dist, name))) {
      if (components.has(component)) continue;
      components.set(component, {});
      definingComponent = component;
      sandbox.require(`${component}.js`);
      definingComponent = null;
      loadComponents(component);
    }
  };
  try {
    sandbox.require('app.js');
    for (const name of ['app', ...dist.pages]) loadComponents(name);

    const [route = '', query = ''] = (options.open ?? dist.app.pages[0] ?? '').replace(/^\//, '').split('?');
    const launch = {
      path: route,
      query: Object.fromEntries(new URLSearchParams(query)),
      scene: 1001,
      referrerInfo: {},
    };
    for (const method of ['onLaunch', 'onShow']) callMethod(sandbox, app, method, sandbox.revive(launch));
    await pages.push(route, launch.query);
  } catch (error) {
    sandbox.close();
    await host.view.dispose();
    throw error;
  }
  return new MiniProgram(host, pages, app, { errors, logs });
}

/** An event reaches the handler that the WXML names, in the page or in the component that drew the node. */
function dispatch(host: Host, components: Map<string, Definition>, given: ViewEvent): void {
  const page = host.stack.find(({ id }) => id === given.page);
  if (!page) return;
  const owner = given.component === null ? page.instance : asOwner(components.get(given.component), page);
  const handler = owner[given.handler];
  if (typeof handler !== 'function')
    throw new Error(`${given.component ?? page.route} has no handler "${given.handler}"`);
  host.sandbox.guard(() => handler.call(owner, host.sandbox.revive(given.event)) as unknown);
}

/** Components of a build only pass events on; their own data is not kept (Taro's `comp` needs none). */
const asOwner = (definition: Definition | undefined, page: OpenPage): Data => ({
  ...definition?.methods,
  data: page.instance.data,
});

const errorText = (error: unknown) =>
  typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error);

async function askServer(origin: string, method: string, path: string, body: unknown) {
  const response = await fetch(new URL(path, origin), {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const content = await response.text();
  return { status: response.status, body: (content.startsWith('{') ? JSON.parse(content) : {}) as Data };
}
