export * from './consultation-kinds';
export * from './consultation-window';
