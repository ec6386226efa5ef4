export * from './consultation-kinds';
export * from './consultation-window';
export * from './outcome-alarm';
export * from './posting-kinds';
export * from './posting-check';
