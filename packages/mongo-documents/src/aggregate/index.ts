export { beginningOf, checkCollatedStages, checkStages, pipelineDocuments, stageOf } from './pipeline';
export type { PipelineContext, Result } from './pipeline';
