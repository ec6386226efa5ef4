export * from './moved-rows';
export * from './neighbour-row';
export * from './number-rows';
