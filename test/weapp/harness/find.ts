import { squeeze, textOf, walk, type Found, type TreeNode } from './tree';

const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value as string));
const isSelector = (target: string) => /^[#.[][\w\-[]/.test(target);

function matches(node: TreeNode, selector: string): boolean {
  if (selector.startsWith('#')) return asText(node.attr.id) === selector.slice(1);
  if (selector.startsWith('.')) return asText(node.attr.class).split(/\s+/).includes(selector.slice(1));
  const [, name = '', value] = /^\[([\w-]+)(?:="?([^"\]]*)"?)?\]$/.exec(selector) ?? [];
  if (!name) throw new Error(`not a selector that is understood here: ${selector}`);
  return name in node.attr && (value === undefined || asText(node.attr[name]) === value);
}

/**
 * Nodes that a target names. A selector is #id, .class or [attribute=value]; anything else is a visible text or an
 * aria-label, where the whole text of a node wins over a part of it, and the innermost node over those around it.
 */
export function findAll(root: TreeNode, target: string): Found[] {
  const all = [...walk(root)].filter(({ node }) => node.tag !== 'virtual');
  if (isSelector(target)) return all.filter(({ node }) => matches(node, target));
  const labelled = all.filter(({ node }) => asText(node.attr['aria-label']) === target);
  const whole = innermost(all.filter(({ node }) => squeeze(textOf(node)) === target));
  if (whole.length || labelled.length) return [...whole, ...labelled];
  return innermost(all.filter(({ node }) => textOf(node).includes(target)));
}

const innermost = (found: Found[]) => found.filter(({ node }) => !found.some(({ above }) => above.includes(node)));

const FIELDS = ['input', 'textarea'];

/** The field that a selector, its placeholder, its aria-label or name, or else the text before it names. */
export function findField(root: TreeNode, target: string): Found | undefined {
  const all = [...walk(root)];
  const fields = all.filter(({ node }) => FIELDS.includes(node.tag));
  if (isSelector(target)) {
    return fields.find(({ node, above }) => matches(node, target) || above.some(outer => matches(outer, target)));
  }
  const named = fields.find(
    ({ node: { attr } }) =>
      ['placeholder', 'aria-label', 'name'].some(key => asText(attr[key]) === target) ||
      asText(attr.placeholder).includes(target),
  );
  if (named) return named;
  const label = findAll(root, target)[0];
  if (!label) return undefined;
  const after = all.findIndex(({ node }) => node === label.node);
  return all.slice(after).find(({ node }) => FIELDS.includes(node.tag));
}
