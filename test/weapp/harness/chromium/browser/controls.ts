import { isTrue, type BuiltIn } from './built-ins';

/** A built-in without content of its own: one real HTML control inside the host. */
export interface Leaf {
  properties: string[];
  /** Makes the control; gives what brings it up to date with the properties. */
  attach(self: BuiltIn): () => void;
}

const DEFAULT_MAXLENGTH = 140;
const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value as string));
const isOn = (value: unknown) => value !== undefined && isTrue(value);

export const makeField = (tag: 'input' | 'textarea'): Leaf => ({
  properties: ['value', 'type', 'placeholder', 'disabled', 'maxlength', 'password', 'name', 'focus', 'autoHeight'],
  attach(self) {
    const field = self.$$.appendChild(document.createElement(tag));
    const detail = () => ({ value: field.value, cursor: field.selectionStart ?? 0, keyCode: 0 });
    field.addEventListener('input', () => self.triggerEvent('input', detail()));
    field.addEventListener('focus', () => self.triggerEvent('focus', { ...detail(), height: 0 }));
    field.addEventListener('blur', () => self.triggerEvent('blur', detail()));
    field.addEventListener('keydown', event => {
      if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') self.triggerEvent('confirm', detail());
    });
    return () => {
      const { value, placeholder, disabled, maxlength, password, name } = self.data;
      if (value !== undefined && value !== null && field.value !== asText(value)) field.value = asText(value);
      field.placeholder = asText(placeholder);
      field.disabled = isOn(disabled);
      field.name = asText(name);
      const limit = Number(maxlength ?? DEFAULT_MAXLENGTH);
      if (limit < 0) field.removeAttribute('maxlength');
      else field.maxLength = limit;
      if (field instanceof HTMLInputElement) field.type = isOn(password) ? 'password' : 'text';
    };
  },
});

const FIT: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' };

export const makeImage: Leaf = {
  properties: ['src', 'mode', 'lazyLoad', 'showMenuByLongpress'],
  attach(self) {
    const image = self.$$.appendChild(document.createElement('img'));
    image.onload = () => self.triggerEvent('load', { width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => self.triggerEvent('error', { errMsg: 'GET image fail' });
    return () => {
      const { src, mode } = self.data;
      image.style.objectFit = FIT[asText(mode)] ?? 'fill';
      if (mode === 'widthFix') self.$$.style.height = image.style.height = 'auto';
      if (src && image.getAttribute('src') !== asText(src)) image.src = asText(src);
    };
  },
};

export const makeRichText: Leaf = {
  properties: ['nodes', 'space'],
  attach(self) {
    const content = self.$$.appendChild(document.createElement('div'));
    return () => {
      content.innerHTML = typeof self.data.nodes === 'string' ? self.data.nodes : JSON.stringify(self.data.nodes ?? '');
    };
  },
};

export const makeSwitch: Leaf = {
  properties: ['checked', 'disabled', 'color', 'type'],
  attach(self) {
    const box = self.$$.appendChild(document.createElement('input'));
    box.type = 'checkbox';
    box.addEventListener('change', () => self.triggerEvent('change', { value: box.checked }));
    return () => {
      box.checked = isOn(self.data.checked);
      box.disabled = isOn(self.data.disabled);
    };
  },
};

/** The wheel of a picker is WeChat's own drawing: a tap here takes the next item; tests fire `change` for another. */
export function makePicker(self: BuiltIn): undefined {
  self.$$.addEventListener('click', () => {
    const { mode, range, value, disabled } = self.data;
    if (isOn(disabled) || (mode ?? 'selector') !== 'selector' || !Array.isArray(range) || range.length === 0) return;
    self.triggerEvent('change', { value: (Number(value ?? -1) + 1) % range.length });
  });
  return undefined;
}
