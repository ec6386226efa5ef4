export { arbitraryScalar, arbitraryValue } from './arbitrary-values';
export { compareValues } from './reference-order';
