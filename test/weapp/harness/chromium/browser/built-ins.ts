import { makeField, makeImage, makePicker, makeRichText, makeSwitch, type Leaf } from './controls';

type Data = Record<string, unknown>;

/** A built-in component at work: its element, the properties of the WXML, and how it reports to the page. */
export interface BuiltIn {
  $$: HTMLElement;
  data: Data;
  triggerEvent(type: string, detail: unknown, options?: { bubbles: boolean }): void;
}

interface Builder {
  options(options: object): Builder;
  template(template: unknown): Builder;
  property(name: string, definition: object): Builder;
  init(
    setUp: (context: {
      self: BuiltIn;
      lifetime(name: string, run: () => void): void;
      observer(path: string, run: () => void): void;
    }) => void,
  ): Builder;
  registerComponent(): unknown;
}

export interface Space {
  define(name: string): Builder;
  setGlobalUsingComponent(name: string, definition: unknown): void;
}

const CONTAINERS =
  'view text form label cover-view movable-area movable-view picker-view picker-view-column root-portal match-media page-container radio-group checkbox-group navigation-bar page-meta'.split(
    ' ',
  );
const PLACEHOLDERS =
  'canvas video map camera web-view audio ad official-account open-data editor live-player cover-image progress icon slider'.split(
    ' ',
  );
const ARIA =
  'ariaRole ariaLabel ariaHidden ariaChecked ariaSelected ariaDisabled ariaExpanded ariaLevel ariaModal'.split(' ');

export const isTrue = (value: unknown) => value === true || value === 'true' || value === '';

/** The built-in components that pages use, on real HTML. Each host element is <wx-NAME>. */
export function defineBuiltIns(space: Space, templateOf: (name: string) => unknown): void {
  const define = (
    name: string,
    content: '__slot' | '__empty',
    properties: string[],
    attach?: (self: BuiltIn) => (() => void) | undefined,
  ) => {
    let builder = space.define(name).options({ virtualHost: false }).template(templateOf(content));
    for (const property of [...ARIA, 'hidden', ...properties])
      builder = builder.property(property, { type: null, value: undefined });
    const registered = builder
      .init(({ self, lifetime, observer }) => {
        let refresh: (() => void) | undefined;
        lifetime('attached', () => {
          const update = attach?.(self);
          refresh = () => {
            reflect(self);
            update?.();
          };
          refresh();
        });
        observer('**', () => refresh?.());
      })
      .registerComponent();
    space.setGlobalUsingComponent(name, registered);
  };
  const leaf = (name: string, { properties, attach }: Leaf) => define(name, '__empty', properties, attach);

  for (const name of CONTAINERS) define(name, '__slot', []);
  for (const name of PLACEHOLDERS) define(name, '__empty', []);
  define('scroll-view', '__slot', ['scrollX', 'scrollY'], scrollView);
  define('swiper', '__slot', ['current'], swiper);
  define('swiper-item', '__slot', []);
  define('navigator', '__slot', ['url']);
  define('button', '__slot', ['type', 'size', 'plain', 'disabled', 'loading', 'formType', 'openType'], button);
  define('radio', '__slot', ['value', 'checked', 'disabled'], self => choice(self, 'radio'));
  define('checkbox', '__slot', ['value', 'checked', 'disabled'], self => choice(self, 'checkbox'));
  define('picker', '__slot', ['mode', 'range', 'rangeKey', 'value', 'disabled'], makePicker);
  leaf('input', makeField('input'));
  leaf('textarea', makeField('textarea'));
  leaf('image', makeImage);
  leaf('rich-text', makeRichText);
  leaf('switch', makeSwitch);
}

/** aria-* and hidden stand on the host element, where tests and assistive technology look. */
function reflect({ $$: host, data }: BuiltIn): void {
  for (const name of ARIA) {
    const attribute = name === 'ariaRole' ? 'role' : name.replace('aria', 'aria-').toLowerCase();
    const value = data[name];
    if (value === undefined || value === null || value === '') host.removeAttribute(attribute);
    else host.setAttribute(attribute, String(value as string));
  }
  host.toggleAttribute('hidden', data.hidden !== undefined && isTrue(data.hidden));
}

function scrollView(self: BuiltIn) {
  const host = self.$$;
  host.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, clientHeight } = host;
    self.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight });
    if (scrollTop + clientHeight >= scrollHeight - 50) self.triggerEvent('scrolltolower', {});
  });
  return () => {
    host.style.overflowX = isTrue(self.data.scrollX) ? 'auto' : 'hidden';
    host.style.overflowY = isTrue(self.data.scrollY) ? 'auto' : 'hidden';
  };
}

function swiper(self: BuiltIn) {
  let shown = 0;
  self.$$.addEventListener('scroll', () => {
    const current = Math.round(self.$$.scrollLeft / self.$$.clientWidth);
    if (current !== shown) self.triggerEvent('change', { current, source: 'touch' });
    shown = current;
  });
  return undefined;
}

function button(self: BuiltIn) {
  const host = self.$$;
  host.addEventListener('click', () => {
    if (host.hasAttribute('disabled')) return;
    if (self.data.openType === 'agreePrivacyAuthorization') self.triggerEvent('agreeprivacyauthorization', {});
    const form = host.closest('wx-form') as (HTMLElement & { __wxElement?: BuiltIn }) | null;
    if (self.data.formType === 'submit') form?.__wxElement?.triggerEvent('submit', { value: valuesOf(form) });
    if (self.data.formType === 'reset') form?.__wxElement?.triggerEvent('reset', {});
  });
  return () => {
    for (const name of ['type', 'size'] as const) {
      const value = self.data[name];
      if (typeof value === 'string' && value) host.setAttribute(name, value);
      else host.removeAttribute(name);
    }
    for (const name of ['disabled', 'loading'])
      host.toggleAttribute(name, self.data[name] !== undefined && isTrue(self.data[name]));
  };
}

function valuesOf(form: HTMLElement): Data {
  const named = [...form.querySelectorAll<HTMLInputElement>('input[name], textarea[name]')].filter(({ name }) => name);
  return Object.fromEntries(named.map(field => [field.name, field.value]));
}

interface Group extends HTMLElement {
  __wxElement?: BuiltIn;
}

/** A radio or checkbox tells its group what is chosen now. */
function choice(self: BuiltIn, type: 'radio' | 'checkbox') {
  const input = document.createElement('input');
  input.type = type;
  self.$$.prepend(input);
  input.addEventListener('change', () => {
    const group = self.$$.closest<Group>(`wx-${type}-group`);
    const hosts = [...(group?.querySelectorAll<Group>(`wx-${type}`) ?? [])];
    const isChosen = (host: Group) => host.querySelector('input')?.checked === true;
    if (type === 'radio') for (const host of hosts) if (host !== self.$$) uncheck(host);
    const values = hosts.filter(isChosen).map(host => host.__wxElement?.data.value);
    group?.__wxElement?.triggerEvent('change', { value: type === 'radio' ? self.data.value : values });
  });
  return () => {
    input.checked = self.data.checked !== undefined && isTrue(self.data.checked);
    input.disabled = self.data.disabled !== undefined && isTrue(self.data.disabled);
  };
}

function uncheck(host: HTMLElement): void {
  const input = host.querySelector('input');
  if (input) input.checked = false;
}
