export * from './consultation-kinds';
export * from './consultation-window';
export * from './outcome-alarm';
