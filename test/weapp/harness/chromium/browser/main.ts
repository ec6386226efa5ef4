import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { pathKeys } from '../../data-path';
import type { Boot, BrowserView } from '../protocol';
import { baseStyles } from './base-styles';
import { defineBuiltIns, type Space } from './built-ins';
import { plainEvent } from './events';
import { findElement, findField } from './find';
import { createFrame } from './frame';

type Data = Record<string, unknown>;
type Methods = Record<string, (event: unknown) => void>;

/** The parts of glass-easel's adapter that are used here; its own types demand each component's data types. */
interface CodeSpace {
  getComponentSpace(): Space;
  addComponentStaticConfig(path: string, config: unknown): void;
  addCompiledTemplate(path: string, template: unknown): void;
  componentEnv(path: string, define: (env: { Component(definition: object): void }) => void): void;
}
interface Root {
  getComponent(): { replaceDataOnPath(path: (string | number)[], value: unknown): void; applyDataUpdates(): void };
  attach(parent: Element, placeholder: Element): void;
  release(): void;
}
interface Opened {
  root: Root;
  element: HTMLElement;
  route: string;
}
interface WithElement extends Element {
  __wxElement?: { id?: string; dataset?: Data; triggerEvent?(type: string, detail: unknown): void };
}

const DESIGN_WIDTH = 750;
window.__transformRpx__ = rpx => (rpx === 0 ? 0 : Math.floor((rpx / DESIGN_WIDTH) * window.innerWidth + 1e-4) || 0.5);

document.head.append(Object.assign(document.createElement('style'), { textContent: baseStyles }));
const frame = createFrame();
const { code, createRoot } = createBackend();
const opened = new Map<number, Opened>();
const styleElements = new Map<string, HTMLStyleElement[]>();
let boot: Boot = { json: {}, styles: {}, components: {}, tabs: [] };
let top: Opened | undefined;

glassEasel.globalOptions.throwGlobalError = false;
glassEasel.addGlobalErrorListener(error => console.error(error));
glassEasel.addGlobalWarningListener(message => {
  // WXML of Taro sets each property that some platform knows.
  if (!String(message).includes('is not a valid property')) console.warn(String(message));
  return false;
});

const view: BrowserView = {
  boot(given) {
    boot = given;
    for (const [name, config] of Object.entries(boot.json)) code.addComponentStaticConfig(name, config);
    for (const name of Object.keys(window.weappTemplates)) {
      if (!name.startsWith('__')) code.addCompiledTemplate(name, templateOf(name));
    }
    for (const [path, { methods, properties }] of Object.entries(boot.components)) {
      const types = { String, Number, Boolean, Object, Array } as Record<string, unknown>;
      const typed = Object.entries(properties).map(([name, { type, value }]) => [
        name,
        { type: types[type] ?? null, value },
      ]);
      const definition = {
        properties: Object.fromEntries(typed) as Data,
        methods: forwarded(methods, path),
        options: { virtualHost: true },
      };
      code.componentEnv(path, ({ Component }) => Component(definition));
    }
    addStyles('app');
  },
  open({ id, route, data, methods }) {
    addStyles(route);
    code.componentEnv(route, ({ Component }) => Component({ data, methods: forwarded(methods, null) }));
    const element = Object.assign(document.createElement('div'), { className: 'weapp-page' });
    const placeholder = element.appendChild(document.createElement('span'));
    frame.pages.append(element);
    const root = createRoot(route);
    root.attach(element, placeholder);
    opened.set(id, { root, element, route });
  },
  update({ id, changes }) {
    const component = opened.get(id)?.root.getComponent();
    if (!component) return;
    for (const [path, value] of Object.entries(changes)) component.replaceDataOnPath(pathKeys(path), value);
    component.applyDataUpdates();
  },
  close(id) {
    const page = opened.get(id);
    page?.root.release();
    page?.element.remove();
    opened.delete(id);
  },
  show({ id, look }) {
    top = opened.get(id);
    for (const page of opened.values()) page.element.style.display = page === top ? '' : 'none';
    for (const [name, elements] of styleElements) {
      const active = name === 'app' || name === top?.route;
      for (const element of elements) element.media = active ? '' : 'not all';
    }
    frame.show(look, boot.tabs);
  },
  overlay: look => frame.overlay(look),
  text: () => top?.element.innerText ?? '',
  find: target => (top ? findElement(top.element, target) : null),
  findField: target => (top ? findField(top.element, target) : null),
  fire(target, type, detail) {
    const element = this.find(target) as WithElement | null;
    element?.__wxElement?.triggerEvent?.(type, detail);
    return element !== null;
  },
  scrollTo: offset => top?.element.scrollTo(0, offset),
  query(selector) {
    if (!top) return [];
    if (selector === null) return [box(top.element)];
    const all = [...top.element.querySelectorAll<WithElement>('*')];
    const matching = selector.startsWith('#')
      ? all.filter(({ __wxElement }) => __wxElement?.id === selector.slice(1))
      : [...top.element.querySelectorAll<WithElement>(selector)];
    return matching.map(box);
  },
};
window.weappView = view;

function createBackend() {
  const context = new glassEasel.CurrentWindowBackendContext();
  // Each built-in is an element of its own name, as in WeChat; "real-x" inside one is a plain HTML x.
  Object.assign(context, {
    document: {
      createElement: (tag: string) => document.createElement(tag.startsWith('real-') ? tag.slice(5) : `wx-${tag}`),
      createTextNode: (content: string) => document.createTextNode(content),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
  });
  context.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  // Input, change, scroll and the like come from the built-ins; only the finger comes from the DOM.
  const listen = context.setListenerStats.bind(context);
  context.setListenerStats = (element, type, ...rest) => {
    if (/^(touch|mouse|click)/.test(type)) listen(element, type, ...rest);
  };
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true) as unknown as CodeSpace;
  const backend = env.associateBackend(context) as unknown as {
    createRoot(tag: string, code: CodeSpace, path: string): Root;
  };
  defineBuiltIns(space.getComponentSpace(), name => templateOf(name));
  return { code: space, createRoot: (route: string) => backend.createRoot('page', space, route) };
}

function templateOf(name: string) {
  return { groupList: window.weappTemplates, content: window.weappTemplates[name] };
}

/** Methods that only send the event on: the logic runs in Node. */
function forwarded(names: string[], component: string | null): Methods {
  return Object.fromEntries(
    names.map(handler => [
      handler,
      (event: unknown) => void window.weappEmit({ component, handler, event: plainEvent(event) }),
    ]),
  );
}

function addStyles(name: string): void {
  const script = boot.styles[name];
  if (!script || styleElements.has(name)) return;
  const before = document.head.children.length;
  // wcsc's output is a script that appends style elements to the head.
  new Function('__wxAppSuffixCode__', script)('');
  styleElements.set(name, [...document.head.children].slice(before) as HTMLStyleElement[]);
}

function box(element: WithElement): Data {
  const { left, top: upper, right, bottom, width, height } = element.getBoundingClientRect();
  const { scrollTop, scrollLeft, scrollHeight } = element;
  const { id = '', dataset = {} } = element.__wxElement ?? {};
  return {
    id,
    dataset: { ...dataset },
    left,
    top: upper,
    right,
    bottom,
    width,
    height,
    scrollTop,
    scrollLeft,
    scrollHeight,
  };
}
