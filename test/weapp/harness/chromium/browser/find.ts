const squeeze = (text: string) => text.replace(/[ \t\u00a0]*\n\s*/g, '\n').trim();

interface WithId extends HTMLElement {
  __wxElement?: { id?: string };
}

const isVisible = (element: HTMLElement) => element.checkVisibility({ checkVisibilityCSS: true });
const textOf = (element: HTMLElement) => squeeze(element.innerText ?? '');
const isSelector = (target: string) => /^[#.[][\w\-[]/.test(target);

/** The same rules as in the tree of the bare view: a selector, else an exact text or aria-label, else a part of a text. */
export function findElement(page: HTMLElement, target: string): HTMLElement | null {
  const all = [...page.querySelectorAll<WithId>('*')].filter(isVisible);
  if (target.startsWith('#')) return all.find(({ __wxElement }) => __wxElement?.id === target.slice(1)) ?? null;
  if (isSelector(target)) return all.find(element => element.matches(target)) ?? null;
  const hosts = all.filter(({ tagName }) => tagName.startsWith('WX-'));
  const whole = innermost(hosts.filter(element => textOf(element) === target));
  const labelled = hosts.filter(element => element.getAttribute('aria-label') === target);
  return whole[0] ?? labelled[0] ?? innermost(hosts.filter(element => element.innerText?.includes(target)))[0] ?? null;
}

const innermost = (found: HTMLElement[]) =>
  found.filter(element => !found.some(other => other !== element && element.contains(other)));

/** The real input or textarea of a field. */
export function findField(page: HTMLElement, target: string): HTMLElement | null {
  const fields = [...page.querySelectorAll<HTMLInputElement>('wx-input > input, wx-textarea > textarea')].filter(
    isVisible,
  );
  if (isSelector(target)) {
    const holder = findElement(page, target);
    return fields.find(field => holder?.contains(field)) ?? null;
  }
  const named = fields.find(
    field =>
      field.placeholder.includes(target) ||
      field.name === target ||
      field.parentElement?.getAttribute('aria-label') === target,
  );
  if (named) return named;
  const label = findElement(page, target);
  if (!label) return null;
  const after = (field: HTMLElement) => label.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING;
  return fields.find(field => label.contains(field) || after(field)) ?? null;
}
