import vm from 'node:vm';
import { componentsOf, type Dist } from './dist';
import { compileWxml } from './wechat-compiler';

/** A node of the view as WeChat's compiler makes it from the WXML and the page's data. */
export interface TreeNode {
  tag: string;
  attr: Record<string, unknown>;
  children: (TreeNode | string)[];
  /** Path of the component whose WXML it stands in; null for the page's own. */
  component: string | null;
}

/** A node and those it lies in, nearest first. */
export interface Found {
  node: TreeNode;
  above: TreeNode[];
}

interface RawNode {
  tag?: string;
  attr?: Record<string, unknown>;
  children?: (RawNode | string)[];
}

export type Render = (name: string, data: unknown) => TreeNode;

/** wcc's output, run in a context of its own: it keeps state in globals and tests data with same-realm checks. */
export function createRenderer(dist: Dist): Render {
  const generated = vm.runInNewContext(
    `(function(global,window){${compileWxml(dist)};return function(file,json){return $gwx(file)(JSON.parse(json))}})`,
    { console, setTimeout },
  ) as (global: object, window: object) => (file: string, json: string) => RawNode;
  const generate = generated({}, {});
  const render = (name: string, data: unknown, owner: string | null): TreeNode =>
    normalize(generate(`${name}.wxml`, JSON.stringify(data)), owner, componentsOf(dist, name));

  const normalize = (raw: RawNode, owner: string | null, using: Record<string, string>): TreeNode => {
    const tag = (raw.tag ?? 'virtual').replace(/^wx-/, '');
    const attr = raw.attr ?? {};
    const component = using[tag];
    if (component?.endsWith('custom-wrapper'))
      throw new Error('CustomWrapper keeps state in the view: not supported here');
    const children = component
      ? [render(component, attr, component)]
      : (raw.children ?? []).map(child => (isText(child) ? String(child ?? '') : normalize(child, owner, using)));
    return { tag: component ? 'virtual' : tag, attr: component ? {} : attr, children, component: owner };
  };
  return (name, data) => render(name, data, null);
}

const isText = (child: RawNode | string | null): child is string => typeof child !== 'object' || child === null;

/** All nodes that a person can see, outermost first. */
export function* walk(node: TreeNode, above: TreeNode[] = []): Generator<Found> {
  if (isHidden(node)) return;
  yield { node, above };
  for (const child of node.children) if (typeof child !== 'string') yield* walk(child, [node, ...above]);
}

function isHidden({ attr }: TreeNode): boolean {
  const hidden = attr.hidden === true || attr.hidden === 'true';
  return hidden || /display:\s*none/.test(typeof attr.style === 'string' ? attr.style : '');
}

const BLOCKS = new Set([
  'view',
  'button',
  'scroll-view',
  'swiper-item',
  'label',
  'form',
  'picker',
  'navigator',
  'rich-text',
  'image',
  'input',
  'textarea',
]);

/** The text of a node; blocks stand on lines of their own. */
export function textOf(node: TreeNode): string {
  if (isHidden(node)) return '';
  const inner = node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');
  return BLOCKS.has(node.tag) ? `\n${inner}\n` : inner;
}

export const squeeze = (text: string) => text.replace(/[ \t\u00a0]*\n\s*/g, '\n').trim();

/** data-some-thing -> someThing, as in event.currentTarget.dataset. */
export function datasetOf({ attr }: TreeNode): Record<string, unknown> {
  const pairs = Object.entries(attr).filter(([name]) => name.startsWith('data-'));
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
