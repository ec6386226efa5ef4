export * from './report-checks';
export * from './report-layout';
export * from './report-sections';
export * from './request-figures';
export * from './table-four';
export * from './table-three';
export * from './table-two';
