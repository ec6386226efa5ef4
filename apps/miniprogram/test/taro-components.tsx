/** In tests, `@tarojs/components` is what it is on the H5: plain HTML. */
export * from '../src/ui/html';
