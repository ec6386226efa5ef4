export { compareValues, type OrderKey } from './compare';
export { afterPrefix, encodeValue, invert, keyLimit } from './encode-value';
export { indexKeys, type KeyField } from './index-keys';
