/** MongoDB's wire protocol on LMDB, for machines without a MongoDB: one engine process for each data folder. */
export { openEngine, type OpenEngine, type OpenEngineOptions } from './process/open-engine';
