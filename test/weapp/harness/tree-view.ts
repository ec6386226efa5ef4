import { findAll, findField } from './find';
import { createRenderer, datasetOf, squeeze, textOf, walk, type Found, type Render, type TreeNode } from './tree';
import type { Data, OpenPage, Overlay, View, ViewContext, ViewEvent } from './types';

/** Events that go up through the nodes around; all others stay at their node. */
const BUBBLING = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchcancel',
  'touchend',
  'transitionend',
  'animationend',
]);
const DEFAULT_MAXLENGTH = 140;

/** The bare view: WeChat's own compiled WXML as a tree of nodes, without layout. Sees what is there, not where. */
export class TreeView implements View {
  readonly kind = 'tree';
  private page: OpenPage | null = null;
  /** The tree as it was last looked at; null since the page's data changed. */
  private drawn: TreeNode | null = null;

  private constructor(
    private readonly render: Render,
    private readonly emit: (event: ViewEvent) => void,
  ) {}

  static create = async ({ dist, emit }: ViewContext): Promise<View> => new TreeView(createRenderer(dist), emit);

  async open(): Promise<void> {}

  async update(): Promise<void> {
    // Made anew from the page's data when somebody looks: most changes nobody sees.
    this.drawn = null;
    await Promise.resolve();
  }

  async close(): Promise<void> {}

  async show(page: OpenPage): Promise<void> {
    this.page = page;
    this.drawn = null;
  }

  async overlay(_overlay: Overlay): Promise<void> {}

  async text(): Promise<string> {
    return squeeze(textOf(this.tree()));
  }

  async has(target: string): Promise<boolean> {
    return findAll(this.tree(), target).length > 0;
  }

  async tap(target: string): Promise<void> {
    const found = this.first(target);
    const disabled = [found.node, ...found.above].find(({ tag, attr }) => tag === 'button' && isTrue(attr.disabled));
    if (disabled) throw new Error(`the button around "${target}" is disabled`);
    this.dispatch(found, 'tap', { x: 0, y: 0 });
    this.act(found);
  }

  async type(field: string, value: string): Promise<void> {
    const found = findField(this.tree(), field);
    if (!found) throw new Error(`there is no field "${field}"`);
    if (isTrue(found.node.attr.disabled)) throw new Error(`the field "${field}" is disabled`);
    const limit = Number(found.node.attr.maxlength ?? DEFAULT_MAXLENGTH);
    const kept = limit < 0 ? value : value.slice(0, limit);
    this.dispatch(found, 'focus', { value: '', height: 0 });
    this.dispatch(found, 'input', { value: kept, cursor: kept.length, keyCode: 0 });
    this.dispatch(found, 'blur', { value: kept, cursor: kept.length });
  }

  async fire(target: string, type: string, detail: Data): Promise<void> {
    if (!this.dispatch(this.first(target), type, detail)) throw new Error(`nothing listens to ${type} at "${target}"`);
  }

  async scrollTo(): Promise<void> {}

  /** There is no layout: every box is a finger's size, at the corner. */
  async query(selector: string | null, all: boolean): Promise<Data[]> {
    const found = selector === null ? [{ node: this.tree() }] : findAll(this.tree(), selector);
    const boxes = found.map(({ node }) => ({
      id: node.attr.id ?? '',
      dataset: datasetOf(node),
      ...{
        left: 0,
        top: 0,
        right: 100,
        bottom: 44,
        width: 100,
        height: 44,
        scrollTop: 0,
        scrollLeft: 0,
        scrollHeight: 844,
      },
    }));
    return all ? boxes : boxes.slice(0, 1);
  }

  async screenshot(): Promise<void> {
    throw new Error('the bare view cannot be photographed: launch with the Chromium view');
  }

  async dispose(): Promise<void> {
    this.page = null;
  }

  private tree(): TreeNode {
    if (!this.page) throw new Error('no page is shown');
    this.drawn ??= this.render(this.page.route, this.page.instance.data);
    return this.drawn;
  }

  private first(target: string): Found {
    const found = findAll(this.tree(), target)[0];
    if (!found) throw new Error(`there is no "${target}"`);
    return found;
  }

  /** Calls the handlers from the node upwards, as bind and catch say. Gives how many there were. */
  private dispatch(found: Found, type: string, detail: Data): number {
    const path = BUBBLING.has(type) ? [found.node, ...found.above] : [found.node];
    const target = describe(found.node);
    let handled = 0;
    for (const node of path) {
      const caught = handlerOf(node, 'catch', type);
      const handler = caught ?? handlerOf(node, 'bind', type);
      if (handler) {
        handled += 1;
        const event = {
          type,
          timeStamp: Date.now(),
          detail,
          target,
          currentTarget: describe(node),
          mark: {},
          touches: [],
          changedTouches: [],
        };
        this.emit({ page: this.page?.id ?? 0, component: node.component, handler, event });
      }
      if (caught) break;
    }
    return handled;
  }

  /** What a built-in component does by itself when it is tapped. */
  private act({ node, above }: Found): void {
    const path = [node, ...above];
    const at = (tag: string) => path.findIndex(candidate => candidate.tag === tag);
    const own = (tag: string): Found | undefined =>
      at(tag) < 0 ? undefined : { node: path[at(tag)] as TreeNode, above: path.slice(at(tag) + 1) };
    const toggle = own('switch');
    if (toggle) this.dispatch(toggle, 'change', { value: !isTrue(toggle.node.attr.checked) });
    const choice = own('radio') ?? own('checkbox') ?? within(own('label'));
    if (choice) this.choose(choice);
    const button = own('button');
    if (button) this.submit(button);
  }

  private choose({ node, above }: Found): void {
    const group = above.findIndex(({ tag }) => tag === `${node.tag}-group`);
    if (group < 0) return;
    const outer = above[group] as TreeNode;
    const checked = [...walk(outer)]
      .map(found => found.node)
      .filter(({ tag, attr }) => tag === 'checkbox' && isTrue(attr.checked));
    const values = new Set(checked.map(({ attr }) => attr.value));
    if (!values.delete(node.attr.value)) values.add(node.attr.value);
    const value = node.tag === 'radio' ? node.attr.value : [...values];
    this.dispatch({ node: outer, above: above.slice(group + 1) }, 'change', { value });
  }

  private submit({ node, above }: Found): void {
    const purpose = node.attr['open-type'];
    if (purpose === 'agreePrivacyAuthorization') this.dispatch({ node, above }, 'agreeprivacyauthorization', {});
    const formType = node.attr['form-type'];
    const form = above.findIndex(({ tag }) => tag === 'form');
    if (form < 0 || (formType !== 'submit' && formType !== 'reset')) return;
    const outer = above[form] as TreeNode;
    const fields = [...walk(outer)].map(found => found.node).filter(({ attr }) => typeof attr.name === 'string');
    const value = Object.fromEntries(fields.map(({ attr }) => [attr.name as string, attr.value ?? '']));
    this.dispatch({ node: outer, above: above.slice(form + 1) }, formType, formType === 'submit' ? { value } : {});
  }
}

const isTrue = (value: unknown) => value === true || value === 'true' || value === '';

const describe = (node: TreeNode) => ({
  id: node.attr.id ?? '',
  dataset: datasetOf(node),
  offsetLeft: 0,
  offsetTop: 0,
});

function handlerOf({ attr }: TreeNode, kind: 'bind' | 'catch', type: string): string | null {
  const name = attr[`${kind}${type}`] ?? attr[`${kind}:${type}`] ?? attr[`capture-${kind}:${type}`];
  return typeof name === 'string' && name ? name : null;
}

/** A label passes a tap on to the first choice inside it. */
function within(label: Found | undefined): Found | undefined {
  if (!label) return undefined;
  const inner = [...walk(label.node, label.above)].find(({ node }) => node.tag === 'radio' || node.tag === 'checkbox');
  return inner;
}
