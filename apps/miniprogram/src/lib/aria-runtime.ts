import { mergeInternalComponents } from '@tarojs/shared';
import aria from '../../config/aria.json';
import { isWeapp } from './env';

/**
 * Taro's templates for WeChat leave role and aria-* out. The build adds them to the templates (config/accessibility.ts)
 * and this, before the first element is made, to the runtime: both from one list, or their short names differ.
 */
if (isWeapp) {
  const attributes = () => Object.fromEntries(aria.attributes.map(name => [name, '']));
  const patch = Object.fromEntries(aria.components.map(name => [name, attributes()]));
  mergeInternalComponents(patch);
}
